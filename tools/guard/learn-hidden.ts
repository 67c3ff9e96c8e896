import { writeFileSync } from 'node:fs';
import type { Weights } from '../../src/guard/detectors/hidden-text/orders/weighed.ts';
import { pack } from '../../src/text/learned/packed.ts';
import { hiddenGroups, learnHidden } from './hidden.ts';
import { MADE_BY } from './sources.ts';
import { hiddenSeeds, WORDING, wordingOf } from './wording/rows.ts';

/**
 * `npm run learn:hidden -- [FILE]`: learns anew by what orders are told that are hidden, from sentences of our own and from
 * what programs say, as `gather:wording` put it into FILE. Words of programs are counted before, by `count:programs`.
 */
const gathered = wordingOf(process.argv[2] ?? WORDING);
const seeds = hiddenSeeds();
const groups = hiddenGroups(seeds, gathered);

writeFileSync(
  'src/guard/detectors/hidden-text/orders/weights.ts',
  `${MADE_BY}import type { PackedWeights } from './weighed.ts';

/** Learned by \`npm run learn:hidden\` from sentences of our own and what installed programs say: numbers, no text. */
export const WEIGHTS: { readonly web: PackedWeights; readonly programs: PackedWeights; readonly elsewhere: PackedWeights } = {
  web: ${sourceOf(learnHidden(groups, 'web'))},
  programs: ${sourceOf(learnHidden(groups, 'programs'))},
  elsewhere: ${sourceOf(learnHidden(groups, 'elsewhere'))},
};
`,
);
process.stdout.write(`learned from ${seeds.length} sentences of ours and ${gathered.length} that programs say\n`);

function sourceOf({ bias, facts, words }: Weights): string {
  const largest = words.reduce((most, weight) => Math.max(most, Math.abs(weight)), 1e-6);
  const scale = largest / 127;
  const steps = Int8Array.from(words, (weight) => Math.round(weight / scale));
  const thousandths = facts.map((weight) => Math.round(weight * 1000)).join(', ');
  return `{ bias: ${bias.toFixed(3)}, facts: [${thousandths}], scale: ${scale.toPrecision(6)}, words: '${pack(new Uint8Array(steps.buffer))}' }`;
}
