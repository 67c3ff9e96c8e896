import { type Command, Option } from 'commander';
import { OUTCOME_WORDS } from '../../reports/words.ts';
import { EXIT } from '../exit.ts';
import type { Io } from '../io.ts';
import { controlFor, FORMAT, print, type RemoteOptions, SERVER, TOKEN } from '../remote.ts';
import { clean, paperFor, signOf } from '../terminal/paper.ts';

interface PushOptions extends RemoteOptions {
  readonly policy: 'default' | 'strict' | 'research';
}

/** Dossiers on their way between this machine and a server: one format, and a digest that proves it on arrival. */
export function registerTravel(dossier: Command, io: Io, done: (code: number) => void): void {
  dossier
    .command('push')
    .description('Send a dossier to a server, which checks its digest and judges it by a policy of its own.')
    .addHelpText(
      'after',
      '\nExamples:\n  weighbridge dossier push 7d0e4b91\n  weighbridge dossier push 7d0e4b91 --policy strict',
    )
    .argument('<dossier>', 'the first digits of its digest')
    .addOption(
      new Option('--policy <name>', 'a built-in policy').choices(['default', 'strict', 'research']).default('default'),
    )
    .addOption(SERVER)
    .addOption(TOKEN)
    .addOption(FORMAT)
    .action(async (digits: string, options: PushOptions) => {
      const call = await controlFor(options, io);
      const { scorecard: _, ...vetting } = await (await io.weighbridge()).showDossier({ dossier: digits });
      const answer = await call('dossier.push', { document: { ...vetting }, policy: options.policy });
      print(io, options, answer, ({ known, ...summary }) => line(summary, io, known ? 'it was there already' : 'sent'));
      done(EXIT.ok);
    });
  dossier
    .command('pull')
    .description('Keep a dossier of a server on this machine, as the server judged it.')
    .addHelpText('after', '\nExamples:\n  weighbridge dossier pull 7d0e4b91')
    .argument('<dossier>', 'the first digits of its digest')
    .addOption(SERVER)
    .addOption(TOKEN)
    .addOption(FORMAT)
    .action(async (digits: string, options: RemoteOptions) => {
      const document = await (await controlFor(options, io))('dossier.show', { dossier: digits });
      const kept = await (await io.weighbridge()).keepDossier({ document, name: `the server's ${digits}` });
      print(io, options, kept, (summary) => line(summary, io, 'kept here'));
      done(EXIT.ok);
    });
}

interface Summary {
  readonly dossier: string;
  readonly reference: string;
  readonly outcome: keyof typeof OUTCOME_WORDS;
}

function line({ dossier, reference, outcome }: Summary, io: Io, how: string): string {
  const paper = paperFor(io.stdout, io.env);
  const word = OUTCOME_WORDS[outcome];
  const verdict = paper.tone(word.tone)(`${signOf(paper, word)} ${outcome}`);
  return `${dossier.slice('sha256:'.length, 19)}  ${verdict}  ${paper.bold(clean(reference))}  ${paper.dim(how)}\n`;
}
