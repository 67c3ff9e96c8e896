import { createHash } from 'node:crypto';
import { MalformedError } from '../../kernel/bytes.ts';
import { isJsonObject, member } from '../../kernel/json.ts';
import { LIMITS } from '../../kernel/limits.ts';
import { bytesFor, gramIn } from './grams.ts';
import {
  aligned,
  DIGEST,
  MAGIC,
  MOST_PLACES,
  VERSION,
  type VerbatimDocument,
  type VerbatimIndex,
  WORD,
} from './layout.ts';
import { PRINT, WINDOW } from './prints.ts';

/** Bytes that need not be in memory. */
export interface ByteRanges {
  readonly size: number;
  /** Exactly so many bytes. Throws where they cannot be read. */
  read(offset: number, length: number): Uint8Array;
}

/** Fingerprints that are read together: a page of a disk, a filing card of the index. */
const BLOCK = 1024;
/** Blocks that stay in memory: a quarter of a megabyte. What is asked for once is often asked for again. */
const CACHED = 64;
/** Bytes of grams that are read together: two thousand letters. */
const GRAM_BLOCK = 512;

/**
 * Reads an index where it lies: of a fingerprint, two bits in a filter and one in a thousand stay in memory; the rest is
 * read when a text has such a fingerprint. All of it is gone through once, in pieces. Throws MalformedError.
 */
export function readVerbatimIndex(ranges: ByteRanges): VerbatimIndex {
  const { documents, count, letters, start } = headerOf(ranges);
  assertWhole(ranges);
  const bits = Math.min(31, Math.max(16, Math.ceil(Math.log2(8 * count + 1))));
  const filter = new Uint8Array(2 ** (bits - 3));
  const firsts = new Uint32Array(Math.ceil(count / BLOCK));
  const block = (at: number): Uint32Array =>
    wordsOf(ranges, start + WORD * BLOCK * at, Math.min(BLOCK, count - BLOCK * at));
  let before = 0;
  for (let at = 0; at < firsts.length; at++) {
    const prints = block(at);
    firsts[at] = prints[0] ?? 0;
    for (const print of prints) {
      if (print < before) throw new MalformedError('fingerprints are not in order', start + WORD * BLOCK * at);
      before = print;
      mark(filter, print >>> (32 - bits));
      mark(filter, other(print) >>> (32 - bits));
    }
  }
  const blockAt = cached(block);
  const grams = start + 2 * WORD * count;
  const gramsAt = cached((at: number) => ranges.read(grams + at, Math.min(GRAM_BLOCK, bytesFor(letters) - at)));
  return {
    documents,
    has: (print) => isMarked(filter, print >>> (32 - bits)) && isMarked(filter, other(print) >>> (32 - bits)),
    gramAt: (position) => {
      if (position < 0 || position >= letters) return -1;
      const byte = position >> 2;
      const within = byte % GRAM_BLOCK;
      return gramIn(gramsAt(byte - within)[within] ?? 0, position);
    },
    eachPlace: (print, at) => {
      let index = firstIn(firsts, blockAt, print);
      for (let found = 0; found < MOST_PLACES && index < count; found++, index++) {
        if (blockAt(Math.floor(index / BLOCK))[index % BLOCK] !== print) return;
        at(wordsOf(ranges, start + WORD * (count + index), 1)[0] ?? 0);
      }
    },
  };
}

/** Bytes that are hashed together. */
const PIECE = 1024 * 1024;

/** A byte that changed on a disk would let a text out, and nobody would see it. */
function assertWhole(ranges: ByteRanges): void {
  const end = ranges.size - DIGEST;
  const hash = createHash('sha256');
  for (let at = 0; at < end; at += PIECE) hash.update(ranges.read(at, Math.min(PIECE, end - at)));
  if (!hash.digest().equals(ranges.read(end, DIGEST)))
    throw new MalformedError('the index was changed after it was made', end);
}

