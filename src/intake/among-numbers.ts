import type { FormatId } from '../formats/facts.ts';
import type { Format } from '../formats/format.ts';
import { standsAt } from '../formats/magic.ts';
import type { Reading, Unreadable } from './inventory.ts';

/** What does something, or holds what does. */
const FILES: ReadonlySet<FormatId> = new Set(['pickle', 'zip', 'tar', 'sevenzip', 'compressed', 'executable']);

/** Who is asked about bytes that are told as numbers: by content, since a tensor's name promises nothing. */
export function claimantsAmongNumbers(
  formats: readonly Format[],
  name: string,
  head: Uint8Array,
  size: number,
): readonly Format[] {
  if (name.endsWith('.py')) return formats.filter(({ id }) => id === 'python');
  if (standsAt(head, 0, '#!')) return formats.filter(({ id }) => id === 'text');
  return formats.filter((format) => FILES.has(format.id) && format.claims('', head, size));
}

/**
 * What a reader made of them, as far as it counts: numbers begin like a pickle or a program once in a while, and name no
 * module, hold no member and decode to nothing. What is odd about them by their form is odd of numbers, too.
 */
export function keptAmongNumbers(reading: Reading, parts: number): Reading | null {
  return counts(reading, parts) ? { ...reading, defects: [], amongNumbers: true } : null;
}

function counts({ facts, defects }: Reading, parts: number): boolean {
  if (facts.format === 'pickle') return facts.programs.some(({ imports }) => imports.length > 0);
  // Without a directory its members are found by their own headers.
  if (facts.format === 'zip') return facts.entries.length > 0 || parts > 0;
  // Two letters and a few small numbers are no sign.
  if (facts.format === 'executable') return facts.what !== 'DOS';
  if (facts.format === 'compressed') return !defects.some(({ code }) => code === 'broken-stream');
  return true;
}

/** Archives that begin with four bytes or more of their own. */
const MARKED: ReadonlySet<FormatId | null> = new Set(['zip', 'sevenzip']);

/** Numbers begin like a pickle or a stream that is broken; not like an archive, nor like what takes longer to read than it may. */
export function isNoAccident({ reason, format }: Unreadable): boolean {
  return reason !== 'malformed' || MARKED.has(format);
}
