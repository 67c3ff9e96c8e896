import { commonWords, isProse } from '../words/speaks.ts';
import { turned } from '../words/vocabulary.ts';

/** Numbers, by the digits of which bytes can be written; each is one big number or comes in groups of bits. */
const DIGITS = '0123456789';
const CAPITALS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const SMALL = CAPITALS.toLowerCase();

/** In groups of five bits: RFC 4648 with both alphabets, and Crockford's. */
const BY_FIVE = [`${CAPITALS}234567`, `${DIGITS}${CAPITALS.slice(0, 22)}`, `${DIGITS}ABCDEFGHJKMNPQRSTVWXYZ`] as const;
/** As one number: base58 as Bitcoin has it, base62 in both orders, base36. */
const AS_NUMBER = [
  '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz',
  `${DIGITS}${CAPITALS}${SMALL}`,
  `${DIGITS}${SMALL}${CAPITALS}`,
] as const;
/** RFC 9285. */
const BASE45 = `${DIGITS}${CAPITALS} $%*+-./:`;
/** ZeroMQ RFC 32, and Adobe's. */
const BY_FOUR_BYTES = [
  `${DIGITS}${SMALL}${CAPITALS}.-:+=^!/*?&<>()[]{}@%$#`,
  Array.from({ length: 85 }, (_, at) => String.fromCharCode(33 + at)).join(''),
  `${DIGITS}${CAPITALS}${SMALL}!#$%&()*+-;<=>?@^_\`{|}~`,
] as const;

/** By each alphabet of these, what a sign of ASCII counts; -1 for one that is in none. */
const COUNTS_BY_FOUR_BYTES = BY_FOUR_BYTES.map((digits) => {
  const counts = new Int8Array(128).fill(-1);
  Array.from(digits).forEach((sign, value) => {
    counts[sign.charCodeAt(0)] = value;
  });
  return counts;
});

/** Big numbers take time by the square of their length. */
const LONGEST_NUMBER = 400;

/** What a run of letters, digits and signs without spaces is, if in one of these bases it is prose; else nothing. */
export function fromBases(run: string): string {
  for (const bytes of readings(run)) {
    if (bytes.length === 0) continue;
    const text = bytes.toString('utf8');
    if (isProse(text)) return text;
  }
  return '';
}

/** What a run of base64 or hexadecimal is, where it is prose; else nothing. */
export function plainText(run: string): string {
  const core = run.replace(/=+$/, '');
  if (core.length < LEAST_INNER || !/^[A-Za-z0-9+/_-]+$/.test(core)) return '';
  const bytes = Buffer.from(core, /^(?:[0-9a-f]{2})+$/i.test(core) ? 'hex' : 'base64');
  if (!bytes.every(isWritten)) return '';
  const text = bytes.toString('utf8');
  return isProse(text) && commonWords(text) > 0 ? text : '';
}

/** What a run is in one of these bases, where that is a run itself: of the signs of base64, or of figures. */
export function innerRun(run: string): string {
  for (const bytes of readings(run)) {
    const text = bytes.length < LEAST_INNER ? '' : bytes.toString('latin1');
    if (/^[A-Za-z0-9+/_-]+={0,2}$/.test(text)) return text;
  }
  return '';
}

const LEAST_INNER = 20;

function* readings(run: string): Iterable<Buffer> {
  const core = run.replace(/^<~|~>$|^=+|=+$/g, '');
  if (/^[0-9A-Za-z]+$/.test(core)) {
    const upper = core.toUpperCase();
    if (upper === core || core.toLowerCase() === core) for (const digits of BY_FIVE) yield byFive(upper, digits);
    if (core.length <= LONGEST_NUMBER) {
      for (const digits of AS_NUMBER) yield asNumber(core, digits);
      if (core.toLowerCase() === core || upper === core) yield asNumber(core.toLowerCase(), `${DIGITS}${SMALL}`);
    }
    if (/^[0-9a-f]+$/i.test(core)) yield Buffer.from(turned(core), 'hex');
  }
  if (/^[A-Za-z0-9+/_-]+$/.test(core)) {
    yield Buffer.from(turned(core), 'base64');
    const wide = Buffer.from(core.replace(/^\+|-$/g, ''), 'base64');
    if (wide[1] === 0) yield Buffer.from(wide.toString('utf16le'));
    // The first byte first, as RFC 2152 has it.
    if (wide[0] === 0)
      yield Buffer.from(
        wide
          .subarray(0, wide.length & ~1)
          .swap16()
          .toString('utf16le'),
      );
  }
  const whole = run.replace(/^<~|~>$/g, '');
  for (const counts of COUNTS_BY_FOUR_BYTES) {
    yield byFourBytes(core, counts);
    // What is filled up at the end in another base may begin a text in this one.
    if (whole !== core) yield byFourBytes(whole, counts);
  }
}

