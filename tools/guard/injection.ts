import { createFeatureReader, FEATURES, type Models } from '../../src/guard/detectors/injection/features.ts';
import { ATTACK_RULES } from '../../src/guard/detectors/injection/rules.ts';
import { createShingleReader, knownShingles } from '../../src/text/learned/shingles.ts';
import { wordsOf } from '../../src/text/learned/words.ts';
import { createSentenceCutter } from '../../src/text/units.ts';
import { canonicalOf } from '../../src/text/view/canonical.ts';
import { learnCharacters } from './learn-characters.ts';
import { dot, type FinalModel, learnFinal } from './learn-final.ts';
import { learnWords } from './learn-words.ts';
import type { Row, SharedRow } from './rows.ts';

export interface Learned {
  readonly models: Models;
  /** For what a user says, and for documents and results of tools. */
  readonly user: FinalModel;
  readonly document: FinalModel;
}

const WORDS = { bits: 18, epochs: 12, l2: 1e-5, width: 40 };
const HARM = { bits: 14, epochs: 10, l2: 1e-5, width: 16 };

/** How much all rows of a family weigh together: as many as this. */
const FAMILY = 200;

export function weightsOf(rows: readonly Row[], most = FAMILY): (row: Row) => number {
  const sizes = new Map<string, number>();
  for (const { family } of rows) sizes.set(family, (sizes.get(family) ?? 0) + 1);
  // Our own seeds resemble each other more than what people write.
  return ({ family }) => Math.min(2, ((family.includes('seed') ? 1 : 1.5) * most) / (sizes.get(family) ?? 1));
}

/** Learns the parts from some rows and says what features the parts give to others. */
export function learnParts(rows: readonly Row[], harmful: readonly SharedRow[]): Models {
  const weight = weightsOf(rows);
  // What surrounds an embedded task, and the words of a random suffix, are nobody's attack.
  const telling = rows.filter(
    ({ family }) => !/seed-in-|seed-suffix|agents|seed-orders|seed-told-in|tasks-in-/.test(family),
  );
  const words = learnWords(
    telling.map((row) => ({ text: row.text, positive: row.attack, weight: weight(row) })),
    WORDS,
  );
  const harmRows = [
    ...harmful.map(({ text, label }) => ({ text, positive: label === 1, weight: 1 })),
    ...rows
      .filter(({ family }) => /persuasion|plain-harm/.test(family))
      .map((row) => ({ text: row.text, positive: true, weight: weight(row) })),
    ...rows
      .filter(({ attack }) => !attack)
      .map((row) => ({ text: row.text.slice(0, 400), positive: false, weight: weight(row) * 0.7 })),
  ];
  const harm = learnWords(harmRows, HARM);
  const characters = learnCharacters(
    rows.filter(({ attack, family }) => !attack || family === 'attack.templates').map(({ text }) => text),
  );
  const templates = knownShingles(shinglesOf(rows.filter(({ family }) => family === 'attack.templates')));
  return { words, harm, characters, templates };
}

function shinglesOf(rows: readonly Row[]): ReadonlySet<number> {
  return new Set(rows.flatMap(({ text }) => [...createShingleReader().read(wordsOf(text))]));
}

/** The features after each sentence, so that a verdict can be given as soon as it is due. */
export function prefixFeatures(
  models: Models,
  { text, untrusted }: Pick<Row, 'text' | 'untrusted'>,
): readonly Float64Array[] {
  const reader = createFeatureReader(models, untrusted);
  return sentencesOf(text).map((sentence) => {
    reader.read(sentence);
    return reader.features().slice();
  });
}

/** As the engine cuts them. */
function sentencesOf(text: string): readonly string[] {
  const canonical = canonicalOf(text, 0).text;
  const cuts = createSentenceCutter().advance(canonical, 0, true);
  return cuts.map(({ start, end }) => canonical.slice(start, end)).filter((sentence) => /\S/.test(sentence));
}

export function learn(rows: readonly Row[], harmful: readonly SharedRow[]): Learned {
  const folds = 3;
  const weight = weightsOf(rows);
  const samples = Array.from({ length: folds }, (_, fold) => {
    const inside = rows.filter((_, at) => at % folds !== fold);
    const models = learnParts(
      inside,
      harmful.filter((_, at) => at % folds !== fold),
    );
    return rows
      .filter((_, at) => at % folds === fold)
      .flatMap((row) => {
        const features = prefixFeatures(models, row).at(-1);
        return features === undefined
          ? []
          : [
              {
                features,
                untrusted: row.untrusted,
                positive: row.attack,
                weight: weight(row) * (row.attack ? 1 : BENIGN) * shareOf(row.family),
              },
            ];
      });
  }).flat();
  const user = learnFinal(
    FEATURES,
    samples.filter(({ untrusted }) => !untrusted),
    { prior, free, ridge: 0.0005 },
  );
  // There are fewer documents than messages: what is not seen in them counts as it does in messages.
  const believed = new Map(FEATURES.map((name, at) => [name, user.weights[at] ?? 0]));
  const document = learnFinal(
    FEATURES,
    samples.filter(({ untrusted }) => untrusted),
    { prior: (name) => believed.get(name) ?? 0, free, ridge: 0.003 },
  );
  return { models: learnParts(rows, harmful), user, document };
}

const BENIGN = 2;

/** Honest texts that nobody sends a model count less, unless they are read as what it is given to read. */
function shareOf(family: string): number {
  if (/answers|code|manuals|benign\.seed-told/.test(family)) return 0.3;
  return /prose-\w+$/.test(family) ? 0.6 : 1;
}

function prior(name: string): number {
  if (name.startsWith('rule-')) return STRONG.has(name.slice(5)) ? 3 : 0.8;
  if (name === 'task-in-document') return 4;
  if (name === 'task-off-topic') return 3;
  if (name === 'suffix') return 1;
  if (name === 'mark-addressed') return 6;
  if (name === 'mark-labelled' || name === 'task-to-model') return 2;
  if (name === 'known-template') return 2;
  if (name.startsWith('harm-in-')) return 0.8;
  if (name.startsWith('words-')) return 0.3;
  return 0;
}

const STRONG = new Set(ATTACK_RULES.flatMap(({ id, strong }) => (strong === true ? [id] : [])));

const FREE = [
  'length',
  'code',
  'concept-about',
  'concept-model',
  'concept-persona',
  'mark-labels',
  'mark-turns',
  'mark-told',
  'concept-encode',
  'concept-secret',
];

function free(name: string): boolean {
  return FREE.includes(name);
}

/** The highest score that any beginning of a text gets. */
export function scoreOf({ models, user, document }: Learned, row: Pick<Row, 'text' | 'untrusted'>): number {
  const final = row.untrusted ? document : user;
  let best = Number.NEGATIVE_INFINITY;
  for (const features of prefixFeatures(models, row)) best = Math.max(best, dot(final.weights, features) + final.bias);
  return best;
}
