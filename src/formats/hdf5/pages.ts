import { type ByteSource, MalformedError } from '../../kernel/bytes.ts';

const PAGE = 16 * 1024;
/** Headers of a file lie close together; 256 pages are 4 MiB. */
const KEPT = 256;

/** Numbers and bytes of a file whose structures are small and far apart: pages are kept while there is room. */
export interface Pages {
  readonly size: number;
  /** Whether each read may cost a request. */
  readonly costly: boolean;
  bytes(offset: number, length: number): Promise<Uint8Array>;
}

export function pagesOf(source: ByteSource): Pages {
  const pages = new Map<number, Uint8Array>();
  const page = async (number: number): Promise<Uint8Array> => {
    const known = pages.get(number);
    if (known !== undefined) return known;
    const start = number * PAGE;
    const read = await source.read(start, Math.min(PAGE, source.size - start));
    if (pages.size >= KEPT) pages.clear();
    pages.set(number, read);
    return read;
  };
  const bytes = async (offset: number, length: number): Promise<Uint8Array> => {
    if (!Number.isSafeInteger(offset) || offset < 0 || length < 0 || offset + length > source.size) {
      throw new MalformedError(
        `${length} bytes at ${offset} reach past the end`,
        Math.max(0, Math.min(offset, source.size)),
      );
    }
    const first = Math.floor(offset / PAGE);
    if (length > PAGE) return source.read(offset, length);
    const head = (await page(first)).subarray(offset % PAGE, (offset % PAGE) + length);
    if (head.length === length) return head;
    const tail = await page(first + 1);
    return Buffer.concat([head, tail.subarray(0, length - head.length)]);
  };
  return { size: source.size, costly: source.costly === true, bytes };
}

/** A reader of little-endian numbers over bytes in memory, which never passes their end. */
export class Cursor {
  at = 0;
  readonly bytes: Uint8Array;
  readonly base: number;

  /** `base` is where the bytes stand in the file, for what is said of them. */
  constructor(bytes: Uint8Array, base: number) {
    this.bytes = bytes;
    this.base = base;
  }

  get left(): number {
    return this.bytes.length - this.at;
  }

  take(length: number): Uint8Array {
    if (length < 0 || length > this.left) throw new MalformedError('a structure is cut short', this.base + this.at);
    this.at += length;
    return this.bytes.subarray(this.at - length, this.at);
  }

  /** An unsigned number of up to eight bytes; all ones is HDF5's 'undefined' and comes as null. */
  number(width: number): number | null {
    const bytes = this.take(width);
    let value = 0;
    let ones = true;
    for (let at = width - 1; at >= 0; at--) {
      const byte = bytes[at] ?? 0;
      value = value * 256 + byte;
      ones &&= byte === 0xff;
    }
    return ones && width >= 2 ? null : value;
  }

  u8(): number {
    return this.take(1)[0] ?? 0;
  }

  u16(): number {
    const [low = 0, high = 0] = this.take(2);
    return low + 256 * high;
  }

  u32(): number {
    return this.u16() + 65_536 * this.u16();
  }

  /** A number that must be there. */
  need(width: number): number {
    const at = this.at;
    const value = width === 1 ? this.u8() : this.number(width);
    if (value === null) throw new MalformedError('an address or size is undefined', this.base + at);
    return value;
  }

  text(length: number): string {
    return textOf(this.take(length));
  }
}

/** Text up to the first NUL; what is no UTF-8 is replaced. */
export function textOf(bytes: Uint8Array): string {
  const end = bytes.indexOf(0);
  return new TextDecoder().decode(end < 0 ? bytes : bytes.subarray(0, end));
}
