import type { DatasetClaim, ModelPapers } from '../domain/papers.ts';
import { readCard } from './card.ts';
import { datasetKey } from './claims.ts';
import { readConfig } from './config.ts';
import { type Document, MOST } from './document.ts';

const NOTHING: ModelPapers = {
  task: null,
  library: null,
  modelType: null,
  architectures: [],
  languages: [],
  licences: [],
  bases: [],
  datasets: [],
  results: [],
  sections: {},
  statements: [],
  privacy: [],
  summaries: [],
  boms: [],
  problems: [],
};

/** What a model's papers say of it, taken together. Pure, bounded, and unjudged: analyzers do that. */
export function readPapers(documents: readonly Document[]): ModelPapers {
  const parts = documents.flatMap(partsOf);
  return {
    ...NOTHING,
    task: first(parts, 'task'),
    library: first(parts, 'library'),
    modelType: first(parts, 'modelType'),
    architectures: all(parts, 'architectures'),
    languages: all(parts, 'languages'),
    licences: all(parts, 'licences'),
    bases: once(all(parts, 'bases'), ({ name }) => name.toLowerCase()),
    datasets: once(all(parts, 'datasets'), keyOf),
    results: all(parts, 'results'),
    sections: Object.assign({}, ...parts.map(({ sections }) => sections ?? {})),
    statements: all(parts, 'statements'),
    privacy: all(parts, 'privacy'),
    summaries: all(parts, 'summaries'),
    boms: all(parts, 'boms'),
    problems: all(parts, 'problems'),
  };
}

type Part = Partial<ModelPapers>;

function partsOf(document: Document): readonly Part[] {
  const { path, role, text } = document;
  if (path.includes('/')) return [];
  if (role === 'card' && text !== null) return [readCard({ ...document, text })];
  if (document.json !== undefined) return [readConfig(document)];
  return [];
}

/** One dataset of one paper once; a field's word comes before a sentence's. */
function keyOf({ name, paper, use }: DatasetClaim): string {
  return `${datasetKey(name)}\0${paper === 'prose' ? 'front-matter' : paper}\0${use}`;
}

function first(parts: readonly Part[], key: 'task' | 'library' | 'modelType'): string | null {
  return parts.map((part) => part[key]).find((value) => typeof value === 'string') ?? null;
}

type Lists = {
  [Key in keyof ModelPapers]: ModelPapers[Key] extends readonly unknown[] ? Key : never;
}[keyof ModelPapers];

function all<Key extends Lists>(parts: readonly Part[], key: Key): ModelPapers[Key] {
  return parts.flatMap((part): readonly unknown[] => part[key] ?? []).slice(0, MOST) as unknown as ModelPapers[Key];
}

function once<T>(values: readonly T[], key: (value: T) => string): readonly T[] {
  const seen = new Set<string>();
  return values.filter((value) => {
    const known = seen.has(key(value));
    seen.add(key(value));
    return !known;
  });
}
