import { firstCharacter, needsLetter, shortestMatch } from './first-character.ts';

/** How an identifier may be known. */
export interface DataRow {
  /** Presidio's name for it. */
  readonly type: string;
  readonly title: string;
  /** Sticky, tried where a word begins. Every repetition is bounded. */
  readonly pattern: RegExp;
  /** What the pattern says of every match; read from it with the first number that anybody asks about, since that takes a while. */
  readonly shape: () => Shape;
  /** Digits that a match has at least. */
  readonly digits: number;
  /** Whether the check digits hold, of the match without what stands between groups, in capitals; or of the match as it stands. */
  readonly valid?: (compacted: string, match: string) => boolean;
  /** The same where it need not hold: what fails it is told by a word for it, or where it stands by itself, and nowhere else. */
  readonly check?: (compacted: string) => boolean;
  /** How sure it is without a word for it near by: below 0.4 it is not told then. */
  readonly alone: number;
  /** The same of digits in one piece, where those are often something else: articles, times, parcels. */
  readonly plain?: number;
  /** Words of which one must stand near by, or raises how sure it is. */
  readonly context: RegExp;
  /** Whether nothing but a word before it tells what it is: looked for once for all such rows, before any is tried. */
  readonly told: boolean;
  /** Whether a text that is nothing but this is one: a cell of a table, an argument of a tool. */
  readonly bare: boolean;
  readonly fires: readonly string[];
  readonly quiet: readonly string[];
}

export interface Shape {
  /** What the first character is, where the pattern says so at once. */
  readonly begins: 'digit' | 'letter' | 'either';
  /** Whether every match has a letter in it. */
  readonly lettered: boolean;
  /** Characters that a match has at least. */
  readonly shortest: number;
}

interface Written {
  readonly title: string;
  readonly digits: number;
  readonly valid?: (compacted: string, match: string) => boolean;
  readonly check?: (compacted: string) => boolean;
  readonly alone?: number;
  readonly plain?: number;
  readonly context: RegExp;
  readonly told?: boolean;
  readonly bare?: boolean;
  readonly fires: readonly string[];
  readonly quiet?: readonly string[];
}

/** A row; the pattern gets its edges: no letter or digit right before or behind. */
export function row(type: string, pattern: RegExp, written: Written): DataRow {
  let shape: Shape | undefined;
  return {
    type,
    pattern: new RegExp(`(?:${pattern.source})(?![A-Za-z0-9])`, `y${pattern.flags.replace(/[yg]/g, '')}`),
    shape: () => {
      shape ??= {
        begins: firstCharacter(pattern),
        lettered: needsLetter(pattern.source),
        shortest: shortestMatch(pattern.source),
      };
      return shape;
    },
    alone: 0,
    told: false,
    bare: true,
    quiet: [],
    ...written,
  };
}
