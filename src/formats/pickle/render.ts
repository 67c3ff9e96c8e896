import { isPrintable } from '../../kernel/printable.ts';
import type { PickleValue } from './facts.ts';
import type { CollectionValue, Value } from './values.ts';

/** Levels of nesting and values that facts carry for one call; tensors need three levels (`((2, 3), …)` in a call). */
const DEPTH = 4;
const VALUES = 64;
const ITEMS = 16;
/** Characters of one text, and of one whole call. Long enough to read a command, short enough for a table. */
const TEXT = 200;
const CALL = 240;
const RESULT = 120;

/** Arguments as facts carry them: cut to a few levels and values. Cut ones end in an `opaque`. */
export function factsOf(values: readonly Value[], total: number): PickleValue[] {
  const left = { values: VALUES };
  return cutList(values, total, DEPTH, left);
}

function cutList(values: readonly Value[], total: number, depth: number, left: { values: number }): PickleValue[] {
  const facts: PickleValue[] = [];
  for (let at = 0; at < values.length && at < ITEMS; at++) {
    if (left.values <= 0) break;
    left.values -= 1;
    facts.push(factOf(values[at] ?? null, depth, left));
  }
  if (total > facts.length) facts.push({ kind: 'opaque', why: `${total - facts.length} more` });
  return facts;
}

function factOf(value: Value, depth: number, left: { values: number }): PickleValue {
  if (typeof value === 'bigint') return { kind: 'integer', digits: String(value) };
  if (typeof value === 'string') {
    return value.length > KEPT_TEXT ? longText(value, value.length) : { kind: 'constant', value };
  }
  if (value === null || typeof value !== 'object') return { kind: 'constant', value };
  switch (value.kind) {
    case 'text':
      return longText(value.head, value.length);
    case 'bytes':
      return { kind: 'bytes', length: value.length, preview: spellBytes(value.head, value.length) };
    case 'collection':
      return collectionFact(value, depth, left);
    case 'global':
      return { kind: 'global', name: value.path };
    case 'result':
      return { kind: 'result', of: value.of, text: value.text };
    case 'persistent':
      return { kind: 'persistent', id: spell(factOf(value.id, 2, { values: ITEMS })) };
    case 'opaque':
      return { kind: 'opaque', why: value.why };
  }
}

function collectionFact(value: CollectionValue, depth: number, left: { values: number }): PickleValue {
  if (depth === 0) return { kind: 'opaque', why: value.type };
  const total = value.type === 'dict' ? value.length * 2 : value.length;
  const items = cutList(value.items, total, depth - 1, left);
  return { kind: 'collection', type: value.type, items, length: value.length };
}

/** Texts up to here stand in facts whole. */
const KEPT_TEXT = 1024;

function longText(head: string, length: number): PickleValue {
  return { kind: 'opaque', why: `text of ${length} characters: ${spellText(head)}` };
}

/** A call in one line, as Python would spell it, with its arguments as they are spelt; control and misleading characters are escaped. */
export function spellCall(callee: string, spelt: readonly string[]): string {
  return cut(`${escapeText(callee)}(${spelt.join(', ')})`, CALL);
}

/** The same, short enough to stand within another call. */
export function spellResult(call: string): string {
  return cut(call, RESULT);
}

/** A value as Python would spell it, in one line. */
export function spell(value: PickleValue): string {
  switch (value.kind) {
    case 'constant':
      return spellConstant(value.value);
    case 'integer':
      return cut(value.digits, TEXT);
    case 'bytes':
      return value.preview;
    case 'collection':
      return cut(spellCollection(value.type, value.items.map(spell)), CALL);
    case 'global':
      return escapeText(value.name);
    case 'result':
      return value.text ?? `${escapeText(value.of)}(…)`;
    case 'persistent':
      return `persistent(${value.id})`;
    case 'opaque':
      return `<${value.why}>`;
  }
}

function spellConstant(value: string | number | boolean | null): string {
  if (value === null) return 'None';
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  return typeof value === 'string' ? spellText(value) : String(value);
}

const BRACKETS: Readonly<Record<CollectionValue['type'], readonly [string, string]>> = {
  tuple: ['(', ')'],
  list: ['[', ']'],
  dict: ['{', '}'],
  set: ['{', '}'],
  frozenset: ['frozenset({', '})'],
};

function spellCollection(type: CollectionValue['type'], items: readonly string[]): string {
  const [open, close] = BRACKETS[type];
  if (type === 'tuple' && items.length === 1) return `(${items[0]},)`;
  if (type === 'set' && items.length === 0) return 'set()';
  return `${open}${type === 'dict' ? pairs(items) : items.join(', ')}${close}`;
}

function pairs(items: readonly string[]): string {
  let text = items[0] ?? '';
  for (let index = 1; index < items.length; index++) text += (index % 2 === 0 ? ', ' : ': ') + (items[index] ?? '');
  return text;
}

function spellText(text: string): string {
  const head = text.slice(0, TEXT);
  return `'${escapeText(head).replaceAll("'", "\\'")}${text.length > TEXT ? '…' : ''}'`;
}

const SPELT_BYTES: readonly string[] = Array.from({ length: 256 }, (_, byte) =>
  byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : `\\x${byte.toString(16).padStart(2, '0')}`,
);

function spellBytes(head: Uint8Array, length: number): string {
  let text = '';
  for (let at = 0; at < head.length && at < TEXT / 2; at++) text += SPELT_BYTES[head[at] ?? 0] ?? '';
  return length > TEXT / 2
    ? `b'${text.replaceAll("'", "\\'")}…' (${length} bytes)`
    : `b'${text.replaceAll("'", "\\'")}'`;
}

/** All but the letters and signs of ASCII. */
const NOT_PLAIN = /[^ -[\]-~]/gu;

/** Line feeds and tabs as `\n` and `\t`, other unprintable characters as `\u{202e}`. */
function escapeText(text: string): string {
  return text.replace(NOT_PLAIN, escapeCharacter);
}

const SHORT_ESCAPES: Readonly<Record<string, string>> = { '\n': '\\n', '\t': '\\t', '\r': '\\r', '\\': '\\\\' };

function escapeCharacter(character: string): string {
  const short = SHORT_ESCAPES[character];
  if (short !== undefined) return short;
  return isPrintable(character) ? character : `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
}

function cut(text: string, length: number): string {
  return text.length > length ? `${text.slice(0, length - 1).toWellFormed()}…` : text;
}
