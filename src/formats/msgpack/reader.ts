import { OverBudgetError } from '../../kernel/budget.ts';
import { type ByteSource, MalformedError, sliceOf, sourceOf } from '../../kernel/bytes.ts';
import { LIMITS } from '../../kernel/limits.ts';
import { middleCut } from '../../kernel/printable.ts';
import { fileIn, filesAmong, MOST, SHORTEST, type Stretch } from '../among-numbers.ts';
import type { Defect, Format, Part, ReadContext, ReaderResult } from '../format.ts';
import { claimsMsgpack } from './claims.ts';

/**
 * MessagePack (msgpack.org, specification of 2013) as Flax writes it: one map of names to arrays. Walked without
 * building it; array values are skipped over.
 *
 * Parts: bytes that begin like a pickle or a zip, since weights never do.
 * Defects: `trailing-bytes` (after the one value); `array` (a Flax array whose header and bytes disagree);
 * `object-array` (elements that are Python objects); `repeated-key`, `text` (what msgpack's own reader refuses, or takes the last of).
 */
export const msgpackFormat: Format<'msgpack'> = {
  id: 'msgpack',
  claims: claimsMsgpack,
  read,
};

/** Nesting of real checkpoints stays under 30. */
const DEEPEST = 128;
/** Bytes of a value that are looked at in memory: headers of arrays, keys. */
const HEADER = 4096;
const PAGE = 64 * 1024;

interface Walk {
  readonly source: ByteSource;
  readonly budget: ReadContext['budget'];
  page: Uint8Array;
  pageStart: number;
  at: number;
  values: number;
  /** Of the map whose key comes next; null where a value comes. */
  keys: Set<string> | null;
  readonly extensions: Set<number>;
  readonly dtypes: Set<string>;
  readonly oddKeys: Set<string>;
  readonly parts: Part[];
  /** Values of arrays, and bytes. */
  readonly stretches: Stretch[];
  readonly defects: Defect[];
}

/** An open array or map: how many values are still to come, and whether the next is a key. */
interface Frame {
  left: number;
  readonly map: boolean;
  /** Of a map, the texts among its keys so far. */
  keys?: Set<string>;
}

/** Keys of a map that are held against each other; parameters of the largest layers are some hundred. */
const MOST_KEYS = 10_000;

async function read(source: ByteSource, { budget }: ReadContext): Promise<ReaderResult<'msgpack'>> {
  const walk: Walk = {
    source,
    budget,
    page: new Uint8Array(0),
    pageStart: 0,
    at: 0,
    values: 0,
    keys: null,
    extensions: new Set(),
    dtypes: new Set(),
    oddKeys: new Set(),
    parts: [],
    stretches: [],
    defects: [],
  };
  await walkValue(walk);
  if (walk.at < source.size) {
    walk.defects.push({
      code: 'trailing-bytes',
      message: `${source.size - walk.at} bytes after the value`,
      offset: walk.at,
    });
  }
  return {
    facts: {
      format: 'msgpack',
      values: walk.values,
      extensions: [...walk.extensions],
      dtypes: [...walk.dtypes],
      oddKeys: [...walk.oddKeys],
    },
    parts: [...walk.parts, ...(await filesAmong(source, walk.stretches))],
    defects: walk.defects,
    coverage: 'structure',
  };
}

async function walkValue(walk: Walk): Promise<void> {
  const open: Frame[] = [{ left: 1, map: false }];
  for (let frame = open.at(-1); frame !== undefined; frame = open.at(-1)) {
    if (frame.left === 0) {
      open.pop();
      continue;
    }
    const isKey = frame.map && frame.left % 2 === 0;
    frame.left -= 1;
    walk.budget.spend('opcodes', 1);
    if (walk.values++ % 4096 === 0) walk.budget.checkTime();
    if (isKey) frame.keys ??= new Set();
    walk.keys = isKey ? (frame.keys ?? null) : null;
    const inner = await readValue(walk, isKey);
    if (inner === null) continue;
    if (open.length > DEEPEST) throw new OverBudgetError(`values nested deeper than ${DEEPEST}`);
    if (inner.left > walk.source.size - walk.at) throw new MalformedError('more values than bytes', walk.at);
    open.push(inner);
  }
}

