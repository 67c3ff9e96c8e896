import { hashOfWord, wordsOfSentence } from '../../../text/learned/words.ts';

/** Notices when a text goes round in circles: the sign of a model that was driven to repeat itself until it leaks. */
export interface RepetitionReader {
  /** The number of words that repeat what stood one period before, when it just became too many; null otherwise. */
  read(sentence: string): number | null;
}

/** Words after which a circle may close. */
const LONGEST_PERIOD = 12;
/** A chorus or a table repeats itself, too; this many words in a circle say nothing any more. */
const LEAST_WORDS = 48;
/** And so many times round. */
const LEAST_ROUNDS = 6;

/** All numbers are one word; a table of them goes nowhere in circles. */
const NUMBER = hashOfWord('1');

/** (Nasr et al., Scalable extraction of training data, 2023: a word repeated for ever makes models diverge.) */
export function createRepetitionReader(): RepetitionReader {
  const recent = new Int32Array(LONGEST_PERIOD);
  const runs = new Int32Array(LONGEST_PERIOD + 1);
  let seen = 0;
  let told = false;
  return {
    read: (sentence) => {
      const words = wordsOfSentence(sentence);
      let most = 0;
      for (let at = 0; at < words.count; at += 1) {
        const word = words.hash[at] ?? 0;
        if (word === NUMBER) continue;
        for (let period = 1; period <= LONGEST_PERIOD; period += 1) {
          const same = seen >= period && recent[(seen - period) % LONGEST_PERIOD] === word;
          const run = same ? (runs[period] ?? 0) + 1 : 0;
          runs[period] = run;
          if (run >= LEAST_WORDS && run >= LEAST_ROUNDS * period) most = Math.max(most, run);
        }
        recent[seen % LONGEST_PERIOD] = word;
        seen += 1;
      }
      if (most === 0 || told) return null;
      told = true;
      return most;
    },
  };
}
