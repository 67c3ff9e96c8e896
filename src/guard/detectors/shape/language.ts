import { columnOf, rowsOf } from '../../../text/learned/known.ts';
import { wordsOfSentence } from '../../../text/learned/words.ts';
import type { Reusable } from '../idle.ts';
import { LANGUAGE_LETTERS, LANGUAGE_NAMES, LANGUAGE_WORDS, OFTEN, SCRIPTS } from './languages.ts';

/** Counts what speaks for each language, sentence by sentence. */
export interface LanguageReader extends Reusable {
  read(sentence: string): void;
  /** The likeliest language and its share of what was counted; null for too little. */
  verdict(): { readonly language: string; readonly share: number } | null;
}

const COUNT = LANGUAGE_NAMES.length;
const NUMBER = new Map(LANGUAGE_NAMES.map((name, at) => [name, at]));
const LATIN = 0;
const HAN = SCRIPTS.length - 1;
const KANA = HAN - 1;
/** The languages of each script, by number. */
const OF_SCRIPT = SCRIPTS.map(({ languages }) => languages.map((name) => NUMBER.get(name) ?? 0));

/** The languages in which words are common: of each word, which of these sets is its own. */
const SETS: (readonly number[])[] = [[]];
const SET_OF = new Map<string, number>();
{
  const languagesOf = new Map<string, number[]>();
  for (const [language, words] of Object.entries(LANGUAGE_WORDS))
    for (const word of words.split(' '))
      languagesOf.set(word, [...(languagesOf.get(word) ?? []), NUMBER.get(language) ?? 0]);
  const known = new Map<string, number>();
  for (const [word, languages] of languagesOf) {
    const key = languages.join();
    const set = known.get(key) ?? SETS.push(languages) - 1;
    known.set(key, set);
    SET_OF.set(word, set);
  }
}
const { told: setOf } = columnOf((_, __, letters) => SET_OF.get(letters) ?? 0);

/** One more than the script of each UTF-16 unit; 0 for what is no letter of one. */
const SCRIPT_OF = new Uint8Array(0x10000);
SCRIPTS.forEach(({ ranges }, script) => {
  for (const [first, last] of ranges) SCRIPT_OF.fill(script + 1, first, last + 1);
});
for (const other of ['×', '÷', ';']) SCRIPT_OF[other.charCodeAt(0)] = 0;

/** The languages of its script that have a letter which not all of them have. */
const HAVING = new Map<number, ReadonlySet<number>>();
for (const [language, letters] of Object.entries(LANGUAGE_LETTERS)) {
  for (const letter of letters)
    HAVING.set(letter.charCodeAt(0), new Set([...(HAVING.get(letter.charCodeAt(0)) ?? []), NUMBER.get(language) ?? 0]));
}

/** A word in Latin letters counts for two: half of a sentence's are common ones. */
const WORTH = 2;
/** Fewer common words are no evidence; so few are where they are many of all that stand there, and no other language has them. */
const LEAST = 2.5;
const LEAST_FEW = 1.4;
const MANY_OF_ALL = 0.25;
const SOME_OF_ALL = 0.14;
/** Of another script, so many words' worth of letters. */
const LEAST_LETTERS = 1.3;
/** How much a letter that others of the script have not speaks for a language, and one that it has not itself against it. */
const LETTER = 0.5;
/** Kana stand in Japanese beside so many Han characters at most. */
const KANA_SHARE = 0.1;

