import { type BomClaim, type DatasetClaim, datasetKey, type ModelPapers } from '../domain/papers.ts';
import { readFrontMatter } from '../formats/yaml/front-matter.ts';
import { member } from '../kernel/json.ts';
import { readBom } from './boms.ts';
import { readCard } from './card.ts';
import { readConfig } from './config.ts';
import { isCroissant, readCroissant } from './croissant.ts';
import { isDatasetCard, readDatasetCard } from './dataset-card.ts';
import { type Document, MOST } from './document.ts';
import { privacyInValue } from './privacy.ts';
import { datasetsInSummary, isSummary, readSummary } from './summary.ts';

/** Files of one bill that are compared; models with more are none that came with a bill. */
const MOST_BOM_FILES = 20_000;

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
  const { path, role, text, json } = document;
  const top = !path.includes('/');
  if (role === 'card' && text === null)
    return [{ problems: [{ path, line: null, message: 'it is no text, or too long to be kept' }] }];
  if (role === 'card' && text !== null) {
    if (top) return [readCard({ ...document, text })];
    return isDatasetCard(readFrontMatter(text))
      ? [{ datasets: [readDatasetCard(path, text, folderOf(path), 'dataset-card')] }]
      : [];
  }
  if (json !== undefined) return partsOfJson(document, top);
  if (text !== null && isSummary(path, text))
    return [{ summaries: [readSummary(path, text)], datasets: datasetsInSummary(path, text) }];
  return [];
}

function partsOfJson({ json, ...document }: Document, top: boolean): readonly Part[] {
  const { path } = document;
  const bom = readBom(path, json);
  if (bom !== null) return [{ boms: [bounded(bom)] }];
  if (isCroissant(json)) return [{ datasets: readCroissant(path, json) }];
  if (!top) return [];
  return [readConfig({ ...document, json }), { privacy: privacyInValue((key) => member(json, key), path, null) }];
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/'));
}

/** What evidence keeps of a bill; the rest is said to be left out. */
function bounded(bom: BomClaim): BomClaim {
  const more = bom.files.length - MOST_BOM_FILES;
  return {
    ...bom,
    licences: bom.licences.slice(0, MOST),
    bases: bom.bases.slice(0, MOST),
    datasets: bom.datasets.slice(0, MOST),
    files: bom.files.slice(0, MOST_BOM_FILES),
    problems: [...bom.problems.slice(0, MOST), ...(more > 0 ? [`${more} files of it were not compared`] : [])],
  };
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
