import { MalformedError } from '../../kernel/bytes.ts';
import { isJsonObject, member } from '../../kernel/json.ts';
import { LIMITS } from '../../kernel/limits.ts';
import { canonicalOf } from '../view/canonical.ts';
import { lettersOf } from './letters.ts';
import { createWinnower, PRINT, WINDOW } from './prints.ts';

/** Fingerprints of the texts of a corpus, by value. Positions count the letters of all documents in a row. */
export interface VerbatimIndex {
  readonly documents: readonly VerbatimDocument[];
  /** Whether the fingerprint may be there: answers in a nanosecond, and is seldom wrong. */
  has(print: number): boolean;
  /** Calls back with the positions where the fingerprint ends: the first eight of them. */
  eachPlace(print: number, at: (position: number) => void): void;
}

export interface VerbatimDocument {
  readonly name: string;
  /** The position of its first letter. */
  readonly start: number;
}

const MAGIC = 'WBVERB1\n';
const VERSION = 1;
const WORD = 4;
/** Between two documents, so that no text seems to go on from one to the other. */
const APART = 1024;
/** A phrase that stands everywhere tells nothing. */
const MOST_PLACES = 8;

export interface IndexBuilder {
  /** Adds a part of a document; parts of the same name in a row belong together. */
  add(name: string, part: string): void;
  /** The index as it goes to disk. `add` throws a RangeError past `LIMITS.verbatimPrints`. */
  bytes(): Uint8Array;
}

/** Eight bytes are held for each fingerprint: about as many as the corpus has characters. */
export function createIndexBuilder(): IndexBuilder {
  const documents: VerbatimDocument[] = [];
  let [pairs, count, position] = [new BigUint64Array(4096), 0, 0];
  let [name, winnower, before] = ['', createWinnower(() => undefined), ''];
  const keep = (start: number) => (print: number, letter: number) => {
    if (count >= LIMITS.verbatimPrints) throw new RangeError('the corpus has too many fingerprints');
    if (count === pairs.length) {
      const larger = new BigUint64Array(2 * count);
      larger.set(pairs);
      pairs = larger;
    }
    pairs[count++] = (BigInt(print) << 32n) | BigInt(start + letter);
  };
  const read = (text: string) => {
    const letters = lettersOf(canonicalOf(text, 0).text);
    winnower.read(letters);
    position += letters.count;
  };
  const open = (given: string) => {
    read(before);
    if (documents.length > 0) position += APART;
    documents.push({ name: given, start: position });
    [name, winnower, before] = [given, createWinnower(keep(position)), ''];
  };
  return {
    add: (given, part) => {
      if (documents.length === 0 || given !== name) open(given);
      // Canonical forms are made of whole lines: a part may end within a character.
      const text = before + part;
      const end = Math.max(text.lastIndexOf('\n') + 1, text.length - 64);
      before = text.slice(end);
      read(text.slice(0, end));
    },
    bytes: () => {
      read(before);
      before = '';
      const sorted = pairs.slice(0, count).sort();
      return written(documents, sorted);
    },
  };
}

function written(documents: readonly VerbatimDocument[], sorted: BigUint64Array): Uint8Array {
  const header = Buffer.from(
    JSON.stringify({
      version: VERSION,
      print: PRINT,
      window: WINDOW,
      prints: sorted.length,
      documents: documents.map(({ name, start }) => [name, start]),
    }),
  );
  const start = aligned(MAGIC.length + WORD + header.length);
  const bytes = Buffer.alloc(start + 2 * WORD * sorted.length);
  bytes.write(MAGIC, 'latin1');
  bytes.writeUInt32LE(header.length, MAGIC.length);
  header.copy(bytes, MAGIC.length + WORD);
  sorted.forEach((pair, index) => {
    bytes.writeUInt32LE(Number(pair >> 32n), start + WORD * index);
    bytes.writeUInt32LE(Number(pair & 0xffffffffn), start + WORD * (sorted.length + index));
  });
  return bytes;
}

function aligned(length: number): number {
  return Math.ceil(length / WORD) * WORD;
}

/** Reads an index, without copying its fingerprints where the machine allows. Throws MalformedError. */
export function verbatimIndexOf(bytes: Uint8Array): VerbatimIndex {
  const { documents, count, start } = headerOf(bytes);
  const prints = wordsOf(bytes, start, count);
  const places = wordsOf(bytes, start + WORD * count, count);
  const bits = Math.min(31, Math.max(16, Math.ceil(Math.log2(8 * count + 1))));
  const filter = new Uint8Array(2 ** (bits - 3));
  for (let index = 0; index < count; index++) {
    const print = prints[index] ?? 0;
    if (index > 0 && print < (prints[index - 1] ?? 0))
      throw new MalformedError('fingerprints are not in order', start + WORD * index);
    const bit = print >>> (32 - bits);
    filter[bit >> 3] = (filter[bit >> 3] ?? 0) | (1 << (bit & 7));
  }
  return {
    documents,
    has: (print) => {
      const bit = print >>> (32 - bits);
      return ((filter[bit >> 3] ?? 0) & (1 << (bit & 7))) !== 0;
    },
    eachPlace: (print, at) => {
      const first = firstOf(prints, print);
      for (let index = first; index < first + MOST_PLACES && prints[index] === print; index++) at(places[index] ?? 0);
    },
  };
}

function firstOf(prints: Uint32Array, print: number): number {
  let [low, high] = [0, prints.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((prints[middle] ?? 0) < print) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Indexes are little-endian, as machines are. */
function wordsOf(bytes: Uint8Array, start: number, count: number): Uint32Array {
  const offset = bytes.byteOffset + start;
  if (offset % WORD === 0) return new Uint32Array(bytes.buffer, offset, count);
  return new Uint32Array(bytes.slice(start, start + WORD * count).buffer, 0, count);
}

function headerOf(bytes: Uint8Array) {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (buffer.length < MAGIC.length + WORD || buffer.toString('latin1', 0, MAGIC.length) !== MAGIC)
    throw new MalformedError('this is no index of fingerprints', 0);
  const length = buffer.readUInt32LE(MAGIC.length);
  const end = MAGIC.length + WORD + length;
  if (end > buffer.length) throw new MalformedError('the header is cut off', MAGIC.length);
  const header = parsed(buffer.subarray(MAGIC.length + WORD, end));
  const count = member(header, 'prints');
  if (member(header, 'version') !== VERSION || member(header, 'print') !== PRINT || member(header, 'window') !== WINDOW)
    throw new MalformedError('this index was made by another version: make it again', MAGIC.length + WORD);
  const start = aligned(end);
  if (typeof count !== 'number' || !Number.isSafeInteger(count) || buffer.length !== start + 2 * WORD * count)
    throw new MalformedError('the index is cut off', start);
  const documents = member(header, 'documents');
  if (!Array.isArray(documents)) throw new MalformedError('the header names no documents', MAGIC.length + WORD);
  return { documents: documents.map(documentOf), count, start };
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
