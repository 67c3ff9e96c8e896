/** Words by their units, to be looked up by their beginnings. */
export interface Sorted {
  readonly sorted: readonly string[];
  readonly longest: number;
  /** What words begin with. */
  readonly firsts: Uint8Array;
}

/** Whether a word begins with the letters: is them, goes on behind them, or either. */
export function isBeginning(piece: string, sorted: readonly string[], which: 'whole' | 'part' | 'any'): boolean {
  if (piece === '') return false;
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (byUnits(sorted[middle] ?? '', piece) < 0) low = middle + 1;
    else high = middle;
  }
  if (which === 'whole') return sorted[low] === piece;
  if (which === 'part') while (sorted[low] === piece) low++;
  return sorted[low]?.startsWith(piece) === true;
}

export function byUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
