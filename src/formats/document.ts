import { OverBudgetError } from '../kernel/budget.ts';
import { type ByteSource, MalformedError } from '../kernel/bytes.ts';
import { LIMITS } from '../kernel/limits.ts';

/** All bytes of a document that has to be read whole. Throws OverBudgetError past LIMITS.document. */
export async function readDocument(bytes: ByteSource): Promise<Uint8Array> {
  if (bytes.size > LIMITS.document) {
    throw new OverBudgetError(`a document of ${bytes.size} bytes; at most ${LIMITS.document} are read`);
  }
  return bytes.read(0, bytes.size);
}

/** The text of UTF-8, without a byte order mark. Throws MalformedError at the first byte that is none. */
export function decodeUtf8(bytes: Uint8Array): string {
  try {
    return strictDecoder().decode(bytes);
  } catch (cause) {
    const offset = firstBadByte(bytes);
    throw new MalformedError(`byte ${offset} is no UTF-8`, offset, { cause });
  }
}

/**
 * Whether a text can begin with one of `characters` after white space, as far as bytes tell: a head is decoded for a
 * closer look only then. What begins a character beyond ASCII (0xc2 and up) may be white space.
 */
export function mayBeginWith(head: Uint8Array, characters: string): boolean {
  let at = 0;
  while (head[at] === 0x20 || ((head[at] ?? 0) >= 0x09 && (head[at] ?? 0) <= 0x0d)) at += 1;
  const first = head[at];
  return first !== undefined && (first >= 0xc2 || characters.includes(String.fromCharCode(first)));
}

function strictDecoder(): InstanceType<typeof TextDecoder> {
  return new TextDecoder('utf-8', { fatal: true });
}

/** Small enough to go through byte by byte, large enough that the search stays linear in practice. */
const CHUNK = 4096;

function firstBadByte(bytes: Uint8Array): number {
  const decoder = strictDecoder();
  for (let start = 0; start < bytes.length; start += CHUNK) {
    try {
      decoder.decode(bytes.subarray(start, start + CHUNK), { stream: true });
    } catch {
      return firstBadByteFrom(bytes, characterStart(bytes, start));
    }
  }
  return characterStart(bytes, bytes.length - 1);
}

function firstBadByteFrom(bytes: Uint8Array, start: number): number {
  const decoder = strictDecoder();
  for (let at = start; at < bytes.length; at++) {
    try {
      decoder.decode(bytes.subarray(at, at + 1), { stream: true });
    } catch {
      return at;
    }
  }
  return bytes.length;
}

/** `at`, or the lead byte before it when `at` may be in the middle of a character (which is four bytes at most). */
function characterStart(bytes: Uint8Array, at: number): number {
  for (let start = at; start >= Math.max(0, at - 3); start--) {
    const byte = bytes[start];
    if (byte !== undefined && (byte & 0xc0) !== 0x80) return start;
  }
  return at;
}
