import type { ByteSource } from '../kernel/bytes.ts';
import type { Unreadable } from './inventory.ts';

/** A text that is shorter says nothing. */
const SHORTEST = 8;
/** Texts that are longer are cut where a reader says that they break. */
const LOOKED_AT = 4 * 1024 * 1024;
/** Readers that broke, and where: each place is tried once. */
const MOST = 4;

/**
 * Where bytes may be cut which nobody could read to their end: at the places where readers broke, and where they are no text
 * any more. Loaders that go forwards (a shell, a stream of records) carry out what stands before, so that bytes put behind a
 * file must not take it from sight.
 */
export async function cutsOf(bytes: ByteSource, refused: readonly Unreadable[]): Promise<readonly number[]> {
  const told = refused.flatMap(({ reason, offset, soundTo }) => (reason === 'malformed' ? [soundTo ?? offset] : []));
  const cuts = new Set([...told.sort((a, b) => b - a), await endOfText(bytes)]);
  return [...cuts].filter((cut) => cut >= SHORTEST && cut < bytes.size).slice(0, MOST);
}

/** The first byte that no text holds, or that is no UTF-8. */
async function endOfText(source: ByteSource): Promise<number> {
  const bytes = await source.read(0, Math.min(source.size, LOOKED_AT));
  const control = bytes.findIndex((byte) => (byte < 0x20 ? byte !== 0x1b && (byte < 9 || byte > 13) : byte === 0x7f));
  const plain = control < 0 ? bytes : bytes.subarray(0, control);
  return validUpTo(plain);
}

/** Bytes of UTF-8 from the start on: a letter that is cut off at the end is none. */
function validUpTo(bytes: Uint8Array): number {
  let [good, step] = [0, bytes.length];
  // Halves what is not known to be valid, whose first part must begin where a letter does.
  while (step > 0 && good < bytes.length) {
    const end = Math.min(bytes.length, good + step);
    if (isUtf8(bytes.subarray(good, end))) good = end;
    else step = Math.floor(step / 2);
  }
  return good;
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
