import { type Column, columnOf, rowsOf } from './known.ts';
import { createLists, type Lists, twice } from './lists.ts';
import { hashOfWord, mix, type Words, wordsOfSentence } from './words.ts';

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
  readonly hits: (words: Words) => Hits;
}

/** More are not told apart: a sentence has some two hundred words. */
const MOST_HITS = 4096;

interface Node {
  readonly next: Map<number, Node>;
  readonly meanings: number[];
  /** Its place in the tree that was laid out, which none has before. */
  place: number;
}

interface Pattern {
  readonly id: number;
  readonly text: string;
  readonly prefix: boolean;
}

/** The longest word that is looked up by its beginning. */
const LONGEST = 32;

/** Builds a lexicon from phrases and what each means. */
export function lexiconOf(phrases: Iterable<readonly [phrase: string, meaning: number]>): Lexicon {
  const root: Node = { next: new Map(), meanings: [], place: 0 };
  const patterns = new Map<string, Pattern>();
  for (const [phrase, meaning] of phrases) insert(root, patterns, phrase, meaning);
  const matching = createMatcher([...patterns.values()]);
  const tree = laidOut(root);
  const known = createKnown();
  // One number for all words that match the same patterns.
  const numbers = new Map<string, number>([['', NOT_KNOWN]]);
  const find = (hash: number, _: number, letters: string): number => {
    const ids = matching(letters, hash);
    if (ids.length === 0) return NOT_KNOWN;
    const key = ids.join(' ');
    let number = numbers.get(key);
    if (number === undefined) {
      number = known.add(
        ids,
        ids.map((id) => root.next.get(id)).filter((node) => node !== undefined),
      );
      numbers.set(key, number);
    }
    return number;
  };
  return { hits: createFinder(columnOf(find), known, tree) };
}

/** Of most words: they match no pattern. No word has the number 0. */
const NOT_KNOWN = 1;

/** What is known of words by their number: the patterns that each matches, and the nodes that it leads to from the root. */
interface Known {
  readonly ids: Lists;
  readonly nodes: Lists;
  /**
   * Of a word with this number, bits for the patterns that a phrase which begins with it may go on with; and of the word behind
   * it, bits for its own. `ALONE` is of all seconds, and of each first that is a phrase by itself.
   */
  readonly firsts: Int32Array;
  readonly seconds: Int32Array;
}

const ALONE = 1;

/** A bit for a pattern: several share one. */
function bitOf(id: number): number {
  return 1 << (1 + (id % 31));
}

function createKnown(): Known & { readonly add: (ids: readonly number[], nodes: readonly Node[]) => number } {
  const known = {
    ids: createLists([[], []]),
    nodes: createLists([[], []]),
    firsts: new Int32Array(64),
    seconds: new Int32Array(64).fill(ALONE, 0, 2),
    add: (ids: readonly number[], nodes: readonly Node[]): number => {
      const number = known.ids.add(ids);
      if (number === known.firsts.length) [known.firsts, known.seconds] = [twice(known.firsts), twice(known.seconds)];
      known.nodes.add(nodes.map(({ place }) => place));
      for (const { meanings, next } of nodes) {
        if (meanings.length > 0) known.firsts[number] = (known.firsts[number] ?? 0) | ALONE;
        for (const id of next.keys()) known.firsts[number] = (known.firsts[number] ?? 0) | bitOf(id);
      }
      known.seconds[number] = ids.reduce((bits, id) => bits | bitOf(id), ALONE);
      return number;
    },
  };
  return known;
}

/** The tree in arrays: a step from a node is one look into a table. */
interface Tree {
  readonly meanings: Lists;
  /** Whether no phrase goes on behind it. */
  readonly ends: Uint8Array;
  /** By the hash of a node and a pattern: both, as one number, and the node that they lead to. */
  readonly keys: Int32Array;
  readonly children: Int32Array;
}

/** A node and a pattern as one number. */
const ID_BITS = 14;

