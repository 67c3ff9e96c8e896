import { Option } from 'commander';
import type { OutputOf } from '../../contract/control/operations.ts';
import { ROLE_NAMES, ROLES, type Role } from '../../domain/people.ts';
import { WeighbridgeError } from '../../kernel/errors.ts';
import { printable } from '../../kernel/printable.ts';
import { EXIT } from '../exit.ts';
import type { Register } from '../register.ts';
import { controlFor, FORMAT, print, type RemoteOptions, SERVER, TOKEN } from '../remote.ts';
import { passwordFrom } from '../secrets.ts';
import { registerIdentities } from './identities.ts';

const HELP = `
Roles:
${Object.entries(ROLES)
  .map(([role, what]) => `  ${role.padEnd(16)}${what}`)
  .join('\n')}

Examples:
  weighbridge people list
  weighbridge people add ada@example.org --name 'Ada Byron' --roles requester     (asks for a password)
  weighbridge people add ada@example.org --name 'Ada Byron' --roles requester < password.txt
  weighbridge people change 6f1c… --roles reviewer,security
  weighbridge people change 6f1c… --disable`;

const rolesOption = () => new Option('--roles <roles>', 'what they may be, with commas').argParser(rolesFrom);

export const register: Register = (program, io, done) => {
  const people = program
    .command('people')
    .description('Add people to a server, change what they may do.')
    .addHelpText('after', HELP);
  people
    .command('list')
    .description('Everybody in your organisation.')
    .addHelpText('after', '\nExamples:\n  weighbridge people list')
    .addOption(SERVER)
    .addOption(TOKEN)
    .addOption(FORMAT)
    .action(async (options: RemoteOptions) => {
      const call = await controlFor(options, io);
      print(io, options, await call('person.list', { limit: 100 }), ({ items }) => items.map(personLine).join(''));
      done(EXIT.ok);
    });
  people
    .command('add')
    .description('Somebody who may sign in. The password is read from standard input.')
    .addHelpText(
      'after',
      "\nExamples:\n  weighbridge people add ada@example.org --name 'Ada Byron' --roles requester < password.txt",
    )
    .argument('<email>', 'their address')
    .requiredOption('--name <name>', 'as others see it')
    .addOption(rolesOption().makeOptionMandatory())
    .addOption(SERVER)
    .addOption(TOKEN)
    .addOption(FORMAT)
    .action(async (email: string, options: RemoteOptions & { name: string; roles: Role[] }) => {
      const call = await controlFor(options, io);
      const { name, roles } = options;
      const password = await passwordFrom(io, `Password for ${printable(email)}: `);
      print(io, options, await call('person.add', { email, name, roles, password }), personLine);
      done(EXIT.ok);
    });
  people
    .command('change')
    .description('Other roles, or shut somebody out: their sessions and tokens end.')
    .addHelpText('after', '\nExamples:\n  weighbridge people change 6f1c… --disable')
    .argument('<person>', 'their id, as people list shows it')
    .addOption(rolesOption())
    .option('--disable', 'shut them out')
    .option('--enable', 'let them in again')
    .addOption(SERVER)
    .addOption(TOKEN)
    .addOption(FORMAT)
    .action(async (person: string, options: RemoteOptions & { roles?: Role[]; disable?: true; enable?: true }) => {
      const call = await controlFor(options, io);
      const disabled = options.disable === true ? true : options.enable === true ? false : undefined;
      print(io, options, await call('person.change', { person, roles: options.roles, disabled }), personLine);
      done(EXIT.ok);
    });
  people
    .command('erase')
    .description(
      'Forget who somebody was: name, address, and every text about them in the audit log. There is no way back.',
    )
    .addHelpText('after', '\nExamples:\n  weighbridge people erase 6f1c…')
    .argument('<person>', 'their id, as people list shows it')
    .addOption(SERVER)
    .addOption(TOKEN)
    .addOption(FORMAT)
    .action(async (person: string, options: RemoteOptions) => {
      const call = await controlFor(options, io);
      print(io, options, await call('person.erase', { person }), personLine);
      done(EXIT.ok);
    });
  registerIdentities(people, io, done);
};

function rolesFrom(value: string): Role[] {
  return value.split(',').map((word) => {
    const role = ROLE_NAMES.find((name) => name === word.trim());
    if (role === undefined) throw new WeighbridgeError('call-invalid', `${word} is no role: ${ROLE_NAMES.join(', ')}`);
    return role;
  });
}

function personLine({ id, email, name, roles, disabledAt }: OutputOf<'person.add'>): string {
  const out = disabledAt === null ? '' : '  shut out';
  return `${id}  ${printable(email)}  ${printable(name)}  ${roles.join(',') || 'no role'}${out}\n`;
}
