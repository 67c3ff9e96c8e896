import { type Cursor, deeper, peek } from './cursor.ts';
import type { Part, Script, Word } from './syntax.ts';

const ENDS = new Set([' ', '\t', '\n', '\r', ';', '&', '|', '<', '>', '(', ')', '']);

/** The word that begins here; empty where none does. */
export function readWord(cursor: Cursor): Word {
  const parts: Part[] = [];
  let plain = '';
  const flush = () => {
    if (plain !== '') parts.push({ kind: 'text', text: plain, quoted: false });
    plain = '';
  };
  for (;;) {
    const sign = peek(cursor);
    if (cursor.fish && sign === '(') {
      flush();
      cursor.at++;
      parts.push({ kind: 'output', script: inner(cursor, ')'), quoted: false });
      continue;
    }
    // `@(a|b)` of a pattern.
    if (sign === '(' && /[?*+@!]$/.test(plain)) {
      const pattern = /^\([^()\n]{0,200}\)/.exec(cursor.text.slice(cursor.at, cursor.at + 202))?.[0];
      if (pattern !== undefined) {
        plain += pattern;
        cursor.at += pattern.length;
        continue;
      }
    }
    if ((sign === '<' || sign === '>') && peek(cursor, 1) === '(' && plain === '' && parts.length === 0) {
      cursor.at += 2;
      parts.push({ kind: 'file', script: inner(cursor, ')'), reads: sign === '<' });
      continue;
    }
    if (ENDS.has(sign)) break;
    if (sign === '\\') {
      const next = peek(cursor, 1);
      cursor.at += next === '\r' && peek(cursor, 2) === '\n' ? 3 : 2;
      if (next === '\n' || next === '\r' || next === '') continue;
      flush();
      parts.push({ kind: 'text', text: next, quoted: true });
      continue;
    }
    if (sign === "'" || sign === '"' || sign === '$' || sign === '`') {
      flush();
      readSpecial(cursor, parts);
      continue;
    }
    plain += sign;
    cursor.at++;
  }
  flush();
  return parts;
}

