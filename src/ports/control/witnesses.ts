/** Who cosigns our log. */
export interface Witness {
  readonly id: string;
  /** Its submission prefix (c2sp.org/tlog-witness). */
  readonly url: string;
  /** Its verifier key (c2sp.org/signed-note). */
  readonly key: string;
  /** Of the last checkpoint that it cosigned. */
  readonly size: number;
  /** Why it did not cosign the newest one; null when it did, or was not asked yet. */
  readonly failure: string | null;
  readonly addedAt: string;
}

/** A log of somebody else's that we cosign. */
export interface WitnessedLog {
  readonly id: string;
  /** Its name, which stands first in its checkpoints. */
  readonly origin: string;
  readonly key: string;
  /** Of what was cosigned last. */
  readonly size: number;
  /** The checkpoint that was cosigned last; null: none yet. */
  readonly note: string | null;
  readonly addedAt: string;
  /** Null while it is followed. */
  readonly endedAt: string | null;
}

export interface WitnessBook {
  /** Those that are asked, oldest first. */
  list(): Promise<readonly Witness[]>;
  add(witness: Witness): Promise<void>;
  /** What came of asking it. */
  asked(id: string, size: number, failure: string | null): Promise<void>;
  /** False when there is none. */
  end(id: string, at: Date): Promise<boolean>;
  logs(): Promise<readonly WitnessedLog[]>;
  /** Locked against other writers until the transaction ends. */
  log(origin: string): Promise<WitnessedLog | null>;
  addLog(log: WitnessedLog): Promise<void>;
  changeLog(log: Pick<WitnessedLog, 'id' | 'size' | 'note' | 'endedAt'>): Promise<void>;
}
