import { gunzipSync, inflateSync } from 'node:zlib';

/** Letters that base64 and hexadecimal of a program, or of what is compressed, begin with; and the bytes themselves. */
const ENCODED = /^(?:gA[I-V]|Z0F[I-V]|H4sI|eJ|eN|eA|eF|Y[2n]9z|Y3Bvc2l4|KGNv|800[2-5]|1f8b08|789c|78da|7801)/;
const FIRST: ReadonlySet<number> = new Set([0x80, 0x1f, 0x78, 0x63, 0x28, 0xc2, ...Buffer.from('gZHeYK817')]);
/** A program of the first protocols that looks something up at once. */
const OLD = /^\(?c[A-Za-z_][\w.]*\n[A-Za-z_][\w.]*\n/;
/** Shorter ones call nothing. */
const SHORTEST = 16;
const HIGHEST_PROTOCOL = 5;

/** Whether bytes, or a text of plain letters, may be a program, or one that is compressed or encoded. */
export function mayHold(head: Uint8Array, length: number): boolean {
  const [first = 0, second = 0] = head;
  if (length < SHORTEST || !FIRST.has(first)) return false;
  if (first === 0x80) return second >= 2 && second <= HIGHEST_PROTOCOL;
  if (first === 0x1f) return second === 0x8b;
  if (isLatin(first, second)) return true;
  if (first === 0x78 && (second & 0x20) === 0 && ((first << 8) | second) % 31 === 0) return true;
  const letters = latin(head.subarray(0, 200));
  return OLD.test(letters) || ENCODED.test(letters);
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
    if (first === 0x80 || OLD.test(latin(inside.subarray(0, 200)))) return inside;
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
