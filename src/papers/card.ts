import {
  type BaseClaim,
  CARD_SECTIONS,
  type CardSection,
  type DatasetClaim,
  type ModelPapers,
  type ResultClaim,
} from '../domain/papers.ts';
import { type CardValue, readFrontMatter } from '../formats/yaml/front-matter.ts';
import { member } from '../kernel/json.ts';
import { datasetClaim } from './claims.ts';
import { type Body, type Document, lineAt, MOST, textOf, textsOf, words } from './document.ts';
import { privacyInProse, privacyInValue } from './privacy.ts';
import { datasetsInProse, statementsIn } from './prose.ts';

type FromCard = Pick<
  ModelPapers,
  | 'task'
  | 'library'
  | 'languages'
  | 'licences'
  | 'bases'
  | 'datasets'
  | 'results'
  | 'sections'
  | 'statements'
  | 'privacy'
  | 'problems'
>;

/** Text below this much is looked through; the longest real cards have some hundred kilobytes. */
const LONGEST_BODY = 1_000_000;

/** What a model's card says of it, in its front matter and below. */
export function readCard({ path, text }: Document & { readonly text: string }): FromCard {
  const matter = readFrontMatter(text);
  const values: ReadonlyMap<string, CardValue> = matter.kind === 'read' ? matter.values : new Map();
  const value = (key: string) => values.get(key)?.value;
  const line = (key: string) => values.get(key)?.line ?? null;
  const body = bodyOf(text);
  const problem = matter.kind === 'broken' ? [{ path, line: matter.line, message: words(matter.message) }] : [];
  const long = text.length > LONGEST_BODY;
  return {
    task: textOf(value('pipeline_tag')),
    library: textOf(value('library_name')),
    languages: textsOf(value('language')),
    licences: textsOf(value('license') ?? value('licence')).map((id) => ({ id, path, line: line('license') })),
    bases: basesOf(values, path),
    datasets: [...datasetsOf(value('datasets'), path, line('datasets')), ...datasetsInProse(body, path)],
    results: resultsOf(value('model-index')),
    sections: sectionsOf(body.text),
    statements: statementsIn(body, path),
    privacy: [
      ...privacyInValue(value, path, line('privacy') ?? line('differential_privacy')),
      ...privacyInProse(body, path),
    ],
    problems: [
      ...problem,
      ...(long
        ? [{ path, line: null, message: `it has ${text.length} characters; only the first part was read` }]
        : []),
    ],
  };
}

function bodyOf(whole: string): Body {
  const text = whole.slice(0, LONGEST_BODY);
  const opening = /^\uFEFF?\s*---[ \t]*\r?\n/.exec(text)?.[0] ?? null;
  if (opening === null) return { text, firstLine: 1 };
  const closing = /^---[ \t]*\r?$/m.exec(text.slice(opening.length));
  if (closing === null) return { text, firstLine: 1 };
  const start = opening.length + closing.index + closing[0].length;
  return { text: text.slice(start), firstLine: lineAt(text, start) };
}

function basesOf(values: ReadonlyMap<string, CardValue>, path: string): readonly BaseClaim[] {
  const relation = textOf(values.get('base_model_relation')?.value);
  const { value, line } = values.get('base_model') ?? { value: null, line: null };
  return textsOf(value).map((name) => ({ name, relation, path, line }));
}

/** `datasets:` holds names, or maps with a name and more. */
function datasetsOf(value: unknown, path: string, line: number | null): readonly DatasetClaim[] {
  const entries: readonly unknown[] = Array.isArray(value) ? value.slice(0, MOST) : [value];
  return entries.flatMap((entry) => {
    const name = textOf(entry);
    if (name === null || name === 'null') return [];
    const licence = textOf(member(entry, 'license') ?? member(entry, 'licence'));
    const generatedBy = textOf(member(entry, 'generated_by') ?? member(entry, 'synthetic_from'));
    return [
      datasetClaim({
        name,
        paper: 'front-matter',
        path,
        line,
        licence,
        generatedBy,
        url: textOf(member(entry, 'url')),
      }),
    ];
  });
}

/** `model-index[].results[].{dataset, metrics[]}`, as the hub takes it. */
function resultsOf(index: unknown): readonly ResultClaim[] {
  const found: ResultClaim[] = [];
  for (const model of listOf(index)) {
    for (const result of listOf(member(model, 'results'))) {
      const dataset = textOf(member(result, 'dataset')) ?? 'not named';
      for (const metric of listOf(member(result, 'metrics'))) {
        const name = textOf(member(metric, 'type')) ?? textOf(member(metric, 'name'));
        const value = textOf(member(metric, 'value'));
        if (name !== null && value !== null && found.length < MOST) found.push({ dataset, metric: name, value });
      }
    }
  }
  return found;
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value.slice(0, MOST) : [];
}

const SECTION_WORDS: Readonly<Record<CardSection, RegExp>> = {
  limits: /\b(?:limit(?:ation|s)|out[- ]of[- ]scope|bias|risks?|caveats?|ethical)/i,
  preprocessing: /\b(?:pre-?processing|data (?:cleaning|filtering|preparation))/i,
  evaluation: /\b(?:evaluation|benchmarks?|results?)\b/i,
  environment: /\b(?:environmental|carbon|emissions|energy)/i,
  training: /\b(?:training|fine-?tuning|datasets?|corpus)\b/i,
  uses: /\b(?:intended (?:use|purpose)|uses?|use cases?|usage)\b/i,
};
const SECTION_LENGTH = 1200;

/** The first section under a heading of each kind. */
function sectionsOf(body: string): ModelPapers['sections'] {
  const found: Partial<Record<CardSection, string>> = {};
  const parts = body.split(/^ {0,3}#{1,6}[ \t]+/m).slice(1, 2 * MOST);
  for (const part of parts) {
    const end = part.indexOf('\n');
    const heading = end < 0 ? part : part.slice(0, end);
    const text = end < 0 ? '' : words(part.slice(end), SECTION_LENGTH);
    for (const section of text === '' ? [] : sectionsNamed(heading)) found[section] ??= text;
  }
  return found;
}

/** 'Intended uses & limitations' says both. */
function sectionsNamed(heading: string): readonly CardSection[] {
  return CARD_SECTIONS.filter((section) => SECTION_WORDS[section].test(heading.slice(0, 200)));
}
