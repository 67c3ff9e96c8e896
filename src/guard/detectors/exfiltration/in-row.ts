import { decoded } from './carries.ts';
import type { Cargo } from './known-parts.ts';

/** How far back addresses of a row are looked for. */
const NEAR = 400;
const LEAST = 3;
const LEAST_LETTERS = 5;
/** Numbers of pages that count up spell no letters. */
const LEAST_CODES = 6;
/** What an address that brings one piece of a text begins with, and the piece. */
const PIECE = /^(?:[a-z]{2,8}:)?\/\/([^/\s]{3,100})\S*?[/=]([\w=-]{1,40})(?:\.(?:png|gif|jpe?g|svg))?$/i;

/** Whether an address follows others in images: most stand alone. */
export function isInRow(text: string, start: number): boolean {
  return text.charAt(start - 1) === '(' && text.lastIndexOf('](', start - 3) > start - NEAR;
}

/** A text that is cut up and goes out piece by piece, an image of the same host each. */
export function inRow(text: string, start: number, end: number): Cargo | null {
  if (!isInRow(text, start)) return null;
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
