import { hashOfWord, mix, type Words, wordsOf } from './words.ts';

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
  const matching = createMatcher([...patterns.values()]);
  const known = remembering((word, hash) => {
    const ids = matching(word, hash);
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

/** Finds the patterns that a word matches. */
function createMatcher(patterns: readonly Pattern[]): (word: string, hash: number) => readonly number[] {
  const exact = new Map(patterns.filter((x) => !x.prefix).map((x) => [hashOfWord(x.text), x.id]));
  const prefixes = new Map(patterns.filter((x) => x.prefix).map((x) => [x.text, x.id]));
  // Few words begin as a prefix does: its bit is looked at before the word is cut.
  const bits = new Uint8Array(BEGINNINGS);
  for (const prefix of prefixes.keys()) bits[beginningOf(prefix)] = 1;
  return (word, hash) => {
    const found: number[] = [];
    const whole = exact.get(hash);
    if (whole !== undefined) found.push(whole);
    let beginning = 0;
    for (let length = 1; length <= Math.min(word.length, LONGEST); length += 1) {
      beginning = mix(beginning, word.charCodeAt(length - 1));
      if (bits[beginning & (BEGINNINGS - 1)] === 0) continue;
      const id = prefixes.get(word.slice(0, length));
      if (id !== undefined) found.push(id);
    }
    return found;
  };
}

function beginningOf(prefix: string): number {
  let beginning = 0;
  for (let at = 0; at < prefix.length; at += 1) beginning = mix(beginning, prefix.charCodeAt(at));
  return beginning & (BEGINNINGS - 1);
}

/** A power of two, some ten times as many as there are prefixes. */
const BEGINNINGS = 1 << 14;

/** Most words of a text are few: what was found for one is kept in its place until another comes. */
function remembering(find: (word: string, hash: number) => Known): (text: string, words: Words, at: number) => Known {
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

function createFinder(lookup: (text: string, words: Words, at: number) => Known): Lexicon['hits'] {
  const [meaning, starts, ends] = [new Int32Array(MOST_HITS), new Int32Array(MOST_HITS), new Int32Array(MOST_HITS)];
  const hits = { count: 0, meaning, at: starts, end: ends };
  const known: Known[] = [];
  const arrive = (node: Node, from: number, at: number, most: number): void => {
    const { meanings, next } = node;
    for (let which = 0; which < meanings.length; which += 1) {
      if (hits.count === MOST_HITS) return;
      meaning[hits.count] = meanings[which] ?? 0;
      starts[hits.count] = from;
      ends[hits.count] = at + 1;
      hits.count += 1;
    }
    if (next.size === 0 || at + 1 >= most) return;
    const { ids } = known[at + 1] ?? UNKNOWN;
    for (let which = 0; which < ids.length; which += 1) {
      const child = next.get(ids[which] ?? 0);
      if (child !== undefined) arrive(child, from, at + 1, most);
    }
  };
  return (text, words) => {
    hits.count = 0;
    for (let at = 0; at < words.count; at += 1) known[at] = lookup(text, words, at);
    for (let at = 0; at < words.count; at += 1) {
      const { nodes } = known[at] ?? UNKNOWN;
      for (let which = 0; which < nodes.length; which += 1) {
        const node = nodes[which];
        if (node !== undefined) arrive(node, at, at, words.count);
      }
    }
    return hits;
  };
}
