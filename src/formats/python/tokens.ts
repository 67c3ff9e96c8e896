/** A token of Python source, as far as it takes to find statements: what is inside a string is never looked at. */
export interface Token {
  readonly kind: 'name' | 'string' | 'operator' | 'newline';
  readonly text: string;
  /** From 1. */
  readonly line: number;
  readonly start: number;
  readonly end: number;
}

const NAME = /[\p{ID_Start}_][\p{ID_Continue}]*/uy;
const NUMBER = /\.?[0-9][0-9a-zA-Z_.]*/y;
/** Quotes with the prefix that may stand before them (Python language reference, 2.4.1). */
const STRING_OPENING = /(?:[rR][bBfFtT]?|[bBfFtT][rR]?|[uU])?("""|'''|"|')/y;
const FORMATTED = /^[rR]?[fFtT]/;
const BLANK = /[ \t\f]+/y;
const LINE_END = /\r\n|\r|\n/y;
const JOINED_LINE = /\\(?:\r\n|\r|\n)/y;
const OPENS = '([{';
const CLOSES = ')]}';

/**
 * The tokens of `text` in linear time. Never throws: what is no Python comes out as operators. Line ends inside
 * brackets, comments and joined lines are left out; every other line end is a `newline`.
 */
export function* tokensOf(text: string): Iterable<Token> {
  const cursor = { at: 0, line: 1, depth: 0 };
  while (cursor.at < text.length) {
    const { at: start, line } = cursor;
    const kind = step(text, cursor);
    if (kind !== null) yield { kind, text: text.slice(start, cursor.at), line, start, end: cursor.at };
  }
}

interface Cursor {
  at: number;
  line: number;
  depth: number;
}

function step(text: string, cursor: Cursor): Token['kind'] | null {
  if (skip(BLANK, text, cursor)) return null;
  if (text[cursor.at] === '#') return skipComment(text, cursor);
  if (skip(JOINED_LINE, text, cursor)) {
    cursor.line += 1;
    return null;
  }
  if (skip(LINE_END, text, cursor)) {
    cursor.line += 1;
    return cursor.depth > 0 ? null : 'newline';
  }
  if (skipString(text, cursor)) return 'string';
  if (skip(NAME, text, cursor)) return 'name';
  if (!skip(NUMBER, text, cursor)) skipOperator(text, cursor);
  return 'operator';
}

function skip(pattern: RegExp, text: string, cursor: Cursor): boolean {
  pattern.lastIndex = cursor.at;
  if (!pattern.test(text)) return false;
  cursor.at = pattern.lastIndex;
  return true;
}

function skipComment(text: string, cursor: Cursor): null {
  while (cursor.at < text.length && !isLineEnd(text[cursor.at])) cursor.at += 1;
  return null;
}

/** Strings in strings that are followed; Python's own bound is 150. */
const MAX_NESTING = 50;

function skipString(text: string, cursor: Cursor, nesting = 0): boolean {
  STRING_OPENING.lastIndex = cursor.at;
  const opening = STRING_OPENING.exec(text);
  if (opening === null) return false;
  const [prefixed, quote = '"'] = opening;
  const fields = FORMATTED.test(prefixed) && nesting < MAX_NESTING;
  cursor.at += prefixed.length;
  while (cursor.at < text.length && !text.startsWith(quote, cursor.at)) {
    // A string of one line ends with it; Python would refuse the file, and the rest is read as code.
    if (quote.length === 1 && isLineEnd(text[cursor.at])) return true;
    if (fields && text[cursor.at] === '{') skipField(text, cursor, nesting);
    else skipCharacter(text, cursor);
  }
  cursor.at = Math.min(text.length, cursor.at + quote.length);
  return true;
}

function skipCharacter(text: string, cursor: Cursor): void {
  if (text[cursor.at] === '\\') cursor.at += 1;
  if (skip(LINE_END, text, cursor)) cursor.line += 1;
  else cursor.at += 1;
}

/** A replacement field of a formatted string: an expression, which may hold the same quotes (PEP 701), then a format. */
function skipField(text: string, cursor: Cursor, nesting: number): void {
  cursor.at += 1;
  if (text[cursor.at] === '{') {
    cursor.at += 1;
    return;
  }
  let depth = 0;
  while (cursor.at < text.length) {
    const character = text[cursor.at] ?? '';
    if (depth === 0 && (character === '}' || character === ':')) break;
    if (skipString(text, cursor, nesting + 1)) continue;
    if (OPENS.includes(character)) depth += 1;
    if (CLOSES.includes(character)) depth -= 1;
    skipCharacter(text, cursor);
  }
  // A format is plain text up to its brace; fields within it are read as fields again.
  if (text[cursor.at] === '}') cursor.at += 1;
}

function isLineEnd(character: string | undefined): boolean {
  return character === '\n' || character === '\r';
}

function skipOperator(text: string, cursor: Cursor): void {
  const character = text[cursor.at] ?? '';
  if (OPENS.includes(character)) cursor.depth += 1;
  if (CLOSES.includes(character)) cursor.depth = Math.max(0, cursor.depth - 1);
  cursor.at += (text.codePointAt(cursor.at) ?? 0) > 0xffff ? 2 : 1;
}
