import type { Piece } from './decoded.ts';
import { isRunUnit, LONGEST, type Span } from './runs.ts';

/** Stretches of a text in which signs are written as escapes, in order and apart, and where one begins that may go on; else the text's length. */
export interface Escaped {
  readonly spans: readonly Span[];
  readonly open: number;
}

const NOTHING: readonly Span[] = [];

/** A longer word before the first escape is held by nobody. */
const WORD_BEFORE = 63;
/** Characters behind an escape that belong to it, up to a blank or a quote: a long key. */
const GAP = 1024;
/** Shorter ones hold no key, and no card; an address of mail has its sign. */
const SHORTEST = 16;
const MOST_BACKSLASHES = 8;

const BACKSLASH = 92;
const PERCENT = 37;
const AMPERSAND = 38;

/**
 * Where letters and signs are written as JSON and programs escape them (`\u0070`, `\x70`), as HTML does (`&#112;`), as Markdown does
 * (`ghp\_`), or as addresses do though they need not (`%70`): whoever reads such a text next reads the sign.
 */
export function escapedIn(text: string, from: number): Escaped {
  let spans: Span[] | null = null;
  let open = text.length;
  let least = from;
  const nextSign = createSigns(text, from);
  for (let at = nextSign(from); at < text.length; ) {
    const length = escapeAt(text, at);
    if (length === 0) {
      if (mayBecome(text, at)) open = Math.min(open, wordBefore(text, at, least));
      at = nextSign(at + 1);
      continue;
    }
    const start = wordBefore(text, at, least);
    const end = endOfChain(text, at + length, start + LONGEST);
    // What begins right behind the longest that is read in one belongs to it once it is whole.
    if (end === text.length || (end - start >= LONGEST && text.length - end <= LONGEST_BEGUN))
      open = Math.min(open, start);
    spans ??= [];
    spans.push({ start, end });
    least = end;
    at = nextSign(end);
  }
  return { spans: spans ?? NOTHING, open };
}

/** Gives, one after the other, the places at or after which an escape may begin: nearly no text has one, and each sign is searched natively. */
function createSigns(text: string, from: number): (at: number) => number {
  let backslash = text.indexOf('\\', from);
  let ampersand = text.indexOf('&', from);
  let percent = text.indexOf('%', from);
  return (at) => {
    if (backslash !== -1 && backslash < at) backslash = text.indexOf('\\', at);
    if (ampersand !== -1 && ampersand < at) ampersand = text.indexOf('&', at);
    if (percent !== -1 && percent < at) percent = text.indexOf('%', at);
    let next = text.length;
    if (backslash !== -1) next = backslash;
    if (ampersand !== -1 && ampersand < next) next = ampersand;
    return percent !== -1 && percent < next ? percent : next;
  };
}

function wordBefore(text: string, at: number, least: number): number {
  let start = at;
  while (start > least && at - start <= WORD_BEFORE && isRunUnit(text.charCodeAt(start - 1))) start--;
  return at - start > WORD_BEFORE ? at : start;
}

function endOfChain(text: string, from: number, most: number): number {
  let at = from;
  for (let gap = 0; at < text.length && at < most && gap < GAP && isInToken(text.charCodeAt(at)); ) {
    const length = escapeAt(text, at);
    gap = length === 0 ? gap + 1 : 0;
    at += Math.max(1, length);
  }
  return Math.min(at, text.length);
}

/** No blank, no control character, no quote. */
function isInToken(unit: number): boolean {
  return unit > 32 && unit !== 34 && unit !== 39 && unit !== 96;
}

/** How long the escape is that stands there; 0: none does. */
function escapeAt(text: string, at: number): number {
  switch (text.charCodeAt(at)) {
    case BACKSLASH:
      return lengthOf(text, at, OF_PROGRAMS);
    case AMPERSAND:
      return lengthOf(text, at, OF_HTML);
    case PERCENT:
      return lengthOf(text, at, OF_ADDRESSES);
    default:
      return 0;
  }
}

function lengthOf(text: string, at: number, pattern: RegExp): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex - at : 0;
}

/** Backslashes may stand there more than once: JSON within JSON. */
const OF_PROGRAMS = /\\{1,8}(?:u(?:[0-9A-Fa-f]{4}|\{[0-9A-Fa-f]{1,6}\})|x[0-9A-Fa-f]{2}|[_.@:/+=-])/y;
const OF_HTML = /&#(?:[xX][0-9A-Fa-f]{1,12}|[0-9]{1,12});/y;
/** Letters, digits, and what stands for itself in an address. */
const OF_ADDRESSES = /%(?:3[0-9]|[46][1-9A-Fa-f]|[57][0-9Aa]|2[DdEe]|5[Ff])/y;

const BEGUN =
  /^(?:\\{1,8}(?:u[0-9A-Fa-f]{0,3}|u\{[0-9A-Fa-f]{0,6}|x[0-9A-Fa-f]?)?|&(?:#[xX]?[0-9A-Fa-f]{0,12})?|%[0-9A-Fa-f]?)$/;
const LONGEST_BEGUN = MOST_BACKSLASHES + 8;

/** Whether what ends the text may become an escape. */
function mayBecome(text: string, at: number): boolean {
  return text.length - at <= LONGEST_BEGUN && BEGUN.test(text.slice(at));
}

/** What an escaped stretch says; null where it is too short to say anything. */
export function unescaped(text: string, { start, end }: Span): Piece | null {
  const source = text.slice(start, end);
  let said = '';
  /** For each unit of what is said, where its escape begins and ends. */
  const [starts, ends]: [number[], number[]] = [[], []];
  for (let at = 0; at < source.length; ) {
    const length = escapeAt(source, at);
    const sign = length === 0 ? source.charAt(at) : signOf(source.slice(at, at + length));
    const next = at + Math.max(1, length);
    for (let unit = 0; unit < sign.length; unit++) {
      starts.push(start + at);
      ends.push(start + next);
    }
    said += sign;
    at = next;
  }
  if (said.length < SHORTEST && !said.includes('@')) return null;
  return {
    text: said,
    via: 'escaped',
    start,
    end,
    startOf: (at) => starts[at] ?? end,
    endOf: (at) => ends[at - 1] ?? start,
  };
}

function signOf(written: string): string {
  const [, digits = ''] = HEXADECIMAL.exec(written) ?? [];
  if (digits !== '') return ofCode(Number.parseInt(digits, 16));
  return written.startsWith('&#') ? ofCode(Number(written.slice(2, -1))) : written.slice(-1);
}

const HEXADECIMAL = /^(?:\\+[ux]\{?|&#[xX]|%)([0-9A-Fa-f]+)/;

function ofCode(code: number): string {
  return code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd';
}
