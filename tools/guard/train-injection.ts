import { writeFileSync } from 'node:fs';
import { FEATURES } from '../../src/guard/detectors/injection/features.ts';
import { pack } from '../../src/text/learned/packed.ts';
import { injectionCorpus } from './corpus.ts';
import { type Learned, learn } from './injection.ts';
import type { FinalModel } from './learn-final.ts';
import { PROSE, sharedRows } from './rows.ts';
import { linearSource, MADE_BY, weightsSource } from './sources.ts';

/** `node build/guard/train-injection.js [folder] [prose]`: learns the weights of the injection detector anew. */
const folder = process.argv[2] ?? '../shared/data/guard';
const rows = injectionCorpus(folder, process.argv[3] ?? PROSE);
const harmful = sharedRows(folder, 'harmful');

writeFileSync('src/guard/detectors/injection/weights.ts', sourceOf(learn(rows, harmful)));
console.log(`learned from ${rows.length} texts`);

function sourceOf({ models, user, document }: Learned): string {
  const templates = Int32Array.from([...models.templates.all].sort((a, b) => a - b));
  return `${MADE_BY}/** Learned by \`npm run learn:injection\` from development rows and our own seeds: numbers and hashes, no text. */
export const WEIGHTS = {
  words: ${linearSource(models.words)},
  harm: ${linearSource(models.harm)},
  characters: { four: '${pack(models.characters.four)}', three: '${pack(models.characters.three)}' },
  templates: '${pack(new Uint8Array(templates.buffer))}',
  user: ${headSource(user)},
  document: ${headSource(document)},
};
`;
}

function headSource({ bias, weights }: FinalModel): string {
  return `{ bias: ${bias.toFixed(4)}, features: ${weightsSource(FEATURES, weights)} }`;
}
