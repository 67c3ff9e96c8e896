/** Digits of what writes bytes as letters: RFC 4648 for 16, 32 and 64, RFC 1924 and Adobe for 85. */
const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const BASE85 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%&()*+-;<=>?@^_`{|}~';
const ASCII85 = Array.from({ length: 85 }, (_, digit) => String.fromCharCode(0x21 + digit)).join('');
const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

const HEX = /^(?:[0-9a-f]{2}){8,}$|^(?:[0-9A-F]{2}){8,}$/;

/** Each with what it looks like without its blanks, and how it is read. Read so may also be what is written otherwise. */
const ENCODINGS: readonly { readonly looks: RegExp; readonly read: (text: string) => Uint8Array }[] = [
  { looks: /^[A-Z2-7]+=*$|^[a-z2-7]+=*$/, read: (text) => fromBase32(text.toUpperCase()) },
  { looks: /^[A-Za-z0-9+/_-]+=*$/, read: (text) => Buffer.from(text, 'base64') },
  { looks: /^[0-9A-Za-z!#$%&()*+;<=>?@^_`{|}~-]+$/, read: (text) => fromBase85(text, VALUES_85) },
  { looks: /^(?:<~)?[!-uz]+(?:~>)?$/, read: fromAscii85 },
  { looks: /^\[?\d{1,3}(?:,\d{1,3})+\]?$/, read: (text) => Uint8Array.from(text.match(/\d+/g) ?? [], Number) },
];

/** Bytes among letters, each as its number: what Python shows of bytes, what addresses and mails write. Blanks count. */
const ESCAPES: readonly { readonly looks: RegExp; readonly spelling: RegExp }[] = [
  { looks: /^(?:b?["'])?\\[xntr]/, spelling: /\\(?:x([0-9a-fA-F]{2})|([nrt0\\'"]))/g },
  { looks: /^%[0-9a-fA-F]{2}/, spelling: /%([0-9a-fA-F]{2})/g },
  { looks: /^=[0-9A-F]{2}/, spelling: /=(?:([0-9A-F]{2})|(\r?\n))/g },
];
const NAMED: ReadonlyMap<string, string> = new Map([
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
  ['0', '\0'],
]);

/** What `text` is when it is taken for bytes that were written as letters, in each way it may have been. */
export function* decodings(text: string): Iterable<Uint8Array> {
  const [, , within] = QUOTED.exec(text) ?? [];
  if (within !== undefined) yield* decodings(within);
  const address = DATA_ADDRESS.exec(text);
  if (address !== null) yield Buffer.from(text.slice(address[0].length), 'base64');
  if (DOCUMENT.test(text)) {
    yield* valuesIn(text);
    // Numbers may be bytes; no other document is.
    if (!NUMBERS.test(text)) return;
  }
  const lines = uuLines(text);
  if (lines !== null) yield lines;
  for (const { looks, spelling } of ESCAPES) if (looks.test(text)) yield fromEscapes(text, spelling);
  // Words are no letters of bytes, and most of what is asked about are words.
  if (/^[A-Za-z]+(?: [a-z]+){2}/.test(text)) return;
  const plain = text.replace(/\s+/g, '');
  if (plain === '') return;
  // Digests are the most of what begins so: what is all digits of sixteen is nothing else.
  if (HEX.test(plain)) yield Buffer.from(plain, 'hex');
  else for (const { looks, read } of ENCODINGS) if (looks.test(plain)) yield read(plain);
}

