import { BrokenProgram, type Instruction } from './decode.ts';
import type { Session } from './machine.ts';
import type { TextValue, Value } from './values.ts';

/** Texts up to here are always kept: names of modules and classes. */
const SHORT_TEXT = 256;
/** Longer texts are kept whole until a file has so many bytes of them: memory is bounded, names stay exact. */
const KEPT_TEXT = 32 * 1024 * 1024;
/** Digits of a number in text; Python refuses more than 4300 itself. */
const DIGITS = 4300;

/** A text in UTF-8. Bytes that are none become U+FFFD, which no known name contains. */
export function textOf(instruction: Instruction, session: Session): Value {
  const decoded = decodeUtf8(instruction.head);
  if (decoded.includes('\uFFFD') && !isUtf8(instruction))
    throw new BrokenProgram('has a text that is no UTF-8', instruction.at);
  const text = keptText(decoded, instruction, session);
  return isText(text) ? { ...text, start: instruction.start } : text;
}

/** UTF-8 in which halves of surrogates may stand (`surrogatepass`), as far as the text is kept. */
function isUtf8({ head, length }: Instruction): boolean {
  const bytes = Buffer.from(head);
  for (let at = bytes.indexOf(0xed); at >= 0; at = bytes.indexOf(0xed, at + 1))
    if ((bytes[at + 1] ?? 0) >= 0xa0 && (bytes[at + 1] ?? 0) < 0xc0 && ((bytes[at + 2] ?? 0) & 0xc0) === 0x80)
      bytes.fill(0x20, at, at + 3);
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: head.length < length });
    return true;
  } catch {
    return false;
  }
}

/** A text of Python 2, whose encoding the caller of the unpickler chooses: Latin-1 stands for all. */
export function latinText(instruction: Instruction, session: Session): Value {
  return keptText(decodeLatin1(instruction.head), instruction, session);
}

function isText(value: string | TextValue): value is TextValue {
  return typeof value !== 'string';
}

function keptText(text: string, { head, length }: Instruction, session: Session): string | TextValue {
  if (length <= SHORT_TEXT) return text;
  if (head.length < length || session.keptText > KEPT_TEXT)
    return { kind: 'text', head: text.slice(0, SHORT_TEXT), length };
  session.keptText += length;
  return text;
}

export function decodeUtf8(bytes: Uint8Array): string {
  return asBuffer(bytes).toString('utf8');
}

export function decodeLatin1(bytes: Uint8Array): string {
  return asBuffer(bytes).toString('latin1');
}

function asBuffer(bytes: Uint8Array): Buffer {
  return bytes instanceof Buffer ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** `STRING`: a Python literal in quotes. Throws BrokenProgram without them. */
export function quotedText(instruction: Instruction, session: Session): Value {
  const line = decodeLatin1(instruction.head).trim();
  const quote = line.at(0);
  if (line.length < 2 || (quote !== "'" && quote !== '"') || line.at(-1) !== quote) {
    throw new BrokenProgram('has a STRING without quotes', instruction.at);
  }
  if (WRONG_ESCAPE.test(line.slice(1, -1)))
    throw new BrokenProgram('has a STRING with an escape that is cut', instruction.at);
  return keptText(resolveEscapes(line.slice(1, -1), ESCAPES), instruction, session);
}

/** `UNICODE`: raw-unicode-escape, in which only \u and \U mean something. */
export function rawUnicodeText(instruction: Instruction, session: Session): Value {
  const line = decodeLatin1(instruction.head);
  if (CUT_ESCAPE.test(line)) throw new BrokenProgram('has a UNICODE with an escape that is cut', instruction.at);
  return keptText(resolveEscapes(line, {}), instruction, session);
}

/** `\\x` without its two digits, or a backslash at the end: `codecs.escape_decode` refuses both. */
const WRONG_ESCAPE = /(?<!\\)(?:\\\\)*\\(?:x(?![0-9a-fA-F]{2})|$)/;

/** Behind an odd number of backslashes, which unpicklers refuse. */
const CUT_ESCAPE = /(?<!\\)(?:\\\\)*\\(?:u(?![0-9a-fA-F]{4})|U(?![0-9a-fA-F]{8}))/;

const ESCAPES: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  '\\': '\\',
  "'": "'",
  '"': '"',
  a: '\x07',
  b: '\b',
  f: '\f',
  v: '\v',
  '\n': '',
};

