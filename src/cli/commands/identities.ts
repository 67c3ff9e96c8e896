import { Option } from 'commander';
import { printable } from '../../kernel/printable.ts';
import { EXIT } from '../exit.ts';
import type { Register } from '../register.ts';
import { controlFor, FORMAT, print, type RemoteOptions, SERVER, TOKEN } from '../remote.ts';

const ISSUER = new Option('--issuer <url>', 'the provider, as sso.yaml names it').makeOptionMandatory();
const SUBJECT = new Option('--subject <subject>', 'who they are there (sub), never an address').makeOptionMandatory();

type Options = RemoteOptions & { readonly issuer: string; readonly subject: string };

/** Of `people`: who is who at an identity provider. */
export const registerIdentities: Register = (people, io, done) => {
  people
    .command('identities')
    .description('Who somebody is at identity providers.')
    .addHelpText('after', '\nExamples:\n  weighbridge people identities 6f1c…')
    .argument('<person>', 'their id, as people list shows it')
    .addOption(SERVER)
    .addOption(TOKEN)
    .addOption(FORMAT)
    .action(async (person: string, options: RemoteOptions) => {
      const call = await controlFor(options, io);
      print(io, options, await call('identity.list', { person }), ({ items }) =>
        items.map(({ issuer, subject }) => `${printable(issuer)}  ${printable(subject)}\n`).join(''),
      );
      done(EXIT.ok);
    });
  people
    .command('link')
    .description('Say that somebody here is this subject of the provider: their groups decide from then on.')
    .addHelpText(
      'after',
      '\nExamples:\n  weighbridge people link 6f1c… --issuer https://id.example.com --subject 00u1a2b3c4',
    )
    .argument('<person>', 'their id, as people list shows it')
    .addOption(ISSUER)
    .addOption(SUBJECT)
    .addOption(SERVER)
    .addOption(TOKEN)
    .addOption(FORMAT)
    .action(async (person: string, { issuer, subject, ...options }: Options) => {
      const call = await controlFor(options, io);
      print(io, options, await call('identity.link', { person, issuer, subject }), () => 'Linked.\n');
      done(EXIT.ok);
    });
  people
    .command('unlink')
    .description('Take that back; their sessions and tokens end.')
    .addHelpText(
      'after',
      '\nExamples:\n  weighbridge people unlink 6f1c… --issuer https://id.example.com --subject 00u1a2b3c4',
    )
    .argument('<person>', 'their id, as people list shows it')
    .addOption(ISSUER)
    .addOption(SUBJECT)
    .addOption(SERVER)
    .addOption(TOKEN)
    .addOption(FORMAT)
    .action(async (person: string, { issuer, subject, ...options }: Options) => {
      const call = await controlFor(options, io);
      print(io, options, await call('identity.unlink', { person, issuer, subject }), () => 'Unlinked.\n');
      done(EXIT.ok);
    });
};
