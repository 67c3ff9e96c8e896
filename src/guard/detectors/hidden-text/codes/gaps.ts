import { parted } from './parting.ts';

/** Letters of which each stood apart: what stood most often between two parts letters, whatever else did parts words. */
export function wordsFrom(letters: readonly string[], gaps: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const gap of gaps) counts.set(gap, (counts.get(gap) ?? 0) + 1);
  const usual = [...counts].reduce((best, one) => (one[1] > best[1] ? one : best), ['', 0])[0];
  const text = letters.map((letter, at) => letter + (at < gaps.length && gaps[at] !== usual ? ' ' : '')).join('');
  return text.includes(' ') ? text : (parted(text) ?? text);
}
