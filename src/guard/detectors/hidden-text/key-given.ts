import type { Reusable } from '../idle.ts';
import { parted } from './parting.ts';
import { commonWords, isProse } from './speaks.ts';
import { isKnown } from './vocabulary.ts';

/** Reads a message for a table of what stands for each letter, and for what is written by it. */
export interface KeyReader extends Reusable {
  /** `letters` and `words` of the sentence: a table has a letter to nearly each word. */
  read(sentence: string, letters: number, words: number): string | null;
}

/** A letter and what stands for it, in either order. */
const PAIR =
  /(?<![^\s"'{([,;|])["']?([^\s"',;:=]{1,3})["']?\s?(?:=|->|=>|→|↦|:|is)\s?["']?([^\s"',;]{1,4})["']?(?![^\s"'})\],;|.])/g;
const LEAST_PAIRS = 14;
const MOST_PAIRS = 64;
const LONGEST_PAIR = 4;

export function createKeyReader(): KeyReader {
  const letterOf = new Map<string, string>();
  return {
    restart: () => {
      if (letterOf.size > 0) letterOf.clear();
    },
    read: (sentence, letters, words) => {
      const hadKey = letterOf.size >= LEAST_PAIRS;
      if (letters <= 3 * words && sentence.length > 48) learn(sentence, letterOf);
      return hadKey ? saidBy(letterOf, sentence) : null;
    },
  };
}

function learn(sentence: string, letterOf: Map<string, string>): void {
  const pairs = [...sentence.matchAll(PAIR)];
  if (pairs.length < LEAST_PAIRS / 2 || letterOf.size > MOST_PAIRS) return;
  for (const [, one = '', other = ''] of pairs) {
    if (one.length + other.length > LONGEST_PAIR) continue;
    if (/^[a-z]$/i.test(one) && !letterOf.has(other.toLowerCase()))
      letterOf.set(other.toLowerCase(), one.toLowerCase());
    if (/^[a-z]$/i.test(other) && !letterOf.has(one.toLowerCase()))
      letterOf.set(one.toLowerCase(), other.toLowerCase());
  }
}

/** Sign by sign, or group by group; the table may say either which is which way round. */
function saidBy(letterOf: ReadonlyMap<string, string>, sentence: string): string | null {
  const small = sentence.toLowerCase().trim();
  const given = small.split(/[ ,;]/);
  const groups = given.filter((group) => group !== '');
  const hits = groups.filter((group) => letterOf.has(group)).length;
  const ways = [Array.from(small, (sign) => letterOf.get(sign) ?? sign).join('')];
  if (hits * 10 >= groups.length * 8)
    ways.push(given.map((group) => (group === '' ? ' ' : (letterOf.get(group) ?? ''))).join(''));
  if (isKnown(small)) return null;
  for (const says of ways) {
    if (says.length < SHORTEST || says === small) continue;
    if (isProse(says) && commonWords(says) > 1 && isKnown(says)) return says;
    const words = /\s/.test(says.trim()) ? null : parted(says);
    if (words !== null) return words;
  }
  return null;
}

const SHORTEST = 12;
