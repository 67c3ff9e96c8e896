import { OverBudgetError } from '../../kernel/budget.ts';
import { type ByteSource, MalformedError, sourceOf } from '../../kernel/bytes.ts';
import { LIMITS } from '../../kernel/limits.ts';
import { middleCut } from '../../kernel/printable.ts';
import { filesAmong, MOST, SHORTEST, type Stretch } from '../among-numbers.ts';
import type { Defect, Format, ReadContext, ReaderResult } from '../format.ts';
import { isMap } from '../xgboost/columns.ts';
import { brokenXgboost, isUnlearnt, isXgboost } from '../xgboost/model.ts';
import { claimsUbjson } from './claims.ts';
import { columnOf, numberAt, scalarAt, type UbjValue, WIDTHS } from './value.ts';

/**
 * Universal Binary JSON (ubjson.org, draft 12), which XGBoost writes for `.ubj`; every byte has to belong to the one
 * value. Numbers of one type are left where they lie.
 *
 * Defects: `repeated-key` (an object says one key twice, and readers take one or the other), `broken-model` (a model of
 * XGBoost that contradicts itself).
 */
export const ubjsonFormat: Format<'ubjson'> = { id: 'ubjson', claims: claimsUbjson, read };

const DEEPEST = 64;

interface Walk {
  readonly bytes: Uint8Array;
  readonly view: DataView;
  readonly budget: ReadContext['budget'];
  at: number;
  values: number;
  readonly defects: Defect[];
  readonly stretches: Stretch[];
}

/** A container that is open: what it holds so far, how many values are to come (null: until its end marker), and of which type. */
interface Frame {
  readonly object: Record<string, UbjValue> | null;
  readonly list: UbjValue[];
  left: number | null;
  readonly type: string | null;
}

async function read(source: ByteSource, { budget }: ReadContext): Promise<ReaderResult<'ubjson'>> {
  if (source.size > 4 * LIMITS.document) throw new OverBudgetError(`a document of ${source.size} bytes`);
  const bytes = await source.read(0, source.size);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const walk: Walk = { bytes, view, budget, at: 0, values: 0, defects: [], stretches: [] };
  const value = walkValue(walk);
  if (walk.at !== bytes.length) throw new MalformedError(`${bytes.length - walk.at} bytes after the value`, walk.at);
  const xgboost = isXgboost(value);
  const broken = xgboost ? brokenXgboost(value) : isUnlearnt(value) ? 'a version, and nothing learnt' : null;
  if (broken !== null) walk.defects.push({ code: 'broken-model', message: broken, offset: 0 });
  return {
    facts: { format: 'ubjson', values: walk.values, keys: keysOf(value), xgboost },
    parts: await filesAmong(sourceOf(bytes), walk.stretches),
    defects: walk.defects,
    coverage: 'whole',
  };
}

function keysOf(value: UbjValue): readonly string[] {
  if (!isMap(value)) return [];
  return Object.keys(value)
    .slice(0, LIMITS.findingsOfARule)
    .map((key) => middleCut(key, LIMITS.quotation));
}

function walkValue(walk: Walk): UbjValue {
  const open: Frame[] = [];
  const value = enter(walk, open, marker(walk));
  for (let frame = open.at(-1); frame !== undefined; frame = open.at(-1)) {
    if (frame.left === 0 || (frame.left === null && peek(walk) === (frame.object === null ? ']' : '}'))) {
      if (frame.left === null) walk.at += 1;
      open.pop();
      continue;
    }
    if (frame.left !== null) frame.left -= 1;
    if (frame.object === null) frame.list.push(enter(walk, open, frame.type ?? marker(walk)));
    else putMember(walk, frame.object, text(walk), () => enter(walk, open, frame.type ?? marker(walk)));
  }
  return value;
}

function putMember(walk: Walk, object: Record<string, UbjValue>, key: string, value: () => UbjValue): void {
  const at = walk.at;
  if (Object.hasOwn(object, key) && walk.defects.length === 0) {
    walk.defects.push({
      code: 'repeated-key',
      message: `the key ${middleCut(key, LIMITS.quotation)} stands twice`,
      offset: at,
    });
  }
  // Set as its own whatever it is called.
  Object.defineProperty(object, key, { value: value(), enumerable: true, writable: true, configurable: true });
}

/** A scalar; or a container, opened, that fills as the walk goes on. */
function enter(walk: Walk, open: Frame[], type: string): UbjValue {
  walk.budget.spend('opcodes', 1);
  if (walk.values++ % 4096 === 0) walk.budget.checkTime();
  const width = WIDTHS.get(type);
  if (width !== undefined) {
    const at = walk.at;
    skip(walk, width);
    return scalarAt(walk.view, at, type);
  }
  if (type === 'S' || type === 'H') return text(walk);
  if (type === '{' || type === '[') return openContainer(walk, open, type === '{');
  throw new MalformedError('a marker that UBJSON does not have', walk.at - 1);
}

function openContainer(walk: Walk, open: Frame[], isObject: boolean): UbjValue {
  if (open.length >= DEEPEST) throw new OverBudgetError(`values nested deeper than ${DEEPEST}`);
  const typed = peek(walk) === '$';
  let type: string | null = null;
  if (typed) {
    walk.at += 1;
    type = marker(walk);
    if (peek(walk) !== '#') throw new MalformedError('a type without a count', walk.at);
  }
  const object = isObject ? {} : null;
  const list: UbjValue[] = [];
  if (peek(walk) !== '#') {
    open.push({ object, list, left: null, type });
    return object ?? list;
  }
  walk.at += 1;
  const count = length(walk);
  if (count > walk.bytes.length - walk.at) throw new MalformedError('more values than bytes', walk.at);
  const width = type === null ? undefined : WIDTHS.get(type);
  if (!isObject && type !== null && width !== undefined && width > 0) {
    const start = walk.at;
    skip(walk, count * width);
    return columnOf(walk.view, start, count, type);
  }
  open.push({ object, list, left: count, type });
  return object ?? list;
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

function text(walk: Walk): string {
  const size = length(walk);
  const start = walk.at;
  skip(walk, size);
  if (size >= SHORTEST && walk.stretches.length < MOST)
    walk.stretches.push({ name: `text at ${start}`, start, size, bytes: true });
  return new TextDecoder().decode(walk.bytes.subarray(start, Math.min(walk.at, start + 4096)));
}

function skip(walk: Walk, size: number): void {
  if (size > walk.bytes.length - walk.at) throw new MalformedError(`${size} bytes that are not there`, walk.at);
  walk.at += size;
}
