import type { Budget } from '../../kernel/budget.ts';
import { type ByteSource, MalformedError } from '../../kernel/bytes.ts';

/** What every blob begins with, and at which steps blobs and their values lie. */
const SENTINEL = 0xdead_beef;
const STEP = 64;
const VERSION = 2;
/** Bits of a value by its type (coremltools 9.0, milstoragepython, MILBlob: BlobDataType). */
const BITS: readonly number[] = [0, 16, 32, 8, 8, 16, 16, 16, 4, 1, 2, 4, 3, 6, 32, 32, 8, 8];
const PADDING = 64 * 1024;

/** Weights of a program: a count, a version and nothing else up to the first blob. */
export function isWeights(head: Uint8Array): boolean {
  if (head.length < 2 * STEP) return false;
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  return view.getUint32(STEP, true) === SENTINEL && isHead(head);
}

function isHead(head: Uint8Array): boolean {
  return viewOf(head).getUint32(4, true) === VERSION && head.subarray(8, STEP).every((byte) => byte === 0);
}

/**
 * Proves that blobs tile a file of weights (`weights/weight.bin` of a package): each with its type and size, its values
 * right behind it, and nothing but noughts up to the next. Throws MalformedError.
 */
export async function readWeights(source: ByteSource, budget: Budget): Promise<number> {
  if (source.size < STEP || !isHead(await source.read(0, STEP))) throw new MalformedError('no head of weights', 0);
  const [count] = await words(source, 0, 4);
  let at = STEP;
  for (let blob = 0; blob < (count ?? 0); blob++) {
    budget.spend('entries', 1);
    budget.checkTime();
    at = await blobEnd(source, at, budget);
    const next = Math.ceil(at / STEP) * STEP;
    if (next <= source.size) at = await zeros(source, at, next);
  }
  if (at < source.size) throw new MalformedError(`${source.size - at} bytes behind the last weights`, at);
  return count ?? 0;
}

async function blobEnd(source: ByteSource, at: number, budget: Budget): Promise<number> {
  if (at + STEP > source.size) throw new MalformedError('weights that are not there', at);
  const [sentinel, type = 0] = await words(source, at, 8);
  const view = viewOf(await source.read(at + 8, STEP - 8));
  const [size, values, spare] = [0, 8, 16].map((offset) => Number(view.getBigUint64(offset, true)));
  if (sentinel !== SENTINEL || size === undefined || values === undefined || spare === undefined)
    throw new MalformedError('no beginning of weights', at);
  const bits = BITS[type] ?? 0;
  if (bits === 0) throw new MalformedError(`weights of type ${type}`, at + 4);
  if (values !== at + STEP) throw new MalformedError('weights that lie elsewhere', at + 16);
  if (size > source.size - values) throw new MalformedError('weights reach past the end', at + 8);
  const isWhole = bits >= 8 ? spare === 0 && (size * 8) % bits === 0 : spare < 8 && (size * 8 - spare) % bits === 0;
  if (!isWhole) throw new MalformedError('weights of no whole number of values', at + 8);
  await zeros(source, at + 32, values);
  budget.spend('opcodes', 1);
  return values + size;
}

/** Where the noughts end. */
async function zeros(source: ByteSource, from: number, end: number): Promise<number> {
  for (let at = from; at < end; at += PADDING) {
    const bytes = await source.read(at, Math.min(PADDING, end - at));
    const filled = bytes.findIndex((byte) => byte !== 0);
    if (filled >= 0) throw new MalformedError('bytes between the weights', at + filled);
  }
  return end;
}

async function words(source: ByteSource, at: number, length: number): Promise<readonly number[]> {
  const view = viewOf(await source.read(at, length));
  return Array.from({ length: length / 4 }, (_, index) => view.getUint32(4 * index, true));
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