/** A text in which names and outputs stand, as between double quotes, up to a sign or the end. */
export function readQuoted(cursor: Cursor, ends: string): Word {
  const parts: Part[] = [];
  let plain = '';
  const flush = () => {
    if (plain !== '') parts.push({ kind: 'text', text: plain, quoted: true });
    plain = '';
  };
  while (cursor.at < cursor.text.length) {
    const sign = peek(cursor);
    if (sign === ends) break;
    if (sign === '\\') {
      const next = peek(cursor, 1);
      cursor.at += 2;
      if (next !== '\n') plain += /["$`\\]/.test(next) ? next : `\\${next}`;
    } else if (sign === '$' || sign === '`') {
      flush();
      readDollar(cursor, parts, true);
    } else {
      plain += sign;
      cursor.at++;
    }
  }
  if (ends !== '') cursor.at++;
  flush();
  return parts;
}

function readSpecial(cursor: Cursor, parts: Part[]): void {
  const sign = peek(cursor);
  if (sign === "'") {
    const close = cursor.text.indexOf("'", cursor.at + 1);
    const end = close < 0 ? cursor.text.length : close;
    parts.push({ kind: 'text', text: cursor.text.slice(cursor.at + 1, end), quoted: true });
    cursor.at = end + 1;
  } else if (sign === '"') {
    cursor.at++;
    const inside = readQuoted(cursor, '"');
    if (inside.length === 0) parts.push({ kind: 'text', text: '', quoted: true });
    for (const part of inside) parts.push(part);
  } else readDollar(cursor, parts, false);
}

function readDollar(cursor: Cursor, parts: Part[], quoted: boolean): void {
  if (peek(cursor) === '`') {
    cursor.at++;
    parts.push({ kind: 'output', script: ticked(cursor), quoted });
    return;
  }
  const next = peek(cursor, 1);
  if (next === '(') {
    if (peek(cursor, 2) === '(' && readSum(cursor, parts)) return;
    cursor.at += 2;
    parts.push({ kind: 'output', script: inner(cursor, ')'), quoted });
  } else if (next === '{') parts.push(braced(cursor, quoted));
  else if (next === "'" && !quoted) {
    cursor.at += 2;
    parts.push({ kind: 'text', text: coded(cursor), quoted: true });
  } else if (next === '"' && !quoted) cursor.at++;
  else {
    const name = /^(?:[A-Za-z_]\w*|[0-9@*#?$!-])/.exec(cursor.text.slice(cursor.at + 1, cursor.at + 65))?.[0];
    cursor.at += 1 + (name?.length ?? 0);
    parts.push(
      name === undefined
        ? { kind: 'text', text: '$', quoted: true }
        : { kind: 'name', name, form: '', indirect: false, quoted },
    );
  }
}

function inner(cursor: Cursor, ends: string): Script {
  return deeper(cursor, () => cursor.readScript(cursor, ends), []);
}

/** `$((…))`: what it runs is run, and it gives a number. */
function readSum(cursor: Cursor, parts: Part[]): boolean {
  let open = 0;
  for (let at = cursor.at + 1; at < Math.min(cursor.text.length, cursor.at + LONGEST_SUM); at++) {
    const sign = cursor.text.charAt(at);
    if (sign === '(') open++;
    if (sign !== ')' || --open > 0) continue;
    if (cursor.text.charAt(at - 1) !== ')') return false;
    const within = { ...cursor, text: cursor.text.slice(cursor.at + 3, at - 1), at: 0 };
    deeper(
      within,
      () => {
        for (const part of readQuoted(within, '')) if (part.kind === 'output') parts.push(part);
      },
      undefined,
    );
    cursor.whole &&= within.whole;
    cursor.at = at + 1;
    parts.push({ kind: 'text', text: '1', quoted: true });
    return true;
  }
  return false;
}

/** Sums are short. */
const LONGEST_SUM = 500;

/** Of what stands in ticks the inner ticks are escaped. */
function ticked(cursor: Cursor): Script {
  let text = '';
  for (; cursor.at < cursor.text.length; cursor.at++) {
    const sign = peek(cursor);
    if (sign === '`') break;
    if (sign === '\\' && /[`$\\]/.test(peek(cursor, 1))) cursor.at++;
    text += peek(cursor);
  }
  cursor.at++;
  const within: Cursor = { ...cursor, text, at: 0, here: [] };
  const script = deeper(within, () => cursor.readScript(within, ''), []);
  cursor.whole &&= within.whole;
  return script;
}

function braced(cursor: Cursor, quoted: boolean): Part {
  cursor.at += 2;
  const start = cursor.at;
  let open = 1;
  for (; cursor.at < cursor.text.length; cursor.at++) {
    const sign = peek(cursor);
    if (sign === '\\') cursor.at++;
    else if (sign === '{') open++;
    else if (sign === '}' && --open === 0) break;
  }
  const text = cursor.text.slice(start, cursor.at);
  cursor.at++;
  const [, sign, name = '', form = ''] = /^([!#]?)([A-Za-z_]\w*|[0-9@*#?$!-]|\d+)([\s\S]*)$/.exec(text) ?? [];
  return sign === '#'
    ? { kind: 'text', text: '1', quoted: true }
    : { kind: 'name', name, form: name === '' ? text : form, indirect: sign === '!', quoted };
}

/** `$'\x63'`: letters by their codes. */
function coded(cursor: Cursor): string {
  const start = cursor.at;
  for (; cursor.at < cursor.text.length && peek(cursor) !== "'"; cursor.at++) if (peek(cursor) === '\\') cursor.at++;
  const text = cursor.text.slice(start, cursor.at);
  cursor.at++;
  return lettersOf(text);
}

const LETTERS: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', e: '\u001b', a: '\u0007' };

/** Letters by their codes of eight or sixteen, as `$'…'`, `printf` and `echo -e` take them. */
export function lettersOf(text: string): string {
  return text.replace(
    /\\(?:x([0-9a-f]{1,2})|u([0-9a-f]{1,4})|0?([0-7]{1,3})|([\s\S]))/gi,
    (_, hex?: string, unicode?: string, octal?: string, other?: string) => {
      if (other !== undefined) return LETTERS[other] ?? other;
      return String.fromCharCode(
        octal === undefined ? Number.parseInt(hex ?? unicode ?? '', 16) : Number.parseInt(octal, 8),
      );
    },
  );
}
