import { EXIT } from '../exit.ts';
import type { Register } from '../register.ts';
import { controlFor, FORMAT, print, type RemoteOptions, SERVER, TOKEN } from '../remote.ts';

const HELP = `
Organisations share a server and nothing else. The admins of main, which the server was made with, may add others.

Examples:
  weighbridge organisation add acme --email ada@acme.example`;

export const register: Register = (program, io, done) => {
  const organisation = program
    .command('organisation')
    .description('Add organisations to a server.')
    .addHelpText('after', HELP);
  organisation
    .command('add')
    .description('Another organisation, with its first sign-in, which is shown once.')
    .addHelpText('after', '\nExamples:\n  weighbridge organisation add acme --email ada@acme.example')
    .argument('<name>', 'lower-case letters, digits and hyphens')
    .requiredOption('--email <address>', 'of its first admin')
    .addOption(SERVER)
    .addOption(TOKEN)
    .addOption(FORMAT)
    .action(async (name: string, options: RemoteOptions & { email: string }) => {
      const answer = await (await controlFor(options, io))('organisation.add', { name, email: options.email });
      print(
        io,
        options,
        answer,
        (first) =>
          `${first.organisation} is there. Its first sign-in, shown this once:\n  email     ${first.email}\n  password  ${first.password}\n`,
      );
      done(EXIT.ok);
    });
};
