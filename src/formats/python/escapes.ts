const ESCAPE = /\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([0-7]{1,3})|(N\{[^}]*\})|\r\n|([\s\S]))/g;
const LETTERS: Readonly<Record<string, string>> = {
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
const LAST = 0x10ffff;

/** What is met among escapes: a letter by its number, one beyond Unicode, one by its name. */
export type MetEscape = (kind: 'number' | 'beyond' | 'name', code: number) => void;

/**
 * The text that stands between the quotes of a literal of Python, which Jinja's are too, its escapes read (Python language
 * reference, 2.4.1.1). A letter beyond Unicode is left out and one by its name stays as it is written: `met` may throw.
 */
export function unescaped(text: string, met: MetEscape): string {
  return text.replace(
    ESCAPE,
    (_, x?: string, u?: string, long?: string, octal?: string, named?: string, letter?: string) => {
      if (named !== undefined) {
        met('name', 0);
        return `\\${named}`;
      }
      if (letter !== undefined) return LETTERS[letter] ?? (/["'\\]/.test(letter) ? letter : `\\${letter}`);
      const digits = x ?? u ?? long ?? octal;
      if (digits === undefined) return '';
      const code = Number.parseInt(digits, octal === undefined ? 16 : 8);
      met(code > LAST ? 'beyond' : 'number', code);
      return code > LAST ? '' : String.fromCodePoint(code);
    },
  );
}
