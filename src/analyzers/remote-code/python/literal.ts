import { unescaped } from '../../../formats/python/escapes.ts';
import { FROM, textValue, type Value } from './value.ts';

const OPENING = /^([a-zA-Z]{0,2})("""|'''|"|')/;
/** Letters that are written by their numbers, from which on a text is one that its writer hides. */
const HIDDEN_LETTERS = 6;

/** The text of a literal, as Python reads it; one whose letters are written by their numbers counts as decoded. */
export function literalValue(token: string): Value {
  const [opening = '', prefix = '', quote = '"'] = OPENING.exec(token) ?? [];
  const body = token.slice(opening.length, token.endsWith(quote) ? token.length - quote.length : token.length);
  if (/r/i.test(prefix)) return textValue(body);
  let hidden = 0;
  const text = unescaped(body, (kind, code) => {
    if (kind === 'name' || (code >= 0x20 && code < 0x7f)) hidden++;
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
