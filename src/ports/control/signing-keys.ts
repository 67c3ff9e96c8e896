/** The keys that a server signs with, and signed with: one list for all its organisations. */
export interface SigningKeyBook {
  /** Oldest first. Empty until the first rotation: then the key of the data folder is the only one. */
  all(): Promise<readonly SigningKey[]>;
  /** Locks the list until the transaction ends. */
  lock(): Promise<void>;
  add(key: SigningKey): Promise<void>;
  /** Says how it ended; what ended as compromised stays so. */
  end(keyId: string, reason: SigningKey['reason'], at: string): Promise<void>;
  /** Envelopes of this organisation's decisions and statements that the key signed before then; null: all of them. */
  decisionsBy(keyId: string, before: string | null): Promise<readonly string[]>;
  /** Requests and subjects of this organisation whose decision the key signed then or later, and nobody revoked. */
  standingSince(keyId: string, since: string): Promise<readonly string[]>;
  /** Of this organisation: decisions that were taken back, and statements of what is out no longer. */
  revokedDecisions(): Promise<readonly { readonly envelope: string; readonly at: string }[]>;
  withdrawnReleases(): Promise<readonly { readonly release: string; readonly at: string }[]>;
}

export interface SigningKey {
  readonly keyId: string;
  /** PEM. */
  readonly publicKey: string;
  /** Null: it came with the data folder. ISO 8601. */
  readonly madeAt: string | null;
  /** Null: it signs. */
  readonly reason: 'rotated' | 'superseded' | 'compromised' | null;
  readonly endedAt: string | null;
}
