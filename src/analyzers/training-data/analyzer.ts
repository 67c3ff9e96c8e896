import { type Finding, type FindingDetails, findingOf } from '../../domain/finding.ts';
import { licenceReadingIn } from '../../domain/licence.ts';
import {
  baseDataIn,
  type DatasetClaim,
  datasetKey,
  datasetsIn,
  type ModelPapers,
  type PaperPlace,
  papersIn,
  unreachedIn,
} from '../../domain/papers.ts';
import { LIMITS } from '../../kernel/limits.ts';
import { middleCut } from '../../kernel/printable.ts';
import { sameDataset } from '../../papers/claims.ts';
import { knownDatasets } from '../../papers/known-datasets.ts';
import type { Material, ModelAnalyzer } from '../analyzer.ts';
import { judgePrivacy } from './privacy.ts';
import {
  CLAIMED_NOTHING,
  CLOSED_MODEL,
  FORBIDS,
  NEW_TO_BASE,
  NO_LICENCE,
  NOT_IN_CARD,
  PERSONAL,
  PROBLEMATIC,
  SUMMARY_GAPS,
  TRAINING_DATA_RULES,
  UNDECLARED,
  UNPROVEN,
  UNREACHED,
  UNREADABLE,
} from './rules.ts';

/** What a model was trained on, by its own papers: declared or not, lawful, licensed, with consent. Works without the bytes. */
export const trainingData: ModelAnalyzer = {
  id: 'training-data',
  version: 1,
  question: 'What was it trained on, and may that be?',
  rules: TRAINING_DATA_RULES,
  scope: 'model',
  needs: ['papers'],
  fromEvidence: true,
  appliesTo: () => true,
  analyze,
};

function* analyze({ evidence }: Material): Iterable<Finding> {
  const papers = papersIn(evidence);
  if (papers === null) throw new Error('the papers are none');
  const training = datasetsIn(evidence).filter(({ use }) => use === 'training');
  yield* undeclared(papers, training);
  yield* known(training);
  yield* written(papers, training);
  yield* forbidden(evidence, training);
  yield* unlicensed(training);
  yield* contradictions(papers, training);
  yield* claims(papers, training);
  yield* newToBases(evidence, training);
  for (const { name, why } of unreachedIn(evidence)) {
    const message = `The card of ${middleCut(name, 100)} could not be read: ${why}.`;
    yield findingOf(UNREACHED, { message, operation: datasetKey(name) });
  }
  for (const { sections, missing, ...place } of papers.summaries) {
    const message = `The summary has ${sections.join(', ') || 'no section'}; it lacks ${missing.join(', ')}.`;
    if (missing.length > 0) yield findingOf(SUMMARY_GAPS, { message, ...at(place) });
  }
  for (const problem of papers.problems) {
    yield findingOf(UNREADABLE, { message: `${UNREADABLE.title} ${sentence(problem.message)}`, ...at(problem) });
  }
  for (const claim of papers.privacy) yield judgePrivacy(claim);
}

/** Data of a fine-tune that no base's papers name. A base without any named data knows nothing, and is no measure. */
function* newToBases(evidence: Material['evidence'], training: readonly DatasetClaim[]): Iterable<Finding> {
  const bases = baseDataIn(evidence).filter(({ datasets }) => datasets.length > 0);
  if (bases.length === 0) return;
  const known = bases.flatMap(({ datasets }) => datasets);
  for (const dataset of oncePerName(training)) {
    if (known.some((name) => sameDataset(name, dataset.name))) continue;
    const names = bases.map(({ base }) => middleCut(base, 100)).join(', ');
    const message = `${middleCut(dataset.name, 100)} is not among the data that ${names} is said to be trained on.`;
    yield findingOf(NEW_TO_BASE, { message, operation: datasetKey(dataset.name), ...at(dataset) });
  }
}

function at({ path, line }: PaperPlace): Pick<FindingDetails, 'location'> {
  return { location: { path, ...(line === null ? {} : { line }) } };
}

function sentence(text: string): string {
  const cut = middleCut(text, LIMITS.quotation);
  return /[.!?]$/.test(cut) ? cut : `${cut}.`;
}

function* undeclared({ statements, summaries }: ModelPapers, training: readonly DatasetClaim[]): Iterable<Finding> {
  const said = statements.some(
    ({ about }) => about === 'nothing-from-outside' || about === 'licensed' || about === 'synthetic',
  );
  if (training.length === 0 && summaries.length === 0 && !said) yield findingOf(UNDECLARED, {});
}

function* known(training: readonly DatasetClaim[]): Iterable<Finding> {
  for (const dataset of oncePerName(training)) {
    for (const { trouble, says, since, source, id } of knownDatasets(dataset.name)) {
      const rule = trouble === 'closed-model-terms' ? CLOSED_MODEL : PROBLEMATIC;
      const message = `${middleCut(dataset.name, 100)}: ${says} Since ${since}; ${source}${source.endsWith('.') ? '' : '.'}`;
      yield findingOf(rule, {
        message,
        operation: `${datasetKey(dataset.name)} · ${id}`,
        confidence: 'likely',
        ...at(dataset),
      });
    }
  }
}

