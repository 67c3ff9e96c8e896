import { VOCABULARY } from './vocabulary.ts';

/**
 * Letters that come one by one, of which the last ones may be words without spaces between. Bounded in memory, and in time by
 * the letter: most end no word.
 */
export interface LetterStream {
  /** Of an ASCII letter, from 0; says what the last ones spell. */
  push(letter: number): string | null;
}

/** Words from their ends: for a node and a letter the next node, 0 where no word goes on. The last row says where a word begins. */
const NEXT: number[] = Array.from({ length: 27 }, () => 0);

for (const word of VOCABULARY) {
  if (!/^[a-z]{2,}$/.test(word)) continue;
  let node = 0;
  for (let at = word.length - 1; at >= 0; at -= 1) {
    const place = node * 27 + word.charCodeAt(at) - 97;
    if (NEXT[place] === 0) {
      NEXT[place] = NEXT.length / 27;
      for (let more = 0; more < 27; more += 1) NEXT.push(0);
    }
    node = NEXT[place] ?? 0;
  }
  NEXT[node * 27 + 26] = 1;
}
const TRIE = Int32Array.from(NEXT);
/** Whether a word may end with these three letters: most letters only cost a look here. */
const ENDS = new Uint8Array(1 << 15);
const LETTERS = Array.from({ length: 26 }, (_, letter) => letter);
const after = (node: number) =>
  LETTERS.map((letter) => ({ letter, node: TRIE[node * 27 + letter] ?? 0 })).filter((next) => next.node > 0);
for (const first of after(0))
  for (const second of after(first.node))
    for (const third of after(second.node)) ENDS[(third.letter << 10) | (second.letter << 5) | first.letter] = 1;

/** More letters are not looked at together. */
const MOST = 64;
/** A letter that is in no word. */
const LOSS = 2.5;
const GAP = 1.2;
const LEAST_WORDS = 3;

export function createLetterStream(leastWorth: number): LetterStream {
  let letters = NONE;
  let parts: Parts | undefined;
  let count = 0;
  let last = 0;
  return {
    push: (letter) => {
      if (letters === NONE) letters = new Uint8Array(MOST);
      if (count === MOST) {
        letters.copyWithin(0, MOST / 2);
        count = MOST / 2;
        if (parts !== undefined) parts.known = 0;
      }
      letters[count++] = letter;
      last = ((last << 5) | letter) & 0x7fff;
      // A word of three letters or more ends here, or nothing new is said.
      if (ENDS[last] === 0 || count < 10 || !endsWord(letters, count)) return null;
      parts ??= { worth: new Float32Array(MOST + 1), size: new Uint8Array(MOST + 1), known: 0 };
      return spelt(letters, count, parts, leastWorth);
    },
  };
}

const NONE = new Uint8Array(0);

function endsWord(letters: Uint8Array, end: number): boolean {
  let node = 0;
  for (let at = end - 1; at >= 0; at -= 1) {
    node = TRIE[node * 27 + (letters[at] ?? 0)] ?? 0;
    if (node === 0) return false;
    if (end - at > 2 && TRIE[node * 27 + 26] === 1) return true;
  }
  return false;
}

/** The best that the first so many letters can be parted into: what it is worth, and how long its last word is. */
interface Parts {
  readonly worth: Float32Array;
  readonly size: Uint8Array;
  /** Up to here it is reckoned. */
  known: number;
}

/** Words that end with the last letter, the best that the letters before can be parted into. */
function spelt(letters: Uint8Array, count: number, parts: Parts, leastWorth: number): string | null {
  const { worth, size } = parts;
  for (let end = parts.known + 1; end <= count; end += 1) {
    worth[end] = Math.max(0, (worth[end - 1] ?? 0) - LOSS);
    size[end] = (worth[end] ?? 0) > 0 ? 1 : 0;
    let node = 0;
    for (let at = end - 1; at >= 0; at -= 1) {
      node = TRIE[node * 27 + (letters[at] ?? 0)] ?? 0;
      if (node === 0) break;
      if (end - at < 2 || TRIE[node * 27 + 26] !== 1) continue;
      const value = (worth[at] ?? 0) + end - at - GAP;
      if (value > (worth[end] ?? 0)) {
        worth[end] = value;
        size[end] = end - at;
      }
    }
  }
  parts.known = count;
  if ((worth[count] ?? 0) < leastWorth) return null;
  const words: string[] = [];
  for (let end = count; end > 0 && (size[end] ?? 0) > 0; end -= size[end] ?? 1)
    words.push(String.fromCharCode(...Array.from(letters.subarray(end - (size[end] ?? 1), end), (x) => x + 97)));
  const long = words.filter((word) => word.length > 2);
  return long.length < LEAST_WORDS || new Set(long).size < LEAST_WORDS ? null : words.toReversed().join(' ');
}
