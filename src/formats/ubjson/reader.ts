import { OverBudgetError } from '../../kernel/budget.ts';
import { type ByteSource, MalformedError } from '../../kernel/bytes.ts';
import { LIMITS } from '../../kernel/limits.ts';
import { middleCut } from '../../kernel/printable.ts';
import type { Format, ReadContext, ReaderResult } from '../format.ts';

/**
 * Universal Binary JSON (ubjson.org, draft 12), which XGBoost writes for `.ubj`. Walked without building it; every byte
 * has to belong to the one value.
 */
export const ubjsonFormat: Format<'ubjson'> = { id: 'ubjson', claims, read };

const NAMED = /\.ubj$/i;

/** An object whose first key has its length as int64 or as one byte: JSON never has these bytes after its brace. */
function claims(path: string, head: Uint8Array, size: number): boolean {
  const [first, second, third] = head;
  // BentoML calls texts of LightGBM so.
  if (NAMED.test(path)) return size > 0 && !isLightgbm(head);
  if (first !== 0x7b || (second !== 0x4c && second !== 0x69 && second !== 0x55)) return false;
  return second !== 0x4c || third === 0;
}

const LIGHTGBM = new TextEncoder().encode('tree\nversion=');

function isLightgbm(head: Uint8Array): boolean {
  return LIGHTGBM.every((byte, at) => head[at] === byte);
}

const DEEPEST = 64;
const WIDTHS: ReadonlyMap<string, number> = new Map([
  ...['Z', 'N', 'T', 'F'].map((marker): [string, number] => [marker, 0]),
  ...['i', 'U', 'C'].map((marker): [string, number] => [marker, 1]),
  ['I', 2],
  ...['l', 'd'].map((marker): [string, number] => [marker, 4]),
  ...['L', 'D'].map((marker): [string, number] => [marker, 8]),
]);

interface Walk {
  readonly bytes: Uint8Array;
  readonly view: DataView;
  readonly budget: ReadContext['budget'];
  at: number;
  values: number;
  readonly keys: string[];
}

/** A container that is open: how many values are to come (null: until its end marker), and of which type. */
interface Frame {
  readonly object: boolean;
  left: number | null;
  readonly type: string | null;
}

async function read(source: ByteSource, { budget }: ReadContext): Promise<ReaderResult<'ubjson'>> {
  if (source.size > 4 * LIMITS.document) throw new OverBudgetError(`a document of ${source.size} bytes`);
  const bytes = await source.read(0, source.size);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const walk: Walk = { bytes, view, budget, at: 0, values: 0, keys: [] };
  walkValue(walk);
  if (walk.at !== bytes.length) throw new MalformedError(`${bytes.length - walk.at} bytes after the value`, walk.at);
  const xgboost = walk.keys.includes('learner') && walk.keys.includes('version');
  return {
    facts: { format: 'ubjson', values: walk.values, keys: walk.keys, xgboost },
    parts: [],
    defects: [],
    coverage: 'whole',
  };
}

function walkValue(walk: Walk): void {
  const open: Frame[] = [];
  enter(walk, open, marker(walk));
  for (let frame = open.at(-1); frame !== undefined; frame = open.at(-1)) {
    if (frame.left === 0 || (frame.left === null && peek(walk) === (frame.object ? '}' : ']'))) {
      if (frame.left === null) walk.at += 1;
      open.pop();
      continue;
    }
    if (frame.left !== null) frame.left -= 1;
    if (frame.object) {
      const key = text(walk);
      if (open.length === 1 && walk.keys.length < LIMITS.findingsOfARule)
        walk.keys.push(middleCut(key, LIMITS.quotation));
    }
    enter(walk, open, frame.type ?? marker(walk));
  }
}

/** Reads a scalar past; opens a container. */
function enter(walk: Walk, open: Frame[], type: string): void {
  walk.budget.spend('opcodes', 1);
  if (walk.values++ % 4096 === 0) walk.budget.checkTime();
  const width = WIDTHS.get(type);
  if (width !== undefined) skip(walk, width);
  else if (type === 'S' || type === 'H') text(walk);
  else if (type === '{' || type === '[') openContainer(walk, open, type === '{');
  else throw new MalformedError('a marker that UBJSON does not have', walk.at - 1);
}

function openContainer(walk: Walk, open: Frame[], object: boolean): void {
  if (open.length >= DEEPEST) throw new OverBudgetError(`values nested deeper than ${DEEPEST}`);
  const typed = peek(walk) === '$';
  let type: string | null = null;
  if (typed) {
    walk.at += 1;
    type = marker(walk);
    if (peek(walk) !== '#') throw new MalformedError('a type without a count', walk.at);
  }
  if (peek(walk) !== '#') {
    open.push({ object, left: null, type });
    return;
  }
  walk.at += 1;
  const count = length(walk);
  const width = type === null ? undefined : WIDTHS.get(type);
  if (!object && width !== undefined) {
    skip(walk, count * width);
    return;
  }
  if (count > walk.bytes.length - walk.at) throw new MalformedError('more values than bytes', walk.at);
  open.push({ object, left: count, type });
}

function marker(walk: Walk): string {
  let found = peek(walk);
  walk.at += 1;
  // A no-op may stand between values.
  while (found === 'N') {
    found = peek(walk);
    walk.at += 1;
  }
  return found;
}

function peek({ bytes, at }: Walk): string {
  const byte = bytes[at];
  if (byte === undefined) throw new MalformedError('a value is cut short', at);
  return String.fromCharCode(byte);
}

/** A length: any whole number, not negative. */
function length(walk: Walk): number {
  const type = marker(walk);
  const start = walk.at;
  const width = WIDTHS.get(type);
  if (width === undefined || !'iUIlL'.includes(type)) throw new MalformedError('no length', start);
  skip(walk, width);
  const value = numberAt(walk.view, start, type);
  if (!Number.isSafeInteger(value) || value < 0) throw new MalformedError('a length that cannot be', start);
  return value;
}

function numberAt(view: DataView, at: number, type: string): number {
  if (type === 'U') return view.getUint8(at);
  if (type === 'i') return view.getInt8(at);
  if (type === 'I') return view.getInt16(at, false);
  return type === 'l' ? view.getInt32(at, false) : Number(view.getBigInt64(at, false));
}

function text(walk: Walk): string {
  const size = length(walk);
  const start = walk.at;
  skip(walk, size);
  return new TextDecoder().decode(walk.bytes.subarray(start, Math.min(walk.at, start + 4096)));
}

function skip(walk: Walk, size: number): void {
  if (size > walk.bytes.length - walk.at) throw new MalformedError(`${size} bytes that are not there`, walk.at);
  walk.at += size;
}
