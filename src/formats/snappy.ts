import { OverBudgetError } from '../kernel/budget.ts';
import { MalformedError } from '../kernel/bytes.ts';

/** Decompresses one block (google/snappy, format_description.txt). Throws OverBudgetError when it is to be longer than `most`. */
export function unsnap(bytes: Uint8Array, most: number): Uint8Array {
  let at = 0;
  const byte = (): number => {
    const value = bytes[at++];
    if (value === undefined) throw new MalformedError('a compressed block ends too early', bytes.length);
    return value;
  };
  const little = (count: number): number => {
    let value = 0;
    for (let index = 0; index < count; index++) value += byte() * 256 ** index;
    return value;
  };
  let size = 0;
  for (let shift = 0, more = true; more; shift += 7) {
    const next = byte();
    size += (next & 0x7f) * 2 ** shift;
    more = next >= 0x80 && shift < 28;
  }
  if (size > most) throw new OverBudgetError(`a block of ${size} bytes`);
  const out = new Uint8Array(size);
  let filled = 0;
  const room = (length: number): void => {
    if (filled + length > size) throw new MalformedError('a compressed block holds more than it says', at);
  };
  while (at < bytes.length) {
    const tag = byte();
    const kind = tag & 3;
    if (kind === 0) {
      const short = tag >> 2;
      const length = (short < 60 ? short : little(short - 59)) + 1;
      room(length);
      if (at + length > bytes.length) throw new MalformedError('a compressed block ends too early', bytes.length);
      out.set(bytes.subarray(at, at + length), filled);
      at += length;
      filled += length;
      continue;
    }
    const length = kind === 1 ? ((tag >> 2) & 7) + 4 : (tag >> 2) + 1;
    const back = kind === 1 ? (tag >> 5) * 256 + byte() : little(kind === 2 ? 2 : 4);
    if (back === 0 || back > filled) throw new MalformedError('a copy from before the beginning', at);
    room(length);
    for (let index = 0; index < length; index++, filled++) out[filled] = out[filled - back] ?? 0;
  }
  if (filled !== size) throw new MalformedError('a compressed block holds less than it says', at);
  return out;
}
