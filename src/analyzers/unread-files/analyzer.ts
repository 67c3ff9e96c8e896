import type { FileRecord, FileRole } from '../../domain/artifact.ts';
import { type Finding, findingOf, type Location, type Rule } from '../../domain/finding.ts';
import type { FormatId } from '../../formats/facts.ts';
import { LFS_POINTER } from '../../formats/lfs-pointer.ts';
import { type Item, type Reading, readingsAs, type Unreadable } from '../../intake/inventory.ts';
import { isJsonObject, type Json, member as jsonMember } from '../../kernel/json.ts';
import type { FileAnalyzer } from '../analyzer.ts';
import {
  DAMAGED,
  EMPTY,
  EMPTY_NEEDED,
  GIT_FOLDER,
  POINTER,
  REPEATED_KEYS,
  RULE_OF_REASON,
  TEXT_FOR_WEIGHTS,
  UNREAD_FILES_RULES,
} from './rules.ts';

/** Says of every file that was not, or not fully, read, why: an unreadable file never looks like an absent one. */
export const unreadFiles: FileAnalyzer = {
  id: 'unread-files',
  version: 1,
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
  'pickle',
  'zip',
  'compressed',
  'npy',
  'sevenzip',
  'tar',
]);
const NEEDED: readonly FileRole[] = ['weights', 'config', 'tokenizer'];

/** Names that no text has. */
const BINARY_NAME =
  /\.(?:zip|tar|t?gz|bz2|xz|7z|mar|skops|ptl|pt2|pte|ort|cbm|ubj|rds|rda|rdata|hdf5|feather|arrow|parquet|orc|sqlite3?|tfrecords?|distcp|ftz|whl|dta|mat|nc|pdmodel|plan|rknn|caffemodel)$/i;
/** Names of weights that no JSON has either: those of XGBoost, MXNet and others may be one. */
const NEVER_JSON =
  /\.(?:safetensors|gguf|ggml|pth?|ckpt|pkl|pickle|joblib|dill|h5|keras|onnx|tflite|msgpack|np[yz]|mlmodel|pdiparams|nemo|t7)$|(?:^|\/)(?:pytorch_model[^/]*\.bin|[^/]*(?:spiece|sentencepiece|tokenizer)\.model)$/i;

function* inspect(item: Item): Iterable<Finding> {
  const { file, unreadable, readings } = item;
  for (const one of unreadable) yield unread(file, one);
  for (const reading of readings) yield* damaged(file, reading);
  if (file.kind === 'empty')
    yield findingOf(NEEDED.includes(file.role) || BINARY_NAME.test(file.path) ? EMPTY_NEEDED : EMPTY, {
      location: { path: file.path },
    });
  if (file.kind === 'git-folder') yield findingOf(GIT_FOLDER, { location: { path: file.path } });
  if (isPointer(item)) yield findingOf(POINTER, { location: { path: file.path } });
  else if (isTextForWeights(item)) yield findingOf(TEXT_FOR_WEIGHTS, { location: { path: file.path } });
}

/** An index of shards gives each tensor the name of a file (transformers, `get_checkpoint_shard_files`). */
function isNoIndex(value: Json): boolean {
  const map = jsonMember(value, 'weight_map');
  if (map === undefined) return false;
  return !isJsonObject(map) || Object.values(map).some((name) => typeof name !== 'string');
}

/** What TensorFlow says of its checkpoints (checkpoint_state.proto, in text form): keys, with a text or a number. */
const STATE_LINE =
  /^(?:\s*|(?:model_checkpoint_path|all_model_checkpoint_paths): "(?:[^"\\]|\\.)*"|(?:all_model_checkpoint_timestamps|last_preserved_timestamp): [\d.e+-]+)$/;

function isCutState(text: string): boolean {
  return /\d$/.test(text) || text.split(/\r?\n/).some((line) => !STATE_LINE.test(line));
}

function isTextForWeights(item: Item): boolean {
  const { file, readings } = item;
  const binary = BINARY_NAME.test(file.path);
  if (file.kind === 'json')
    return binary || NEVER_JSON.test(file.path) || (file.role === 'weights' && readings.some(isRefusal));
  if (file.kind !== 'text') return file.kind === 'xml' && (binary || NEVER_JSON.test(file.path));
  return (
    file.role === 'weights' ||
    binary ||
    (file.role === 'tokenizer' && !/\.html?$/i.test(file.path) && readings.some(isPage))
  );
}

/** What a server answers in place of a file: an object of few keys, of which one is the error. */
function isRefusal({ facts, member }: Reading): boolean {
  if (facts.format !== 'json' || member.length > 0) return false;
  const { value } = facts;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const keys = Object.keys(value);
  return keys.length <= MOST_KEYS && keys.some((key) => /^(?:errors?|message|detail)$/i.test(key));
}

const MOST_KEYS = 6;

/** Under the name of a vocabulary, a page: what a server answers in place of a file. */
function isPage({ facts, member }: Reading): boolean {
  return (
    facts.format === 'text' &&
    member.length === 0 &&
    /^\s*<(?:!doctype html|html|head)\b/i.test(facts.text.slice(0, 200))
  );
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
    yield findingOf(REPEATED_KEYS, {
      message: titled(REPEATED_KEYS, facts.duplicateKeys),
      location: within(file, member),
    });
  }
  if (facts.format === 'json' && (member.at(-1) ?? file.path).endsWith('.index.json') && isNoIndex(facts.value))
    yield findingOf(DAMAGED, { location: within(file, member) });
  if (facts.format === 'text' && /(?:^|\/)checkpoint$/.test(member.at(-1) ?? file.path) && isCutState(facts.text))
    yield findingOf(DAMAGED, { location: within(file, member) });
  const [first] = defects;
  if (first === undefined || JUDGED_ELSEWHERE.has(format)) return;
  const message = titled(
    DAMAGED,
    defects.map((defect) => defect.message),
  );
  yield findingOf(DAMAGED, { message, location: within(file, member, first.offset) });
}

/** The rule's title, and the first three of what it is about. */
function titled({ title }: Rule, cases: readonly string[]): string {
  const more = cases.length > 3 ? ` and ${cases.length - 3} more` : '';
  return `${title} Here: ${cases.slice(0, 3).join(', ')}${more}.`;
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}${text.endsWith('.') ? '' : '.'}`;
}

function within({ path }: FileRecord, member: readonly string[], offset?: number): Location {
  return { path, ...(member.length === 0 ? {} : { member }), ...(offset === undefined ? {} : { offset }) };
}

/** A pointer has at most 1024 bytes (git-lfs, docs/spec.md). */
function isPointer(item: Item): boolean {
  if (item.file.size > 1024) return false;
  for (const { facts, member } of readingsAs(item, 'text')) {
    if (member.length === 0 && facts.text.startsWith(LFS_POINTER)) return true;
  }
  return false;
}
