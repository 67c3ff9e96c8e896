import type { DatasetClaim } from '../domain/papers.ts';
import { type FrontMatter, readFrontMatter } from '../formats/yaml/front-matter.ts';
import { datasetClaim } from './claims.ts';
import { lineAt, textOf, textsOf, words } from './document.ts';
import { statementsIn, writerIn } from './prose.ts';

/** Keys that only cards of datasets have (hub-docs, dataset card metadata). */
const OWN_KEYS = [
  'dataset_info',
  'annotations_creators',
  'language_creators',
  'size_categories',
  'source_datasets',
  'configs',
  'task_ids',
];

/** Whether this front matter is a dataset's. */
export function isDatasetCard(matter: FrontMatter): boolean {
  return matter.kind === 'read' && OWN_KEYS.some((key) => matter.values.has(key));
}

/** What a dataset's own card says of it. `fallback` is its name where the card gives none. */
export function readDatasetCard(
  path: string,
  text: string,
  fallback: string,
  paper: 'dataset-card' | 'hub-card',
): DatasetClaim {
  const matter = readFrontMatter(text);
  const value = (key: string): unknown => (matter.kind === 'read' ? matter.values.get(key)?.value : undefined);
  const body = { text: text.slice(0, 1_000_000), firstLine: 1 };
  const said = statementsIn(body, path);
  const of = (about: string): string | null => said.find((one) => one.about === about)?.text ?? null;
  const creators = [...textsOf(value('language_creators')), ...textsOf(value('annotations_creators'))];
  const machine = creators.some((one) => /machine-generated/i.test(one));
  const personal = of('personal-data');
  return datasetClaim({
    name:
      textOf(value('pretty_name')) === null || paper === 'hub-card'
        ? fallback
        : (textOf(value('pretty_name')) ?? fallback),
    paper,
    path,
    line: matter.kind === 'read' ? (matter.values.get('license')?.line ?? 1) : lineAt(text, 0),
    licence: textsOf(value('license')).join(' OR ') || null,
    generatedBy: writerIn(of('synthetic') ?? '') ?? (machine ? 'a model that is not named' : null),
    consent: of('consent'),
    optOut: of('opt-out'),
    personalData: personal === null ? null : !/\b(?:no|not|without|free of|removed|does not contain)\b/i.test(personal),
    collection: creators.length === 0 ? null : words(creators.join(', ')),
  });
}
