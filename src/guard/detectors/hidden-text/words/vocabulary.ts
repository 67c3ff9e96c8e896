import { ENGLISH } from './english.ts';

const LIST: readonly string[] = ENGLISH.split(/\s+/).flatMap((word) => [word, ...formsOf(word)]);
export const VOCABULARY: ReadonlySet<string> = new Set(LIST);

/** The words that are commoner than others, and how many bits a word takes: the more of them there are as common, the more. */
const COMMONEST = new Set(ENGLISH.split(/\s+/, 800));
const FIRST = new Set(ENGLISH.split(/\s+/, 120));

export function costOfWord(word: string): number {
  return FIRST.has(word) ? 7.5 : COMMONEST.has(word) ? 10.5 : 12.5;
}

/** As rules make them: forms that are no words do no harm. */
function formsOf(word: string): readonly string[] {
  if (word.length < 4 || word.endsWith('s')) return [];
  const stem = word.endsWith('e') ? word.slice(0, -1) : word;
  return [word.endsWith('y') ? `${word.slice(0, -1)}ies` : `${word}s`, `${stem}ed`, `${stem}ing`];
}

export function turned(word: string): string {
  return Array.from(word).toReversed().join('');
}

/** Share of a text's words that are known, of those with two letters or more; 0 for fewer than three. */
export function shareKnown(text: string): number {
  const words = text.toLowerCase().match(/\p{L}{2,}/gu) ?? [];
  if (words.length < 3) return 0;
  return words.filter((word) => VOCABULARY.has(word)).length / words.length;
}

/** Whether a text is made of such words: ordinary prose has as many; names and words of a trade are the others. */
export function isKnown(text: string): boolean {
  return shareKnown(text) >= 0.6;
}

export const LONGEST_WORD = Math.max(...LIST.map((word) => word.length));
