/**
 * Characters that a name from outside must not bring to a terminal or page: controls, line and paragraph separators,
 * bidirectional and zero-width formats, tags, variation selectors' supplement, private use, lone surrogates.
 */
const UNPRINTABLE = /[\p{Cc}\p{Zl}\p{Zp}\p{Cf}\p{Co}\p{Cs}\p{Cn}\u115F\u1160\u3164\uFFA0]|[\u{E0100}-\u{E01EF}]/u;
/** Nearly every name: taking the table of all characters to it takes a millisecond the first time. */
const PLAIN = /^[ -~]*$/;

let each: RegExp | null = null;

/** Whether `text` holds a character that could mislead whoever reads it. */
export function isPrintable(text: string): boolean {
  return PLAIN.test(text) || !UNPRINTABLE.test(text);
}

/** The text with each misleading character as its code point: `<U+202E>`. */
export function printable(text: string): string {
  return replaceUnprintable(text, codePoint);
}

/** The text with each misleading character as `show` has it: a box on a page, an escape in JSON. */
export function replaceUnprintable(text: string, show: (character: string) => string): string {
  if (PLAIN.test(text)) return text;
  each ??= new RegExp(UNPRINTABLE.source, 'gu');
  return text.replace(each, show);
}

/** The same for a text of several lines: line feeds stay, the rest is shown. */
export function printableLines(text: string): string {
  return text.split('\n').map(printable).join('\n');
}

/** `text` cut to `length` characters with an ellipsis in the middle, so that start and end can be compared. */
export function middleCut(text: string, length: number): string {
  const characters = Array.from(text);
  if (characters.length <= length) return text;
  const tail = Math.floor((length - 1) / 3);
  return `${characters.slice(0, length - 1 - tail).join('')}…${characters.slice(characters.length - tail).join('')}`;
}

function codePoint(character: string): string {
  return `<U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}>`;
}
