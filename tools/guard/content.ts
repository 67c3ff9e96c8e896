import { type ContentModels, createContentReader, TOXIC_FEATURES } from '../../src/guard/detectors/content/features.ts';
import { injectionCorpus, textsOf } from './corpus.ts';
import { type FinalModel, learnFinal } from './learn-final.ts';
import { learnWords } from './learn-words.ts';
import { sharedRows } from './rows.ts';

export interface ContentRow {
  readonly source: string;
  readonly text: string;
  readonly toxic: boolean;
}

export interface ContentLearned {
  readonly models: ContentModels;
  readonly final: FinalModel;
}

const TOXIC = { bits: 15, epochs: 8, l2: 1e-5, width: 40 };
const ILLICIT = { bits: 14, epochs: 10, l2: 1e-5, width: 16 };

export function contentRows(folder: string): readonly ContentRow[] {
  const labelled = sharedRows(folder, 'toxicity').map(({ kind, label, text }) => ({
    source: kind,
    text: text,
    toxic: label === 1,
  }));
  const prompts = injectionCorpus(folder).filter(({ family }) =>
    /^benign\.(?:alpaca|mtbench|notinject|deepset|seed-hard|seed-work|seed-frames|answers)/.test(family),
  );
  return [...labelled, ...prompts.map(({ text }) => ({ source: 'prompts', text: text.slice(0, 600), toxic: false }))];
}

/** The requests that ask for harm, and all that do not. */
export function illicitRows(
  folder: string,
): readonly { readonly text: string; readonly positive: boolean; readonly weight: number }[] {
  const harmful = sharedRows(folder, 'harmful');
  const corpus = injectionCorpus(folder);
  const benign = corpus.filter(({ attack }) => !attack);
  const persuasion = corpus.filter(({ family }) => family === 'attack.seed-persuasion');
  return [
    ...textsOf(harmful, 1).map((text) => ({ text, positive: true, weight: 1 })),
    ...textsOf(harmful, 0).map((text) => ({ text, positive: false, weight: 2 })),
    ...persuasion.map(({ text }) => ({ text, positive: true, weight: 0.5 })),
    ...benign
      .filter(({ family }) => family !== 'benign.xstest')
      .map(({ text, family }) => ({
        text: text.slice(0, 400),
        positive: false,
        weight: /seed/.test(family) ? 1 : 0.5,
      })),
  ];
}

export function learnContent(
  rows: readonly ContentRow[],
  illicit: readonly { text: string; positive: boolean; weight: number }[],
): ContentLearned {
  const weigh = weights(rows);
  const models = learnModels(rows, illicit);
  const folds = 3;
  const samples = Array.from({ length: folds }, (_, fold) => {
    const part = learnModels(
      rows.filter((_, at) => at % folds !== fold),
      illicit.slice(0, 50),
    );
    const read = createContentReader(part);
    return rows
      .filter((_, at) => at % folds === fold)
      .map((row) => ({ features: read(row.text).toxic.slice(), positive: row.toxic, weight: weigh(row) }));
  }).flat();
  const final = learnFinal(TOXIC_FEATURES, samples, {
    prior: (name) => (name === 'words' ? 0.5 : 0.8),
    free: () => false,
    ridge: 0.002,
  });
  return { models, final };
}

function learnModels(
  rows: readonly ContentRow[],
  illicit: readonly { text: string; positive: boolean; weight: number }[],
): ContentModels {
  const weigh = weights(rows);
  return {
    toxic: learnWords(
      rows.map((row) => ({ text: row.text, positive: row.toxic, weight: weigh(row) })),
      TOXIC,
    ),
    illicit: learnWords(illicit, ILLICIT),
  };
}

function weights(rows: readonly ContentRow[]): (row: ContentRow) => number {
  const sizes = new Map<string, number>();
  const key = (row: ContentRow) => `${row.source} ${row.toxic}`;
  for (const row of rows) sizes.set(key(row), (sizes.get(key(row)) ?? 0) + 1);
  return (row) => Math.min(1.5, 400 / (sizes.get(key(row)) ?? 1));
}
