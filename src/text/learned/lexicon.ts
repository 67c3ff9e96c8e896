import { hashOfWord, type Words, wordsOf } from './words.ts';

/** Where phrases of a lexicon stand, in words: arrays side by side, good until the next text is read. */
export interface Hits {
  readonly count: number;
  /** The number of what it means, as the lexicon's maker counted it. */
  readonly meaning: Int32Array;
  readonly at: Int32Array;
  readonly end: Int32Array;
}

/** Phrases of words, whole or by their beginning (`instruct*`), in one tree. */
export interface Lexicon {
  readonly hits: (text: string, words: Words) => Hits;
}

/** More are not told apart: a sentence has some two hundred words. */
const MOST_HITS = 4096;

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

/** Builds a lexicon from phrases and what each means. */
export function lexiconOf(phrases: Iterable<readonly [phrase: string, meaning: number]>): Lexicon {
  const root: Node = { next: new Map(), meanings: [] };
  const patterns = new Map<string, Pattern>();
  for (const [phrase, meaning] of phrases) insert(root, patterns, phrase, meaning);
  const exact = new Map([...patterns.values()].filter((x) => !x.prefix).map((x) => [hashOfWord(x.text), x.id]));
  const prefixes = new Map([...patterns.values()].filter((x) => x.prefix).map((x) => [x.text, x.id]));
  const known = remembering((word, hash) => {
    const ids = matching(word, hash, exact, prefixes);
    const nodes = ids.map((id) => root.next.get(id)).filter((node) => node !== undefined);
    return ids.length === 0 ? UNKNOWN : { ids, nodes };
  });
  return { hits: createFinder(known) };
}

/** The patterns that a word matches, and the nodes of the tree that it leads to from the root. */
interface Known {
  readonly ids: readonly number[];
  readonly nodes: readonly Node[];
}

const UNKNOWN: Known = { ids: [], nodes: [] };

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
  return found;
}

type Lookup = (text: string, words: Words, at: number) => Known;

/** Most words of a text are few: what was found for one is kept in its place until another comes. */
function remembering(find: (word: string, hash: number) => Known): Lookup {
  const keys = new Int32Array(REMEMBERED);
  const values: Known[] = Array.from({ length: REMEMBERED }, () => UNKNOWN);
  return (text, words, at) => {
    const hash = words.hash[at] ?? 0;
    const place = (hash ^ (hash >>> 13)) & (REMEMBERED - 1);
    if (keys[place] === hash) return values[place] ?? UNKNOWN;
    const found = find(text.slice(words.start[at], words.end[at]).toLowerCase(), hash);
    keys[place] = hash;
    values[place] = found;
    return found;
  };
}

function createFinder(known: Lookup): Lexicon['hits'] {
  const [meaning, starts, ends] = [new Int32Array(MOST_HITS), new Int32Array(MOST_HITS), new Int32Array(MOST_HITS)];
  let count = 0;
  const arrive = (node: Node, text: string, words: Words, from: number, at: number): void => {
    for (const number of node.meanings) {
      if (count === MOST_HITS) return;
      meaning[count] = number;
      starts[count] = from;
      ends[count] = at + 1;
      count += 1;
    }
    if (node.next.size === 0 || at + 1 >= words.count) return;
    for (const id of known(text, words, at + 1).ids) {
      const next = node.next.get(id);
      if (next !== undefined) arrive(next, text, words, from, at + 1);
    }
  };
  return (text, words) => {
    count = 0;
    for (let at = 0; at < words.count; at += 1) {
      for (const node of known(text, words, at).nodes) arrive(node, text, words, at, at);
    }
    return { count, meaning, at: starts, end: ends };
  };
}
