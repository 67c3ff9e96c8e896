import { hashOfWord, wordsOfSentence } from '../../../text/learned/words.ts';
import { LANGUAGE_WORDS, SCRIPT_LANGUAGES } from './languages.ts';

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
/** Letters of a script of its own that weigh as much as a telling word. */
const LETTERS_A_WORD = 3;

/** By the commonest words of each language, and by its script where that says it (about thirty-five languages). */
export function createLanguageReader(): LanguageReader {
  const counts = new Map<string, number>();
  const count = (language: string, weight: number) => counts.set(language, (counts.get(language) ?? 0) + weight);
  return {
    read: (sentence) => {
      const words = wordsOfSentence(sentence);
      for (let at = 0; at < words.count; at += 1) {
        // A word of several languages speaks for each of them, and less.
        const languages = LANGUAGES_OF.get(words.hash[at] ?? 0);
        if (languages !== undefined) for (const language of languages) count(language, 1 / languages.length);
      }
      if (!BEYOND_LATIN.test(sentence)) return;
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
      const [best] = [...counts].sort((a, b) => b[1] - a[1]);
      return best === undefined || total < LEAST ? null : { language: best[0], share: best[1] / total };
    },
  };
}

const BEYOND_LATIN = /[\u0530-\uffff]/;
