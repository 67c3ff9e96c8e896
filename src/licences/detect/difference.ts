import type { PlacedWord } from './words.ts';

/** What the material words of a text have that the known text has not, and what they lack. */
export interface MaterialDifference {
  readonly added: readonly PlacedWord[];
  readonly removed: readonly string[];
}

/** Beyond this the texts have little in common, and a listing of differences helps nobody. */
const MOST_COMPARED = 1_500;

/** The shortest edit from the known words to the given ones, equal beginnings and ends set aside. */
export function differenceOf(known: readonly string[], given: readonly PlacedWord[]): MaterialDifference {
  let start = 0;
  while (start < known.length && start < given.length && known[start] === given[start]?.word) start += 1;
  let end = 0;
  const least = Math.min(known.length, given.length) - start;
  while (end < least && known[known.length - 1 - end] === given[given.length - 1 - end]?.word) end += 1;
  const a = known.slice(start, known.length - end);
  const b = given.slice(start, given.length - end);
  if (a.length === 0 || b.length === 0 || Math.max(a.length, b.length) > MOST_COMPARED) return { added: b, removed: a };
  return edit(a, b);
}

/** Longest common subsequence by the table of its lengths. */
function edit(a: readonly string[], b: readonly PlacedWord[]): MaterialDifference {
  const width = b.length + 1;
  const lengths = new Uint16Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      const skip = Math.max(lengths[(i + 1) * width + j] ?? 0, lengths[i * width + j + 1] ?? 0);
      lengths[i * width + j] = a[i] === b[j]?.word ? (lengths[(i + 1) * width + j + 1] ?? 0) + 1 : skip;
    }
  }
  const added: PlacedWord[] = [];
  const removed: string[] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    const [left, right] = [a[i], b[j]];
    if (left !== undefined && left === right?.word) {
      i += 1;
      j += 1;
    } else if (
      right !== undefined &&
      (left === undefined || (lengths[i * width + j + 1] ?? 0) >= (lengths[(i + 1) * width + j] ?? 0))
    ) {
      added.push(right);
      j += 1;
    } else {
      removed.push(left ?? '');
      i += 1;
    }
  }
  return { added, removed };
}

const SHOWN = 6;

/** `added “non-commercial” (line 12), removed “not”`; empty when nothing material differs. */
export function describeDifference({ added, removed }: MaterialDifference): string {
  const more = (count: number) => (count > SHOWN ? ` and ${count - SHOWN} more` : '');
  const ins = added.slice(0, SHOWN).map(({ word, line }) => `“${word}” (line ${line})`);
  const outs = removed.slice(0, SHOWN).map((word) => `“${word}”`);
  return [
    ...(ins.length > 0 ? [`added ${ins.join(', ')}${more(added.length)}`] : []),
    ...(outs.length > 0 ? [`removed ${outs.join(', ')}${more(removed.length)}`] : []),
  ].join('; ');
}
