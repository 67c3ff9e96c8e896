import type { ByteSource } from '../kernel/bytes.ts';
import type { Unreadable } from './inventory.ts';

/** A text that is shorter says nothing. */
const SHORTEST = 8;
/** Texts that are longer are cut where a reader says that they break. */
const LOOKED_AT = 4 * 1024 * 1024;
/** How files begin before their first byte that is none of a text: archives, programs, weights, pictures and sounds. */
const LETTERS = /(?:PK|7z|BZh[1-9]|MZ|GGUF|RIFF|GIF8[79]a|OggS|ustar)$/;
const LONGEST_LETTERS = 8;
/** Readers that broke, and where: each place is tried once. */
const MOST = 4;

/**
 * Where bytes may be cut which nobody could read to their end: where something else begins (`fronts`), at the places where readers broke, and where they are no text
 * any more. Loaders that go forwards (a shell, a stream of records) carry out what stands before, so that bytes put behind a
 * file must not take it from sight.
 */
export async function cutsOf(
  bytes: ByteSource,
  refused: readonly Unreadable[],
  fronts: readonly number[],
): Promise<readonly number[]> {
  const end = await endOfText(bytes);
  const told = refused.flatMap(({ reason, format, offset, soundTo }) => {
    if (reason !== 'malformed') return [];
    // The letters that a file begins with, and that a text may hold, are what was put behind this text.
    const begun = format === 'text' && end < offset && offset - end <= LONGEST_LETTERS;
    return [begun ? end : (soundTo ?? offset)];
  });
  const cuts = new Set([...fronts, ...told.sort((a, b) => b - a), end]);
  return [...cuts].filter((cut) => cut >= SHORTEST && cut < bytes.size).slice(0, MOST);
}

/** The first byte that no text holds, or that is no UTF-8, and not the letters of a file that begins there. */
async function endOfText(source: ByteSource): Promise<number> {
  const bytes = await source.read(0, Math.min(source.size, LOOKED_AT));
  const control = bytes.findIndex((byte) => (byte < 0x20 ? byte !== 0x1b && (byte < 9 || byte > 13) : byte === 0x7f));
  const plain = control < 0 ? bytes : bytes.subarray(0, control);
  const end = validUpTo(plain);
  const letters = Buffer.from(plain.subarray(Math.max(0, end - LONGEST_LETTERS), end)).toString('latin1');
  return end - (control < 0 && end === bytes.length ? 0 : (LETTERS.exec(letters)?.[0].length ?? 0));
}

/** Bytes of UTF-8 from the start on: a letter that is cut off at the end is none. */
function validUpTo(bytes: Uint8Array): number {
  let at = 0;
  while (at < bytes.length) {
    const size = letterAt(bytes, at);
    if (size === 0) return at;
    at += size;
  }
  return at;
}

/** Bytes of the letter that begins here, or 0 (Unicode 15, table 3-7). */
function letterAt(bytes: Uint8Array, at: number): number {
  const first = bytes[at] ?? 0;
  if (first < 0x80) return 1;
  const size =
    first >= 0xc2 && first < 0xe0 ? 2 : first >= 0xe0 && first < 0xf0 ? 3 : first >= 0xf0 && first < 0xf5 ? 4 : 0;
  if (size === 0 || at + size > bytes.length) return 0;
  const second = bytes[at + 1] ?? 0;
  const least = first === 0xe0 ? 0xa0 : first === 0xf0 ? 0x90 : 0x80;
  const most = first === 0xed ? 0x9f : first === 0xf4 ? 0x8f : 0xbf;
  if (second < least || second > most) return 0;
  for (let index = at + 2; index < at + size; index++) if (((bytes[index] ?? 0) & 0xc0) !== 0x80) return 0;
  return size;
}
