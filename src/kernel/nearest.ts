/** Words that differ by more are no slip of the keyboard. */
const MOST_EDITS = 2;

/** The known word that `word` was probably meant to be; undefined when none is near. */
export function nearest(word: string, known: Iterable<string>): string | undefined {
  let best: string | undefined;
  let fewest = Math.min(MOST_EDITS, Math.ceil(word.length / 3)) + 1;
  for (const candidate of known) {
    if (Math.abs(candidate.length - word.length) >= fewest) continue;
    const edits = editsBetween(word.toLowerCase(), candidate.toLowerCase());
    if (edits < fewest) [best, fewest] = [candidate, edits];
  }
  return best;
}

/** The guard alone has a thousand types: what more there is stands in the docs. */
const MOST_SHOWN = 12;

/** `; did you mean x?`, or what there is to choose from. */
export function suggest(word: string, known: Iterable<string>): string {
  const all = [...new Set(known)];
  const near = nearest(word, all);
  if (near !== undefined) return `; did you mean ${near}?`;
  const unshown = all.length - MOST_SHOWN;
  return `; there is ${all.slice(0, MOST_SHOWN).join(', ')}${unshown > 0 ? ` and ${unshown} more` : ''}`;
}

/** Insertions, deletions, replacements and swaps of neighbours (optimal string alignment). */
function editsBetween(a: string, b: string): number {
  let before: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = (above[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swapped = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? (before[j - 2] ?? Infinity) + 1 : Infinity;
      row.push(Math.min((above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, replaced, swapped));
    }
    [before, above] = [above, row];
  }
  return above[b.length] ?? 0;
}
