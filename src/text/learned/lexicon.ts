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
  // By number, with one number for all words that match the same patterns.
  const known: Known[] = [UNKNOWN];
  const numbers = new Map<string, number>([['', 0]]);
  const find = (word: string, hash: number): number => {
    const ids = matching(word, hash);
    const key = ids.join(' ');
    const number = numbers.get(key);
    if (number !== undefined) return number;
    const nodes = ids.map((id) => root.next.get(id)).filter((node) => node !== undefined);
    numbers.set(key, known.length);
    return known.push({ ids, nodes }) - 1;
  };
  return { hits: createFinder(remembering(find), known) };
}

/** The patterns that a word matches, and the nodes of the tree that it leads to from the root. */
interface Known {
  readonly ids: readonly number[];
  readonly nodes: readonly Node[];
}

/** Of most words: it has the number 0. */
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
function remembering(find: (word: string, hash: number) => number): Lookup {
  const [keys, values] = [new Int32Array(REMEMBERED), new Int32Array(REMEMBERED)];
  return (text, words, into) => {
    const { count, hash, start, end } = words;
    for (let at = 0; at < count; at += 1) {
      const key = hash[at] ?? 0;
      const place = (key ^ (key >>> 13)) & (REMEMBERED - 1);
      if (keys[place] !== key) {
        values[place] = find(text.slice(start[at], end[at]).toLowerCase(), key);
        keys[place] = key;
      }
      into[at] = values[place] ?? 0;
    }
  };
}

/** Writes the number of each word. */
type Lookup = (text: string, words: Words, into: Int32Array) => void;

function createFinder(lookup: Lookup, known: readonly Known[]): Lexicon['hits'] {
  const [meaning, starts, ends] = [new Int32Array(MOST_HITS), new Int32Array(MOST_HITS), new Int32Array(MOST_HITS)];
  const hits = { count: 0, meaning, at: starts, end: ends };
  let numbers = new Int32Array(MOST_HITS);
  const arrive = ({ meanings, next }: Node, from: number, at: number, most: number): void => {
    for (let which = 0; which < meanings.length; which += 1) {
      if (hits.count === MOST_HITS) return;
      meaning[hits.count] = meanings[which] ?? 0;
      starts[hits.count] = from;
      ends[hits.count] = at + 1;
      hits.count += 1;
    }
    if (next.size === 0 || at + 1 >= most) return;
    const { ids } = known[numbers[at + 1] ?? 0] ?? UNKNOWN;
    for (let which = 0; which < ids.length; which += 1) {
      const child = next.get(ids[which] ?? 0);
      if (child !== undefined) arrive(child, from, at + 1, most);
    }
  };
  return (text, words) => {
    const { count } = words;
    hits.count = 0;
    if (numbers.length <= count) numbers = new Int32Array(2 * count);
    lookup(text, words, numbers);
    numbers[count] = 0;
    for (let at = 0; at < count; at += 1) {
      const number = numbers[at] ?? 0;
      if (number === 0) continue;
      const { nodes } = known[number] ?? UNKNOWN;
      for (let which = 0; which < nodes.length; which += 1) {
        const node = nodes[which];
        // Most phrases that begin here go on otherwise.
        if (node === undefined || (node.meanings.length === 0 && (numbers[at + 1] ?? 0) === 0)) continue;
        arrive(node, at, at, count);
      }
    }
    return hits;
  };
}
