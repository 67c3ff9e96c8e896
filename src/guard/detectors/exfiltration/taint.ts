import { randomBytes } from 'node:crypto';
import { decodingsOf } from './decodings.ts';

/** What was said in a conversation before, to know it again in an address. */
export interface Taint {
  /** A stretch of earlier text that an address repeats, plain or encoded; null below sixteen characters, or below `least`. */
  in(url: string, least?: number): string | null;
}

/** Shorter stretches are the same by accident. */
const SHORTEST = 16;
/** Of a long conversation the last part is remembered: what is stolen is what is at hand. */
const REMEMBERED = 200_000;

/** Keeps two bytes for each character that was said, and no more: a conversation may be a long one, and there are many. */
export function taintOf(earlier: readonly string[]): Taint {
  const text = bare(earlier.join(' ').slice(-REMEMBERED));
  const bits = Math.max(LEAST_BITS, Math.ceil(Math.log2(8 * text.length + 1)));
  const marks = new Uint8Array(1 << (bits - 3));
  eachStretch(text, bits, (_, mark) => {
    marks[mark >> 3] = (marks[mark >> 3] ?? 0) | (1 << (mark & 7));
    return false;
  });
  const repeats = (plain: string, least: number) =>
    eachStretch(
      plain,
      bits,
      (at, mark) =>
        ((marks[mark >> 3] ?? 0) & (1 << (mark & 7))) !== 0 &&
        at + least <= plain.length &&
        text.includes(plain.slice(at, at + least)),
    );
  return {
    in: (url, least = SHORTEST) => {
      for (const form of formsOf(url)) {
        const plain = bare(form);
        const at = repeats(plain, least);
        if (at >= 0) return plain.slice(at, at + SHORTEST);
      }
      return null;
    },
  };
}

/** Drawn anew by each process: whoever could foresee which stretches share a mark could make us compare them all. */
const BASE = randomBytes(4).readInt32LE() | 1;
/** What the character counts that leaves a stretch. */
const LEAVING = Array.from({ length: SHORTEST }).reduce<number>((power) => Math.imul(power, BASE), 1);
/** As a power of two: the least that marks are spread over. */
const LEAST_BITS = 10;

/** The first stretch of sixteen characters of which `take` is true; -1 when none is. (Karp and Rabin, 1987.) */
function eachStretch(text: string, bits: number, take: (at: number, mark: number) => boolean): number {
  let hash = 0;
  for (let at = 0; at < text.length; at += 1) {
    hash = Math.imul(hash, BASE) + text.charCodeAt(at);
    const start = at - SHORTEST + 1;
    if (start > 0) hash -= Math.imul(text.charCodeAt(start - 1), LEAVING);
    hash |= 0;
    const mark = Math.imul(hash ^ (hash >>> 15), SPREAD) >>> (32 - bits);
    if (start >= 0 && take(start, mark)) return start;
  }
  return -1;
}

const SPREAD = 0x9e3779b1;

/** Letters and digits only: how they were parted matters to nobody. */
function bare(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}

const LONGEST_URL = 8192;

/** Each way in which the address may say it; what is short in it is looked at as it stands alone. */
function* formsOf(url: string): Iterable<string> {
  const short = url.slice(0, LONGEST_URL);
  const plain = short.replace(/%[0-9a-f]{2}/gi, (pair) => Buffer.from(pair.slice(1), 'hex').toString('latin1'));
  yield plain;
  yield turnedAround(plain);
  yield plain.replace(/[A-Za-z]/g, thirteenOn);
  // A slash may part a path or be a letter of base64.
  const runs = new Set([
    ...(short.match(/[A-Za-z0-9+/_-]{16,}={0,2}/g) ?? []),
    ...(short.match(/[A-Za-z0-9+_-]{16,}={0,2}/g) ?? []),
    ...(plain.match(/(?:0x)?[0-9a-f]{2}(?:[-:., _][0-9a-f]{2}){11,}|\d{2,3}(?:[-,._:;|/ ]\d{2,3}){11,}/gi) ?? []),
    short
      .replace(/^[^?#]{0,2000}\/\//, '')
      .split(/[./]/)
      .filter((label) => /^[a-z\d-]{8,63}$/i.test(label))
      .join(''),
  ]);
  let most = MOST_FORMS;
  for (const run of runs) {
    for (const bytes of decodingsOf(run)) {
      if (--most < 0) return;
      const text = bytes.toString('utf8');
      yield text;
      if (/^[A-Za-z0-9+/_-]{20,}={0,2}$/.test(text))
        for (const inner of decodingsOf(text)) yield inner.toString('utf8');
      yield turnedAround(text);
      yield text.replace(/[A-Za-z]/g, thirteenOn);
    }
  }
}

/** Of one address. */
const MOST_FORMS = 64;

function turnedAround(text: string): string {
  return Array.from(text).reverse().join('');
}

function thirteenOn(letter: string): string {
  const first = letter <= 'Z' ? 65 : 97;
  return String.fromCharCode(first + ((letter.charCodeAt(0) - first + 13) % 26));
}