/** Closed models whose terms restrict what may be trained on their outputs. */
const CLOSED =
  /\b(?:gpt-?(?:3(?:\.5)?|4|5)|chatgpt|davinci|openai|claude|anthropic|gemini|palm|bard|grok|mistral[- ]large|command[- ]r)/i;

function* written({ statements }: ModelPapers, training: readonly DatasetClaim[]): Iterable<Finding> {
  for (const dataset of oncePerName(training.filter(({ generatedBy }) => generatedBy !== null))) {
    const { name, generatedBy } = dataset;
    if (generatedBy === null || !CLOSED.test(generatedBy) || isOpen(generatedBy)) continue;
    const message = `${middleCut(name, 100)} is said to be written by ${middleCut(generatedBy, 100)}, whose terms restrict training on it.`;
    yield findingOf(CLOSED_MODEL, { message, operation: datasetKey(name), confidence: 'likely', ...at(dataset) });
  }
  for (const statement of statements) {
    const [writer] = CLOSED.exec(statement.text) ?? [];
    if (statement.about !== 'synthetic' || writer === undefined || isOpen(statement.text)) continue;
    const message = `The card says: ${sentence(statement.text)}`;
    yield findingOf(CLOSED_MODEL, {
      message,
      operation: writer.toLowerCase(),
      confidence: 'possible',
      ...at(statement),
    });
  }
}

/** gpt-oss, GPT-2, GPT-J and GPT-NeoX are open. */
function isOpen(writer: string): boolean {
  return /\bgpt-?(?:oss|2|j|neo)/i.test(writer);
}

function* forbidden(evidence: Material['evidence'], training: readonly DatasetClaim[]): Iterable<Finding> {
  const seen = evidence.filter(({ kind }) => kind === 'licence-reading').map(({ digest }) => digest);
  for (const { verdict, subject, about, licence, says, field } of licenceReadingIn(evidence)?.reasons ?? []) {
    if (subject !== 'dataset' || verdict !== 'deny') continue;
    const dataset = training.find(({ name }) => sameDataset(name, about));
    yield findingOf(FORBIDS, {
      message: middleCut(
        `${about}${licence === null ? '' : `, under ${licence}`}: ${says} [${field}].`,
        3 * LIMITS.quotation,
      ),
      operation: `${datasetKey(about)} · ${field}`,
      evidence: seen,
      ...(dataset === undefined ? {} : at(dataset)),
    });
  }
}

function* unlicensed(training: readonly DatasetClaim[]): Iterable<Finding> {
  for (const dataset of oncePerName(training)) {
    const others = training.filter(({ name }) => sameDataset(name, dataset.name));
    if (others.some(({ licence }) => licence !== null)) continue;
    const message = `${middleCut(dataset.name, 100)} is named, and nothing at hand says under which licence.`;
    yield findingOf(NO_LICENCE, { message, operation: datasetKey(dataset.name), ...at(dataset) });
  }
}

/** What the card declares, against what configurations and other papers name. */
function* contradictions({ statements }: ModelPapers, training: readonly DatasetClaim[]): Iterable<Finding> {
  const card = training.filter(({ paper }) => paper === 'front-matter' || paper === 'prose');
  const others = oncePerName(training.filter(({ paper }) => paper === 'config' || paper === 'summary'));
  const nothing = statements.find(({ about }) => about === 'nothing-from-outside');
  for (const other of others) {
    if (card.some(({ name }) => sameDataset(name, other.name))) continue;
    const where = `${middleCut(other.path, 100)} names ${middleCut(other.name, 100)}`;
    const details = { operation: datasetKey(other.name), ...at(other) };
    if (nothing !== undefined)
      yield findingOf(CLAIMED_NOTHING, { ...details, message: `${where}; the card says: ${sentence(nothing.text)}` });
    else if (card.length > 0)
      yield findingOf(NOT_IN_CARD, { ...details, message: `${where}, which the card does not.` });
  }
}

const ANSWERS: Readonly<Record<string, keyof DatasetClaim>> = {
  consent: 'consent',
  'opt-out': 'optOut',
  'personal-data': 'personalData',
};

function* claims({ statements }: ModelPapers, training: readonly DatasetClaim[]): Iterable<Finding> {
  const proofs = training.filter(
    ({ paper }) => paper === 'croissant' || paper === 'dataset-card' || paper === 'hub-card',
  );
  for (const statement of statements) {
    const key = ANSWERS[statement.about];
    if (key === undefined || proofs.some((proof) => proof[key] !== null)) continue;
    yield findingOf(UNPROVEN, {
      message: `Claimed, and nothing shows it: ${sentence(statement.text)}`,
      operation: statement.about,
      ...at(statement),
    });
  }
  for (const dataset of oncePerName(training.filter(({ personalData }) => personalData === true))) {
    const message = `${middleCut(dataset.name, 100)} is said to hold personal data.`;
    yield findingOf(PERSONAL, { message, operation: datasetKey(dataset.name), ...at(dataset) });
  }
}

function oncePerName(datasets: readonly DatasetClaim[]): readonly DatasetClaim[] {
  return datasets.filter((one, place) => datasets.findIndex(({ name }) => sameDataset(name, one.name)) === place);
}
