import { compact } from './checksums.ts';
import type { DataRow } from './row.ts';

/** The row's firing examples, whole: check digits stand as `#`, so that no number of anybody's is in this repository. */
export function examplesOf(row: DataRow): readonly string[] {
  return row.fires.flatMap((written) => {
    for (const candidate of filled(written)) if (fits(row, candidate)) return [candidate];
    return [];
  });
}

const FILLINGS = Array.from('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ');

function filled(written: string): readonly string[] {
  if (!written.includes('#')) return [written];
  return FILLINGS.flatMap((filling) => filled(written.replace('#', filling)));
}

function fits({ pattern, valid }: DataRow, text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    if (/[A-Za-z0-9]/.test(text[at - 1] ?? '')) continue;
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match !== null && (valid === undefined || valid(compact(match[0]), match[0]))) return true;
  }
  return false;
}