type Kind = 'array' | 'map' | 'text' | 'bytes' | 'extension';
/** First bytes that are followed by a length: what follows, and the length's width. */
const SIZED: ReadonlyMap<number, readonly [Kind, number]> = new Map<number, readonly [Kind, number]>([
  [0xc4, ['bytes', 1]],
  [0xc5, ['bytes', 2]],
  [0xc6, ['bytes', 4]],
  [0xc7, ['extension', 1]],
  [0xc8, ['extension', 2]],
  [0xc9, ['extension', 4]],
  [0xd9, ['text', 1]],
  [0xda, ['text', 2]],
  [0xdb, ['text', 4]],
  [0xdc, ['array', 2]],
  [0xdd, ['array', 4]],
  [0xde, ['map', 2]],
  [0xdf, ['map', 4]],
]);
/** Numbers: their width after the first byte. */
const FIXED: ReadonlyMap<number, number> = new Map([
  [0xc0, 0],
  [0xc2, 0],
  [0xc3, 0],
  [0xca, 4],
  [0xcb, 8],
  [0xcc, 1],
  [0xcd, 2],
  [0xce, 4],
  [0xcf, 8],
  [0xd0, 1],
  [0xd1, 2],
  [0xd2, 4],
  [0xd3, 8],
]);

async function readValue(walk: Walk, isKey: boolean): Promise<Frame | null> {
  const first = (await take(walk, 1))[0] ?? 0;
  if (first < 0x80 || first >= 0xe0) return null;
  if (first < 0x90) return { left: 2 * (first & 0x0f), map: true };
  if (first < 0xa0) return { left: first & 0x0f, map: false };
  if (first < 0xc0) return readSized(walk, 'text', first & 0x1f, isKey);
  const fixed = FIXED.get(first);
  if (fixed !== undefined) {
    await take(walk, fixed);
    return null;
  }
  if (first >= 0xd4 && first <= 0xd8) return readSized(walk, 'extension', 2 ** (first - 0xd4), isKey);
  const sized = SIZED.get(first);
  if (sized === undefined) throw new MalformedError('a byte that begins no value', walk.at - 1);
  const [kind, width] = sized;
  return readSized(walk, kind, bigEndian(await take(walk, width)), isKey);
}

async function readSized(walk: Walk, kind: Kind, length: number, isKey: boolean): Promise<Frame | null> {
  if (kind === 'array') return { left: length, map: false };
  if (kind === 'map') return { left: 2 * length, map: true };
  const type = kind === 'extension' ? ((await take(walk, 1))[0] ?? 0) : 0;
  const start = walk.at;
  if (start + length > walk.source.size) throw new MalformedError(`${length} bytes that are not there`, start);
  const head = await take(walk, Math.min(length, HEADER));
  walk.at = start + length;
  const letters = kind === 'text' && !isKey && length >= SHORTEST_LETTERS && walk.parts.length < LIMITS.findingsOfARule;
  const file = letters ? await fileIn(`text at ${start}`, sliceOf(walk.source, start, length)) : null;
  if (file !== null) walk.parts.push(file);
  if (kind === 'text') noteText(walk, head, { isKey, start, whole: length === head.length });
  else if (kind === 'bytes') await noteBytes(walk, head, start, length);
  else noteExtension(walk, type, head, start, length);
  return null;
}

/** A pickle in letters has some dozens. */
const SHORTEST_LETTERS = 48;

const ODD_KEY = /^__\w+__$/;
/** Flax cuts large arrays into pieces under this name (flax/serialization.py). */
const FLAX_KEYS: ReadonlySet<string> = new Set(['__msgpack_chunked_array__']);

interface Placed {
  readonly isKey: boolean;
  readonly start: number;
  /** Whether all of the text is at hand. */
  readonly whole: boolean;
}

function noteText({ oddKeys, keys, defects }: Walk, head: Uint8Array, { isKey, start, whole }: Placed): void {
  if (whole && defects.length < LIMITS.findingsOfARule && !isUtf8(head))
    defects.push({ code: 'text', message: 'a text that is no UTF-8', offset: start });
  if (!isKey) return;
  const text = new TextDecoder().decode(head);
  if (whole && keys?.has(text) === true && defects.length < LIMITS.findingsOfARule)
    defects.push({
      code: 'repeated-key',
      message: `two values of ${middleCut(text, LIMITS.quotation)}`,
      offset: start,
    });
  else if (whole && keys !== null && keys.size < MOST_KEYS) keys.add(text);
  if (oddKeys.size >= LIMITS.findingsOfARule) return;
  if (ODD_KEY.test(text) && !FLAX_KEYS.has(text)) oddKeys.add(middleCut(text, LIMITS.quotation));
}

/** A pickle with its protocol, a zip: something that is loaded on its own. */
async function noteBytes(
  { source, parts, stretches, budget }: Walk,
  head: Uint8Array,
  start: number,
  length: number,
): Promise<void> {
  const [a, b, c] = head;
  const pickle = a === 0x80 && b !== undefined && b <= 5;
  const zip = a === 0x50 && b === 0x4b && c === 3;
  if (!pickle && !zip) {
    if (length >= SHORTEST && stretches.length < MOST)
      stretches.push({ name: `bytes at ${start}`, start, size: length, bytes: true });
    else if (length >= SHORTEST) budget.leave(length);
    return;
  }
  if (length > LIMITS.document) throw new OverBudgetError(`a file of ${length} bytes in a value`);
  parts.push({ name: `bytes at ${start}`, bytes: sourceOf(await source.read(start, length)) });
}

