/** Ways in which a list of numbers may hold a byte each: how wide they are, and how one is read. */
interface Spelling {
  readonly width: number;
  readonly at: (view: DataView, position: number) => number;
}

/** Wide ones first: what they read as a byte is one and noughts in narrower ones. */
const SPELLINGS: readonly Spelling[] = [
  { width: 8, at: (view, at) => Number(view.getBigUint64(at, true)) },
  { width: 4, at: (view, at) => view.getUint32(at, true) },
  { width: 2, at: (view, at) => view.getUint16(at, true) },
  { width: 8, at: (view, at) => Number(view.getBigUint64(at, false)) },
  { width: 4, at: (view, at) => view.getUint32(at, false) },
  { width: 2, at: (view, at) => view.getUint16(at, false) },
  { width: 4, at: (view, at) => view.getFloat32(at, true) },
  { width: 8, at: (view, at) => view.getFloat64(at, true) },
  { width: 4, at: (view, at) => view.getFloat32(at, false) },
  { width: 8, at: (view, at) => view.getFloat64(at, false) },
  { width: 2, at: (view, at) => half(view.getUint16(at, true)) },
  { width: 2, at: (view, at) => brain(view.getUint16(at, true)) },
];
/** Numbers that have to be bytes before the others are looked at. */
const FEW = 6;

type Narrowing = (bytes: Uint8Array) => Uint8Array | null;

/** How numbers that begin so are read as a byte each; null where they are wider than that. */
export function narrowed(head: Uint8Array): Narrowing | null {
  if (head.every((byte) => byte === 0)) return null;
  for (const spelling of SPELLINGS) {
    const few = Math.floor(Math.min(head.length, FEW * spelling.width) / spelling.width);
    const first = few < FEW ? null : bytesOf(head.subarray(0, few * spelling.width), spelling);
    if (first !== null && first[0] !== 0) return (bytes) => bytesOf(bytes, spelling);
  }
  const numbers = varints(head.subarray(0, FEW * 2));
  return numbers !== null && numbers[0] !== undefined && numbers[0] >= 0x80 ? varints : null;
}

/** As many as are bytes: what follows them belongs to something else. */
function bytesOf(bytes: Uint8Array, { width, at }: Spelling): Uint8Array | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const plain = new Uint8Array(Math.floor(bytes.length / width));
  for (let index = 0; index < plain.length; index++) {
    const value = at(view, index * width);
    if (!(value >= 0 && value <= 255) || !Number.isInteger(value)) return index < FEW ? null : plain.subarray(0, index);
    plain[index] = value;
  }
  return plain;
}

/** Numbers as messages of protobuf pack them: those from 128 take two bytes, the second of which is 1. */
function varints(bytes: Uint8Array): Uint8Array | null {
  const plain = new Uint8Array(bytes.length);
  let count = 0;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0;
    if (byte >= 0x80 && ++at < bytes.length && bytes[at] !== 1) return count < FEW ? null : plain.subarray(0, count);
    plain[count++] = byte;
  }
  return plain.subarray(0, count);
}

/** A float of 16 bits (IEEE 754, binary16). */
function half(bits: number): number {
  const [exponent, fraction] = [(bits >> 10) & 31, bits & 1023];
  const size = exponent === 0 ? fraction * 2 ** -24 : (1024 + fraction) * 2 ** (exponent - 25);
  return bits >= 0x8000 || exponent === 31 ? -1 : size;
}

/** The upper half of a float of 32 bits. */
function brain(bits: number): number {
  const [exponent, fraction] = [(bits >> 7) & 255, bits & 127];
  const size = exponent === 0 ? fraction * 2 ** -133 : (128 + fraction) * 2 ** (exponent - 134);
  return bits >= 0x8000 || exponent === 255 ? -1 : size;
}
