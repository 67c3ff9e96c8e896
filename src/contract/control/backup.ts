/** Where a control plane's data lie. */
interface Place {
  /** Null: below the user's data folder. */
  readonly data: string | null;
  /** Null: the database in the data folder. */
  readonly databaseUrl: string | null;
  readonly allowRoot: boolean;
}

export interface BackupOptions extends Place {
  /** Written whole or not at all; an existing one is replaced. */
  readonly file: string;
  /** Whether the private keys go along: then whoever has the archive can sign as the server. */
  readonly withKeys: boolean;
  /** Where the key that signs lies, if not in the data folder. */
  readonly signingKey?: string | null;
}

export interface Kept {
  readonly madeAt: string;
  readonly schema: number;
  readonly keyId: string;
  readonly rows: number;
  readonly blobs: number;
  /** Of the archive. */
  readonly bytes: number;
}

export interface RestoreOptions extends Place {
  readonly file: string;
  /** Where the server's keys lie when the archive has none. */
  readonly keys: string | null;
  /** Public keys whose seal counts; none: that of the keys that are restored. */
  readonly trusted: readonly string[];
}

export interface Restored extends Omit<Kept, 'bytes'> {
  readonly folder: string;
  /** Of the Weighbridge that made the archive. */
  readonly version: string;
  readonly organisations: number;
  /** Entries of all their audit logs, each log verified whole. */
  readonly entries: number;
}
