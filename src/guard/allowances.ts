import type { GuardAllowance } from '../domain/guard.ts';
import type { LinearPattern } from '../text/re2.ts';
import { covers } from './table.ts';

/** What an allowance's text is compared with is not longer. */
const LONGEST = 4096;

/** Whether one of the allow-list's rows lets this text through. */
export function createAllowances(
  rows: readonly GuardAllowance[],
  compile: (pattern: string) => LinearPattern,
): (type: string, text: string) => boolean {
  if (rows.length === 0) return () => false;
  const exact = new Map<string, GuardAllowance[]>();
  for (const row of rows) {
    if (row.text !== null) exact.set(row.text, [...(exact.get(row.text) ?? []), row]);
  }
  const patterns = rows.flatMap((row) => (row.pattern === null ? [] : [{ row, pattern: compile(row.pattern) }]));
  return (type, text) => {
    if (text === '' || text.length > LONGEST) return false;
    const isFor = ({ types }: GuardAllowance) => types.length === 0 || types.some((one) => covers(one, type));
    if (exact.get(text)?.some(isFor) === true) return true;
    return patterns.some(({ row, pattern }) => isFor(row) && pattern.matchesWhole(text));
  };
}
