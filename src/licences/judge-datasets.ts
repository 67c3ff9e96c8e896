import type { Bench, Part } from './bench.ts';
import type { TrainingSet } from './case.ts';
import type { LicenceLibrary } from './facts/library.ts';
import type { LicenceRecord } from './facts/record.ts';
import { blank, judgeNamed, judgeRecords, type NamedPart, type SpanFor, together } from './judge-named.ts';
import type { Subject } from './rules/clause.ts';
import type { SettledUse } from './use/settle.ts';

/** Every dataset that is named, by the card or beside it. */
export function judgeDatasets({ kase, library, use }: Bench): Part {
  const unlisted = kase.namedDatasets
    .filter(({ name }) => !kase.datasets.some((dataset) => sameDataset(dataset.name, name)))
    .map(({ name, source, line }): TrainingSet => ({ name, licence: null, generatedBy: null, source, line }));
  const parts = [...kase.datasets, ...unlisted].map((dataset) => judgeDataset(library, use, dataset));
  return { reasons: parts.flatMap(({ reasons }) => reasons), duties: parts.flatMap(({ duties }) => duties) };
}

/** One dataset against one use: its own licence, and the terms of whatever model wrote it. Pure. */
export function judgeDataset(library: LicenceLibrary, use: SettledUse, dataset: TrainingSet): NamedPart {
  const subject: Subject = {
    kind: 'dataset',
    about: dataset.name,
    relation: 'data',
    modality: null,
    weakened: null,
    names: dataset.name,
  };
  const quote = dataset.licence === null ? dataset.name : `${dataset.name}: ${dataset.licence}`;
  const spanFor: SpanFor = () => ({ source: dataset.source, line: dataset.line, text: quote });
  const own =
    dataset.licence === null || dataset.licence.trim() === ''
      ? missing(subject, spanFor)
      : judgeNamed(dataset.licence, { library, use, subject, spanFor, model: dataset.name });
  const writers = writersOf(library, dataset);
  const others = serviceOf(dataset);
  const parts = [
    own,
    ...(writers.length === 0 ? [] : [judgeRecords(writers, use, subject, spanFor)]),
    ...(writers.length > 0 || others === null ? [] : [unread(subject, spanFor, others)]),
  ];
  return together(parts);
}

function missing(subject: Subject, spanFor: SpanFor): NamedPart {
  const says = `the licence of dataset ${subject.about} was not given`;
  return {
    records: [],
    duties: [],
    verdict: 'unknown',
    reasons: [{ ...blank(subject), verdict: 'unknown', field: 'datasets', says, span: spanFor('id') }],
  };
}

/** Names that tell who wrote the data. */
const CLOSED = /\b(?:open-?ai|chat-?gpt|gpt-?(?:3(?:\.5)?|4o?|4\.\d|5)(?!-?(?:oss|neo|j\b|2))|davinci|share-?gpt)\b/i;

/** Services whose terms are known to be closed, and were not read here. */
const UNREAD =
  /\b(?:anthropic|claude|google gemini|gemini(?:[- ](?:pro|ultra|flash|\d)\S*)?|palm-?2|amazon (?:nova|titan)|xai|grok-[2-9]\w*)\b/i;

function serviceOf({ name, licence, generatedBy }: TrainingSet): string | null {
  return UNREAD.exec(`${generatedBy ?? ''} ${licence ?? ''} ${name}`)?.[0] ?? null;
}

function unread(subject: Subject, spanFor: SpanFor, service: string): NamedPart {
  const says = `dataset ${subject.about} was written by a closed service (${service}), whose terms on training other models were not read here`;
  return {
    records: [],
    duties: [],
    verdict: 'unknown',
    reasons: [
      {
        ...blank(subject),
        verdict: 'unknown',
        field: 'outputs.train_other_models',
        says,
        span: spanFor('generated_by'),
      },
    ],
  };
}

function writersOf(library: LicenceLibrary, { name, licence, generatedBy }: TrainingSet): readonly LicenceRecord[] {
  const words = `${name} ${generatedBy ?? ''} ${licence ?? ''}`;
  const closed = CLOSED.test(words) ? (library.record('openai-tou-2024-12-11') ?? []) : [];
  return [closed].flat().concat(generatedBy === null ? [] : library.ofModel(generatedBy));
}

function sameDataset(a: string, b: string): boolean {
  const plain = (name: string) =>
    name
      .trim()
      .toLowerCase()
      .replace(/^.*\/datasets\//, '');
  const [x, y] = [plain(a), plain(b)];
  return x === y || x.split('/').at(-1) === y.split('/').at(-1);
}
