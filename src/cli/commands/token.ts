import { Option } from 'commander';
import type { OutputOf } from '../../contract/control/operations.ts';
import { SCOPES, type Scope } from '../../domain/people.ts';
import { WeighbridgeError } from '../../kernel/errors.ts';
import { printable } from '../../kernel/printable.ts';
import { EXIT } from '../exit.ts';
import type { Io } from '../io.ts';
import { whole } from '../numbers.ts';
import type { Register } from '../register.ts';
import { controlFor, FORMAT, print, type RemoteOptions, SERVER, serverOf, TOKEN } from '../remote.ts';
import { passwordFrom } from '../secrets.ts';

interface NewOptions extends RemoteOptions {
  readonly organisation: string;
  readonly email: string;
  readonly name: string;
  readonly scopes: Scope[];
  readonly days: number;
  readonly code?: string;
}

const HELP = `
A token stands for you in scripts, within its scopes (${SCOPES.join(', ')}) and your roles. It is shown once.

Examples:
  weighbridge token new --organisation main --email ada@example.org
  weighbridge token new --organisation main --email ada@example.org --scopes read --days 7 --name ci
  export WEIGHBRIDGE_TOKEN=wbt_…
  weighbridge token list
  weighbridge token revoke 0b7e…`;

export const register: Register = (program, io, done) => {
  const token = program
    .command('token')
    .description('Sign in to a server for a token, list and revoke yours.')
    .addHelpText('after', HELP);
  token
    .command('new')
    .description('Sign in with your password, read from standard input, for a token.')
    .addHelpText('after', '\nExamples:\n  weighbridge token new --organisation main --email ada@example.org')
    .requiredOption('--organisation <name>', 'where you work')
    .requiredOption('--email <address>', 'yours')
    .option('--name <name>', 'what it is for', 'command line')
    .addOption(
      new Option('--scopes <scopes>', `${SCOPES.join(', ')}; with commas`).argParser(scopesFrom).default([...SCOPES]),
    )
    .option('--code <digits>', 'of your authenticator app, where you enrolled one; or a recovery code')
    .option('--days <number>', 'how long it holds', whole, 30)
    .addOption(SERVER)
    .addOption(FORMAT)
    .action(async (options: NewOptions) => done(await newToken(options, io)));
  token
    .command('list')
    .description('Your tokens, without their secrets.')
    .addHelpText('after', '\nExamples:\n  weighbridge token list')
    .addOption(SERVER)
    .addOption(TOKEN)
    .addOption(FORMAT)
    .action(async (options: RemoteOptions) => {
      const call = await controlFor(options, io);
      print(io, options, await call('token.list', { limit: 100 }), ({ items }) => items.map(tokenLine).join(''));
      done(EXIT.ok);
    });
  token
    .command('revoke')
    .description('End one of your tokens.')
    .addHelpText('after', '\nExamples:\n  weighbridge token revoke 0b7e…')
    .argument('<token>', 'its id')
    .addOption(SERVER)
    .addOption(TOKEN)
    .addOption(FORMAT)
    .action(async (id: string, options: RemoteOptions) => {
      const call = await controlFor(options, io);
      print(io, options, await call('token.revoke', { token: id }), tokenLine);
      done(EXIT.ok);
    });
};

async function newToken(options: NewOptions, io: Io): Promise<number> {
  const server = serverOf(options, io);
  const { organisation, email, name, scopes, days, code } = options;
  const password = await passwordFrom(io, `Password for ${printable(email)}: `);
  const answer = await io.newToken(server, { organisation, email, password, code }, { name, scopes, days });
  print(io, options, answer, ({ secret }) => `${secret}\n`);
  if (options.format === 'text') io.stderr.write('It is shown this once: keep it, as WEIGHBRIDGE_TOKEN.\n');
  return EXIT.ok;
}

function scopesFrom(value: string): Scope[] {
  return value.split(',').map((word) => {
    const scope = SCOPES.find((name) => name === word.trim());
    if (scope === undefined) throw new WeighbridgeError('call-invalid', `${word} is no scope: ${SCOPES.join(', ')}`);
    return scope;
  });
}

function tokenLine({ id, name, scopes, expiresAt, revokedAt }: OutputOf<'token.revoke'>): string {
  const state = revokedAt === null ? `until ${expiresAt}` : `revoked ${revokedAt}`;
  return `${id}  ${printable(name)}  ${scopes.join(',')}  ${state}\n`;
}
