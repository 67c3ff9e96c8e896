/** How many bytes a value takes, by safetensors' names; only what widens to a 32-bit float without loss, or is one. */
export const VALUE_BYTES: Readonly<Record<string, number>> = { F32: 4, F16: 2, BF16: 2 };

/** Little-endian values of one of these types as 32-bit floats. F16 and BF16 widen exactly. */
export function widen(dtype: string, bytes: Uint8Array): Float32Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const values = new Float32Array(bytes.length / (VALUE_BYTES[dtype] ?? bytes.length));
  for (let at = 0; at < values.length; at++) {
    if (dtype === 'F32') values[at] = view.getFloat32(4 * at, true);
    else if (dtype === 'BF16') values[at] = fromBits(view.getUint16(2 * at, true) << 16);
    else values[at] = fromHalf(view.getUint16(2 * at, true));
  }
  return values;
}

const SCRATCH = new DataView(new ArrayBuffer(4));

function fromBits(bits: number): number {
  SCRATCH.setUint32(0, bits >>> 0);
  return SCRATCH.getFloat32(0);
}

function bitsOf(value: number): number {
  SCRATCH.setFloat32(0, value);
  return SCRATCH.getUint32(0);
}

/** IEEE 754 binary16. */
function fromHalf(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 0x1f;
  const fraction = bits & 0x3ff;
  if (exponent === 0x1f) return fraction === 0 ? sign * Number.POSITIVE_INFINITY : Number.NaN;
  return exponent === 0 ? sign * fraction * 2 ** -24 : sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
}

/** As a converter stores it in fewer bits, to the nearest, ties to even; widened again. */
export function roundTo(dtype: 'F16' | 'BF16', value: number): number {
  return dtype === 'BF16' ? toBfloat(value) : toHalf(value);
}

function toBfloat(value: number): number {
  if (Number.isNaN(value)) return Number.NaN;
  const bits = bitsOf(value);
  return fromBits((bits + 0x7fff + ((bits >>> 16) & 1)) & 0xffff0000);
}

function toHalf(value: number): number {
  const size = Math.abs(value);
  if (Number.isNaN(value) || size === Number.POSITIVE_INFINITY) return value;
  // Halfway past the largest half rounds to infinity.
  if (size >= 65520) return value > 0 ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
  const exponent = size < 2 ** -14 ? -14 : Math.floor(Math.log2(size));
  const unit = 2 ** (exponent - 10);
  const scaled = size / unit;
  const floor = Math.floor(scaled);
  const rest = scaled - floor;
  const rounded = rest > 0.5 || (rest === 0.5 && floor % 2 === 1) ? floor + 1 : floor;
  const result = rounded * unit;
  return value < 0 || Object.is(value, -0) ? -result : result;
}

/** The bytes that are hashed: 32-bit floats, little-endian, every NaN the same one. */
export function canonicalBytes(values: Float32Array): Uint8Array {
  const bytes = Buffer.alloc(values.length * 4);
  for (const [at, value] of values.entries()) {
    if (Number.isNaN(value)) bytes.writeUInt32LE(0x7fc00000, 4 * at);
    else bytes.writeFloatLE(value, 4 * at);
  }
  return bytes;
}
