import { MalformedError } from '../../kernel/bytes.ts';

/** A Python literal, as far as headers of arrays need it. */
export type Literal =
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'constant'; readonly value: boolean | null }
  | { readonly kind: 'tuple' | 'list'; readonly items: readonly Literal[] }
  | { readonly kind: 'dict'; readonly entries: readonly (readonly [Literal, Literal])[] };

/** Structured types lie in one another a few levels deep. */
const DEEPEST = 32;

/** Reads one literal and nothing else. Throws MalformedError for anything that is not in the grammar. Never evaluates. */
export function readLiteral(text: string): Literal {
  const reader: Reader = { text, at: 0 };
  const value = readValue(reader, 0);
  skipBlanks(reader);
  if (reader.at < text.length) throw wrong(reader, 'more than one value');
  return value;
}

interface Reader {
  readonly text: string;
  at: number;
}

function readValue(reader: Reader, depth: number): Literal {
  if (depth > DEEPEST) throw wrong(reader, 'too deeply nested');
  skipBlanks(reader);
  const first = reader.text.charAt(reader.at);
  if (first === '{') return readDict(reader, depth);
  if (first === '[') return { kind: 'list', items: readItems(reader, ']', depth).items };
  if (first === '(') {
    const { items, commas } = readItems(reader, ')', depth);
    const [only] = items;
    // Parentheses around one value without a comma make no tuple.
    return items.length === 1 && commas === 0 && only !== undefined ? only : { kind: 'tuple', items };
  }
  if (first === "'" || first === '"') return readText(reader, first);
  return readWord(reader);
}

function readItems(reader: Reader, close: string, depth: number): { items: Literal[]; commas: number } {
  reader.at += 1;
  const items: Literal[] = [];
  let commas = 0;
  for (;;) {
    skipBlanks(reader);
    if (takes(reader, close)) return { items, commas };
    if (items.length > commas) throw wrong(reader, 'no comma');
    items.push(readValue(reader, depth + 1));
    skipBlanks(reader);
    if (takes(reader, ',')) commas += 1;
  }
}

function readDict(reader: Reader, depth: number): Literal {
  reader.at += 1;
  const entries: [Literal, Literal][] = [];
  let open = true;
  for (;;) {
    skipBlanks(reader);
    if (takes(reader, '}')) return { kind: 'dict', entries };
    if (!open) throw wrong(reader, 'no comma');
    const key = readValue(reader, depth + 1);
    skipBlanks(reader);
    if (!takes(reader, ':')) throw wrong(reader, 'no colon');
    entries.push([key, readValue(reader, depth + 1)]);
    skipBlanks(reader);
    open = takes(reader, ',');
  }
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', '\\': '\\', "'": "'", '"': '"' };

function readText(reader: Reader, quote: string): Literal {
  let value = '';
  for (reader.at += 1; reader.at < reader.text.length; reader.at++) {
    const character = reader.text.charAt(reader.at);
    if (character === quote) {
      reader.at += 1;
      return { kind: 'text', value };
    }
    if (character === '\n') break;
    if (character !== '\\') {
      value += character;
      continue;
    }
    const hex = /^\\x([0-9a-fA-F]{2})|^\\u([0-9a-fA-F]{4})/.exec(reader.text.slice(reader.at, reader.at + 6));
    const simple = ESCAPES[reader.text.charAt(reader.at + 1)];
    if (hex !== null) {
      value += String.fromCharCode(Number.parseInt(hex[1] ?? hex[2] ?? '', 16));
      reader.at += hex[0].length - 1;
    } else if (simple !== undefined) {
      value += simple;
      reader.at += 1;
    } else throw wrong(reader, 'an escape that is not known');
  }
  throw wrong(reader, 'a text without an end');
}

const CONSTANTS = new Map<string, boolean | null>([
  ['True', true],
  ['False', false],
  ['None', null],
]);
/** Python 2 writes whole numbers with an L. */
const NUMBER = /^-?[0-9]{1,15}L?$/;

function readWord(reader: Reader): Literal {
  const word = /^-?[\w.]+/.exec(reader.text.slice(reader.at, reader.at + 64))?.[0] ?? '';
  reader.at += word.length;
  const constant = CONSTANTS.get(word);
  if (constant !== undefined) return { kind: 'constant', value: constant };
  if (NUMBER.test(word)) return { kind: 'number', value: Number(word.replace('L', '')) };
  throw wrong(reader, 'a word or sign that stands for no value');
}

function skipBlanks(reader: Reader): void {
  while (/[ \t\n\r\f]/.test(reader.text.charAt(reader.at))) reader.at += 1;
}

function takes(reader: Reader, character: string): boolean {
  if (reader.text.charAt(reader.at) !== character) {
    if (reader.at >= reader.text.length) throw wrong(reader, 'it ends too early');
    return false;
  }
  reader.at += 1;
  return true;
}

function wrong({ at }: Reader, what: string): MalformedError {
  return new MalformedError(`the header is no literal: ${what}`, at);
}

const LONGEST = 200;

/** A literal in one line, cut. */
export function spell(literal: Literal): string {
  return spellWhole(literal).slice(0, LONGEST);
}

function spellWhole(literal: Literal): string {
  switch (literal.kind) {
    case 'text':
      return `'${literal.value}'`;
    case 'number':
    case 'constant':
      return String(literal.value);
    case 'dict':
      return '{…}';
    case 'tuple':
    case 'list': {
      const items = literal.items.slice(0, 8).map(spellWhole).join(', ');
      return literal.kind === 'tuple' ? `(${items})` : `[${items}]`;
    }
  }
}
