import { writeFileSync } from 'node:fs';
import { TOXIC_FEATURES } from '../../src/guard/detectors/content/features.ts';
import { contentRows, illicitRows, learnContent } from './content.ts';
import { linearSource, MADE_BY, weightsSource } from './sources.ts';

/** `node build/guard/train-content.js [folder]`: learns the weights of the content detector anew. */
const folder = process.argv[2] ?? '../shared/data/guard';
const rows = contentRows(folder);
const { models, final } = learnContent(rows, illicitRows(folder));

writeFileSync(
  'src/guard/detectors/content/weights.ts',
  `${MADE_BY}/** Learned by \`npm run learn:content\` from development rows and our own seeds: numbers, no text. */
export const WEIGHTS = {
  toxic: ${linearSource(models.toxic)},
  illicit: ${linearSource(models.illicit)},
  bias: ${final.bias.toFixed(4)},
  features: ${weightsSource(TOXIC_FEATURES, final.weights)},
};
`,
);
console.log(`learned from ${rows.length} texts`);
