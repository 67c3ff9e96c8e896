import { createHash } from 'node:crypto';
import { LIMITS } from '../../kernel/limits.ts';
import { canonicalOf } from '../view/canonical.ts';
import { createGramWriter } from './grams.ts';
import { lettersUnjoined } from './joints.ts';
import { aligned, DIGEST, MAGIC, VERSION, type VerbatimDocument, type VerbatimIndex, WORD } from './layout.ts';
import { lettersOf } from './letters.ts';
import { createWinnower, PRINT, WINDOW } from './prints.ts';
import { readVerbatimIndex } from './read-index.ts';
import { createStretches } from './stretches.ts';

export type { VerbatimIndex } from './layout.ts';
export { type ByteRanges, readVerbatimIndex } from './read-index.ts';

/** Between two documents, so that no text seems to go on from one to the other. */
const APART = 1024;

export interface IndexBuilder {
  /** Adds a part of a document; parts of the same name in a row belong together. */
  add(name: string, part: string): void;
  /** The index as it goes to disk. `add` throws a RangeError past `LIMITS.verbatimPrints`. */
  bytes(): Uint8Array;
}

/** Lines that are longer are read in parts. */
const LONG_LINE = 4096;

/** Eight bytes are held for each fingerprint, and a quarter of one for each letter: about as many as the corpus has characters. */
export function createIndexBuilder(): IndexBuilder {
  const documents: VerbatimDocument[] = [];
  let [pairs, count, position] = [new BigUint64Array(4096), 0, 0];
  let [name, winnower, before] = ['', createWinnower(() => undefined), ''];
  const grams = createGramWriter();
  const stretches = createStretches();
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
    const canonical = canonicalOf(text, 0).text;
    const letters = lettersOf(canonical);
    winnower.read(letters);
    grams.write(letters, position);
    position += letters.count;
    const joined: number[] = [];
    stretches.read(
      lettersUnjoined(canonical, (letter) => joined.push(letter)),
      joined,
    );
  };
  /** What is left of the document, and its stretches without what stood between their words. */
  const close = () => {
    read(before);
    before = '';
    for (const letters of stretches.take()) {
      position += APART;
      grams.begin();
      grams.write(letters, position);
      createWinnower(keep(position)).read(letters);
      position += letters.count;
    }
  };
  const open = (given: string) => {
    close();
    if (documents.length > 0) position += APART;
    documents.push({ name: given, start: position });
    grams.begin();
    [name, winnower, before] = [given, createWinnower(keep(position)), ''];
  };
  return {
    add: (given, part) => {
      if (documents.length === 0 || given !== name) open(given);
      // Canonical forms are made of whole lines: a part may end within a character.
      const text = before + part;
      const line = text.lastIndexOf('\n') + 1;
      const end = text.length - line > LONG_LINE ? text.length - 64 : line;
      before = text.slice(end);
      read(text.slice(0, end));
    },
    bytes: () => {
      close();
      const sorted = pairs.slice(0, count).sort();
      return written(documents, sorted, { letters: position, grams: grams.bytes(position) });
    },
  };
}

function written(
  documents: readonly VerbatimDocument[],
  sorted: BigUint64Array,
  { letters, grams }: { readonly letters: number; readonly grams: Uint8Array },
): Uint8Array {
  const header = Buffer.from(
    JSON.stringify({
      version: VERSION,
      print: PRINT,
      window: WINDOW,
      prints: sorted.length,
      letters,
      documents: documents.map(({ name, start }) => [name, start]),
    }),
  );
  const start = aligned(MAGIC.length + WORD + header.length);
  const behind = start + 2 * WORD * sorted.length;
  const end = behind + grams.length;
  const bytes = Buffer.alloc(end + DIGEST);
  bytes.set(grams, behind);
  bytes.write(MAGIC, 'latin1');
  bytes.writeUInt32LE(header.length, MAGIC.length);
  header.copy(bytes, MAGIC.length + WORD);
  sorted.forEach((pair, index) => {
    bytes.writeUInt32LE(Number(pair >> 32n), start + WORD * index);
    bytes.writeUInt32LE(Number(pair & 0xffffffffn), start + WORD * (sorted.length + index));
  });
  bytes.set(createHash('sha256').update(bytes.subarray(0, end)).digest(), end);
  return bytes;
}

/** An index that is in memory already. Throws MalformedError. */
export function verbatimIndexOf(bytes: Uint8Array): VerbatimIndex {
  return readVerbatimIndex({
    size: bytes.length,
    read: (offset, length) => bytes.subarray(offset, offset + length),
  });
}