/** By the commonest words of each language, by the letters that it has and others have not, and by its script. */
export function createLanguageReader(): LanguageReader {
  /** Common words by the set of languages that have them, and the sets of which there were some. */
  const counts = new Float64Array(SETS.length);
  const met: number[] = [];
  /** Of each language, and each word's part of what several have: counted when they are asked for. */
  const common = new Float64Array(COUNT);
  const parts = new Float64Array(COUNT);
  /** Letters by script, and those that not all languages of a script have. */
  const letters = new Float64Array(SCRIPTS.length);
  const special = new Map<number, number>();
  let hasLetters = false;
  /** Of Latin letters: all words, and those that are common in some language. */
  let [words, known] = [0, 0];

  const countLetters = (sentence: string) => {
    hasLetters = true;
    let run = 0;
    let isName = false;
    for (let at = 0; at < sentence.length; at++) {
      const unit = sentence.charCodeAt(at);
      const script = (SCRIPT_OF[unit] ?? 0) - 1;
      if (script < 0) {
        run = 0;
        continue;
      }
      if (++run === 1) isName = at > 0 && smallOf(unit) !== unit;
      if (unit < BEYOND_ASCII) continue;
      // One Greek letter stands for a number.
      if (script !== LATIN && (run > 1 || DENSE[script] === 1))
        letters[script] = (letters[script] ?? 0) + (run === 2 && DENSE[script] === 0 ? 2 : 1);
      const small = smallOf(unit);
      if (HAVING.has(small) && !(isName && script === LATIN)) special.set(small, (special.get(small) ?? 0) + 1);
    }
  };

  const sumUp = () => {
    common.fill(0);
    parts.fill(0);
    for (const set of met) {
      const [count, languages] = [counts[set] ?? 0, SETS[set] ?? []];
      for (const language of languages) {
        common[language] = (common[language] ?? 0) + count;
        parts[language] = (parts[language] ?? 0) + count / languages.length;
      }
    }
  };

  /** Of the languages of a script: the likeliest one, and how much more likely it is than the next. */
  const likeliest = (script: number): Likeliest => {
    let [best, first, second, letter] = [-1, Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY, 0];
    OF_SCRIPT[script]?.forEach((language, order) => {
      let [own, others] = [0, 0];
      for (const [unit, times] of special) {
        const having = HAVING.get(unit);
        if (having === undefined || (SCRIPT_OF[unit] ?? 0) - 1 !== script) continue;
        if (having.has(language)) own += times / having.size;
        else others += times;
      }
      const often = OFTEN_IN[language];
      if (often?.letters.every((unit) => !special.has(unit)) === true)
        others += Math.min(MOST_MISSED, ((letters[script] ?? 0) * often.share) / 100);
      const count = (common[language] ?? 0) + (parts[language] ?? 0);
      // A name or two of another language makes a text none of it.
      const against = script === LATIN ? Math.min(LETTER * others, count / 2) : others;
      const rank = count + LETTER * own - against - order * A_LITTLE;
      if (rank > first) [best, first, second, letter] = [language, rank, first, own];
      else if (rank > second) second = rank;
    });
    return { language: best, lead: first - second, letter };
  };

  return {
    restart: () => {
      for (const set of met) counts[set] = 0;
      met.length = 0;
      if (hasLetters) letters.fill(0);
      // To empty a map makes a new one.
      if (special.size > 0) special.clear();
      [words, known, hasLetters] = [0, 0, false];
    },
    read: (sentence) => {
      const found = wordsOfSentence(sentence);
      const rows = rowsOf(found);
      for (let at = 0; at < found.count; at++) {
        const start = found.start[at] ?? 0;
        const isLatin = SCRIPT_OF[sentence.charCodeAt(start)] === LATIN + 1;
        if (isLatin) words++;
        const set = setOf[rows[at] ?? 0] ?? 0;
        if (set === 0) continue;
        const weight = weightOf(sentence, start, found.end[at] ?? 0);
        if (weight === 0) continue;
        if (isLatin) known += weight;
        if (counts[set] === 0) met.push(set);
        counts[set] = (counts[set] ?? 0) + weight;
      }
      if (NOT_ASCII.test(sentence)) countLetters(sentence);
    },
    verdict: () => {
      if (words === 0 && !hasLetters) return null;
      const kana = letters[KANA] ?? 0;
      if (kana > KANA_SHARE * (letters[HAN] ?? 0)) {
        letters[KANA] = kana + (letters[HAN] ?? 0);
        letters[HAN] = 0;
      }
      let [best, most, total] = [LATIN, 0, WORTH * known];
      for (let script = 1; script < SCRIPTS.length; script++) {
        const worth = (letters[script] ?? 0) / (SCRIPTS[script]?.word ?? 1);
        total += worth;
        if (worth > most) [best, most] = [script, worth];
      }
      if (known === 0 && !hasLetters) return null;
      sumUp();
      if (most >= LEAST_LETTERS && most >= WORTH * known) {
        const { language } = likeliest(best);
        return { language: LANGUAGE_NAMES[language] ?? '', share: most / total };
      }
      if (words === 0) return null;
      const { language, lead, letter } = likeliest(LATIN);
      const own = common[language] ?? 0;
      const isEnough = own >= LEAST && own >= SOME_OF_ALL * words;
      const isFew = own >= LEAST_FEW && own >= MANY_OF_ALL * words && lead >= LEAST_LEAD;
      const isSpelt =
        letter >= LEAST_OWN_LETTERS &&
        own + letter >= LEAST_SPELT &&
        own + letter >= MANY_OF_ALL * words &&
        lead >= CLEAR_LEAD;
      if (!isEnough && !isFew && !isSpelt) return null;
      // Two that are as likely as each other are told as neither for sure.
      const share = Math.min(1, (WORTH * own + letter) / (total + letter));
      return { language: LANGUAGE_NAMES[language] ?? '', share: lead < LEAST_LEAD ? share / 2 : share };
    },
  };
}

