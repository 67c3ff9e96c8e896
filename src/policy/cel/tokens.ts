/** One word of a condition. `text` is as written; `value` is what a string literal without escapes says. */
export interface Token {
  readonly kind: 'name' | 'number' | 'string' | 'sign' | 'end';
  readonly text: string;
  readonly at: number;
}

/** A condition is no CEL, or not the CEL that a policy may use. `at` counts UTF-16 units from its start. */
export class ConditionMistake extends Error {
  override readonly name = 'ConditionMistake';
  readonly at: number;

  constructor(message: string, at: number) {
    super(message);
    this.at = at;
  }
}

const BLANK = /(?:[\t\n\f\r ]|\/\/[^\n]*)+/y;
const NUMBER = /0[xX][0-9a-fA-F]+[uU]?|(?:\d+\.\d+|\.\d+|\d+(?=[eE]))(?:[eE][+-]?\d+)?|\d+[uU]?/y;
const NAME = /[A-Za-z_][A-Za-z0-9_]*/y;
const SIGN = /&&|\|\||[<>=!]=|[-+*/%!<>?:.,()[\]{}]/y;
const QUOTE = /([rRbB]?)("""|'''|"|')/y;
/** The escapes of the CEL language definition, 'String and Bytes Values'; surrogates are no characters. */
const ESCAPE =
  /\\(?:[abfnrtv\\?"'`]|[xX][0-9a-fA-F]{2}|u(?![dD][89a-fA-F])[0-9a-fA-F]{4}|U000(?:0(?![dD][89a-fA-F])|[1-9a-fA-F])[0-9a-fA-F]{4}|U0010[0-9a-fA-F]{4}|[0-3][0-7]{2})/y;

/** Splits a condition into words (CEL language definition, 'Syntax'). Throws ConditionMistake. */
export function tokensOf(source: string): readonly Token[] {
  const tokens: Token[] = [];
  let at = skipBlank(source, 0);
  while (at < source.length) {
    const token = tokenAt(source, at);
    tokens.push(token);
    at = skipBlank(source, at + token.text.length);
  }
  tokens.push({ kind: 'end', text: '', at: source.trimEnd().length });
  return tokens;
}

/**
 * The condition with comments as spaces, and none between empty brackets: @bufbuild/cel 0.6.1 takes neither `f( )` nor a
 * comment in every place.
 */
export function evaluable(source: string): string {
  let text = '';
  for (const token of tokensOf(source)) {
    const empty = token.text === ')' && text.endsWith('(');
    text = (empty ? text : text.padEnd(token.at)) + token.text;
  }
  return text;
}

function skipBlank(source: string, at: number): number {
  return at + match(BLANK, source, at).length;
}

function tokenAt(source: string, at: number): Token {
  const quote = match(QUOTE, source, at);
  if (quote !== '') return { kind: 'string', text: stringAt(source, at, quote), at };
  const number = match(NUMBER, source, at);
  if (number !== '') return numberToken(source, number, at);
  const name = match(NAME, source, at);
  if (name !== '') return { kind: 'name', text: name, at };
  const sign = match(SIGN, source, at);
  if (sign !== '') return { kind: 'sign', text: sign, at };
  throw strangeCharacter(source, at);
}

/** Numbers past 64 bits would be read as others. */
const LARGEST = 2n ** 63n - 1n;

function numberToken(source: string, text: string, at: number): Token {
  if (match(NAME, source, at + text.length) !== '') throw new ConditionMistake('this is no number', at);
  if (/^(?:\d+|0[xX][0-9a-fA-F]+)$/.test(text) && BigInt(text) > LARGEST) {
    throw new ConditionMistake('this number does not fit in 64 bits', at);
  }
  return { kind: 'number', text, at };
}

function stringAt(source: string, at: number, opening: string): string {
  const prefix = /^[rRbB]/.exec(opening)?.[0]?.toLowerCase() ?? '';
  if (prefix === 'b') throw new ConditionMistake('bytes have no use in a condition; leave out the b', at);
  const quote = opening.slice(prefix.length);
  let end = at + opening.length;
  while (!source.startsWith(quote, end)) {
    const unit = source[end];
    if (unit === undefined || (quote.length === 1 && (unit === '\n' || unit === '\r'))) {
      throw new ConditionMistake(`this string lacks its closing ${quote}`, at);
    }
    end += unit === '\\' && prefix !== 'r' ? escapeLength(source, end) : 1;
  }
  return source.slice(at, end + quote.length);
}

function escapeLength(source: string, at: number): number {
  const { length } = match(ESCAPE, source, at);
  if (length === 0) throw new ConditionMistake('no such escape; write \\\\ for a backslash, or r"…" for a pattern', at);
  return length;
}

const INSTEAD: Readonly<Record<string, string>> = {
  '=': 'a single = compares nothing; write ==',
  '&': 'write && for and',
  '|': 'write || for or',
  '`': 'a name needs no backticks',
  '#': 'write // for a comment',
};

function strangeCharacter(source: string, at: number): ConditionMistake {
  const character = String.fromCodePoint(source.codePointAt(at) ?? 0);
  return new ConditionMistake(INSTEAD[character] ?? `${JSON.stringify(character)} means nothing here`, at);
}

function match(pattern: RegExp, source: string, at: number): string {
  pattern.lastIndex = at;
  return pattern.exec(source)?.[0] ?? '';
}
