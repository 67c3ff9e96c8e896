import { hashOfWord, wordsOfSentence } from '../../../text/learned/words.ts';
import { LANGUAGE_WORDS, SCRIPT_LANGUAGES, SCRIPTS_OF_FEW } from './languages.ts';

/** Counts what speaks for each language, sentence by sentence. */
export interface LanguageReader {
  read(sentence: string): void;
  /** The likeliest language and its share of what was counted; null for too little. */
  verdict(): { readonly language: string; readonly share: number } | null;
}

const LANGUAGES_OF = new Map<number, string[]>();
for (const [language, words] of Object.entries(LANGUAGE_WORDS)) {
  for (const word of words.split(' ')) {
    const hash = hashOfWord(word);
    LANGUAGES_OF.set(hash, [...(LANGUAGES_OF.get(hash) ?? []), language]);
  }
}

/** Fewer words or letters that tell are no evidence. */
const LEAST = 3;
/** But these are, where no word of another language stands beside them and none of them is written as names are. */
const LEAST_OWN = 2;
/** Letters of a script of its own that weigh as much as a telling word. */
const LETTERS_A_WORD = 3;

/** By the commonest words of each language, and by its script where that says it (about thirty-five languages). */
export function createLanguageReader(): LanguageReader {
  const counts = new Map<string, number>();
  /** Letters of a script that few languages have, by the likeliest of them: what is known when no word is. */
  const byScript = new Map<string, number>();
  /** Words that only one language has, and no names. */
  const own = new Map<string, number>();
  const count = (language: string, weight: number) => counts.set(language, (counts.get(language) ?? 0) + weight);
  return {
    read: (sentence) => {
      const words = wordsOfSentence(sentence);
      for (let at = 0; at < words.count; at += 1) {
        // A word of several languages speaks for each of them, and less.
        const languages = LANGUAGES_OF.get(words.hash[at] ?? 0);
        if (languages === undefined) continue;
        for (const language of languages) count(language, 1 / languages.length);
        const [only = ''] = languages;
        if (languages.length === 1 && (at === 0 || isSmall(sentence, words.start[at] ?? 0)))
          own.set(only, (own.get(only) ?? 0) + 1);
      }
      if (!BEYOND_LATIN.test(sentence)) return;
      for (const [script, usual, others] of SCRIPTS_OF_FEW) {
        const found = sentence.match(script)?.length ?? 0;
        if (found === 0) continue;
        const language = Object.entries(others).find(([, letter]) => letter.test(sentence))?.[0] ?? usual;
        byScript.set(language, (byScript.get(language) ?? 0) + found);
      }
      const letters = SCRIPT_LANGUAGES.map(
        ([language, script]) => [language, sentence.match(script)?.length ?? 0] as const,
      );
      const isJapanese = (letters[0]?.[1] ?? 0) > 0;
      // Japanese is written with Han characters too.
      for (const [language, found] of letters)
        if (found > 0) count(language === 'zh' && isJapanese ? 'ja' : language, found / LETTERS_A_WORD);
    },
    verdict: () => {
      const total = [...counts.values()].reduce((sum, weight) => sum + weight, 0);
      const [best] = most(counts);
      if (best !== undefined && total >= LEAST) return { language: best[0], share: best[1] / total };
      const [script] = most(byScript);
      if (script !== undefined && script[1] >= LEAST * LETTERS_A_WORD - 1) {
        // A word says more than letters do, but for those that only one language has.
        const known = best !== undefined && USUAL.has(script[0]) && OF_SCRIPT.has(best[0]) ? best[0] : script[0];
        return { language: known, share: 1 };
      }
      if (best !== undefined && best[1] === total && total >= LEAST_LETTERS && OF_ONE.has(best[0]))
        return { language: best[0], share: 1 };
      const [owned] = most(own);
      const isSure = owned !== undefined && owned[1] >= LEAST_OWN && own.size === 1 && best?.[0] === owned[0];
      return isSure ? { language: owned[0], share: best[1] / total } : null;
    },
  };
}

function most(counts: ReadonlyMap<string, number>): readonly (readonly [string, number])[] {
  return [...counts].sort((a, b) => b[1] - a[1]);
}

/** So many letters of a script that one language has, where nothing else speaks: more than a name's. */
const LEAST_LETTERS = 5 / LETTERS_A_WORD;
const OF_ONE: ReadonlySet<string> = new Set(SCRIPT_LANGUAGES.map(([language]) => language));
const USUAL: ReadonlySet<string> = new Set(SCRIPTS_OF_FEW.map(([, usual]) => usual));
/** Languages that are written in such a script. */
const OF_SCRIPT: ReadonlySet<string> = new Set(
  SCRIPTS_OF_FEW.flatMap(([, usual, others]) => [usual, ...Object.keys(others)]),
);

function isSmall(text: string, at: number): boolean {
  const letter = text.charAt(at);
  return letter === letter.toLowerCase();
}

const BEYOND_LATIN = /[\u0370-\uffff]/;
