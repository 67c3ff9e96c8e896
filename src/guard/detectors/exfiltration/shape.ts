/** Answers by what was asked; they depend on nothing else. */
export type Known = Map<string, boolean>;

export const LONGEST_BEFORE = 240;

/** A shape of markup, script or command that sends something away, where one of its literals stands. */
export interface Shape {
  readonly literals: readonly string[];
  /** From the literal on; sticky. */
  readonly pattern: RegExp;
  /** No match is longer. */
  readonly most: number;
  readonly type: string;
  readonly score: number;
  /** Literals that are the end of many a word: no word character stands before them. */
  readonly apart?: readonly string[];
  /** As much of what stands before it is given to `tells`; never more than `LONGEST_BEFORE`. */
  readonly before?: number;
  /** `known`: what was asked already of the literals in this reading, since one stands behind many commands. */
  readonly tells?: (found: string, known: Known, before: string) => boolean;
}
