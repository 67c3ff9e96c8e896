import type { Json } from '../../kernel/json.ts';

/** One key of a document, with the table that it stands in however that is written: `[a] b = 1`, `a.b = 1`, `a = { b = 1 }`. */
export interface TomlEntry {
  readonly table: readonly string[];
  readonly key: string;
  /** A text, a number as it is written, a truth, or a list of these. Tables are entries of their own. */
  readonly value: Json;
}

/** Longer documents are locks and lists of data. */
const LONGEST = 256 * 1024;
/** Lists in lists, and tables in these. */
const DEEPEST = 32;

/** The entries of a document of TOML 1.0 in order, as far as it can be read. Never throws. */
export function entriesOfToml(text: string): readonly TomlEntry[] {
  if (text.length > LONGEST) return [];
  const reader: Reader = { text, at: 0, entries: [] };
  let table: readonly string[] = [];
  while (skipBlank(reader)) {
    if (text[reader.at] === '[') {
      while (text[reader.at] === '[') reader.at++;
      table = readKey(reader);
    } else if (!readPair(reader, table, 0)) break;
    const end = text.indexOf('\n', reader.at);
    if (end < 0) break;
    reader.at = end + 1;
  }
  return reader.entries;
}

interface Reader {
  readonly text: string;
  at: number;
  readonly entries: TomlEntry[];
}

/** Blanks, line ends and comments; false at the end. */
function skipBlank(reader: Reader): boolean {
  BLANK.lastIndex = reader.at;
  reader.at += BLANK.exec(reader.text)?.[0].length ?? 0;
  return reader.at < reader.text.length;
}

const BLANK = /(?:[\s\uFEFF]|#[^\n]*)*/y;
const PART = /[ \t]*(?:"((?:[^"\\\n]|\\.)*)"|'([^'\n]*)'|([\w-]+))[ \t]*(\.?)/y;

/** A bare, quoted or dotted key. */
function readKey(reader: Reader): readonly string[] {
  const parts: string[] = [];
  for (;;) {
    PART.lastIndex = reader.at;
    const found = PART.exec(reader.text);
    if (found === null) return parts;
    reader.at = PART.lastIndex;
    parts.push(found[1] === undefined ? (found[2] ?? found[3] ?? '') : unescaped(found[1]));
    if (found[4] === '' || parts.length > DEEPEST) return parts;
  }
}

function readPair(reader: Reader, table: readonly string[], depth: number): boolean {
  const path = readKey(reader);
  const key = path.at(-1);
  if (key === undefined || reader.text[reader.at] !== '=') return false;
  reader.at++;
  const value = readValue(reader, [...table, ...path], depth);
  if (value !== undefined) reader.entries.push({ table: [...table, ...path.slice(0, -1)], key, value });
  return true;
}

/** Undefined for a table, whose pairs are entries. */
function readValue(reader: Reader, path: readonly string[], depth: number): Json | undefined {
  const { text } = reader;
  while (/[ \t]/.test(text[reader.at] ?? '')) reader.at++;
  const sign = text[reader.at];
  if (depth < DEEPEST && sign === '[') return readList(reader, path, depth);
  if (depth < DEEPEST && sign === '{') return readTable(reader, path, depth);
  for (const [pattern, escapes] of TEXTS) {
    pattern.lastIndex = reader.at;
    const found = pattern.exec(text);
    if (found === null) continue;
    reader.at = pattern.lastIndex;
    return escapes ? unescaped(found[1] ?? '') : (found[1] ?? '');
  }
  BARE.lastIndex = reader.at;
  const bare = BARE.exec(text)?.[0] ?? '';
  reader.at += bare.length;
  return bare === 'true' ? true : bare === 'false' ? false : bare.trim();
}

const TEXTS: readonly (readonly [RegExp, boolean])[] = [
  [/"""((?:[^"\\]|\\[\s\S]|"(?!""))*)"""/y, true],
  [/'''((?:[^']|'(?!''))*)'''/y, false],
  [/"((?:[^"\\\n]|\\.)*)"/y, true],
  [/'([^'\n]*)'/y, false],
];
const BARE = /[^\s,\]}#]*/y;

function readList(reader: Reader, path: readonly string[], depth: number): Json {
  const items: Json[] = [];
  reader.at++;
  while (skipBlank(reader) && reader.text[reader.at] !== ']') {
    const start = reader.at;
    const item = readValue(reader, path, depth + 1);
    if (item !== undefined) items.push(item);
    skipBlank(reader);
    if (reader.text[reader.at] === ',') reader.at++;
    if (reader.at === start) break;
  }
  reader.at++;
  return items;
}

function readTable(reader: Reader, path: readonly string[], depth: number): undefined {
  reader.at++;
  while (skipBlank(reader) && reader.text[reader.at] !== '}') {
    if (!readPair(reader, path, depth + 1)) break;
    skipBlank(reader);
    if (reader.text[reader.at] === ',') reader.at++;
  }
  reader.at++;
}

function unescaped(text: string): string {
  return text
    .replace(/\\\s*\n\s*/g, '')
    .replace(
      /\\u([0-9a-fA-F]{4})|\\U([0-9a-fA-F]{8})|\\([btnfr"\\])/g,
      (whole, short?: string, long?: string, sign?: string) => {
        const code = Number.parseInt(short ?? long ?? '', 16);
        if (!Number.isNaN(code)) return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
        return SIGNS[sign ?? ''] ?? whole;
      },
    );
}

const SIGNS: Readonly<Record<string, string>> = { b: '\b', t: '\t', n: '\n', f: '\f', r: '\r', '"': '"', '\\': '\\' };
