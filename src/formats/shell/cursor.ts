import type { Script, Word } from './syntax.ts';

/** A text that is being read from its beginning to its end, once. */
export interface Cursor {
  readonly text: string;
  at: number;
  depth: number;
  whole: boolean;
  /** Texts that are handed in, told by their names until the line ends. */
  readonly here: Here[];
  /** In fish, `(…)` within a command is its output. */
  readonly fish: boolean;
  readonly readScript: (cursor: Cursor, ends: string) => Script;
}

export interface Here {
  readonly ends: string;
  readonly indented: boolean;
  readonly plain: boolean;
  readonly redirect: { sign: string; descriptor: string; target: Word };
}

/** Groups in groups, and outputs in outputs: programs nest some five. */
export const DEEPEST = 48;

/** Reads on one level deeper; where it is too deep, says that not all was read and skips nothing. */
export function deeper<T>(cursor: Cursor, read: () => T, otherwise: T): T {
  if (cursor.depth >= DEEPEST) {
    cursor.whole = false;
    return otherwise;
  }
  cursor.depth++;
  const value = read();
  cursor.depth--;
  return value;
}

export function peek(cursor: Cursor, ahead = 0): string {
  return cursor.text.charAt(cursor.at + ahead);
}

export function literal(word: Word): string | null {
  let text = '';
  for (const part of word) {
    if (part.kind !== 'text' || part.quoted) return null;
    text += part.text;
  }
  return text;
}
