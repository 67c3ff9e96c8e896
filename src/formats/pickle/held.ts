import { gunzipSync, inflateSync } from 'node:zlib';

/** Letters that base64 and hexadecimal of a program, or of what is compressed, begin with; and the bytes themselves. */
const ENCODED = /^(?:gA[I-V]|Z0F[I-V]|H4sI|eJ|eN|eA|eF|Y[2n]9z|Y3Bvc2l4|KGNv|800[2-5]|1f8b08|789c|78da|7801)/;
/** Their second letters, by the first: nearly every text is told from them by these two alone. */
const SECOND: ReadonlyMap<number, string> = new Map(
  Object.entries({ g: 'A', Z: '0', H: '4', e: 'JNAF', Y: '2n3', K: 'G', 8: '0', 1: 'f', 7: '8' }).map(
    ([first, seconds]) => [first.charCodeAt(0), seconds],
  ),
);
const NEWLINE = 0x0a;
/** Names of a module and of what is in it end within so many letters. */
const LONGEST_NAME = 200;
/** A program of the first protocols that looks something up at once. */
const OLD = /^\(?c[A-Za-z_][\w.]*\n[A-Za-z_][\w.]*\n/;
/** Shorter ones call nothing. */
const SHORTEST = 16;
const HIGHEST_PROTOCOL = 5;

/** Whether bytes, or a text of plain letters, may be a program, or one that is compressed or encoded. */
export function mayHold(head: Uint8Array, length: number): boolean {
  const [first = 0, second = 0] = head;
  if (length < SHORTEST) return false;
  if (first === 0x80) return second >= 2 && second <= HIGHEST_PROTOCOL;
  if (first === 0x1f) return second === 0x8b;
  if (isLatin(first, second)) return true;
  if (first === 0x78 && (second & 0x20) === 0 && ((first << 8) | second) % 31 === 0) return true;
  // `c`, or `(c`: a look-up in lines.
  if (first === 0x63 || first === 0x28)
    return head.subarray(0, LONGEST_NAME).includes(NEWLINE) && OLD.test(latin(head.subarray(0, LONGEST_NAME)));
  return SECOND.get(first)?.includes(String.fromCharCode(second)) === true && ENCODED.test(latin(head.subarray(0, 8)));
}

/** 0x80, or 0x78 and 0x9c, as letters in UTF-8: how protocols up to 2 write bytes. */
function isLatin(first: number, second: number): boolean {
  return (first === 0xc2 && second === 0x80) || (first === 0x78 && second === 0xc2);
}

/** Layers that are taken off; nobody needs more to hide something. */
const MOST_LAYERS = 4;

/** The program within them, its layers of compression and encoding taken off; null where there is none of at most `most` bytes. */
export function unwrapped(bytes: Uint8Array, most: number): Uint8Array | null {
  let inside = bytes;
  for (let layer = 0; layer <= MOST_LAYERS; layer++) {
    const [first = 0, second = 0] = inside;
    if (first === 0x80 || OLD.test(latin(inside.subarray(0, LONGEST_NAME)))) return inside;
    const next =
      first === 0x1f && second === 0x8b
        ? inflated(() => gunzipSync(inside, { maxOutputLength: most }))
        : isLatin(first, second)
          ? Buffer.from(Buffer.from(inside).toString('utf8'), 'latin1')
          : first === 0x78 && ((first << 8) | second) % 31 === 0
            ? inflated(() => inflateSync(inside, { maxOutputLength: most }))
            : decoded(inside);
    if (next === null) return null;
    inside = next;
  }
  return null;
}

/** What is no stream of that kind, or too large a one, holds nothing that is looked for. */
function inflated(inflate: () => Uint8Array): Uint8Array | null {
  try {
    return inflate();
  } catch {
    return null;
  }
}

function decoded(bytes: Uint8Array): Uint8Array | null {
  const text = latin(bytes);
  if (/^(?:[0-9a-fA-F]{2})+$/.test(text)) return Buffer.from(text, 'hex');
  return /^[A-Za-z0-9+/_\s-]+=*\s*$/.test(text) ? Buffer.from(text, 'base64') : null;
}

function latin(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}