/** Another number of the same fingerprint (Kirsch, Mitzenmacher: Less hashing, same performance, 2006). */
function other(print: number): number {
  return Math.imul(print ^ (print >>> 15), 0x9e3779b1) >>> 0;
}

function mark(filter: Uint8Array, bit: number): void {
  filter[bit >> 3] = (filter[bit >> 3] ?? 0) | (1 << (bit & 7));
}

function isMarked(filter: Uint8Array, bit: number): boolean {
  return ((filter[bit >> 3] ?? 0) & (1 << (bit & 7))) !== 0;
}

/** The place of the first fingerprint that is not less. */
function firstIn(firsts: Uint32Array, blockAt: (at: number) => Uint32Array, print: number): number {
  const at = Math.max(0, lowest(firsts, print) - 1);
  return at * BLOCK + (firsts.length === 0 ? 0 : lowest(blockAt(at), print));
}

function lowest(sorted: Uint32Array, print: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? 0) < print) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The last ones that were asked for. */
function cached<Part>(read: (at: number) => Part): (at: number) => Part {
  const kept = new Map<number, Part>();
  let [last, lastAt]: [Part | undefined, number] = [undefined, -1];
  return (at) => {
    if (last !== undefined && at === lastAt) return last;
    const known = kept.get(at) ?? read(at);
    [last, lastAt] = [known, at];
    kept.delete(at);
    kept.set(at, known);
    const [oldest] = kept.keys();
    if (kept.size > CACHED && oldest !== undefined) kept.delete(oldest);
    return known;
  };
}

/** Indexes are little-endian, as machines are. */
function wordsOf(ranges: ByteRanges, offset: number, count: number): Uint32Array {
  const bytes = ranges.read(offset, WORD * count);
  if (bytes.byteOffset % WORD === 0) return new Uint32Array(bytes.buffer, bytes.byteOffset, count);
  // A copy, which `slice` of a Buffer would not make.
  return new Uint32Array(new Uint8Array(bytes).buffer, 0, count);
}

function headerOf(ranges: ByteRanges) {
  const { size } = ranges;
  const first = Buffer.from(ranges.read(0, Math.min(size, MAGIC.length + WORD)));
  if (first.length < MAGIC.length + WORD || first.toString('latin1', 0, MAGIC.length) !== MAGIC)
    throw new MalformedError('this is no index of fingerprints', 0);
  const length = first.readUInt32LE(MAGIC.length);
  const end = MAGIC.length + WORD + length;
  if (end > size || length > LIMITS.document) throw new MalformedError('the header is cut off', MAGIC.length);
  const header = parsed(ranges.read(MAGIC.length + WORD, length));
  const count = member(header, 'prints');
  if (member(header, 'version') !== VERSION || member(header, 'print') !== PRINT || member(header, 'window') !== WINDOW)
    throw new MalformedError('this index was made by another version: make it again', MAGIC.length + WORD);
  const start = aligned(end);
  const letters = member(header, 'letters');
  if (!isCount(count) || !isCount(letters) || size !== start + 2 * WORD * count + bytesFor(letters) + DIGEST)
    throw new MalformedError('the index is cut off', start);
  const documents = member(header, 'documents');
  if (!Array.isArray(documents)) throw new MalformedError('the header names no documents', MAGIC.length + WORD);
  return { documents: documents.map(documentOf), count, letters, start };
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}

function documentOf(row: unknown): VerbatimDocument {
  const [name, start] = Array.isArray(row) ? (row as readonly unknown[]) : [];
  if (typeof name !== 'string' || typeof start !== 'number')
    throw new MalformedError('a document has no name', MAGIC.length + WORD);
  return { name, start };
}

function parsed(bytes: Uint8Array): unknown {
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    if (isJsonObject(value)) return value;
  } catch {}
  throw new MalformedError('the header is no JSON object', MAGIC.length + WORD);
}