const ESCAPE_SEQUENCE = /\\(?:u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|x([0-9a-fA-F]{2})|([0-7]{1,3})|([\s\S]))/g;

/** With an empty table: \u and \U alone are read. */
function resolveEscapes(text: string, simple: Readonly<Record<string, string>>): string {
  if (!text.includes('\\')) return text;
  const literal = Object.keys(simple).length > 0;
  return text
    .replace(ESCAPE_SEQUENCE, (whole, u?: string, U?: string, x?: string, octal?: string, other?: string) => {
      if (!literal) return u !== undefined || U !== undefined ? codePoint(u ?? U ?? '') : whole;
      if (x !== undefined) return codePoint(x);
      if (octal !== undefined) return String.fromCharCode(Number.parseInt(octal, 8) & 0xff);
      return other !== undefined && Object.hasOwn(simple, other) ? (simple[other] ?? whole) : whole;
    })
    .toWellFormed();
}

function codePoint(hex: string): string {
  const code = Number.parseInt(hex, 16);
  return code > 0x10ffff ? '�' : String.fromCodePoint(code);
}

/** The C unpickler reads numbers as C does: what follows a NUL is not there. */
function numberLine(head: Uint8Array): string {
  const end = head.indexOf(0);
  return decodeLatin1(end < 0 ? head : head.subarray(0, end));
}

const INTEGER = /^\s*[+-]?[0-9]+(?:_[0-9]+)*L?\s*$/;
/** The C unpickler reads numbers as C does, with a base of their own. */
const BASED = /^\s*([+-]?)(0(?:x(?:_?[0-9a-f])+|o(?:_?[0-7])+|b(?:_?[01])+))L?\s*$/i;

/** `INT` and `LONG`: decimal; INT spells booleans 00 and 01, and is 0 where a NUL comes first. Throws BrokenProgram for what is no number. */
export function integerLine({ head, at }: Instruction, booleans: boolean): Value {
  const line = numberLine(head);
  if (booleans && line === '00') return false;
  if (booleans && line === '01') return true;
  if (booleans && line === '' && head.length > 0) return 0;
  const [, sign, based] = (line.length <= DIGITS && BASED.exec(line)) || [];
  if (based !== undefined) return narrow(BigInt(based.replaceAll('_', '')) * (sign === '-' ? -1n : 1n));
  if (line.length > DIGITS || !INTEGER.test(line)) throw new BrokenProgram('has a line that is no whole number', at);
  return narrow(BigInt(line.replace(/[_L\s+]/g, '')));
}

const FLOAT = /^\s*[+-]?(?:(?:[0-9][0-9_]*(?:\.[0-9_]*)?|\.[0-9]+)(?:e[+-]?[0-9]+)?|inf(?:inity)?|nan)\s*$/i;

/** `FLOAT`: decimal. Throws BrokenProgram for what is no number. */
export function floatLine({ head, at }: Instruction): Value {
  const line = numberLine(head);
  if (line.length > DIGITS || !FLOAT.test(line)) throw new BrokenProgram('has a line that is no number', at);
  const number = Number(line.replaceAll('_', ''));
  // Facts are JSON, which has neither infinities nor NaN.
  return Number.isFinite(number) ? number : { kind: 'opaque', why: `float ${line.trim().toLowerCase()}` };
}

/** A double; infinities and NaN are opaque, since facts are JSON. */
export function double(value: number): Value {
  return Number.isFinite(value) ? value : { kind: 'opaque', why: `float ${String(value).toLowerCase()}` };
}

/** `LONG1` and `LONG4`: little-endian two's complement. */
export function littleEndian({ head, length }: Instruction): Value {
  if (length === 0) return 0;
  if (length > head.length) return { kind: 'opaque', why: `integer of ${length} bytes` };
  let hex = '';
  for (let index = head.length - 1; index >= 0; index--) hex += (head[index] ?? 0).toString(16).padStart(2, '0');
  return narrow(BigInt.asIntN(length * 8, BigInt(`0x${hex}`)));
}

function narrow(value: bigint): Value {
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : value;
}

const INDEX = /^\s*\+?[0-9]{1,15}\s*$/;

/** The index of GET and PUT. Throws BrokenProgram for what is none. */
export function indexLine({ head, at }: Instruction): number {
  const line = numberLine(head);
  if (line.length > 64 || !INDEX.test(line)) throw new BrokenProgram('has a line that is no memo index', at);
  return Number(line);
}