const QUOTED = /^(["'])([^"'\\\s]{16,})\1?$/;
const DATA_ADDRESS = /^data:[\w/+.;=-]{0,100}base64,/;
const DOCUMENT = /^\s*(?:\{\s*["}]|\[\s*["{[\d])/;
const NUMBERS = /^\s*\[\s*\d/;
/** Values of a document that are looked into. */
const MOST_VALUES = 50;

/** Long words that stand as texts in a document of JSON; the last one may be cut off. */
function* valuesIn(text: string): Iterable<Uint8Array> {
  let seen = 0;
  for (const [, word = ''] of text.matchAll(/"([A-Za-z0-9+/=_-]{32,})/g)) {
    if (++seen > MOST_VALUES) return;
    yield* decodings(word);
  }
}

function valuesOf(digits: string): Uint8Array {
  const values = new Uint8Array(128).fill(255);
  for (let value = 0; value < digits.length; value++) values[digits.charCodeAt(value)] = value;
  return values;
}

const VALUES_32 = valuesOf(BASE32);
const VALUES_85 = valuesOf(BASE85);
const VALUES_ASCII85 = valuesOf(ASCII85);

function fromBase32(text: string): Uint8Array {
  const digits = text.replace(/=+$/, '');
  const bytes = new Uint8Array(Math.floor((digits.length * 5) / 8));
  let held = 0;
  let bits = 0;
  let at = 0;
  for (let index = 0; index < digits.length && at < bytes.length; index++) {
    held = ((held << 5) | (VALUES_32[digits.charCodeAt(index)] ?? 0)) & 0xffff;
    bits += 5;
    if (bits < 8) continue;
    bits -= 8;
    bytes[at++] = (held >> bits) & 0xff;
  }
  return bytes;
}

const GROUP = 5;

/** Four bytes from each five digits; the last ones are filled up with the highest digit, and shortened by as many bytes. */
function fromBase85(text: string, values: Uint8Array): Uint8Array {
  const missing = (GROUP - (text.length % GROUP)) % GROUP;
  const bytes = new Uint8Array(((text.length + missing) / GROUP) * 4);
  const view = new DataView(bytes.buffer);
  for (let group = 0; group * GROUP < text.length; group++) {
    let value = 0;
    for (let index = group * GROUP; index < (group + 1) * GROUP; index++)
      value = value * 85 + (index < text.length ? (values[text.charCodeAt(index)] ?? 0) : 84);
    view.setUint32(group * 4, value % 2 ** 32);
  }
  return bytes.subarray(0, bytes.length - missing);
}

function fromAscii85(text: string): Uint8Array {
  const plain = text.replace(/^<~|~>$/g, '').replaceAll('z', '!!!!!');
  return fromBase85(plain, VALUES_ASCII85);
}

function fromEscapes(text: string, spelling: RegExp): Uint8Array {
  const plain = text.replace(/^b?["']|["']$/g, '');
  const spelt = plain.replace(spelling, (_, digits: string | undefined, letter: string | undefined) =>
    digits === undefined ? (NAMED.get(letter ?? '') ?? letter?.trim() ?? '') : fromHex(digits),
  );
  return Buffer.from(spelt, 'latin1');
}

function fromHex(digits: string): string {
  return String.fromCharCode(Number.parseInt(digits, 16));
}

const UU_BEGIN = /^begin [0-7]{3,4} [^\n]{0,200}\r?\n/;
const UU_FULL = 'M';
const UU_BYTES = 45;

/** Lines of uuencode, with their first line or without; null for what is none. */
function uuLines(text: string): Uint8Array | null {
  const begin = UU_BEGIN.exec(text);
  if (begin === null && !text.startsWith(UU_FULL)) return null;
  const pieces: Uint8Array[] = [];
  for (const line of text.slice(begin?.[0].length ?? 0).split(/\r?\n/)) {
    const length = (line.charCodeAt(0) - 0x20) & 0x3f;
    if (line === '' || length === 0 || line === 'end') break;
    if (!/^[ -`]+$/.test(line) || length > UU_BYTES) return null;
    pieces.push(uuLine(line.slice(1)).subarray(0, length));
  }
  return pieces.length === 0 ? null : Buffer.concat(pieces);
}

function uuLine(letters: string): Uint8Array {
  const digits = Array.from(letters, (letter) => BASE64[(letter.charCodeAt(0) - 0x20) & 0x3f]);
  return Buffer.from(digits.join(''), 'base64');
}

/**
 * The first two letters that bytes may have when they begin with these two: by them nearly every text is told to be none.
 * They settle twelve bits, and in the systems of 85 the value of the group within one digit of the second.
 */
export function* firstLetters(first: number, second: number): Iterable<string> {
  const hex = first.toString(16).padStart(2, '0');
  yield hex;
  yield hex.toUpperCase();
  const word = (first << 8) | second;
  const base32 = letters(BASE32, word >> 11, (word >> 6) & 0x1f);
  yield base32;
  yield base32.toLowerCase();
  yield letters(BASE64, word >> 10, (word >> 4) & 0x3f);
  for (const digits of [BASE85, ASCII85])
    for (const value of [word * 2 ** 16, word * 2 ** 16 + 0xffff])
      yield letters(digits, Math.floor(value / 85 ** 4), Math.floor(value / 85 ** 3) % 85);
  yield `\\x`;
  yield `%${hex.charAt(0).toUpperCase()}`;
  yield `%${hex.charAt(0)}`;
  yield `=${hex.charAt(0).toUpperCase()}`;
  yield UU_FULL + String.fromCharCode(0x20 + (first >> 2));
}

function letters(digits: string, first: number, second: number): string {
  return `${digits[first] ?? ''}${digits[second] ?? ''}`;
}

/** And those of texts that have something before their letters, of documents, and of lists of numbers. */
export const MARKED: readonly string[] = ['<~', 'da', '{"', '["', '[{', 'be', "b'", 'b"', '[1', '[9', '[3', '[6', '[2'];