interface Likeliest {
  readonly language: number;
  readonly lead: number;
  /** What its own letters say. */
  readonly letter: number;
}

const LEAST_LEAD = 0.2;
const CLEAR_LEAD = 0.4;
/** Common words, and letters that few languages have. */
const LEAST_SPELT = 1.2;
const LEAST_OWN_LETTERS = 0.2;

/** Scripts of which each letter counts by itself. */
const DENSE = Uint8Array.from(SCRIPTS, ({ word }) => (word > 0 && word < 5 ? 1 : 0));
/** Letters that a text of the language should have some of. */
const OFTEN_IN = LANGUAGE_NAMES.map((name) => {
  const [letters = '', share = 0] = OFTEN[name] ?? [];
  return letters === '' ? undefined : { letters: Array.from(letters, (letter) => letter.charCodeAt(0)), share };
});
const MOST_MISSED = 2;
/** Of two that are alike in all, the commoner. */
const A_LITTLE = 1e-4;
const NOT_ASCII = /[^\0-\x7f]/;
const BEYOND_ASCII = 128;

const SMALL = new Uint16Array(0x10000);

function smallOf(unit: number): number {
  const known = SMALL[unit] ?? 0;
  if (known > 0) return known;
  const small = String.fromCharCode(unit).toLowerCase().charCodeAt(0);
  SMALL[unit] = small;
  return small;
}

/** What stands around a word in prose, by the UTF-16 unit; in code stand other signs. */
const AROUND = new Uint8Array(0x10000);
const BEFORE = 1;
const BEHIND = 2;
/** What ends a word only where more stands behind it that parts words. */
const STOP = 4;
const APART = 8;
const QUOTE = 16;
const BRACKET = 32;
const DIGIT = 64;
const mark = (signs: string, as: number) => {
  for (const sign of signs) AROUND[sign.charCodeAt(0)] = (AROUND[sign.charCodeAt(0)] ?? 0) | as;
};
mark(' \t\n\r\u00a0\u3000', BEFORE | BEHIND | APART);
mark('"\'*_”', BEFORE | BEHIND | APART);
mark('“„«(¿¡’‘-–—,।،', BEFORE);
mark('»)', BEHIND | APART);
mark('“›’‘-–—.,;:!?…।،。？！؟۔', BEHIND);
mark('.,:;-', STOP);
mark('"\'_', QUOTE);
mark('(-', BRACKET);
mark('0123456789', DIGIT);

/** How much a common word says: one of one letter less, as a name has it too; nothing within code, or as a datum. */
function weightOf(text: string, start: number, end: number): number {
  if (start > 0) {
    const before = AROUND[text.charCodeAt(start - 1)] ?? 0;
    if ((before & BEFORE) === 0) return 0;
    // A call, and a part of a name.
    if ((before & BRACKET) !== 0 && start > 1 && text.charCodeAt(start - 2) > SPACE) return 0;
  }
  if (end < text.length) {
    const behind = AROUND[text.charCodeAt(end)] ?? 0;
    if ((behind & BEHIND) === 0) return 0;
    if ((behind & STOP) !== 0 && end + 1 < text.length && ((AROUND[text.charCodeAt(end + 1)] ?? 0) & APART) === 0)
      return 0;
    if ((behind & QUOTE) !== 0 && text.charCodeAt(end) === text.charCodeAt(start - 1)) return 0;
  }
  for (let at = start; at < end; at++) if (((AROUND[text.charCodeAt(at)] ?? 0) & DIGIT) !== 0) return 0;
  const first = text.charCodeAt(start);
  if (end - start === 1 && first < BEYOND_ASCII) return ONE_LETTER;
  if (smallOf(first) === first) return 1;
  return start > 0 ? CAPITAL : FIRST;
}

const SPACE = 32;
const ONE_LETTER = 0.4;
const CAPITAL = 0.5;
/** A name may begin a text. */
const FIRST = 0.7;
