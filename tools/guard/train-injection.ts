import { writeFileSync } from 'node:fs';
import { FEATURES } from '../../src/guard/detectors/injection/features.ts';
import { pack } from '../../src/text/learned/packed.ts';
import { injectionCorpus } from './corpus.ts';
import { type Learned, learn } from './injection.ts';
import { sharedRows } from './rows.ts';

/** `node build/guard/train-injection.js [folder]`: learns the weights of the injection detector anew. */
const folder = process.argv[2] ?? '../shared/data/guard';
const rows = injectionCorpus(folder);
const harmful = sharedRows(folder, 'harmful');

writeFileSync('src/guard/detectors/injection/weights.ts', sourceOf(learn(rows, harmful)));
console.log(`learned from ${rows.length} texts`);

function sourceOf({ models, final }: Learned): string {
  const linear = ({ weights, scale, bias }: Learned['models']['words']) =>
    `{\n    scale: ${scale.toPrecision(6)},\n    bias: ${bias.toFixed(4)},\n    weights:\n      '${pack(new Uint8Array(weights.buffer))}',\n  }`;
  const templates = Int32Array.from([...models.templates].sort((a, b) => a - b));
  const features = FEATURES.map((name, at) => [name, final.weights[at] ?? 0] as const).filter(
    ([, weight]) => Math.abs(weight) >= 0.005,
  );
  return `// biome-ignore-all format: made by a program
/** Learned by \`npm run learn:injection\` from development rows and our own seeds: numbers and hashes, no text. */
export const WEIGHTS = {
  words: ${linear(models.words)},
  harm: ${linear(models.harm)},
  characters: {
    four:
      '${pack(models.characters.four)}',
    three:
      '${pack(models.characters.three)}',
  },
  templates:
    '${pack(new Uint8Array(templates.buffer))}',
  bias: ${final.bias.toFixed(4)},
  features:
    '${features.map(([name, weight]) => `${name} ${weight.toFixed(3)}`).join('|')}',
};
`;
}