const FLAX_ARRAY = 1;
const FLAX_SCALAR = 3;

/** Flax (serialization.py, `_ndarray_to_bytes`): shape, name of the element type, bytes, packed once more. */
function noteExtension(walk: Walk, type: number, head: Uint8Array, start: number, length: number): void {
  walk.extensions.add(type > 127 ? type - 256 : type);
  if (type !== FLAX_ARRAY && type !== FLAX_SCALAR) return;
  const array = readArray(head);
  if (array === null) {
    walk.defects.push({ code: 'array', message: 'an array without shape, type and bytes', offset: start });
    return;
  }
  walk.dtypes.add(array.dtype);
  if (array.bytes >= SHORTEST && array.end <= length && walk.stretches.length < MOST)
    walk.stretches.push({
      name: `values at ${start}`,
      start: start + array.end - array.bytes,
      size: array.bytes,
      bytes: WIDTHS.get(array.dtype) === 1,
    });
  const width = WIDTHS.get(array.dtype);
  if (/^(?:object|O)/.test(array.dtype) || array.dtype.includes('|O')) {
    walk.defects.push({ code: 'object-array', message: 'an array of Python objects', offset: start });
  } else if (width === undefined) {
    walk.defects.push({ code: 'array', message: `an array of ${middleCut(array.dtype, 40)}`, offset: start });
  } else {
    const wanted = array.shape.reduce((product, side) => product * side, width);
    if (wanted !== array.bytes || array.end !== length) {
      walk.defects.push({ code: 'array', message: `an array of ${wanted} bytes has ${array.bytes}`, offset: start });
    }
  }
}

const WIDTHS: ReadonlyMap<string, number> = new Map([
  ...[
    'bool',
    'int8',
    'uint8',
    'float8_e4m3fn',
    'float8_e5m2',
    'float8_e4m3b11fnuz',
    'float8_e4m3fnuz',
    'float8_e5m2fnuz',
    'int4',
    'uint4',
    'b1',
  ].map((name): [string, number] => [name, 1]),
  ...['int16', 'uint16', 'float16', 'bfloat16'].map((name): [string, number] => [name, 2]),
  ...['int32', 'uint32', 'float32'].map((name): [string, number] => [name, 4]),
  ...['int64', 'uint64', 'float64', 'complex64'].map((name): [string, number] => [name, 8]),
  ['complex128', 16],
]);

interface PackedArray {
  readonly shape: readonly number[];
  readonly dtype: string;
  readonly bytes: number;
  /** Where the bytes end, counted from the start of the extension. */
  readonly end: number;
}

/** The header of a packed array: an array of three; shape as an array of numbers, a text, bytes. Null for anything else. */
function readArray(head: Uint8Array): PackedArray | null {
  let at = 0;
  const byte = (): number => head[at++] ?? -1;
  const wide = (width: number): number => {
    at += width;
    return bigEndian(head.subarray(at - width, at));
  };
  if (byte() !== 0x93) return null;
  const sides = byte();
  if (sides < 0x90 || sides > 0x9f) return null;
  const shape: number[] = [];
  for (let index = 0; index < (sides & 0x0f); index++) {
    const first = byte();
    const width = first < 0x80 ? 0 : [1, 2, 4, 8][first - 0xcc];
    if (first < 0 || width === undefined) return null;
    shape.push(width === 0 ? first : wide(width));
  }
  const text = byte();
  const length = text >= 0xa0 && text <= 0xbf ? text & 0x1f : text === 0xd9 ? byte() : -1;
  if (length < 0) return null;
  const dtype = new TextDecoder().decode(head.subarray(at, at + length));
  at += length;
  const kind = byte();
  const width = [1, 2, 4][kind - 0xc4];
  if (width === undefined) return null;
  const bytes = wide(width);
  return at > head.length ? null : { shape, dtype, bytes, end: at + bytes };
}

async function take(walk: Walk, length: number): Promise<Uint8Array> {
  const { source, at } = walk;
  if (at + length > source.size) throw new MalformedError('a value is cut short', at);
  if (at < walk.pageStart || at + length > walk.pageStart + walk.page.length) {
    walk.page = await source.read(at, Math.min(PAGE, source.size - at));
    walk.pageStart = at;
  }
  walk.at += length;
  return walk.page.subarray(at - walk.pageStart, at - walk.pageStart + length);
}

function bigEndian(bytes: Uint8Array): number {
  return bytes.reduce((value, one) => value * 256 + one, 0);
}

function isUtf8(bytes: Uint8Array): boolean {
  if (bytes.every((byte) => byte < 0x80)) return true;
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
