import type { ByteSource } from '../../kernel/bytes.ts';
import type { Attribute } from './attributes.ts';
import type { Reading } from './messages.ts';

/**
 * PyTables keeps objects as rows of bytes that it unpickles (tables/atom.py, ObjectAtom); pandas keeps columns of objects
 * so. Whether an attribute says so of its data set: `PSEUDOATOM` that names no text, and `FLAVOR` in files of version 1.
 * PyTables unpickles attributes too, so that what is no plain word may be any.
 */
export function saysPickled({ name, value }: Attribute): boolean {
  if (name !== 'PSEUDOATOM' && name !== 'FLAVOR') return false;
  if (value === null) return name === 'PSEUDOATOM';
  const text = Buffer.from(value).toString('latin1').replace(/\0+$/, '');
  return name === 'PSEUDOATOM'
    ? !/^(?:vlstring|vlunicode)$/.test(text)
    : !/^[A-Za-z]*$/.test(text) || text === 'Object';
}

const STEP = 1024 * 1024;
const SIGNATURE = Buffer.from('GCOL');
/** One pickled row; beyond, nothing that describes a model. */
const LONGEST = 256 * 1024 * 1024;

export interface HeapRow {
  readonly at: number;
  readonly size: number;
}

/**
 * The objects of every global heap of a file (specification III.E) that may be pickles. References to them lie among the
 * values of data sets, behind whatever filters; so that nothing is missed, each heap is taken, wherever it stands.
 */
export async function* heapRows(source: ByteSource, reading: Reading, pickled: boolean): AsyncIterable<HeapRow> {
  const walk: Walk = { source, reading, pickled, walked: new Map() };
  for (let start = 0; start < source.size; start += STEP) {
    reading.step();
    const block = Buffer.from(await source.read(start, Math.min(STEP + SIGNATURE.length, source.size - start)));
    for (let at = block.indexOf(SIGNATURE); at >= 0 && at < STEP; at = block.indexOf(SIGNATURE, at + 1))
      yield* rowsOf(walk, start + at);
  }
}

interface Walk {
  readonly source: ByteSource;
  readonly reading: Reading;
  readonly pickled: boolean;
  /** Objects that were come by, and up to where: heaps that lie within each other have the same ones from some place on. */
  readonly walked: Map<number, number>;
}

/** Objects that are kept; the next one is walked again. */
const MOST_WALKED = 200_000;

async function* rowsOf(
  { source, reading: { superblock, step }, pickled, walked }: Walk,
  start: number,
): AsyncIterable<HeapRow> {
  const width = superblock.lengths;
  const head = 8 + width;
  if (start + head > source.size) return;
  const whole = number(await source.read(start, head), 8, width);
  const end = Math.min(start + whole, source.size);
  for (let at = start + head; at + head <= end; ) {
    step();
    if ((walked.get(at) ?? 0) >= end) return;
    if (walked.size < MOST_WALKED) walked.set(at, end);
    const entry = await source.read(at, head);
    const size = number(entry, 8, width);
    if (number(entry, 0, 2) === 0 || size > end - at) return;
    if (size > 0 && (!pickled || (await mayBePickle(source, at + head, size))))
      yield { at: at + head, size: Math.min(size, LONGEST) };
    at += head + Math.ceil(size / 8) * 8;
  }
}

function number(bytes: Uint8Array, from: number, width: number): number {
  let value = 0;
  for (let at = width - 1; at >= 0; at--) value = value * 256 + (bytes[from + at] ?? 0);
  return value;
}

/** First operations of programs: a version, a mark, an empty collection, a name, a text, a number, a constant. */
const FIRST = new Set([
  0x80,
  ...Buffer.from('(])}cipISVFLMJKNGTUXBC\x88\x89\x8a\x8b\x8c\x8d\x8e\x8f\x95\x96PQ\x82\x83\x84', 'latin1'),
]);
const STOP = 0x2e;

/** Rows of numbers may begin so too, and seldom in files that hold objects; rows of text are read as text. */
async function mayBePickle(source: ByteSource, at: number, size: number): Promise<boolean> {
  const bytes = await source.read(at, Math.min(size, STEP));
  const [first = 0, second = 0] = bytes;
  if (!FIRST.has(first) || (first === 0x80 && second > 5) || isWideText(bytes)) return false;
  return size > STEP || bytes.includes(STOP);
}

/** UTF-32, as PyTables keeps texts: with so many zeros no program can name anything. */
function isWideText(bytes: Uint8Array): boolean {
  return bytes.length % 4 === 0 && bytes.every((byte, at) => byte === 0 || at % 4 < 2);
}
