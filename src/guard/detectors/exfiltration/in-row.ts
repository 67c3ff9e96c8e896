import { decoded, unescaped } from './carries.ts';
import type { Cargo } from './known-parts.ts';
import { isSentence } from './said.ts';

/** How far back addresses of a row are looked for. */
const NEAR = 400;
const LEAST = 3;
const LEAST_LETTERS = 5;
/** Numbers of pages that count up spell no letters. */
const LEAST_CODES = 6;
/** What an address that brings one piece of a text begins with, and the piece. */
const PIECE = /^(?:[a-z]{2,8}:)?\/\/([^/\s]{3,100})\S*?[/=]([\w=-]{1,40})(?:\.(?:png|gif|jpe?g|svg))?$/i;
/** One that is the last value of a query, by what stands before it but for what counts. */
const VALUE = /^([^\s?]{6,120}\?(?:[^\s=&]{1,30}=[^\s=&]{0,30}&){0,3}[^\s=&]{1,30}=)([\w%+.,'-]{2,60})$/;

const WORDS = /\p{L}{2,}\s\p{L}{2,}/u;

/** Whether an address follows others in images: most stand alone. */
export function isInRow(text: string, start: number): boolean {
  return text.charAt(start - 1) === '(' && text.lastIndexOf('](', start - 3) > start - NEAR;
}

/** A text that is cut up and goes out piece by piece, an address of the same host each. */
export function inRow(text: string, start: number, end: number): Cargo | null {
  return isInRow(text, start) ? (inImages(text, start, end) ?? inValues(text, start, end)) : null;
}

/** Values of one name in addresses that otherwise only count: what each of them says is in none. */
function inValues(text: string, start: number, end: number): Cargo | null {
  const [, frame, last] = VALUE.exec(text.slice(start, end)) ?? [];
  if (frame === undefined || last === undefined) return null;
  const uncounted = frame.replace(/\d{1,3}/g, '');
  const pieces: string[] = [];
  for (const [, address = ''] of text
    .slice(Math.max(0, start - NEAR), start)
    .matchAll(/\[[^\]\n]{0,40}\]\(([^\s()]{8,200})\)/g)) {
    const [, other = '', piece] = VALUE.exec(address) ?? [];
    if (piece !== undefined && other.replace(/\d{1,3}/g, '') === uncounted) pieces.push(piece);
  }
  pieces.push(last);
  if (pieces.length < 2) return null;
  const whole = pieces.join('');
  // Nobody but who counts characters ends a value within an escape.
  if (pieces.slice(0, -1).some((piece) => /%[\da-f]?$/i.test(piece)) && WORDS.test(unescaped(whole)))
    return { score: 0.75, how: 'a sentence in several addresses' };
  const says = (said: string) => isSentence(unescaped(said).replace(/[_-]/g, ' '));
  if ((!pieces.some(says) || areCounted(pieces)) && says(whole))
    return { score: 0.75, how: 'a sentence in several addresses' };
  if (pieces.length < LEAST) return null;
  return pieces.every(({ length }) => length >= 4) && /[A-Z]/.test(whole) && decoded(whole) !== null
    ? { score: 0.75, how: 'an encoded text in several addresses' }
    : null;
}

/** Whether all are of one length but the last: who cuts a text up counts, who names pictures does not. */
function areCounted(pieces: readonly string[]): boolean {
  const [first = ''] = pieces;
  return (
    pieces.length >= LEAST && pieces.every(({ length }, at) => length === first.length || at === pieces.length - 1)
  );
}

function inImages(text: string, start: number, end: number): Cargo | null {
  const [, host, last] = PIECE.exec(text.slice(start, end)) ?? [];
  if (host === undefined || last === undefined) return null;
  const pieces: string[] = [];
  for (const [, address = ''] of text
    .slice(Math.max(0, start - NEAR), start)
    .matchAll(/!\[[^\]\n]{0,40}\]\(([^\s()]{8,200})\)/g)) {
    const [, other, piece] = PIECE.exec(address) ?? [];
    if (other === host && piece !== undefined) pieces.push(piece);
  }
  pieces.push(last);
  if (pieces.length < LEAST) return null;
  const whole = pieces.join('');
  const codes = pieces.map(Number);
  if (
    pieces.length >= LEAST_CODES &&
    codes.every((code) => code >= 32 && code < 127) &&
    /[a-z]{2}.*[ aeiou]/i.test(String.fromCharCode(...codes))
  )
    return { score: 0.75, how: 'a letter an image' };
  if (pieces.every(({ length }) => length === 1))
    return new Set(pieces).size >= LEAST_LETTERS && !/^\d+$/.test(whole)
      ? { score: 0.75, how: 'a letter an image' }
      : null;
  return pieces.every(({ length }) => length >= 4) && /[A-Z]/.test(whole) && decoded(whole) !== null
    ? { score: 0.75, how: 'an encoded text in several images' }
    : null;
}