function byFive(run: string, digits: string): Buffer {
  let [bits, held] = [0, 0];
  const bytes: number[] = [];
  for (const sign of run) {
    const value = digits.indexOf(sign);
    if (value < 0) return NOTHING;
    held = ((held << 5) | value) & 0xffff;
    bits += 5;
    if (bits < 8) continue;
    bits -= 8;
    bytes.push((held >> bits) & 0xff);
    if (bytes.length === 4 && !bytes.every(isWritten)) return NOTHING;
  }
  return Buffer.from(bytes);
}

/** A letter, a sign or a space, or a part of a letter beyond ASCII. */
function isWritten(byte: number): boolean {
  return (byte >= 32 && byte < 127) || byte >= 0x80 || byte === 10;
}

const NOTHING = Buffer.alloc(0);

function asNumber(run: string, digits: string): Buffer {
  let number = 0n;
  const base = BigInt(digits.length);
  for (const sign of run) {
    const value = digits.indexOf(sign);
    if (value < 0) return NOTHING;
    number = number * base + BigInt(value);
  }
  const hex = number.toString(16);
  return Buffer.from(hex.length % 2 === 0 ? hex : `0${hex}`, 'hex');
}

function byFourBytes(run: string, counts: Int8Array): Buffer {
  const bytes: number[] = [];
  for (let at = 0; at < run.length; at += 5) {
    if (at === 10 && !bytes.every(isWritten)) return NOTHING;
    const length = Math.min(5, run.length - at);
    if (length === 1) return NOTHING;
    let number = 0;
    for (let place = 0; place < 5; place += 1) {
      const value = place < length ? (counts[run.charCodeAt(at + place)] ?? -1) : 84;
      if (value < 0) return NOTHING;
      number = number * 85 + value;
    }
    if (number > 0xffffffff) return NOTHING;
    // A group that is short by one sign is short by one byte.
    for (let byte = 3; byte >= 5 - length; byte -= 1) bytes.push((number >>> (8 * byte)) & 0xff);
  }
  return Buffer.from(bytes);
}

/** Base45: three signs are two bytes, the lowest first. What is left at the end may belong to what follows. */
export function fromBase45(run: string): string {
  const bytes: number[] = [];
  for (let at = 0; at + 3 <= run.length; at += 3) {
    const [low = -1, middle = -1, high = -1] = Array.from(run.slice(at, at + 3), (sign) => BASE45.indexOf(sign));
    const number = low + 45 * middle + 2025 * high;
    if (Math.min(low, middle, high) < 0 || number > 0xffff) break;
    bytes.push(number >> 8, number & 0xff);
  }
  return Buffer.from(bytes)
    .toString('utf8')
    .replace(/[^ -~]+$/, '');
}

/** Lines of a length and forty-five bytes, as old mail had them (POSIX `uuencode`), the first and last line left away. */
export function fromUu(lines: readonly string[]): string {
  const bytes: number[] = [];
  for (const line of lines) {
    const values = Array.from(line, (sign) => (sign.charCodeAt(0) - 32) & 63);
    const [length = 0, ...rest] = values;
    const own: number[] = [];
    for (let at = 0; at + 3 < rest.length; at += 4) {
      const [a = 0, b = 0, c = 0, d = 0] = rest.slice(at, at + 4);
      own.push((a << 2) | (b >> 4), ((b & 15) << 4) | (c >> 2), ((c & 3) << 6) | d);
    }
    bytes.push(...own.slice(0, length));
  }
  return Buffer.from(bytes).toString('utf8');
}
