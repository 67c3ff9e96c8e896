import type { Hit } from '../../detector.ts';

/** What has no width; soft hyphens are counted elsewhere. */
const THREAD = '\\u200b-\\u200d\\u2060-\\u2064\\ufeff\\u180e\\u034f';
/** One or two characters between two of them; pictures are joined so. */
const STITCH = `[${THREAD}]{1,2}[^${THREAD}\\p{Extended_Pictographic}\\p{Emoji_Modifier}]{1,2}`;
const STITCHED = new RegExp(`(?<!${STITCH})(?:${STITCH}){7,40}`, 'gu');
const SOME = new RegExp(`[${THREAD}].{1,2}[${THREAD}]`, 'su');
/** Within words of these every single one is told as it is. */
const SPACED_LETTERS =
  /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Armenian}\p{Script=Georgian}\P{L}]/gu;

/** The longest, in UTF-16 units: forty times two of none and two characters. */
export const LONGEST_STITCHED = 40 * 6;

/**
 * Letters of writings that have joiners or no spaces, with something invisible behind each or every second of them. Joiners and
 * breaks of lines stand between words, or after one letter in many.
 */
export function* stitchedIn(text: string): Iterable<Hit> {
  if (!SOME.test(text)) return;
  for (const { 0: run, index } of text.matchAll(STITCHED)) {
    if (run.replace(SPACED_LETTERS, '').length < LEAST_LETTERS) continue;
    yield { type: 'hidden/zero-width', start: index, end: index + run.length, score: 0.8 };
  }
}

const LEAST_LETTERS = 5;

const IS_THREAD = new RegExp(`[${THREAD}]`);
/** Two characters of two units. */
const GAP = 4;

/** Where stitches begin that may go on behind the end; else the end. */
export function openStitches(text: string): number {
  const first = Math.max(0, text.length - LONGEST_STITCHED - GAP);
  let open = text.length;
  for (let at = text.length - 1; at >= first && open - at <= GAP + 1; at -= 1) {
    if (IS_THREAD.test(text.charAt(at))) open = at;
  }
  return open;
}
