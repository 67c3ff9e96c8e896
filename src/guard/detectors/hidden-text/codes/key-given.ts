import type { Reusable } from '../../idle.ts';
import { commonWords, isProse } from '../words/speaks.ts';
import { surveyOf } from '../words/survey.ts';
import { isKnown } from '../words/vocabulary.ts';
import { parted } from './parting.ts';

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
  /** Sentences for which a cipher by a word is spoken of, and the words that may be its key. */
  let spoken = 0;
  let keys: string[] = [];
  return {
    restart: () => {
      if (letterOf.size > 0) letterOf.clear();
      if (spoken > 0) [spoken, keys] = [0, []];
    },
    read: (sentence, letters, words) => {
      if (surveyOf(sentence).ciphers > 0 && BY_WORD.test(sentence)) spoken = NEAR;
      else if (spoken === 0 && sentence.length < SHORT && sentence.includes('key')) [spoken, keys] = [NEAR, []];
      if (spoken > 0) {
        spoken -= 1;
        for (const [, key = ''] of sentence.matchAll(KEY)) if (keys.length < MOST_KEYS) keys.push(key.toLowerCase());
        const says = keys.reduce<string | null>((said, key) => said ?? byWord(sentence, key), null);
        if (says !== null) return says;
      }
      const hadKey = letterOf.size >= LEAST_PAIRS;
      if (letters <= 3 * words && sentence.length > 48) learn(sentence, letterOf);
      return hadKey ? saidBy(letterOf, sentence) : null;
    },
  };
}

/** Each letter moved by as much as one of a word, which comes again and again. (Vigenère) */
const BY_WORD = /vigen[e\u00e8]re|\b(?:cipher|cypher)(?:text)?\b/i;
const KEY =
  /\b(?:key|keyword|key word|passphrase|codeword)\W{1,4}(?:is |was |of |being )?["'`*(]{0,2}([A-Za-z]{3,20})\b/gi;
const NEAR = 6;
const MOST_KEYS = 4;
const SHORT = 40;

function byWord(sentence: string, key: string): string | null {
  const at = sentence.toLowerCase().indexOf(key);
  const rest = (at < 0 ? sentence : sentence.slice(at + key.length)).replace(/^.{0,24}?: /, '').toLowerCase();
  if (!/[a-z]{3}/.test(rest)) return null;
  let place = 0;
  const says = rest.replace(/[a-z]/g, (letter) => {
    const by = key.charCodeAt(place++ % key.length) - 97;
    return String.fromCharCode(97 + ((letter.charCodeAt(0) - 97 - by + 26) % 26));
  });
  return isProse(says) && commonWords(says) > 1 && isKnown(says) ? says : null;
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
