import { MalformedError } from '../../kernel/bytes.ts';
import { octal } from '../tar-block.ts';

export { BLOCK, hasChecksum } from '../tar-block.ts';

/** A header block (POSIX.1-2017, pax, 'ustar Interchange Format'; GNU tar, tar.h). */
export interface Header {
  readonly name: string;
  readonly mode: number;
  readonly size: number;
  readonly type: string;
  readonly target: string;
  /** Whether an old GNU sparse map goes on in the next block. */
  readonly extended: boolean;
}

export function isZero(block: Uint8Array): boolean {
  return block.every((byte) => byte === 0);
}

/** Reads a header whose checksum fits. Throws MalformedError for numbers that are none. */
export function readHeader(block: Uint8Array, at: number): Header {
  const ustar = textOf(block.subarray(257, 262)) === 'ustar';
  const gnu = ustar && block[262] === 0x20;
  const prefix = ustar && !gnu ? textOf(block.subarray(345, 500)) : '';
  const name = textOf(block.subarray(0, 100));
  return {
    name: prefix === '' ? name : `${prefix}/${name}`,
    mode: numberOf(block.subarray(100, 108), at) ?? 0,
    size: numberOf(block.subarray(124, 136), at) ?? 0,
    type: String.fromCharCode(block[156] ?? 0),
    target: textOf(block.subarray(157, 257)),
    extended: block[482] === 1,
  };
}

/** Text up to the first NUL; UTF-8 where it is that, Latin-1 else. */
export function textOf(bytes: Uint8Array): string {
  const end = bytes.indexOf(0);
  const text = Buffer.from(end < 0 ? bytes : bytes.subarray(0, end));
  const utf8 = text.toString('utf8');
  return utf8.includes('�') ? text.toString('latin1') : utf8;
}

function numberOf(field: Uint8Array, at: number): number | null {
  const [first = 0] = field;
  if (first !== 0x80 && first !== 0xff) return octal(field);
  // Base 256, for what octal digits cannot hold; all ones begin a negative number.
  if (first === 0xff) throw new MalformedError('a negative number in a header', at);
  const value = field.subarray(1).reduce((sum, byte) => sum * 256 + byte, 0);
  if (!Number.isSafeInteger(value)) throw new MalformedError('a number in a header that is too large', at);
  return value;
}

const RECORD = /^([0-9]{1,10}) ([^=]+)=/;

/** The records of a pax header: `length key=value\n` each. Throws MalformedError for what is none. */
export function readRecords(
  bytes: Uint8Array,
  at: number,
  seen: (key: string, value: Uint8Array) => void = () => {},
): Map<string, string> {
  const records = new Map<string, string>();
  let pos = 0;
  while (pos < bytes.length && bytes[pos] !== 0) {
    const head = Buffer.from(bytes.subarray(pos, pos + 512)).toString('latin1');
    const found = RECORD.exec(head);
    const length = Number(found?.[1]);
    if (found === null || length < found[0].length + 1 || pos + length > bytes.length) {
      throw new MalformedError('a pax record that is none', at + pos);
    }
    const value = bytes.subarray(pos + found[0].length, pos + length - 1);
    const key = Buffer.from(found[2] ?? '', 'latin1').toString('utf8');
    seen(key, value);
    records.set(key, Buffer.from(value).toString('utf8'));
    pos += length;
  }
  return records;
}
