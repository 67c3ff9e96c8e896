import { integerOf, type Message } from '../protobuf/message.ts';

const [FLOAT, INT32, INT64, BOOL] = [1, 6, 7, 9];
const NONE = new Uint8Array(0);

/** Values of a small tensor of numbers or of yes and no; null of any other. */
export function valuesOf(tensor: Message): readonly number[] | null {
  const type = integerOf(tensor, 2);
  const raw = tensor.short.get(9);
  if (type === BOOL) return raw === undefined ? varintsOf(tensor.short.get(5) ?? NONE) : [...raw];
  if (type !== INT64 && type !== INT32 && type !== FLOAT) return null;
  const width = type === INT64 ? 8 : 4;
  if (raw !== undefined && raw.length % width === 0) {
    const view = new DataView(raw.buffer, raw.byteOffset, raw.byteLength);
    if (type === FLOAT) return Array.from({ length: raw.length / 4 }, (_, index) => view.getFloat32(4 * index, true));
    if (type === INT32) return Array.from({ length: raw.length / 4 }, (_, index) => view.getInt32(4 * index, true));
    return Array.from({ length: raw.length / 8 }, (_, index) => Number(view.getBigInt64(8 * index, true)));
  }
  const packed = type === FLOAT ? undefined : tensor.short.get(type === INT32 ? 5 : 7);
  return packed === undefined ? null : varintsOf(packed);
}

function varintsOf(bytes: Uint8Array): readonly number[] {
  const values: number[] = [];
  let [value, shift] = [0n, 0n];
  for (const byte of bytes) {
    value |= BigInt(byte & 0x7f) << shift;
    shift += 7n;
    if (byte >= 0x80) continue;
    values.push(Number(BigInt.asIntN(64, value)));
    [value, shift] = [0n, 0n];
  }
  return values;
}
