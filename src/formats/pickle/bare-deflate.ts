import { constants, inflateRawSync } from 'node:zlib';

/** Order in which the lengths of the code of lengths stand (RFC 1951, 3.2.7). */
const ORDER = 19;
/** A code is whole when its words fill all of so many, of seven bits at most. */
const WHOLE = 128;
const [FIXED, DYNAMIC] = [1, 2];
/** Most literals and distances that a block declares. */
const [MOST_LITERALS, MOST_DISTANCES] = [29, 29];
/** What is inflated to see how it begins. */
const GLANCE = 64;

/**
 * How bytes go on that may be deflated without a header, which nothing tells but that they can be: null for what begins no
 * block of Huffman codes, as all but one in some hundred arrays of numbers.
 */
export function bareDeflateStart(head: Uint8Array): Uint8Array | null {
  const [first = 0, second = 0, third = 0] = head;
  const kind = (first >> 1) & 3;
  if (kind !== FIXED && kind !== DYNAMIC) return null;
  if (kind === FIXED && !beginsAsProgram(first, second, third)) return null;
  if (kind === DYNAMIC && !isWholeCode(head)) return null;
  try {
    const options = { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: 1024 * 1024 };
    const start = inflateRawSync(head, options).subarray(0, GLANCE);
    return start.length < 4 ? null : start;
  } catch {
    return null;
  }
}

/** With codes that stand in the standard: `\x80` and a protocol from 2 to 5, eight bits each, the highest first. */
function beginsAsProgram(first: number, second: number, third: number): boolean {
  const bits = first | (second << 8) | (third << 16);
  const word = (at: number): number => {
    let value = 0;
    for (let bit = 0; bit < 8; bit++) value = (value << 1) | ((bits >> (at + bit)) & 1);
    return value - 0x30;
  };
  return word(3) === 0x80 && word(11) >= 2 && word(11) <= 5;
}

/** With codes of its own: these are told by lengths, whose own code has to fill its words. */
function isWholeCode(head: Uint8Array): boolean {
  const bit = (at: number): number => ((head[at >> 3] ?? 0) >> (at & 7)) & 1;
  const number = (at: number, width: number): number => {
    let value = 0;
    for (let index = 0; index < width; index++) value |= bit(at + index) << index;
    return value;
  };
  if (number(3, 5) > MOST_LITERALS || number(8, 5) > MOST_DISTANCES) return false;
  const lengths = Math.min(number(13, 4) + 4, ORDER);
  let filled = 0;
  for (let index = 0; index < lengths; index++) {
    const length = number(17 + 3 * index, 3);
    if (length > 0) filled += WHOLE >> length;
  }
  return filled === WHOLE;
}

/** All of it; null for what is none to its end, or more than `most` bytes. */
export function inflatedBare(bytes: Uint8Array, most: number): Uint8Array | null {
  try {
    return inflateRawSync(bytes, { maxOutputLength: most });
  } catch {
    return null;
  }
}
