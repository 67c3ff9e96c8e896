/** A second factor: a secret that somebody's authenticator shares. */
export interface Factor {
  readonly person: string;
  readonly secret: Uint8Array;
  /** Null until a first code showed that the authenticator has it: until then it is not asked for. */
  readonly confirmedAt: string | null;
  /** The newest step whose code was used. */
  readonly lastStep: number;
  /** SHA-256 of the recovery codes that are left. */
  readonly recovery: readonly string[];
}

export interface FactorBook {
  /** Locked against other writers until the transaction ends, so that no code counts twice. */
  of(person: string): Promise<Factor | null>;
  /** Instead of the one that is there. */
  put(factor: Factor): Promise<void>;
  /** False when there is none. */
  remove(person: string): Promise<boolean>;
}
