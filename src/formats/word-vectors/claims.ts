import { LIMITS } from '../../kernel/limits.ts';
import { bytesAt } from '../magic.ts';

export function claimsWordVectors(_path: string, head: Uint8Array, size: number): boolean {
  return isFastText(head) || isWord2vec(head, size) || isTextVectors(head, size);
}

/** How models of fastText begin. */
export const MAGIC = [0xba, 0x16, 0x4f, 0x2f];

export function isFastText(head: Uint8Array): boolean {
  return bytesAt(head, 0, MAGIC);
}

/** `words dimension`, as `word2vec.c` writes it before the vectors. */
export const HEADER = /^(\d{1,9}) (\d{1,5})\r?\n/;

/** Text with the same first line holds no bytes that text never has. */
export function isWord2vec(head: Uint8Array, size: number): boolean {
  const first = head[0] ?? 0;
  const header = first < 0x30 || first > 0x39 ? null : HEADER.exec(latin1(head.subarray(0, 24)));
  if (header === null) return false;
  const [line, words, dimension] = header;
  const least = Number(words) * (1 + 4 * Number(dimension));
  return Number(dimension) > 0 && size >= line.length + least && head.some((byte) => byte < 0x09 || byte === 0x7f);
}

const LEAST_DIMENSION = 8;
/** `words dimension`, which word2vec and fastText write and GloVe does not. */
export const COUNTS = /^\d+ \d+ ?\r?$/;

/** Vectors as text that is too long to be read as a document; anything shorter is text like any other. */
export function isTextVectors(head: Uint8Array, size: number): boolean {
  if (size <= LIMITS.document) return false;
  const text = new TextDecoder('latin1').decode(head);
  // The last line goes on behind the head: as far as its last whole number.
  const lines = text.slice(0, Math.max(text.lastIndexOf('\n'), text.lastIndexOf(' '))).split('\n');
  const dimensions = (COUNTS.test(lines[0] ?? '') ? lines.slice(1) : lines).map(dimensionOf);
  const [first = 0] = dimensions;
  return first >= LEAST_DIMENSION && dimensions.slice(0, -1).every((dimension) => dimension === first);
}

/** How many numbers follow the word. */
export function dimensionOf(line: string): number {
  const fields = line.trimEnd().split(' ').slice(1);
  return fields.every((field) => /^[-+]?[\d.]+(?:[eE][-+]?\d+)?$/.test(field)) ? fields.length : 0;
}

export function latin1(bytes: Uint8Array): string {
  return new TextDecoder('latin1').decode(bytes);
}
