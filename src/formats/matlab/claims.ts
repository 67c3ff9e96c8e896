import { bytesAt } from '../magic.ts';

export function claimsMatlab(path: string, head: Uint8Array): boolean {
  return isVersion5(head) || (NAMED.test(path) && head.length > 0 && isVersion4(head));
}

const NAMED = /\.mat$/i;
export const HEADER4 = 20;

export function isVersion5(head: Uint8Array): boolean {
  return bytesAt(head, 124, [0, 1, 0x49, 0x4d]) || bytesAt(head, 124, [1, 0, 0x4d, 0x49]);
}

interface Header4 {
  readonly length: number;
}

const WIDTHS = [8, 4, 4, 2, 2, 1];

/** `MOPT`, rows, columns, whether there is an imaginary part, length of the name (MAT-File Format, version 4). */
export function header4(view: DataView): Header4 | null {
  for (const little of [true, false]) {
    const [type, rows, columns, imaginary, name] = [0, 4, 8, 12, 16].map((at) => view.getUint32(at, little));
    if (type === undefined || rows === undefined || columns === undefined || name === undefined) return null;
    const width = WIDTHS[Math.floor(type / 10) % 10];
    const plausible = type < 5000 && Math.floor(type / 1000) === (little ? 0 : 1) && Math.floor(type / 100) % 10 === 0;
    if (!plausible || width === undefined || type % 10 > 2 || (imaginary ?? 2) > 1 || name === 0 || name > 256)
      continue;
    return { length: HEADER4 + name + rows * columns * width * (imaginary === 1 ? 2 : 1) };
  }
  return null;
}

function isVersion4(head: Uint8Array): boolean {
  if (head.length < HEADER4) return false;
  return header4(new DataView(head.buffer, head.byteOffset, head.byteLength)) !== null;
}
