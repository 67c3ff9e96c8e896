import type { Json } from '../../kernel/json.ts';

/** Stands behind a key's name, for what an earlier value of it would have been: no document has it by accident. */
const EARLIER = '\u0000earlier';

type Objects = Record<string, Json>;

/**
 * A document with all values of its repeated keys: JSON.parse keeps the last, other readers the first. The last stands
 * under the key, each earlier one in an object of its own behind it: `{"a": 1, "a": 2}` is `{"a": 2, "a\0earlier0": {"a": 1}}`.
 * `text` must be one that scanJson passed, so that its depth is bounded.
 */
export function parseRepeated(text: string): Json {
  const reader = { text, at: 0 };
  return anyOf(reader);
}

interface Reader {
  readonly text: string;
  at: number;
}

const TOKEN = /\s*(?:("(?:[^"\\]|\\.)*")|(-?[\d.eE+-]+|true|false|null)|([[\]{}:,]))/y;

function next(reader: Reader): { readonly mark: string; readonly value: Json } {
  TOKEN.lastIndex = reader.at;
  const [whole = '', quoted, word, mark = ''] = TOKEN.exec(reader.text) ?? [];
  reader.at += whole.length;
  const written = quoted ?? word;
  return { mark, value: written === undefined ? null : (JSON.parse(written) as Json) };
}

function anyOf(reader: Reader): Json {
  const { mark, value } = next(reader);
  if (mark === '{') return objectOf(reader);
  return mark === '[' ? listOf(reader) : value;
}

function listOf(reader: Reader): Json {
  const items: Json[] = [];
  while (reader.at < reader.text.length) {
    const start = reader.at;
    const { mark } = next(reader);
    if (mark === ']') return items;
    if (mark === ',') continue;
    reader.at = start;
    items.push(anyOf(reader));
  }
  return items;
}

function objectOf(reader: Reader): Json {
  const members: Objects = Object.create(null) as Objects;
  let earlier = 0;
  while (reader.at < reader.text.length) {
    const { mark, value: key } = next(reader);
    if (mark === '}') break;
    if (typeof key !== 'string') continue;
    next(reader);
    const before = members[key];
    if (before !== undefined) members[`${key}${EARLIER}${earlier++}`] = { [key]: before };
    members[key] = anyOf(reader);
  }
  return { ...members };
}
