import { isPrintable } from '../kernel/printable.ts';

/**
 * `text` as one word that a POSIX shell takes as it stands; null when it could be read as an option, or holds what must
 * not be pasted into a terminal.
 */
export function shellWord(text: string): string | null {
  if (text === '' || text.startsWith('-') || !isPrintable(text)) return null;
  return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}
