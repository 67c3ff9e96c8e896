import type { Scanned } from '../sieve.ts';

/** A run of characters that may encode something: letters and digits as base64 and hex have them, or percent escapes. */
export interface Run {
  readonly kind: 'letters' | 'escapes';
  readonly start: number;
  readonly end: number;
}

/** A shorter run of letters is a word. */
const SHORTEST = 16;

/** A longer run is decoded in parts of this many characters: a multiple of what four characters of base64 need. */
export const LONGEST = 4096;

/** Characters between two escapes of one run, and of a word before the first. */
const GAP = 40;

/** Fewer escapes are no message. */
const ESCAPES = 3;

/** Runs of a text, in order and apart, and where one begins that may go on behind its end; else the text's length. */
export interface Runs {
  readonly runs: readonly Run[];
  /** Escapes that are too few for a message. Where they end decides where the next ones begin. */
  readonly few: readonly Span[];
  readonly openLetters: number;
  readonly openEscapes: number;
}

let last: { readonly text: string; readonly from: number; readonly found: Runs } | undefined;

/** Runs from `from` on; of a text that several ask about one after another, it is read once. */
export function runsIn(scanned: Scanned, from = 0): Runs {
  const { text } = scanned;
  if (last?.text !== text || last.from !== from) last = { text, from, found: find(scanned, from) };
  return last.found;
}

function find(scanned: Scanned, from: number): Runs {
  const { text } = scanned;
  const runs: Run[] = [];
  const few: Span[] = [];
  const chains = escapesIn(text, from);
  let next = from;
  for (const { start, end, count } of chains) {
    if (count < ESCAPES) {
      few.push({ start, end });
      continue;
    }
    addLetters(runs, scanned, { from: next, to: start });
    runs.push({ kind: 'escapes', start, end });
    next = end;
  }
  addLetters(runs, scanned, { from: next, to: text.length });
  const last = chains.at(-1);
  return {
    runs,
    few,
    openLetters: startOfLetters(text, next),
    openEscapes: last !== undefined && last.end === text.length ? last.start : text.length,
  };
}

function startOfLetters(text: string, least: number): number {
  let start = text.length;
  while (start > least && isRunUnit(text.charCodeAt(start - 1))) start--;
  return start;
}

export interface Span {
  readonly start: number;
  readonly end: number;
}

interface Within {
  readonly from: number;
  readonly to: number;
}

interface Chain {
  readonly start: number;
  readonly end: number;
  readonly count: number;
}

/** Percent escapes that stand near each other, with the word before the first of them. */
function escapesIn(text: string, from: number): readonly Chain[] {
  const chains: Chain[] = [];
  let least = from;
  for (let at = text.indexOf('%', from); at !== -1; at = text.indexOf('%', at)) {
    const start = wordBefore(text, at, least);
    const chain = chainAt(text, at, start + LONGEST);
    if (chain.count === 0) at++;
    else {
      chains.push({ ...chain, start });
      at = chain.end;
      least = chain.end;
    }
  }
  return chains;
}

function chainAt(text: string, first: number, most: number): { readonly end: number; readonly count: number } {
  let [at, count] = [first, 0];
  while (at < most && isEscape(text, at)) {
    count++;
    at += 3;
    const least = at;
    while (at < text.length && at - least < GAP && isInToken(text.charCodeAt(at))) at++;
  }
  // An escape that is not whole yet belongs to the chain: it may become one.
  const rest = text.length - at < 3 && text.charCodeAt(at) === PERCENT ? text.length : at;
  return { end: Math.min(text.length, rest), count: Math.max(count, rest > at ? 1 : 0) };
}

function wordBefore(text: string, at: number, least: number): number {
  let start = at;
  while (start > least && at - start <= GAP && isRunUnit(text.charCodeAt(start - 1))) start--;
  return at - start > GAP ? at : start;
}

const PERCENT = 37;
const SPACE = 32;
const EQUALS = 61;

function isEscape(text: string, at: number): boolean {
  return text.charCodeAt(at) === PERCENT && isHex(text.charCodeAt(at + 1)) && isHex(text.charCodeAt(at + 2));
}

function isHex(unit: number): boolean {
  return (unit >= 48 && unit <= 57) || (unit >= 65 && unit <= 70) || (unit >= 97 && unit <= 102);
}

function isInToken(unit: number): boolean {
  return unit > SPACE && unit !== PERCENT;
}

/**
 * From the far end of where the shortest run would be, back to what is none of its letters: most of a text is jumped
 * over. (The idea of Boyer and Moore, 1977.)
 */
function addLetters(runs: Run[], { text, bytes }: Scanned, { from, to }: Within): void {
  const isUnit = RUN_UNITS;
  let start = from;
  while (start + SHORTEST <= to) {
    let at = start + SHORTEST - 1;
    while (at >= start && isUnit[bytes[at] ?? 0] === 1) at--;
    if (at >= start) {
      start = at + 1;
      continue;
    }
    // Other letters may have the same low bytes.
    let end = start;
    while (end < to && isRunUnit(text.charCodeAt(end))) end++;
    if (end - start < SHORTEST) {
      start = end + 1;
      continue;
    }
    for (let padding = 0; padding < 2 && end < to && text.charCodeAt(end) === EQUALS; padding++) end++;
    for (let part = start; end - part >= SHORTEST; part += LONGEST) {
      runs.push({ kind: 'letters', start: part, end: Math.min(end, part + LONGEST) });
    }
    start = end;
  }
}

/** `A-Z a-z 0-9 + / - _`: base64 in either alphabet, and hexadecimal. */
const RUN_UNITS = new Uint8Array(256);
for (const unit of 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/-_')
  RUN_UNITS[unit.charCodeAt(0)] = 1;

export function isRunUnit(unit: number): boolean {
  return RUN_UNITS[unit] === 1;
}
