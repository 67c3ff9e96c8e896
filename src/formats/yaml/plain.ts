import type { Json } from '../../kernel/json.ts';

/**
 * The value of a document that uses nothing of YAML but maps, lists and one-line scalars of plain words and numbers, as most
 * settings do; null for every other document, whether it is YAML or not. What it gives is what the whole parser gives, and it
 * costs a thirtieth.
 */
export function readPlainYaml(text: string): Json | null {
  const lines = linesOf(text);
  if (lines === null || lines.length === 0) return null;
  const reading: Reading = { lines, at: 0 };
  const value = blockAt(reading, lines[0]?.indent ?? 0, 0);
  return value !== undefined && reading.at === lines.length && lines[0]?.indent === 0 ? value : null;
}

interface Line {
  readonly indent: number;
  readonly text: string;
}

interface Reading {
  readonly lines: Line[];
  at: number;
}

/** Deeper settings are left to the whole parser. */
const DEEPEST = 40;
const BLANK = /^ *(?:#.*)?$/;
/** Anything that could be more than a plain word, before anything else is looked at. */
const UNPLAIN = /[^\n -~]|[&*!|>%@`?\\]| #|^---|^\.\.\./m;

function linesOf(text: string): Line[] | null {
  if (UNPLAIN.test(text)) return null;
  const lines: Line[] = [];
  for (const line of text.split('\n')) {
    if (BLANK.test(line)) continue;
    const bare = line.trimStart();
    lines.push({ indent: line.length - bare.length, text: bare.trimEnd() });
  }
  return lines;
}

/** The map or list that begins on this line. Undefined: not plain. */
function blockAt(reading: Reading, indent: number, depth: number): Json | undefined {
  if (depth > DEEPEST) return undefined;
  const first = reading.lines[reading.at];
  return first?.text.startsWith('-') === true ? listAt(reading, indent, depth) : mapAt(reading, indent, depth);
}

const ENTRY = /^([A-Za-z_][\w.-]*):(?: +(\S.*))?$/;
/** Words that are no texts in YAML 1.1, as keys either. */
const KEYWORD = /^(?:y|n|yes|no|on|off|true|false|null)$/i;

function mapAt(reading: Reading, indent: number, depth: number): Json | undefined {
  const map: Record<string, Json> = {};
  for (let line = reading.lines[reading.at]; line !== undefined; line = reading.lines[reading.at]) {
    if (line.indent < indent) return map;
    const [, key, written] = ENTRY.exec(line.text) ?? [];
    if (line.indent > indent || key === undefined || KEYWORD.test(key) || key === '__proto__') return undefined;
    reading.at++;
    const value = written === undefined ? nestedAt(reading, indent, depth, true) : inlineOf(written);
    if (value === undefined) return undefined;
    map[key] = value;
  }
  return map;
}

function listAt(reading: Reading, indent: number, depth: number): Json | undefined {
  const list: Json[] = [];
  for (let line = reading.lines[reading.at]; line !== undefined; line = reading.lines[reading.at]) {
    if (line.indent < indent) return list;
    if (line.indent > indent) return undefined;
    if (line.text !== '-' && !line.text.startsWith('- ')) return depth > 0 ? list : undefined;
    const rest = line.text.slice(1).trimStart();
    const value = itemOf(reading, line, rest, depth);
    if (value === undefined) return undefined;
    list.push(value);
  }
  return list;
}

/** What stands behind a dash: a scalar, a map whose first entry it is, or what follows on its own lines. */
function itemOf(reading: Reading, { indent, text }: Line, rest: string, depth: number): Json | undefined {
  if (rest.startsWith('-')) return undefined;
  if (!ENTRY.test(rest)) {
    reading.at++;
    return rest === '' ? nestedAt(reading, indent, depth, false) : inlineOf(rest);
  }
  const inner = indent + text.length - rest.length;
  reading.lines[reading.at] = { indent: inner, text: rest };
  return mapAt(reading, inner, depth + 1);
}

/** The block below a key or a dash; null when there is none. A list may stand as far left as its key. */
function nestedAt(reading: Reading, indent: number, depth: number, ofKey: boolean): Json | undefined {
  const next = reading.lines[reading.at];
  const isList = next?.text === '-' || next?.text.startsWith('- ') === true;
  if (next === undefined || next.indent < indent || (next.indent === indent && !(ofKey && isList))) return null;
  return blockAt(reading, next.indent, depth + 1);
}

const FLOW = /^([[{])(.*)[\]}]$/;

/** A value on one line: a scalar, or a list or map of scalars. */
function inlineOf(text: string): Json | undefined {
  const [, opening, inside] = FLOW.exec(text) ?? [];
  if (opening === undefined || inside === undefined) return scalarOf(text);
  if (text.endsWith(']') !== (opening === '[')) return undefined;
  const parts = inside.trim() === '' ? [] : inside.split(',');
  return opening === '[' ? flowList(parts) : flowMap(parts);
}

function flowList(parts: readonly string[]): Json | undefined {
  const list: Json[] = [];
  for (const part of parts) {
    const value = scalarOf(part.trim());
    if (value === undefined) return undefined;
    list.push(value);
  }
  return list;
}

function flowMap(parts: readonly string[]): Json | undefined {
  const map: Record<string, Json> = {};
  for (const part of parts) {
    const [, key, written] = ENTRY.exec(part.trim()) ?? [];
    const value = written === undefined ? undefined : scalarOf(written);
    if (key === undefined || value === undefined || KEYWORD.test(key) || key === '__proto__') return undefined;
    map[key] = value;
  }
  return map;
}

const WORDS = /^[A-Za-z_][\w./-]*(?: [\w./-]+)*$/;
const QUOTED = /^(?:"([\w ./:,-]*)"|'([\w ./:,-]*)')$/;
const NUMBER = /^-?(?:0|[1-9]\d{0,14})(?:\.\d{1,9})?$/;

function scalarOf(text: string): Json | undefined {
  if (WORDS.test(text)) return KEYWORD.test(text) ? keywordOf(text) : text;
  if (NUMBER.test(text)) return Number(text);
  const [, double, single] = QUOTED.exec(text) ?? [];
  return double ?? single;
}

/** Only spellings that every reader takes alike. */
function keywordOf(text: string): Json | undefined {
  return { true: true, false: false, null: null, yes: true, no: false, on: true, off: false }[text];
}
