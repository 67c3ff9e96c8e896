import { isPassword, isStrong } from './passwords.ts';
import type { SpotRow } from './spot.ts';

/** A value in quotes, or up to the next space. */
export const VALUE = String.raw`(?:"(?<double>[^"\n]{4,128})"|'(?<single>[^'\n]{4,128})'|(?<bare>(?:[^\s"'$<>{}()\\;,]|\$(?![A-Za-z_{(])){5,128})(?=[\s;,)]|$))`;
/** A name and a value in quotes, as two arguments. */
export const PAIR = String.raw`\(\s{0,4}["'][^"'\n]{1,64}["']\s{0,4},\s{0,4}(?:Some\()?["'](?<secret>[^"'\n]{4,128})["']`;

export interface Form {
  readonly id: string;
  readonly title: string;
  readonly literals: readonly string[];
  readonly anyCase?: boolean;
  /** Of the pattern, what stands before the value. */
  readonly lead: string;
  readonly value?: string;
  /** What must stand before the literal. */
  readonly behind?: RegExp;
  readonly judge?: SpotRow['judge'];
  readonly longest?: number;
  readonly source: string;
  readonly fires: () => readonly string[];
  readonly quiet: readonly string[];
}

/** A row that finds what stands behind a mark of its own. */
export function form({ literals, lead, value = VALUE, behind, anyCase = false, longest = 170, ...row }: Form): SpotRow {
  const strong: SpotRow['judge'] = (secret) => isStrong(secret) && isPassword(secret, 'password');
  const judge = row.judge ?? strong;
  return {
    ...row,
    literals: literals.map((text) => ({ text, anyCase })),
    pattern: new RegExp(lead + value, anyCase ? 'diy' : 'dy'),
    // The literals are rare: what stands behind one waits until it is out of reach.
    open: new RegExp(String.raw`[\s\S]{0,${longest}}$`, 'y'),
    longest,
    judge: (secret, groups, before) => (behind?.test(before) ?? true) && judge(secret, groups, before),
    confidence: 'possible',
    shown: 0,
  };
}

/** A password for examples. */
export const PASSWORD = 'k7Rw2bXq9LmZ';
