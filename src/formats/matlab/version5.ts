import { inflateSync } from 'node:zlib';
import { OverBudgetError } from '../../kernel/budget.ts';
import { type ByteSource, MalformedError } from '../../kernel/bytes.ts';
import { LIMITS } from '../../kernel/limits.ts';
import type { ReadContext } from '../format.ts';
import type { MatlabFacts } from './facts.ts';

const HEADER = 128;
const TAG = 8;
const MATRIX = 14;
const COMPRESSED = 15;
/** Classes of arrays that hold arrays, or more than data (MAT-File Format, 'Array Types'). */
const CELL = 1;
const STRUCT = 2;
const OBJECT = 3;
const SPARSE = 5;
const LAST_NUMBER = 15;
const LIVE: ReadonlyMap<number, string> = new Map([
  [OBJECT, 'object'],
  [16, 'function handle'],
  [17, 'object'],
]);
const DEPTH = 64;
/** A variable is read whole; one that is stored as it is and larger is known by its beginning. */
const BEGINNING = 64 * 1024;

interface Walk {
  readonly little: boolean;
  readonly context: ReadContext;
  readonly live: string[];
}

/** Reads MAT-files of version 5 (MathWorks, MAT-File Format, chapter 1). Throws MalformedError and OverBudgetError. */
export async function readVersion5(source: ByteSource, context: ReadContext): Promise<Omit<MatlabFacts, 'format'>> {
  const header = await source.read(0, HEADER);
  const mark = Buffer.from(header.subarray(126)).toString('latin1');
  if (mark !== 'IM' && mark !== 'MI') throw new MalformedError('no mark of the byte order', 126);
  const walk: Walk = { little: mark === 'IM', context, live: [] };
  let variables = 0;
  for (let at = HEADER; at < source.size; variables++) {
    context.budget.checkTime();
    context.budget.spend('opcodes', 1);
    if (at + TAG > source.size) throw new MalformedError('a variable is cut off', at);
    const { type, length } = tagOf(viewOf(await source.read(at, TAG)), 0, walk.little);
    if (at + TAG + length > source.size) throw new MalformedError('a variable reaches past the end', at);
    if (length > LIMITS.memberInflated) throw new OverBudgetError(`a variable of ${length} bytes`);
    if (type === COMPRESSED) inflated(await source.read(at + TAG, length), at, walk);
    else if (type === MATRIX) matrix(viewOf(await source.read(at + TAG, length)), walk, 0);
    else throw new MalformedError(`a variable of the unknown type ${type}`, at);
    at += TAG + length;
  }
  return { version: 5, variables, live: walk.live };
}

function inflated(bytes: Uint8Array, at: number, walk: Walk): void {
  const most = Math.min(LIMITS.memberInflated, Math.max(BEGINNING, bytes.length * LIMITS.inflateRatio));
  let content: Uint8Array;
  try {
    content = inflateSync(bytes, { maxOutputLength: most });
  } catch (error) {
    if (error instanceof RangeError) throw new OverBudgetError(`a variable of more than ${most} bytes`);
    throw new MalformedError('a variable that does not inflate', at);
  }
  walk.context.budget.spend('inflated', content.length);
  const view = viewOf(content);
  if (view.byteLength < TAG) throw new MalformedError('a variable of nothing', at);
  const { type, length } = tagOf(view, 0, walk.little);
  if (type !== MATRIX || TAG + length !== content.length) throw new MalformedError('a variable of another size', at);
  matrix(new DataView(view.buffer, view.byteOffset + TAG, length), walk, 0);
}

interface Element {
  readonly type: number;
  readonly start: number;
  readonly length: number;
  readonly next: number;
}

/** The elements of an array: flags, dimensions, name, and what its class adds. */
function* elements(view: DataView, little: boolean): Iterable<Element> {
  for (let at = 0; at < view.byteLength; ) {
    if (at + TAG > view.byteLength) throw new MalformedError('an array is cut off', at);
    const { type, length, small } = tagOf(view, at, little);
    const start = at + (small ? 4 : TAG);
    const next = small ? at + TAG : start + Math.ceil(length / 8) * 8;
    if (start + length > view.byteLength) throw new MalformedError('a part of an array reaches past it', at);
    yield { type, start, length, next };
    at = next;
  }
}

function matrix(view: DataView, walk: Walk, depth: number): void {
  walk.context.budget.spend('opcodes', 1);
  if (depth > DEPTH) throw new OverBudgetError(`arrays nested deeper than ${DEPTH}`);
  if (view.byteLength === 0) return;
  const parts = [...elements(view, walk.little)];
  const [flags] = parts;
  if (flags === undefined || flags.length < 4) throw new MalformedError('an array without a class', 0);
  const kind = view.getUint32(flags.start, walk.little) & 0xff;
  const live = LIVE.get(kind);
  if (live !== undefined) walk.live.push(`${live} ${nameOf(view, parts[live === 'object' && kind === 17 ? 1 : 2])}`);
  else if (kind > LAST_NUMBER || kind === 0) throw new MalformedError(`an array of the unknown class ${kind}`, 0);
  const holds = kind === CELL || kind === STRUCT || live !== undefined;
  for (const { type, start, length } of parts.slice(1)) {
    if (type === MATRIX && holds) matrix(new DataView(view.buffer, view.byteOffset + start, length), walk, depth + 1);
    else if (type === MATRIX || type === COMPRESSED) throw new MalformedError('an array within numbers', start);
  }
  // Flags, sizes, a name, where the elements of a sparse one stand, and their two parts where they are complex.
  if (kind >= SPARSE && kind <= LAST_NUMBER && parts.length > (kind === SPARSE ? 7 : 6))
    throw new MalformedError('parts of no array', 0);
}

function nameOf(view: DataView, part: Element | undefined): string {
  if (part === undefined) return '';
  return Buffer.from(view.buffer, view.byteOffset + part.start, Math.min(part.length, 256)).toString('latin1');
}

function tagOf(view: DataView, at: number, little: boolean): { type: number; length: number; small: boolean } {
  const word = view.getUint32(at, little);
  const small = word >>> 16;
  if (small === 0) return { type: word, length: view.getUint32(at + 4, little), small: false };
  if (small > 4) throw new MalformedError('a small part of more than four bytes', at);
  return { type: word & 0xffff, length: small, small: true };
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
