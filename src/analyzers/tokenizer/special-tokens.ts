import { isJsonObject, type Json } from '../../kernel/json.ts';

/** A mark stands in brackets, or is one word; three words in a row say something. */
const SENTENCE = /^(?![<[{])[^\p{L}]{0,4}(?:\p{L}{2,}[^\p{L}\n]{1,3}){2,}\p{L}{2,}|(?:\p{L}{2,}\s+){3,}\p{L}{2,}/u;

export function isSentence(token: string): boolean {
  return SENTENCE.test(token);
}

/** Letters that nobody sees (Unicode tags): a sentence among tokens that looks like none. */
const UNSEEN = /[\u{e0020}-\u{e007e}]{3}/u;

/** Special tokens of a tokenizer's file that are sentences, seen or unseen. */
export function* sentencesIn(name: string, value: Json): Iterable<string> {
  for (const token of specialIn(name, value)) if (isSentence(token) || UNSEEN.test(token)) yield token;
}

function* specialIn(name: string, value: Json): Iterable<string> {
  if (!isJsonObject(value)) return;
  if (name.endsWith('added_tokens.json')) yield* Object.keys(value);
  const listed = name.endsWith('tokenizer.json') ? value['added_tokens'] : value['added_tokens_decoder'];
  for (const token of membersOf(listed ?? null)) {
    const content = isJsonObject(token) && token['special'] === true ? token['content'] : undefined;
    if (typeof content === 'string') yield content;
  }
  if (!name.endsWith('special_tokens_map.json')) return;
  // By name: a text, an object with its text, or a list of either.
  for (const named of membersOf(value)) {
    for (const token of Array.isArray(named) ? (named as readonly Json[]) : [named]) {
      const content = isJsonObject(token) ? token['content'] : token;
      if (typeof content === 'string') yield content;
    }
  }
}

function membersOf(value: Json): readonly Json[] {
  return typeof value === 'object' && value !== null ? Object.values(value).map((one) => (one ?? null) as Json) : [];
}
