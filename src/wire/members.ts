import type { Json } from '../kernel/json.ts';

/**
 * How the members of an object are read whose reader knows it: `read` elsewhere; a `name`, which is a word by which programs know
 * something; `opaque`, bytes or numbers that only their maker understands. What does not look as it should is read as a text, as all others are.
 */
export type Members = ReadonlyMap<string, 'read' | 'name' | 'opaque'>;

export function membersOf(known: {
  readonly read?: Iterable<string>;
  readonly names?: Iterable<string>;
  readonly opaque?: Iterable<string>;
}): Members {
  const { read = [], names = [], opaque = [] } = known;
  return new Map([
    ...[...names].map((name) => [name, 'name'] as const),
    ...[...opaque].map((name) => [name, 'opaque'] as const),
    ...[...read].map((name) => [name, 'read'] as const),
  ]);
}

/** An id, a model, a reason, a media type: no blank, and nothing that stands in an address. The longest ids that vendors give have 130 characters. */
const WORD = /^[\w.:/+-]{0,160}$/;
/** Bytes in base64 or hexadecimal digits, in an address of their own or without; nobody signs in fewer. */
const BYTES = /^(?:data:[\w.+/;=-]{0,100},)?[\w+/=-]{64,}$/;
/** As programs call members. Longer than any word is what keys of services look like. */
const KEY = /^(?:[A-Za-z_$-][\w$-]{0,18}|\d{0,8})$/;

/** Whether nothing of a known member must be read. */
export function isPlain(kind: 'read' | 'name' | 'opaque', value: Json | undefined): boolean {
  if (kind === 'read' || value === null || (typeof value !== 'string' && typeof value !== 'object')) return true;
  if (typeof value === 'string') return kind === 'name' ? WORD.test(value) : value === '' || BYTES.test(value);
  return kind === 'name' ? isOfWords(value) : Array.isArray(value) && value.every((one) => typeof one === 'number');
}

/** Deeper than any count of tokens. */
const DEEPEST = 8;

/** Whether a value has nothing but words, numbers and the like, keys too. */
function isOfWords(value: object, depth = 0): boolean {
  if (depth > DEEPEST) return false;
  for (const key of Object.keys(value)) {
    const one = (value as Record<string, unknown>)[key];
    if (typeof one === 'string' && !WORD.test(one)) return false;
    if (typeof one === 'object' && one !== null && !isOfWords(one, depth + 1)) return false;
    if (!isKey(key) && !WORD.test(key)) return false;
  }
  return true;
}

/** Whether a key is one that programs use, so that nobody need read it. */
export function isKey(key: string): boolean {
  if (SEEN.has(key)) return true;
  if (!KEY.test(key)) return false;
  if (SEEN.size < MOST_SEEN) SEEN.add(key);
  return true;
}

/** The keys of calls and answers are always the same few hundred. */
const SEEN = new Set<string>();
const MOST_SEEN = 2048;
