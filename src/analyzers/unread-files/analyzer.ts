import type { FileRecord, FileRole } from '../../domain/artifact.ts';
import { type Finding, findingOf, type Location, locationIn, type Rule } from '../../domain/finding.ts';
import type { FormatId } from '../../formats/facts.ts';
import { LFS_POINTER } from '../../formats/lfs-pointer.ts';
import { type Item, type Reading, readingsAs, type Unreadable } from '../../intake/inventory.ts';
import type { FileAnalyzer } from '../analyzer.ts';
import { isCutState, isNoIndex } from './broken-texts.ts';
import { BINARY_NAME, isTextForWeights } from './false-names.ts';
import {
  DAMAGED,
  EMPTY,
  EMPTY_NEEDED,
  GIT_FOLDER,
  LOOKED_AT_SOME,
  NOTHING_INSIDE,
  POINTER,
  REPEATED_KEYS,
  REPEATED_SETTING,
  RULE_OF_REASON,
  TEXT_FOR_WEIGHTS,
  UNREAD_FILES_RULES,
} from './rules.ts';

/** Says of every file that was not, or not fully, read, why: an unreadable file never looks like an absent one. */
export const unreadFiles: FileAnalyzer = {
  id: 'unread-files',
  version: 3,
  question: 'Could every file be read?',
  rules: UNREAD_FILES_RULES,
  scope: 'file',
  formats: [],
  inspect,
};

/** Formats whose defects have an analyzer of their own; those of all others are said here. */
const JUDGED_ELSEWHERE: ReadonlySet<FormatId> = new Set([
  'safetensors',
  'gguf',
  'ggml',
  'pickle',
  'zip',
  'compressed',
  'npy',
  'sevenzip',
  'tar',
]);
/** JSON by which transformers, diffusers, PEFT, Keras, skops and their like make a model; any other may be anybody's data. */
const READ_BY_LOADERS =
  /(?:^|[/_.-])(?:config|tokenizer|vocab|merges|index|tokens(?:_map)?|manifest|schema|params|modules|model)\.json$|(?:^|\/)[\w.-]*config[\w.-]*\.json$/i;
/** Texts that are the model, or say how it is loaded. */
const NEEDED_NAME = /(?:^|\/)MLmodel$|\.pmml$/i;
const NEEDED: readonly FileRole[] = ['weights', 'config', 'tokenizer'];
/** Settings of tools and of stages of training, of which nothing is a sound reading: no loader of a model asks for them. */
const OF_TOOLS =
  /\.(?:toml|ini|cfg)$|(?:^|\/)\.(?:vscode|idea|github|devcontainer|streamlit|dvc)\/|(?:^|\/)(?![\w.-]*(?:config|model|tokenizer|hparams|args|generation|adapter|vocab)[\w.-]*\.ya?ml$)[^/]+\.ya?ml$/i;

function* inspect(item: Item): Iterable<Finding> {
  const { file, unreadable, readings } = item;
  for (const one of unreadable) yield unread(file, one);
  for (const reading of readings) yield* damaged(file, reading);
  if (file.kind === 'empty') yield findingOf(isNeeded(item) ? EMPTY_NEEDED : EMPTY, { location: { path: file.path } });
  if (file.kind === 'git-folder' && file.path === '.git')
    yield findingOf(GIT_FOLDER, { location: { path: file.path } });
  if (file.unread !== undefined)
    yield findingOf(LOOKED_AT_SOME, {
      message: `${LOOKED_AT_SOME.title} ${file.unread} of its ${file.size} bytes were not.`,
      location: { path: file.path },
    });
  if (isPointer(item)) yield findingOf(POINTER, { location: { path: file.path } });
  else if (isTextForWeights(item)) yield findingOf(TEXT_FOR_WEIGHTS, { location: { path: file.path } });
}

/** Of what other files take from it, a sound reading of nothing says that it is nothing. */
function isNeeded({ file, readings }: Item): boolean {
  if (NEEDED_NAME.test(file.path)) return true;
  if (!NEEDED.includes(file.role) && !BINARY_NAME.test(file.path)) return false;
  if (file.role === 'config' && OF_TOOLS.test(file.path)) return false;
  return !readings.some(({ format, defects }) => format === 'tensor-data' && defects.length === 0);
}

function unread(file: FileRecord, { reason, member, message, offset, format }: Unreadable): Finding {
  const rule = RULE_OF_REASON[reason];
  const as = format === null ? '' : `Read as ${format}: `;
  return findingOf(rule, {
    message: `${rule.title} ${sentence(as + message)}`,
    location: within(file, member, offset),
  });
}

function* damaged(file: FileRecord, { format, member, defects, facts }: Reading): Iterable<Finding> {
  if (facts.format === 'json' && facts.duplicateKeys.length > 0) {
    const rule = READ_BY_LOADERS.test(member.at(-1) ?? file.path) ? REPEATED_SETTING : REPEATED_KEYS;
    yield findingOf(rule, {
      message: titled(rule, facts.duplicateKeys),
      location: within(file, member),
    });
  }
  if (facts.format === 'json' && (member.at(-1) ?? file.path).endsWith('.index.json') && isNoIndex(facts.value))
    yield findingOf(DAMAGED, { location: within(file, member) });
  if (facts.format === 'text' && /(?:^|\/)checkpoint$/.test(member.at(-1) ?? file.path) && isCutState(facts.text))
    yield findingOf(DAMAGED, { location: within(file, member) });
  if (holdsNothing(facts, file.size) && !/\.npz$/i.test(member.at(-1) ?? file.path))
    yield findingOf(NOTHING_INSIDE, { location: within(file, member) });
  const [first] = defects;
  if (first === undefined || JUDGED_ELSEWHERE.has(format)) return;
  const message = titled(
    DAMAGED,
    defects.map((defect) => defect.message),
  );
  yield findingOf(DAMAGED, { message, location: within(file, member, first.offset) });
}

/** A zip without a member. */
const END_RECORD = 22;

/** Of what has folders and no file; NumPy writes a file of no arrays so. */
function holdsNothing(facts: Reading['facts'], size: number): boolean {
  // Of archives one behind the other, members are not listed.
  if (facts.format === 'zip')
    return facts.entries.every(({ name }) => name.endsWith('/')) && (facts.entries.length > 0 || size <= END_RECORD);
  return facts.format === 'tar' && facts.entries.every(({ kind }) => kind === 'folder');
}

/** The rule's title, and the first three of what it is about. */
function titled({ title }: Rule, cases: readonly string[]): string {
  const more = cases.length > 3 ? ` and ${cases.length - 3} more` : '';
  return `${title} Here: ${cases.slice(0, 3).join(', ')}${more}.`;
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}${text.endsWith('.') ? '' : '.'}`;
}

function within(file: FileRecord, member: readonly string[], offset?: number): Location {
  return locationIn(file, member, offset === undefined ? {} : { offset });
}

/** A pointer has at most 1024 bytes (git-lfs, docs/spec.md). */
function isPointer(item: Item): boolean {
  if (item.file.size > 1024) return false;
  for (const { facts, member } of readingsAs(item, 'text')) {
    if (member.length === 0 && facts.text.startsWith(LFS_POINTER)) return true;
  }
  return false;
}
