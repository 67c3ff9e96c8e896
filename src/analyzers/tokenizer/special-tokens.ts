import { isJsonObject, type Json } from '../../kernel/json.ts';

/** A mark stands in brackets, or is one word; three words in a row say something. */
const SENTENCE = /^(?![<[{])[^\p{L}]{0,4}(?:\p{L}{2,}[^\p{L}\n]{1,3}){2,}\p{L}{2,}|(?:\p{L}{2,}\s+){3,}\p{L}{2,}/u;

/** The kind and the name of what a text is masked with: `PI:ACCOUNT_NUM`. */
const LABEL = /^\p{Lu}{1,4}:[\p{Lu}\d]{1,20}(?:_[\p{Lu}\d]{1,20}){0,2}$/u;

export function isSentence(token: string): boolean {
  return SENTENCE.test(token) && !LABEL.test(token);
}

/** Letters that nobody sees (Unicode tags): a sentence among tokens that looks like none. */
const UNSEEN = /[\u{e0020}-\u{e007e}]{3}/u;

/** A template in the place of a mark: some renderers take marks up before they render. */
const EVALUATED = /\{\{[^}]{0,200}(?:__|\(|\|)|\{%/;

/** Special tokens of a tokenizer's file that are sentences, seen or unseen. */
export function* sentencesIn(name: string, value: Json): Iterable<string> {
  for (const token of specialIn(name, value))
    if (isSentence(token) || UNSEEN.test(token) || EVALUATED.test(token)) yield token;
}

function* specialIn(name: string, value: Json): Iterable<string> {
  if (!isJsonObject(value)) return;
  if (name.endsWith('added_tokens.json')) yield* Object.keys(value);
  const listed = name.endsWith('tokenizer.json') ? value['added_tokens'] : value['added_tokens_decoder'];
  for (const token of membersOf(listed ?? null)) {
    const content = isJsonObject(token) && token['special'] === true ? token['content'] : undefined;
    if (typeof content === 'string') yield content;
  }
  const extra = membersOf(value['extra_special_tokens'] ?? null);
  const marks = Object.entries(value).flatMap(([key, one]) => (key.endsWith('_token') ? [(one ?? null) as Json] : []));
  // By name: a text, an object with its text, or a list of either.
  const byName = name.endsWith('special_tokens_map.json') ? membersOf(value) : [...extra, ...marks];
  for (const named of byName) {
    for (const token of Array.isArray(named) ? (named as readonly Json[]) : [named]) {
      const content = isJsonObject(token) ? token['content'] : token;
      if (typeof content === 'string') yield content;
    }
  }
}

function membersOf(value: Json): readonly Json[] {
  return typeof value === 'object' && value !== null ? Object.values(value).map((one) => (one ?? null) as Json) : [];
}
