/** The log of every act: a Merkle tree that only grows. */
export interface AuditBook {
  /** Adds the next entry; one writer at a time, so that the log never forks. */
  append(entry: AuditEntry, about?: PersonalText): Promise<void>;
  /** Entries as they were written, oldest first. */
  since(position: number, limit: number): Promise<readonly WrittenEntry[]>;
  /** How far the log is, and its subtrees' roots, largest first. */
  head(): Promise<AuditHead>;
  /** The hashes that these entries completed, each its own first. */
  hashesOf(positions: readonly number[]): Promise<ReadonlyMap<number, Uint8Array>>;
  /** The signed checkpoints, by size. */
  checkpoints(): Promise<readonly KeptCheckpoint[]>;
  /** So many, of this size or larger, by size. */
  checkpointsFrom(size: number, limit: number): Promise<readonly KeptCheckpoint[]>;
  /** The largest; null when none was signed. */
  lastCheckpoint(): Promise<KeptCheckpoint | null>;
  /** Keeps one; the first of a size stays. */
  keepCheckpoint(checkpoint: KeptCheckpoint, at: Date): Promise<void>;
  cosignatures(size: number): Promise<readonly string[]>;
  addCosignature(size: number, witness: string, line: string, at: Date): Promise<void>;
  /** What an entry holds about a person; null when it holds nothing, or when that person's key is gone. */
  personalText(entry: string): Promise<string | null>;
  /** Ends every text about a person: their key is destroyed. False when there was none. */
  forgetPerson(person: string): Promise<boolean>;
}

export interface AuditHead {
  readonly origin: string;
  readonly size: number;
  readonly peaks: readonly Uint8Array[];
}

export interface WrittenEntry {
  readonly position: number;
  readonly entry: string;
  /** What it completed when it was written, joined. */
  readonly completed: Uint8Array;
}

export interface KeptCheckpoint {
  readonly size: number;
  readonly note: string;
}

/** A text by or about somebody, kept so that they can be forgotten. */
export interface PersonalText {
  readonly person: string;
  readonly text: string;
}

/** One act, by whom, on what. `detail` holds no text of people or about people. */
export interface AuditEntry {
  readonly at: string;
  readonly actor: string;
  readonly act: string;
  readonly subject: string;
  readonly detail: Readonly<Record<string, string | readonly string[] | null>>;
}
