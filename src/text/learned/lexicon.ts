import { type Column, columnOf } from './known.ts';
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

/** Builds a lexicon from phrases and what each means. */
export function lexiconOf(phrases: Iterable<readonly [phrase: string, meaning: number]>): Lexicon {
  const root: Node = { next: new Map(), meanings: [] };
  const patterns = new Map<string, Pattern>();
  for (const [phrase, meaning] of phrases) insert(root, patterns, phrase, meaning);
  const matching = createMatcher([...patterns.values()]);
  // By number, with one number for all words that match the same patterns.
  const known: Known[] = [NEVER, UNKNOWN];
  const numbers = new Map<string, number>([['', NOT_KNOWN]]);
  const find = (hash: number, _: number, letters: string): number => {
    const ids = matching(letters, hash);
    const key = ids.join(' ');
    const number = numbers.get(key);
    if (number !== undefined) return number;
    const nodes = ids.map((id) => root.next.get(id)).filter((node) => node !== undefined);
    numbers.set(key, known.length);
    return known.push({ ids, nodes, tells: nodes.some(({ meanings }) => meanings.length > 0) }) - 1;
  };
  return { hits: createFinder(columnOf(find), known) };
}

/** The patterns that a word matches, and the nodes of the tree that it leads to from the root. */
interface Known {
  readonly ids: readonly number[];
  readonly nodes: readonly Node[];
  /** Whether the word is a phrase by itself. */
  readonly tells: boolean;
}

/** Of most words. */
const UNKNOWN: Known = { ids: [], nodes: [], tells: false };
const NOT_KNOWN = 1;
/** No word has the number 0. */
const NEVER = UNKNOWN;

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

function createFinder(column: Column, known: readonly Known[]): Lexicon['hits'] {
  const [meaning, starts, ends] = [new Int32Array(MOST_HITS), new Int32Array(MOST_HITS), new Int32Array(MOST_HITS)];
  const hits = { count: 0, meaning, at: starts, end: ends };
  const goOn = createPairs(known);
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
    const { ids } = known[numbers[at + 1] ?? NOT_KNOWN] ?? UNKNOWN;
    for (let which = 0; which < ids.length; which += 1) {
      const child = next.get(ids[which] ?? 0);
      if (child !== undefined) arrive(child, from, at + 1, most);
    }
  };
  return (text, words) => {
    const { count } = words;
    hits.count = 0;
    if (numbers.length <= count) numbers = new Int32Array(2 * count);
    column.fill(words, numbers, text);
    numbers[count] = NOT_KNOWN;
    for (let at = 0; at < count; at += 1) {
      const number = numbers[at] ?? NOT_KNOWN;
      if (number === NOT_KNOWN) continue;
      const goes = goOn(number, numbers[at + 1] ?? NOT_KNOWN);
      const { nodes, tells } = known[number] ?? UNKNOWN;
      // Most phrases that begin here go on otherwise.
      if (!goes && !tells) continue;
      for (let which = 0; which < nodes.length; which += 1) {
        const node = nodes[which];
        if (node !== undefined) arrive(node, at, at, goes ? count : at + 1);
      }
    }
    return hits;
  };
}

/** Pairs of words that are remembered: 20 kB. */
const PAIR_BITS = 12;
const PAIRS = 1 << PAIR_BITS;

/** Whether any phrase that begins with the first word may go on with the second. */
function createPairs(known: readonly Known[]): (first: number, second: number) => boolean {
  const [keys, answers] = [new Int32Array(PAIRS), new Uint8Array(PAIRS)];
  const goes = (first: number, second: number): boolean => {
    const { ids } = known[second] ?? UNKNOWN;
    return (known[first] ?? UNKNOWN).nodes.some(({ next }) => ids.some((id) => next.has(id)));
  };
  return (first, second) => {
    if (second === NOT_KNOWN) return false;
    const key = (first << 16) | second;
    const place = Math.imul(key, 0x9e3779b1) >>> (32 - PAIR_BITS);
    if (keys[place] !== key) {
      // A deadline may end this in its midst.
      keys[place] = 0;
      answers[place] = goes(first, second) ? 1 : 0;
      keys[place] = key;
    }
    return answers[place] === 1;
  };
}