function laidOut(root: Node): Tree {
  // The root itself is no child of any.
  const nodes = [root];
  for (const node of nodes) for (const child of node.next.values()) child.place = nodes.push(child) - 1;
  const size = 1 << (33 - Math.clz32(2 * nodes.length));
  const [keys, children] = [new Int32Array(size), new Int32Array(size)];
  for (const { next, place } of nodes) {
    for (const [id, child] of next) {
      if (id >> ID_BITS !== 0 || place >> (31 - ID_BITS) !== 0) throw new RangeError('a lexicon has too many phrases');
      const key = (place << ID_BITS) | id;
      let slot = slotOf(key, size);
      while (children[slot] !== 0) slot = (slot + 1) & (size - 1);
      keys[slot] = key;
      children[slot] = child.place;
    }
  }
  const ends = Uint8Array.from(nodes, ({ next }) => (next.size === 0 ? 1 : 0));
  return { meanings: createLists(nodes.map(({ meanings }) => meanings)), ends, keys, children };
}

function slotOf(key: number, size: number): number {
  const spread = Math.imul(key, 0x9e3779b1);
  return (spread ^ (spread >>> 15)) & (size - 1);
}

/** The node that a pattern leads to from this one; 0 for none. */
function stepOf({ keys, children }: Tree, place: number, id: number): number {
  const key = (place << ID_BITS) | id;
  for (let slot = slotOf(key, keys.length); ; slot = (slot + 1) & (keys.length - 1)) {
    const child = children[slot] ?? 0;
    if (child === 0 || keys[slot] === key) return child;
  }
}

function insert(root: Node, patterns: Map<string, Pattern>, phrase: string, meaning: number): void {
  let node = root;
  for (const part of phrase.toLowerCase().trim().split(/\s+/)) {
    const prefix = part.endsWith('*');
    // A word of a script without spaces is several words here, of one character each.
    const words = wordsOf(prefix ? part.slice(0, -1) : part);
    for (let at = 0; at < words.length; at += 1)
      node = child(node, patternFor(patterns, words[at] ?? '', prefix && at === words.length - 1).id);
  }
  if (node !== root && !node.meanings.includes(meaning)) node.meanings.push(meaning);
}

/** Of letters of ASCII alone there is one: to read each of ten thousand as a text is would be a tenth of every start. */
function wordsOf(text: string): readonly string[] {
  if (PLAIN.test(text)) return [text];
  const { count, start, end } = wordsOfSentence(text);
  return Array.from({ length: count }, (_, at) => text.slice(start[at], end[at]));
}

const PLAIN = /^[a-z]{1,32}$/;

function child(node: Node, id: number): Node {
  const known = node.next.get(id);
  if (known !== undefined) return known;
  const made: Node = { next: new Map(), meanings: [], place: 0 };
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

function createFinder(column: Column, known: Known, tree: Tree): Lexicon['hits'] {
  const [meaning, starts, ends] = [new Int32Array(MOST_HITS), new Int32Array(MOST_HITS), new Int32Array(MOST_HITS)];
  const hits = { count: 0, meaning, at: starts, end: ends };
  const numbers = column.told;
  let rows = numbers;
  const arrive = (place: number, from: number, at: number, most: number): void => {
    const { starts: firstOf, values } = tree.meanings;
    for (let which = firstOf[place] ?? 0; which < (firstOf[place + 1] ?? 0); which += 1) {
      if (hits.count === MOST_HITS) return;
      meaning[hits.count] = values[which] ?? 0;
      starts[hits.count] = from;
      ends[hits.count] = at + 1;
      hits.count += 1;
    }
    if (tree.ends[place] === 1 || at + 1 >= most) return;
    const number = numbers[rows[at + 1] ?? 0] ?? NOT_KNOWN;
    const ids = known.ids;
    for (let which = ids.starts[number] ?? 0; which < (ids.starts[number + 1] ?? 0); which += 1) {
      const child = stepOf(tree, place, ids.values[which] ?? 0);
      if (child !== 0) arrive(child, from, at + 1, most);
    }
  };
  return (words) => {
    const { count } = words;
    hits.count = 0;
    rows = rowsOf(words);
    const { firsts, seconds, nodes } = known;
    let behind = numbers[rows[0] ?? 0] ?? NOT_KNOWN;
    for (let at = 0; at < count; at += 1) {
      const number = behind;
      behind = numbers[rows[at + 1] ?? 0] ?? NOT_KNOWN;
      // Most phrases that begin here go on otherwise.
      if (((firsts[number] ?? 0) & (seconds[behind] ?? ALONE)) === 0) continue;
      const end = nodes.starts[number + 1] ?? 0;
      for (let which = nodes.starts[number] ?? 0; which < end; which += 1)
        arrive(nodes.values[which] ?? 0, at, at, count);
    }
    return hits;
  };
}
