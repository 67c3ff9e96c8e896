import { formsBehind } from '../../../src/guard/detectors/hidden-text/orders/forms.ts';

/** Words that so large a share of texts has, in words and as a number. */
const BANDS = [
  { share: 'six of a thousand texts', least: 0.006 },
  { share: 'two', least: 0.0022 },
  { share: 'eight of ten thousand', least: 0.0008 },
  { share: 'three', least: 0.0003 },
] as const;
const LONGEST = 14;
/** Other forms count for a word that is met by itself so often. */
const BY_ITSELF = 0.0001;

export function bandsOf(
  texts: readonly string[],
): readonly { readonly share: string; readonly words: readonly string[] }[] {
  const counts = new Map<string, number>();
  for (const text of texts)
    for (const word of new Set(text.toLowerCase().match(/[a-z]{3,}/g) ?? []))
      counts.set(word, (counts.get(word) ?? 0) + 1);
  const joined = new Map<string, number>();
  for (const [word, count] of counts) {
    const [, ...others] = formsBehind(word);
    const base =
      others.find((other) => other.length > 2 && (counts.get(other) ?? 0) >= BY_ITSELF * texts.length) ?? word;
    joined.set(base, (joined.get(base) ?? 0) + count);
  }
  const isWord = (word: string) => word.length > 2 && word.length <= LONGEST && /[aeiouy]/.test(word);
  const words = [...joined].filter(([word]) => isWord(word));
  return BANDS.map(({ share, least }, at) => {
    const most = BANDS[at - 1]?.least ?? Number.POSITIVE_INFINITY;
    const within = words.filter(([, count]) => count >= least * texts.length && count < most * texts.length);
    return { share, words: within.map(([word]) => word).sort() };
  });
}
