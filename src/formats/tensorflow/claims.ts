import type { Signs } from '../format.ts';
import { FIELD_ONE, fieldsBeforeBreak, firstNumber, headFields } from '../protobuf/head.ts';
import { beginsLikeOnnx } from '../protobuf/onnx-head.ts';
import type { TensorflowVariant } from './facts.ts';

export const TENSORFLOW_SIGNS: Signs = { first: FIELD_ONE, endings: 'pb pbtxt meta index' };

export function claimsTensorflow(path: string, head: Uint8Array, size: number): boolean {
  return variantOf(path, head, size) !== null && !beginsLikeOnnx(head, size);
}

const BY_NAME: readonly (readonly [RegExp, TensorflowVariant])[] = [
  [/(?:^|\/)saved_model\.pb$/i, 'saved-model'],
  [/(?:^|\/)keras_metadata\.pb$/i, 'keras-metadata'],
  [/(?:^|\/)fingerprint\.pb$/i, 'fingerprint'],
];
/** Every name that says anything; most files have another, and are told by their bytes alone. */
const NAMED = /\.(?:pb|pbtxt|meta|index)$/i;
const META_NAME = /\.meta$/i;
const INDEX_NAME = /\.index$/i;
const TEXT_NAME = /\.pbtxt$/i;
/** Names that promise a graph in text form, so that what is none, or is cut, is said to be so. */
const TEXT_GRAPH_NAME = /(?:^|\/)(?:saved_model|[\w-]*graph[\w-]*)\.pbtxt$/i;
/** Core ML's first version begins with the same bytes; ONNX keeps its test data under the name of graphs. */
const OTHER_NAME = /\.mlmodel$|(?:^|\/)test_data_set_\d+\/[^/]*$/i;
/** Other files of such a name are told by their own: those of Yggdrasil Decision Forests. */
const PLAIN_NAME = /(?<!(?:^|[/_])(?:data_spec|header))\.pb$/i;
/** Blocks of the text form that only graphs have. */
const TEXT_GRAPH = /(?:^|[\s{}])(?:node|meta_graphs|graph_def|library|meta_info_def|saved_model_schema_version)\s*[:{]/;

/** What a file is to TensorFlow: by its name where loaders know one, else by its first fields; null for what is neither. */
export function variantOf(path: string, head: Uint8Array, size: number): TensorflowVariant | null {
  if (size === 0 || OTHER_NAME.test(path)) return null;
  if (!NAMED.test(path)) return byContent(head, size);
  const named = BY_NAME.find(([name]) => name.test(path));
  if (named !== undefined) return named[1];
  if (TEXT_GRAPH_NAME.test(path)) return 'text';
  if (TEXT_NAME.test(path)) return TEXT_GRAPH.test(new TextDecoder().decode(head)) ? 'text' : null;
  // The header stands first, under the empty key: nothing shared, nothing of its own.
  if (INDEX_NAME.test(path)) return head[0] === 0 && head[1] === 0 ? 'checkpoint-index' : null;
  const meaning = byContent(head, size) ?? (META_NAME.test(path) ? namedMeta(head, size) : null);
  if (meaning !== null) return META_NAME.test(path) && meaning !== 'saved-model' ? 'meta-graph' : meaning;
  return PLAIN_NAME.test(path) ? 'graph' : null;
}

/** A message that can be a graph with its information, under the name that TensorFlow gives these. */
function namedMeta(head: Uint8Array, size: number): TensorflowVariant | null {
  const fields = headFields(head, size);
  if (fields?.every(({ number, wire }) => number <= 7 && wire === 2) === true && fields.length > 0) return 'meta-graph';
  // Other bytes may stand behind it: then its first field is a message, too.
  const [first] = fieldsBeforeBreak(head, size) ?? [];
  if (first === undefined || first.number > 7 || first.wire !== 2 || first.length === 0) return null;
  return headFields(head, first.start + first.length, first.start) === null ? null : 'meta-graph';
}

function byContent(head: Uint8Array, size: number): TensorflowVariant | null {
  if (firstNumber(head) !== 1) return null;
  // Other bytes may stand behind them.
  const fields = headFields(head, size) ?? fieldsBeforeBreak(head, size);
  const [first, second] = fields ?? [];
  if (first === undefined) return null;
  // Version 1 and a graph with its information.
  if (first.number === 1 && first.wire === 0 && first.value === 1) {
    if (fields?.some(({ number }) => number >= 200)) return null;
    return second?.number === 2 && second.wire === 2 && head[second.start] === 0x0a ? 'saved-model' : null;
  }
  if (first.number !== 1 || first.wire !== 2) return null;
  if (startsWithNode(head, first.start, first.length)) return 'graph';
  return startsWithInformation(head, first.start, first.length) ? 'meta-graph' : null;
}

/** A node's name, then its operator. */
function startsWithNode(head: Uint8Array, start: number, length: number): boolean {
  const inner = headFields(head.subarray(0, start + length), start + length, start);
  const [name, operator] = inner ?? [];
  if (name?.number !== 1 || name.wire !== 2 || operator?.number !== 2 || operator.wire !== 2) return false;
  const text = new TextDecoder().decode(head.subarray(operator.start, operator.start + operator.length));
  return /^[A-Z_][A-Za-z0-9_>]*$/.test(text);
}

/** The list of the operators that a graph uses, each with its name. */
function startsWithInformation(head: Uint8Array, start: number, length: number): boolean {
  const list = headFields(head.subarray(0, start + length), start + length, start)?.find(({ number }) => number === 2);
  if (list === undefined || head[list.start] !== 0x0a) return false;
  const definition = headFields(head, list.start + list.length, list.start)?.[0];
  const name =
    definition === undefined
      ? undefined
      : headFields(head, definition.start + definition.length, definition.start)?.[0];
  return (
    name?.number === 1 &&
    name.wire === 2 &&
    /^[A-Z_][A-Za-z0-9_]*$/.test(new TextDecoder().decode(head.subarray(name.start, name.start + name.length)))
  );
}
