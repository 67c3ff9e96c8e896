import { FROM, textValue, type Value } from './value.ts';

const OPENING = /^([a-zA-Z]{0,2})("""|'''|"|')/;
const ESCAPE = /\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([0-7]{1,3})|\r\n|([\s\S]))/g;
const SIMPLE: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  b: '\b',
  f: '\f',
  v: '\v',
  a: '\x07',
  '\n': '',
  '\r': '',
};
/** Letters that are written by their numbers, from which on a text is one that its writer hides. */
const HIDDEN_LETTERS = 6;

/** The text of a literal, as Python reads it; one whose letters are written by their numbers counts as decoded. */
export function literalValue(token: string): Value {
  const [opening = '', prefix = '', quote = '"'] = OPENING.exec(token) ?? [];
  const body = token.slice(opening.length, token.endsWith(quote) ? token.length - quote.length : token.length);
  if (/r/i.test(prefix)) return textValue(body);
  let hidden = 0;
  const text = body.replace(ESCAPE, (_, hex?: string, short?: string, long?: string, octal?: string, one?: string) => {
    if (one !== undefined) return SIMPLE[one] ?? (/["'\\]/.test(one) ? one : `\\${one}`);
    const digits = hex ?? short ?? long ?? octal;
    if (digits === undefined) return '';
    const code = Number.parseInt(digits, octal === undefined ? 16 : 8);
    if (code >= 0x20 && code < 0x7f) hidden++;
    return code > 0x10ffff ? '' : String.fromCodePoint(code);
  });
  return textValue(text, hidden >= HIDDEN_LETTERS ? FROM.decoded : 0);
}

export function isFormatted(token: string): boolean {
  return /^[a-zA-Z]{0,2}["']/.test(token) && /^(?:[fFtT][rR]?|[rR][fFtT])["']/.test(token);
}

/** What stands in the fields of a formatted text and between them, in their order. */
export function* fieldsOf(token: string): Iterable<{ readonly text: string; readonly isField: boolean }> {
  const [opening = '', , quote = '"'] = OPENING.exec(token) ?? [];
  const body = token.slice(opening.length, token.endsWith(quote) ? token.length - quote.length : token.length);
  let at = 0;
  for (const found of body.matchAll(/\{\{|\{([^{}]{0,400})\}/g)) {
    yield { text: body.slice(at, found.index), isField: false };
    at = found.index + found[0].length;
    yield found[1] === undefined
      ? { text: '{', isField: false }
      : { text: found[1].replace(/[!:][^'"]*$/, ''), isField: true };
  }
  yield { text: body.slice(at).replaceAll('}}', '}'), isField: false };
}
