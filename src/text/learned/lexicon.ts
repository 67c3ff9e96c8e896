import { hashOfWord, type Words, wordsOf } from './words.ts';

/** Where a phrase of a lexicon stands, in words. */
export interface Hit {
  /** The number of what it means, as the lexicon's maker counted it. */
  readonly meaning: number;
  readonly at: number;
  readonly end: number;
}

/** Phrases of words, whole or by their beginning (`instruct*`), in one tree. */
export interface Lexicon {
  readonly hits: (text: string, words: Words) => readonly Hit[];
}

interface Node {
  readonly next: Map<number, Node>;
  readonly meanings: number[];
}

interface Pattern {
  readonly id: number;
  readonly text: string;
  readonly prefix: boolean;
}

/** The longest word that is looked up by its beginning. */
const LONGEST = 32;
/** Words whose patterns are remembered: a power of two, about 100 kB. */
const REMEMBERED = 1 << 13;
const NONE: readonly number[] = [];

/** Builds a lexicon from phrases and what each means. */
export function lexiconOf(phrases: Iterable<readonly [phrase: string, meaning: number]>): Lexicon {
  const root: Node = { next: new Map(), meanings: [] };
  const patterns = new Map<string, Pattern>();
  for (const [phrase, meaning] of phrases) insert(root, patterns, phrase, meaning);
  const exact = new Map([...patterns.values()].filter((x) => !x.prefix).map((x) => [hashOfWord(x.text), x.id]));
  const prefixes = new Map([...patterns.values()].filter((x) => x.prefix).map((x) => [x.text, x.id]));
  const patternsOf = remembering((word, hash) => matching(word, hash, exact, prefixes));
  return { hits: (text, words) => findHits(root, words, (at) => patternsOf(text, words, at)) };
}

function insert(root: Node, patterns: Map<string, Pattern>, phrase: string, meaning: number): void {
  let node = root;
  for (const part of phrase.toLowerCase().trim().split(/\s+/)) {
    const prefix = part.endsWith('*');
    // A word of a script without spaces is several words here, of one character each.
    const text = prefix ? part.slice(0, -1) : part;
    const words = wordsOf(text);
    for (let at = 0; at < words.count; at += 1) {
      const word = text.slice(words.start[at], words.end[at]);
      node = child(node, patternFor(patterns, word, prefix && at === words.count - 1).id);
    }
  }
  if (node !== root && !node.meanings.includes(meaning)) node.meanings.push(meaning);
}

function child(node: Node, id: number): Node {
  const known = node.next.get(id);
  if (known !== undefined) return known;
  const made: Node = { next: new Map(), meanings: [] };
  node.next.set(id, made);
  return made;
}

function patternFor(patterns: Map<string, Pattern>, text: string, prefix: boolean): Pattern {
  const key = prefix ? `${text}*` : text;
  const known = patterns.get(key);
  if (known !== undefined) return known;
  const made = { id: patterns.size, text, prefix };
  patterns.set(key, made);
  return made;
}

function matching(
  word: string,
  hash: number,
  exact: ReadonlyMap<number, number>,
  prefixes: ReadonlyMap<string, number>,
): readonly number[] {
  const found: number[] = [];
  const whole = exact.get(hash);
  if (whole !== undefined) found.push(whole);
  for (let length = 1; length <= Math.min(word.length, LONGEST); length += 1) {
    const id = prefixes.get(word.slice(0, length));
    if (id !== undefined) found.push(id);
  }
  return found.length === 0 ? NONE : found;
}

/** Most words of a text are few: what was found for one is kept in its place until another comes. */
function remembering(find: (word: string, hash: number) => readonly number[]) {
  const keys = new Int32Array(REMEMBERED);
  const values: (readonly number[])[] = Array.from({ length: REMEMBERED }, () => NONE);
  return (text: string, words: Words, at: number): readonly number[] => {
    const hash = words.hash[at] ?? 0;
    const place = (hash ^ (hash >>> 13)) & (REMEMBERED - 1);
    if (keys[place] === hash) return values[place] ?? NONE;
    const found = find(text.slice(words.start[at], words.end[at]).toLowerCase(), hash);
    keys[place] = hash;
    values[place] = found;
    return found;
  };
}

function findHits(root: Node, words: Words, patternsAt: (at: number) => readonly number[]): readonly Hit[] {
  const hits: Hit[] = [];
  const walk = (node: Node, from: number, at: number): void => {
    if (at >= words.count || node.next.size === 0) return;
    for (const id of patternsAt(at)) {
      const next = node.next.get(id);
      if (next === undefined) continue;
      for (const meaning of next.meanings) hits.push({ meaning, at: from, end: at + 1 });
      walk(next, from, at + 1);
    }
  };
  for (let at = 0; at < words.count; at += 1) walk(root, at, at);
  return hits;
}
