import { decodings, firstLetters, MARKED } from '../encodings.ts';
import { standsAt } from '../magic.ts';
import { bareDeflateStart } from './bare-deflate.ts';
import { OPCODES } from './opcodes.ts';

/** What stands as bytes or in a text and does something when it is loaded, or holds what does. */
export type Sign = 'program' | 'code' | 'native' | 'archive' | 'stream';

const OLD = /^\(?c[A-Za-z_][\w.]*\n[A-Za-z_][\w.]*\n/;
const HIGHEST_PROTOCOL = 5;
const NEWLINE = 0x0a;

/** How what compresses begins; a stream of zlib is told by its header apart. */
const STREAMS = ['1f8b08', '425a68', 'fd377a585a', '5d0000', '04224d18', '28b52ffd', '5a463078'];
const ARCHIVES = ['504b0304', '504b0506'];
/** The first byte of code that `marshal` wrote, and of one that it refers to: CPython, Python/marshal.c. */
const CODES: ReadonlySet<number> = new Set([0x63, 0xe3]);
const ELF = '7f454c46';
const PE = '4d5a';
/** Programs and libraries for machines of people, not for those of graphics cards: x86, Arm, x86-64, AArch64, RISC-V. */
const MACHINES: ReadonlySet<number> = new Set([3, 40, 62, 183, 243]);
const RUNS: ReadonlySet<number> = new Set([2, 3]);

/** Where the magic of a tar stands, which begins with a name. */
export const USTAR = 257;

/** Whether a program of the first protocols looks something up at once. */
export function looksUpAtOnce(text: string): boolean {
  return OLD.test(text);
}

/** What these bytes begin, as far as their first ones tell. */
export function signOf(bytes: Uint8Array): Sign | null {
  const [first = 0, second = 0, third = 0] = bytes;
  if (first === 0x80 && second >= 2 && second <= HIGHEST_PROTOCOL)
    return OPCODES[third] === undefined ? null : 'program';
  if (first === 0x78) return isZlib(second, third) ? 'stream' : null;
  if (first === 0x63 || first === 0x28) {
    const head = bytes.subarray(0, TRIED);
    if (head.includes(NEWLINE) && looksUpAtOnce(latin(head))) return 'program';
  }
  if (CODES.has(first)) return isCode(bytes) ? 'code' : null;
  const head = Buffer.from(bytes.subarray(0, 8)).toString('hex');
  if (STREAMS.some((magic) => head.startsWith(magic))) return 'stream';
  if (ARCHIVES.some((magic) => head.startsWith(magic))) return 'archive';
  if (head.startsWith(ELF)) return isElf(bytes) ? 'native' : null;
  return head.startsWith(PE) && isPe(bytes) ? 'native' : null;
}

function isZlib(second: number, third: number): boolean {
  return (second & 0x20) === 0 && (0x7800 | second) % 31 === 0 && ((third >> 1) & 3) !== 3;
}

/** Where the text of the instructions begins, behind four counts (Python 2), five, or six (3.8 to 3.10). */
const INSTRUCTIONS = [17, 21, 25];
const TEXT: ReadonlySet<number> = new Set([0x73, 0xf3]);

/** Its first counts are small numbers, and behind them all stands a text of bytes. */
function isCode(bytes: Uint8Array): boolean {
  const counts = [1, 5, 9].every((at) => bytes[at + 1] === 0 && bytes[at + 2] === 0 && bytes[at + 3] === 0);
  return counts && INSTRUCTIONS.some((at) => TEXT.has(bytes[at] ?? 0));
}

function isElf(bytes: Uint8Array): boolean {
  const little = bytes[5] !== 2;
  const read = (at: number): number =>
    little ? (bytes[at] ?? 0) + 256 * (bytes[at + 1] ?? 0) : 256 * (bytes[at] ?? 0) + (bytes[at + 1] ?? 0);
  return RUNS.has(read(16)) && MACHINES.has(read(18));
}

function isPe(bytes: Uint8Array): boolean {
  const at = (bytes[60] ?? 0) + 256 * (bytes[61] ?? 0);
  return bytes.length >= at + 4 && latin(bytes.subarray(at, at + 4)) === 'PE\0\0';
}

/** Shorter ones call nothing. */
const SHORTEST = 16;
/** As many letters of the beginning as every encoding ends a group with; names of a module and of what is in it end within. */
const TRIED = 240;
/** Encodings within another that are looked into. */
const TWICE = 2;

/** What bytes begin with that may hold something, two by two. */
const FIRST_TWO: readonly (readonly [number, number])[] = [
  ...[2, 3, 4, 5].map((protocol): [number, number] => [0x80, protocol]),
  ...[0x01, 0x5e, 0x9c, 0xda].map((level): [number, number] => [0x78, level]),
  ...[...STREAMS, ...ARCHIVES, ELF, PE].map(pairOf),
  ...letterPairs('cabdehijklmnoprstuw'),
  [0x28, 0x63],
];
/** Code takes no arguments, or few. */
const CODE_PAIRS: readonly (readonly [number, number])[] = [0, 1, 2, 3, 4].flatMap((count): [number, number][] => [
  [0xe3, count],
  [0x63, count],
]);

function pairOf(magic: string): [number, number] {
  return [Number.parseInt(magic.slice(0, 2), 16), Number.parseInt(magic.slice(2, 4), 16)];
}

/** `c`, and the first letter of the module that is looked up. */
function letterPairs(firsts: string): [number, number][] {
  return Array.from(`_${firsts}`, (letter): [number, number] => [0x63, letter.charCodeAt(0)]);
}

/** What two bytes may begin: something as it stands, or letters that are to be read. */
const STANDS = 1;
const ENCODED = 2;
let pairs: Uint8Array | null = null;

function pairsThatMay(): Uint8Array {
  const made = new Uint8Array(2 ** 16);
  const mark = (pair: string, how: number): void => {
    const at = (pair.charCodeAt(0) << 8) | pair.charCodeAt(1);
    made[at] = (made[at] ?? 0) | how;
  };
  for (const pair of MARKED) mark(pair, ENCODED);
  for (const [first, second] of [...FIRST_TWO, ...CODE_PAIRS]) {
    const raw = String.fromCharCode(first, second);
    mark(raw, STANDS);
    if (first >= 0x80 || second >= 0x80) mark(latin(Buffer.from(raw, 'utf8')), ENCODED);
    for (const pair of firstLetters(first, second)) {
      mark(pair, ENCODED);
      mark(twice(pair), ENCODED);
      mark(`"${pair.charAt(0)}`, ENCODED);
    }
  }
  return made;
}

/** The first two letters of base64 of these two letters: nobody writes letters as letters in another way. */
function twice(pair: string): string {
  return Buffer.from(pair, 'latin1').toString('base64').slice(0, 2);
}

/** Whether bytes, or a text, may be a program, or one that is compressed or encoded. `head` is how they begin. */
export function mayHold(head: Uint8Array, length: number): boolean {
  if (head[USTAR] === 0x75 && standsAt(head, USTAR, 'ustar')) return true;
  if (length >= SHORTEST && isBareDeflate(head)) return true;
  const narrow = narrowed(head);
  if (narrow !== null) return mayHold(narrow, length / LETTER);
  if (length < SHORTEST) return false;
  const first = head[0] ?? 0;
  pairs ??= pairsThatMay();
  const how = pairs[(first << 8) | (head[1] ?? 0)] ?? 0;
  if (how === 0) return false;
  // What a document holds may stand further in.
  const beginning = first === 0x7b || first === 0x5b ? head : head.subarray(0, TRIED);
  if ((how & STANDS) !== 0 && signOf(beginning) !== null) return true;
  return (how & ENCODED) !== 0 && promisesEncoded(beginning, TWICE);
}

/** Bytes of a letter as NumPy keeps it. */
const LETTER = 4;

/** The letters of a text of which each takes four bytes, as NumPy keeps them; null for what is none. */
export function narrowed(bytes: Uint8Array): Uint8Array | null {
  if (bytes.length < 2 * LETTER || bytes[0] === 0) return null;
  for (let at = 0; at < Math.min(bytes.length, TRIED); at++) if (at % LETTER !== 0 && bytes[at] !== 0) return null;
  return Uint8Array.from({ length: Math.floor(bytes.length / LETTER) }, (_, at) => bytes[LETTER * at] ?? 0);
}

/** Whether a program begins in bytes that are deflated and say it nowhere. */
export function isBareDeflate(head: Uint8Array): boolean {
  const start = bareDeflateStart(head);
  return start !== null && signOf(start) === 'program';
}

/** Whether something begins here, or in what is written here as letters. */
export function promises(bytes: Uint8Array, layers: number): boolean {
  return signOf(bytes) !== null || promisesEncoded(bytes.subarray(0, TRIED), layers);
}

function promisesEncoded(bytes: Uint8Array, layers: number): boolean {
  if (layers <= 0) return false;
  for (const plain of readings(bytes)) if (promises(plain, layers - 1)) return true;
  return false;
}

/** What bytes are when they are letters: those of Latin-1 in UTF-8, which is how protocols up to 2 write bytes, or an encoding. */
export function* readings(bytes: Uint8Array): Iterable<Uint8Array> {
  const narrow = narrowed(bytes);
  if (narrow !== null) {
    const end = narrow.indexOf(0);
    yield end < 0 ? narrow : narrow.subarray(0, end);
    return;
  }
  const text = latin(bytes);
  if (/[\xc2\xc3]/.test(text.slice(0, 4))) {
    yield Buffer.from(Buffer.from(text, 'latin1').toString('utf8'), 'latin1');
    return;
  }
  if (/^[\t\n\r -~]+$/.test(text)) yield* decodings(text);
}

export function latin(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}
