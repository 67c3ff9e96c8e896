/** A shape of markup, script or command that sends something away, where one of its literals stands. */
export interface Shape {
  readonly literals: readonly string[];
  /** From the literal on; sticky. */
  readonly pattern: RegExp;
  /** No match is longer. */
  readonly most: number;
  readonly type: string;
  readonly score: number;
  readonly tells?: (found: string) => boolean;
}
