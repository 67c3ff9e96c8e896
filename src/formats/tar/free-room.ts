import { carriedIn, carriedInBytes } from '../carried.ts';

/** Where a header has room that nobody reads (POSIX.1-2017, pax; GNU tar, tar.h; star). */
const TEXTS = [
  ['name', 0, 100],
  ['target of a link', 157, 257],
] as const;
const USTAR_TEXTS = [
  ['owner', 265, 297],
  ['group', 297, 329],
] as const;
const NUMBERS = [
  ['owner', 108, 116],
  ['group', 116, 124],
  ['time', 136, 148],
] as const;
const DEVICES = [
  ['device', 329, 337],
  ['device', 337, 345],
] as const;
const PREFIX = [345, 500] as const;
/** Behind all fields; star ends its own headers with a mark. */
const REST = [500, 508] as const;
const MARK = 'tar\0';
const LINKS: readonly string[] = ['1', '2', 'K'];

/** What stands in the room of a header that nobody reads: null for nothing. */
export function strayRoom(block: Uint8Array): string | null {
  const latin = (from: number, to: number): string => Buffer.from(block.subarray(from, to)).toString('latin1');
  const ustar = latin(257, 262) === 'ustar';
  const gnu = ustar && block[262] === 0x20;
  const type = String.fromCharCode(block[156] ?? 0);
  for (const [what, from, to] of ustar ? [...TEXTS, ...USTAR_TEXTS] : TEXTS)
    if (goesOn(block.subarray(from, to))) return `bytes behind the end of its ${what}`;
  if (!LINKS.includes(type) && block[157] !== 0) return 'the target of a link that is none';
  const number = NUMBERS.find(([, from, to]) => !isNumber(block.subarray(from, to)));
  if (number !== undefined) return `a ${number[0]} that is no number`;
  if (!ustar) return null;
  for (const [what, from, to] of USTAR_TEXTS)
    if (/\p{Cc}/u.test(textBefore(block.subarray(from, to)))) return `a name of its ${what} with control characters`;
  const device = DEVICES.find(([, from, to]) => !isNumber(block.subarray(from, to)));
  if (device !== undefined) return 'a device that is no number';
  if (!gnu && latin(508, 512) !== MARK && goesOn(block.subarray(...PREFIX)))
    return 'bytes behind the end of its prefix';
  if (block.subarray(...REST).some((byte) => byte !== 0)) return 'bytes behind its last field';
  return latin(508, 512) === MARK || latin(508, 512) === '\0\0\0\0' ? null : 'bytes behind its last field';
}

function textBefore(field: Uint8Array): string {
  return Buffer.from(field).toString('latin1').split('\0')[0] ?? '';
}

/** Whether anything but zeros follows the first of them. */
function goesOn(field: Uint8Array): boolean {
  const end = field.indexOf(0);
  return end >= 0 && field.subarray(end).some((byte) => byte !== 0);
}

/** Digits between spaces, with zeros behind; or base 256, of which no more is used than 53 bits. */
function isNumber(field: Uint8Array): boolean {
  const [first = 0] = field;
  if (first === 0xff) return field.slice(0, -8).every((byte) => byte === 0xff);
  if (first === 0x80) return field.slice(1, -7).every((byte) => byte === 0);
  return /^[ 0]*[0-7]*[ \0]*$/.test(Buffer.from(field).toString('latin1'));
}

/** Keys of pax records that writers use (POSIX.1-2017, pax; GNU tar, star, libarchive, Python). */
const KEYS =
  /^(?:(?:c|m|a)time|path|linkpath|size|[ug]id|[ug]name|(?:hdr)?charset|comment)$|^(?:GNU|SCHILY|LIBARCHIVE|RHT|SUN|MSWINDOWS)\./;
/** A value of any other key is a word or two. */
const SHORT = 256;

/** What a pax record carries that no writer puts there: null for nothing. */
export function strayRecord(key: string, value: Uint8Array): string | null {
  const what = carriedInBytes(value) ?? carriedIn(value.length > SHORT ? Buffer.from(value).toString('latin1') : '');
  if (what !== null) return `${what} as ${JSON.stringify(key.slice(0, 80))}`;
  if (KEYS.test(key)) return null;
  const text = Buffer.from(value).toString('utf8');
  const plain = value.length <= SHORT && !text.includes('\uFFFD') && !/[^\P{Cc}\t\n\r]/u.test(text);
  return plain ? null : `${value.length} bytes as ${JSON.stringify(key.slice(0, 80))}, which no writer knows`;
}
