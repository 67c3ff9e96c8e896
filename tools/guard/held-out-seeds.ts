import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { injection } from '../../src/guard/detectors/injection/detector.ts';
import { DETECTORS } from '../../src/guard/detectors/table.ts';
import { createGuard } from '../../src/guard/guard.ts';
import { seedLines } from './rows.ts';

const FOLDER = 'held-out';

/** Texts of our own that nothing was learned from; those in `fresh-` files were written when the rules stood. */
function heldOutSeeds(): readonly { readonly family: string; readonly texts: readonly string[] }[] {
  return readdirSync(join('tools', 'guard', 'seeds', FOLDER))
    .sort()
    .map((name) => ({
      family: name.replace('.txt', ''),
      texts: seedLines(join(FOLDER, name)).map((line) =>
        name === 'embedded.txt' ? line.replaceAll('|', '\n') : line.replaceAll('\\n', '\n'),
      ),
    }));
}

/** What the guard as it ships says of them, read as a user's message, or as a document where their name says so. */
export function heldOutSeedsSection(): string {
  const alone = createGuard({ detectors: [injection], clock: () => 0 });
  const whole = createGuard({ detectors: DETECTORS, clock: () => 0 });
  const sets = heldOutSeeds().map(({ family, texts }) => {
    const isDocument = family.includes('document');
    const told = (guard: typeof alone) =>
      texts.filter((text) => guard.check(text, { origin: isDocument ? 'document' : 'user' }).action !== 'allow').length;
    return { family, isDocument, of: texts.length, alone: told(alone), whole: told(whole) };
  });
  const share = (found: number, of: number, digits = 0) => `${((100 * found) / of).toFixed(digits)} %`;
  const lines = sets.map(
    (set) => `| ${set.family} | ${set.of} | ${share(set.alone, set.of)} | ${share(set.whole, set.of)} |`,
  );
  const pooled = [false, true].map((isDocument) => {
    const [attacks, honest] = [false, true].map((benign) => {
      const those = sets.filter((set) => set.isDocument === isDocument && set.family.includes('benign') === benign);
      const sum = (of: (set: (typeof those)[number]) => number) => those.reduce((all, set) => all + of(set), 0);
      return `${share(
        sum((set) => set.alone),
        sum((set) => set.of),
        benign ? 1 : 0,
      )} of ${sum((set) => set.of)}`;
    });
    return `of ${isDocument ? 'documents' : 'messages'}, ${attacks} attacks and ${honest} honest ones`;
  });
  return `## injection, on texts of our own that were kept apart

Written for each published class of attacks and never learned from. The makers of the rules looked at what these score, but for
the \`fresh\`, \`unseen\`, \`fifth\`, \`sixth\` and \`seventh\` ones, which were written when the rules stood; of the \`unseen\` and \`fifth\` ones only how many
are told was ever looked at, and the \`fifth\` were made to sound like nothing that was learned from. The \`sixth\` were written
genre by genre before the wide seeds were learned from, by whoever wrote those too: of them, too, only shares were looked at. The \`seventh\`
were written before the seeds \`more\`, \`about-attacks\`, \`play\` and \`told-people\`, by the same hand, so that these figures are the kindest of
the late ones. Those are the figures to trust. What has \`benign\` in its name are honest requests with the words of attacks: what is told there is a false alarm.
All together, injection tells ${pooled.join('; ')}.

| texts | of | told by injection | told by all detectors |
| --- | --- | --- | --- |
${lines.join('\n')}`;
}
