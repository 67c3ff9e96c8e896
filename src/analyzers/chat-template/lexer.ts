import { unescaped } from '../../formats/python/escapes.ts';

/** A piece of a template: text as it stands, or what stands between delimiters, as tokens. */
export interface Segment {
  readonly kind: 'text' | 'output' | 'statement';
  readonly text: string;
  readonly tokens: readonly Token[];
  /** From 1. */
  readonly line: number;
}

export interface Token {
  readonly kind: 'name' | 'string' | 'number' | 'operator';
  /** A string's value, its escapes read. */
  readonly value: string;
}

/** This template cannot be followed: a loader's engine would refuse it too, or it is built to tire its reader. */
export class TemplateError extends Error {
  override readonly name = 'TemplateError';
}

/** Tokens of one template; the longest real ones have some thousands. */
const MAX_TOKENS = 200_000;

const OPENING = /\{[{%#]/g;
const RAW = /\{%[-+]?\s*raw\s*[-+]?%\}/y;
const END_RAW = /\{%[-+]?\s*endraw\s*[-+]?%\}/g;

/** Splits a template at its delimiters (Jinja 3, template designer documentation). Throws TemplateError. */
export function segmentsOf(template: string): readonly Segment[] {
  const segments: Segment[] = [];
  const cursor: Cursor = { template, at: 0, line: 1, lineAt: 0, tokens: 0 };
  while (cursor.at < template.length) {
    OPENING.lastIndex = cursor.at;
    const start = OPENING.exec(template)?.index ?? template.length;
    if (start > cursor.at) segments.push({ ...textSegment(cursor, start) });
    cursor.at = start;
    if (start < template.length) segments.push(...delimited(cursor));
  }
  return segments;
}

interface Cursor {
  readonly template: string;
  at: number;
  line: number;
  lineAt: number;
  tokens: number;
}

function textSegment(cursor: Cursor, end: number): Segment {
  return { kind: 'text', text: cursor.template.slice(cursor.at, end), tokens: [], line: lineOf(cursor) };
}

function lineOf(cursor: Cursor): number {
  for (let at = cursor.template.indexOf('\n', cursor.lineAt); at >= 0 && at < cursor.at; ) {
    cursor.line += 1;
    at = cursor.template.indexOf('\n', at + 1);
  }
  cursor.lineAt = cursor.at;
  return cursor.line;
}

function delimited(cursor: Cursor): readonly Segment[] {
  const { template, at } = cursor;
  if (template[at + 1] === '#') {
    cursor.at = endOf(template, '#}', at + 2);
    return [];
  }
  RAW.lastIndex = at;
  if (RAW.test(template)) return [rawText(cursor, RAW.lastIndex)];
  const line = lineOf(cursor);
  const kind = template[at + 1] === '{' ? 'output' : 'statement';
  cursor.at += 2;
  const tokens = tokensUntil(cursor, kind === 'output' ? '}}' : '%}');
  return [{ kind, text: template.slice(at, cursor.at), tokens, line }];
}

function rawText(cursor: Cursor, start: number): Segment {
  END_RAW.lastIndex = start;
  const end = END_RAW.exec(cursor.template);
  if (end === null) throw new TemplateError('raw text without an end');
  cursor.at = start;
  const segment = textSegment(cursor, end.index);
  cursor.at = END_RAW.lastIndex;
  return segment;
}

function endOf(template: string, mark: string, from: number): number {
  const end = template.indexOf(mark, from);
  if (end < 0) throw new TemplateError(`no ${mark} to the end`);
  return end + mark.length;
}

const SPACE = /\s+/y;
const NAME = /[\p{ID_Start}_][\p{ID_Continue}]*/uy;
const NUMBER = /[0-9][0-9a-zA-Z_]*(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y;
const OPERATOR = /\/\/|\*\*|==|!=|>=|<=|[-+*/%~|.,:;()[\]{}<>=]/y;

function tokensUntil(cursor: Cursor, close: string): readonly Token[] {
  const tokens: Token[] = [];
  let depth = 0;
  const { template } = cursor;
  if (/[-+]/.test(template[cursor.at] ?? '')) cursor.at += 1;
  for (;;) {
    take(SPACE, cursor);
    if (depth === 0 && closes(cursor, close)) return tokens;
    if (cursor.at >= template.length) throw new TemplateError(`no ${close} to the end`);
    cursor.tokens += 1;
    if (cursor.tokens > MAX_TOKENS) throw new TemplateError(`more than ${MAX_TOKENS} tokens`);
    const token = nextToken(cursor);
    if (token.kind === 'operator' && '([{'.includes(token.value)) depth += 1;
    if (token.kind === 'operator' && ')]}'.includes(token.value)) depth = Math.max(0, depth - 1);
    tokens.push(token);
  }
}

function closes(cursor: Cursor, close: string): boolean {
  const { template, at } = cursor;
  for (const mark of [close, `-${close}`, `+${close}`]) {
    if (!template.startsWith(mark, at)) continue;
    cursor.at += mark.length;
    return true;
  }
  return false;
}

function nextToken(cursor: Cursor): Token {
  const quote = cursor.template[cursor.at];
  if (quote === '"' || quote === "'") return { kind: 'string', value: stringAt(cursor, quote) };
  for (const [kind, pattern] of [
    ['name', NAME],
    ['number', NUMBER],
    ['operator', OPERATOR],
  ] as const) {
    const value = take(pattern, cursor);
    // Python compares names in this form, so `ｏｓ` is `os`.
    if (value !== null) return { kind, value: kind === 'name' ? value.normalize('NFKC') : value };
  }
  throw new TemplateError(`an unknown character at ${cursor.at}`);
}

function take(pattern: RegExp, cursor: Cursor): string | null {
  pattern.lastIndex = cursor.at;
  const match = pattern.exec(cursor.template);
  if (match === null) return null;
  cursor.at = pattern.lastIndex;
  return match[0];
}

function stringAt(cursor: Cursor, quote: string): string {
  const { template } = cursor;
  const start = cursor.at + 1;
  let at = start;
  while (at < template.length && template[at] !== quote) at += template[at] === '\\' ? 2 : 1;
  if (at >= template.length) throw new TemplateError('a string without an end');
  cursor.at = at + 1;
  return read(template.slice(start, at));
}

/** As Python's unicode-escape reads it, which Jinja uses. A named character (`\N{…}`) no template has a use for. */
function read(text: string): string {
  return unescaped(text, (kind) => {
    if (kind === 'name') throw new TemplateError('a character by its name');
    if (kind === 'beyond') throw new TemplateError('an escape beyond Unicode');
  });
}
