import { type Cursor, literal, peek } from './cursor.ts';
import type { Redirect, Word } from './syntax.ts';
import { readQuoted, readWord } from './words.ts';

const SIGN = /^(\d{0,3}|\{\w{1,40}\}|&)(<<<|<<-|<<|<&|<>|<|>>|>\||>&|>)/;

/** `2>x`, `<<E`, `<<< x`; null where none stands here. */
export function readRedirect(cursor: Cursor): Redirect | null {
  const found = SIGN.exec(cursor.text.slice(cursor.at, cursor.at + 48));
  if (found === null) return null;
  const [whole, before = '', sign = ''] = found;
  // `<(…)` and `>(…)` are words, unless they are what is redirected to.
  if ((sign === '<' || sign === '>') && cursor.text.charAt(cursor.at + whole.length) === '(') return null;
  cursor.at += whole.length;
  while (peek(cursor) === ' ' || peek(cursor) === '\t') cursor.at++;
  const word = readWord(cursor);
  if (sign !== '<<' && sign !== '<<-')
    return { sign: before === '&' ? `&${sign}` : sign, descriptor: before === '&' ? '' : before, target: word };
  const redirect = { sign: '<<', descriptor: before, target: [] as Word };
  const ends = word.map((part) => (part.kind === 'text' ? part.text : '')).join('');
  if (ends !== '') cursor.here.push({ ends, indented: sign === '<<-', plain: literal(word) === null, redirect });
  return redirect;
}

/** At the end of a line: the texts that were told by their names come. */
export function skipHere(cursor: Cursor): void {
  cursor.at++;
  for (const { ends, indented, plain, redirect } of cursor.here.splice(0)) {
    const start = cursor.at;
    let stop = cursor.text.length;
    for (let line = start; ; ) {
      const end = cursor.text.indexOf('\n', line);
      const text = cursor.text.slice(line, end < 0 ? undefined : end).replace(/\r$/, '');
      if ((indented ? text.replace(/^\t+/, '') : text) === ends) {
        stop = line;
        cursor.at = end < 0 ? cursor.text.length : end + 1;
        break;
      }
      if (end < 0) {
        cursor.at = cursor.text.length;
        break;
      }
      line = end + 1;
    }
    const body = cursor.text.slice(start, stop);
    if (plain) redirect.target = [{ kind: 'text', text: body, quoted: true }];
    else {
      const within = { ...cursor, text: body, at: 0, here: [] };
      redirect.target = readQuoted(within, '');
      cursor.whole &&= within.whole;
    }
  }
}
