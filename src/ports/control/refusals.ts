/** One kind of refusal: repeats of it within a minute are counted, not written. */
export interface RefusalKey {
  /** Whose call; `nobody` where that is not known. */
  readonly actor: string;
  readonly operation: string;
  readonly code: string;
  /** On what, as text that equals for equal things; empty where nothing was named. */
  readonly about: string;
}

export interface FoldedRefusal extends RefusalKey {
  /** How many came after the one that was written. */
  readonly folded: number;
}

export interface RefusalBook {
  /**
   * Counts one at `now`. What to write: null where one like it was written within the minute before, else the key, which is a
   * wider one where the actor has many kinds of them, and how many of it were folded since the last was written.
   */
  note(key: RefusalKey, now: Date): Promise<FoldedRefusal | null>;
  /** Forgets all of before; gives those of which repeats were never written. */
  overdue(before: Date): Promise<readonly FoldedRefusal[]>;
}
