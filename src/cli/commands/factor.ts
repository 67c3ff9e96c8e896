import type { Command } from 'commander';
import { EXIT } from '../exit.ts';
import type { Register } from '../register.ts';
import { controlFor, print, type RemoteOptions, remotely } from '../remote.ts';

const HELP = `
With a second factor a sign-in wants a code of your authenticator app beside the password; each code counts once.

Examples:
  weighbridge factor enrol               a secret for the app
  weighbridge factor confirm 123456      from now on it is asked for; prints the recovery codes
  weighbridge token new --organisation main --email ada@example.org --code 654321
  weighbridge factor remove 135790       or with a recovery code
  weighbridge factor reset 6f1c…         an admin, for somebody who lost theirs`;

export const register: Register = (program, io, done) => {
  const factor = program
    .command('factor')
    .description('Have a server ask for a code of your authenticator app when you sign in.')
    .addHelpText('after', HELP);
  remote(factor, 'enrol', 'A secret for your authenticator app, shown once.', 'enrol').action(
    async (options: RemoteOptions) => {
      const answer = await (await controlFor(options, io))('factor.enrol', {});
      const next = 'Then: weighbridge factor confirm CODE';
      print(io, options, answer, ({ secret, uri }) => `Secret   ${secret}\nAddress  ${uri}\n${next}\n`);
      done(EXIT.ok);
    },
  );
  remote(factor, 'confirm', 'Ask for a code from now on.', 'confirm 123456')
    .argument('<code>', 'that the app shows')
    .action(async (code: string, options: RemoteOptions) => {
      const answer = await (await controlFor(options, io))('factor.confirm', { code });
      print(
        io,
        options,
        answer,
        ({ recoveryCodes }) => `Recovery codes, shown this once; each counts once:\n  ${recoveryCodes.join('\n  ')}\n`,
      );
      done(EXIT.ok);
    });
  remote(factor, 'remove', 'Ask for no code any more.', 'remove 123456')
    .argument('<code>', 'that the app shows, or a recovery code')
    .action(async (code: string, options: RemoteOptions) => {
      const answer = await (await controlFor(options, io))('factor.remove', { code });
      print(io, options, answer, () => 'Removed.\n');
      done(EXIT.ok);
    });
  remote(factor, 'reset', 'Take somebody’s second factor away, who lost it.', 'reset 6f1c…')
    .argument('<person>', 'their id, as people list shows it')
    .action(async (person: string, options: RemoteOptions) => {
      const answer = await (await controlFor(options, io))('factor.reset', { person });
      print(io, options, answer, ({ removed }) =>
        removed ? 'Taken away; they are signed out.\n' : 'There was none.\n',
      );
      done(EXIT.ok);
    });
};

function remote(factor: Command, name: string, description: string, example: string): Command {
  return remotely(
    factor.command(name).description(description).addHelpText('after', `\nExamples:\n  weighbridge factor ${example}`),
  );
}
