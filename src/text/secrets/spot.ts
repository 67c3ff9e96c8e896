import type { SecretConfidence } from './row.ts';

/**
 * A secret of any characters at all, which only what stands before it gives away: a word, a mark, a line that opens a key.
 * Patterns are sticky, every repetition in them is bounded.
 */
export interface SpotRow {
  readonly id: string;
  readonly title: string;
  readonly literals: readonly { readonly text: string; readonly anyCase?: boolean }[];
  /** Tried at the literal. Its group `secret`, or the whole match, is what must not be shown. */
  readonly pattern: RegExp;
  /** Matches at the literal, to the end of the text, while what follows may still make the pattern match or fail. */
  readonly open: RegExp;
  /** How far a match may reach from the literal. */
  readonly longest: number;
  /** Whether it is one, by the secret, the match's groups and the text up to 300 characters before the literal. */
  readonly judge: (secret: string, groups: Readonly<Record<string, string | undefined>>, before: string) => boolean;
  readonly confidence: SecretConfidence;
  /** Characters of the secret's start that name its kind and may be shown. */
  readonly shown: number;
  readonly source: string;
  readonly fires: () => readonly string[];
  readonly quiet: readonly string[];
}

/** What judges of spots may look at before a literal. */
export const BEFORE_SPOT = 300;
