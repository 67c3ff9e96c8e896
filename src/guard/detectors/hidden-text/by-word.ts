import { isKnown, LONGEST_WORD, VOCABULARY } from './vocabulary.ts';

/** What a sentence says whose words are changed one by one in the same way; else nothing. */
export function movedByWord(sentence: string): string {
  const sample = sampleOf(sentence);
  if (sample.length < LEAST_SAMPLE) return '';
  const read = sample.map(waysThatRead);
  if (read.every((ways) => ways === 0)) return '';
  for (const [at, { least, read: readWord }] of WAYS.entries()) {
    if (read.filter((ways) => (ways & (1 << at)) !== 0).length * 2 < sample.length) continue;
    const says = sentence.toLowerCase().replace(/[a-z]+/g, (word) => (word.length < least ? word : readWord(word)));
    if (isKnown(says)) return says;
  }
  return '';
}

const LEAST_SAMPLE = 3;
const MOST_SAMPLE = 5;

/** The first words that are none: what no way reads of those is not tried on the others. */
function sampleOf(sentence: string): readonly string[] {
  const sample: string[] = [];
  for (const [word] of sentence.matchAll(/[A-Za-z]{3,}/g)) {
    const small = word.toLowerCase();
    if (!VOCABULARY.has(small)) sample.push(small);
    if (sample.length === MOST_SAMPLE) break;
  }
  return sample;
}

/** A bit for each way by which a word is one. */
function waysThatRead(word: string): number {
  // No way makes a word shorter than by half.
  if (word.length > 2 * LONGEST_WORD) return 0;
  const known = READ.get(word);
  if (known !== undefined) return known;
  let ways = 0;
  for (const [at, { read }] of WAYS.entries()) if (VOCABULARY.has(read(word))) ways |= 1 << at;
  if (READ.size >= MOST_READ) READ.clear();
  // A copy: what is cut out of a text keeps all of it.
  READ.set(Array.from(word).join(''), ways);
  return ways;
}

/** In another language most words come again. */
const READ = new Map<string, number>();
const MOST_READ = 4096;

interface Way {
  /** Words of fewer letters are as they were. */
  readonly least: number;
  readonly read: (word: string) => string;
}

const KEYS = 'qwertyuiop asdfghjkl zxcvbnm';

function byKeys(step: number): (word: string) => string {
  return (word) => word.replace(/[a-z]/g, (letter) => KEYS.charAt(KEYS.indexOf(letter) + step).trim() || letter);
}

/** First letter, last letter, and which are between: words are known by them. */
const SCRAMBLED = keyed(signature, 4);
/** Consonants alone, and a vowel at the beginning. */
const VOICELESS = keyed((word) => word.charAt(0) + word.slice(1).replace(/[aeiou]/g, ''), 3);

function keyed(key: (word: string) => string, least: number): ReadonlyMap<string, string> {
  const words = [...VOCABULARY].filter((word) => word.length >= least);
  return new Map(words.toReversed().map((word) => [key(word), word]));
}

/** The same for the same letters within, in whatever order. */
function signature(word: string): string {
  let sum = 0;
  for (let at = 1; at < word.length - 1; at += 1)
    sum += Math.imul(word.charCodeAt(at), 0x9e3779b1 + word.charCodeAt(at)) >>> 4;
  return `${word.charAt(0)}${sum}${word.charAt(word.length - 1)}`;
}

const WAYS: readonly Way[] = [
  { least: 4, read: (word) => SCRAMBLED.get(signature(word)) ?? word },
  { least: 1, read: (word) => VOICELESS.get(word) ?? word },
  // Each letter twice; two by two in the other order; the first behind the last.
  { least: 2, read: (word) => word.replace(/([a-z])\1/g, '$1') },
  { least: 2, read: (word) => word.replace(/([a-z])([a-z])/g, '$2$1') },
  { least: 2, read: (word) => word.slice(-1) + word.slice(0, -1) },
  // Typed with the hands one key to the left, or to the right.
  { least: 1, read: byKeys(1) },
  { least: 1, read: byKeys(-1) },
];
