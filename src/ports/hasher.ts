import type { Digest } from '../kernel/digest.ts';

/** Hashes local files at the machine's limit. */
export interface Hasher {
  /**
   * SHA-256 of each file, called back as each is done. `onBytes` gets the bytes hashed since its last call; `onFailure`
   * a file that may not be read, or has not the size it was listed with.
   */
  hash(files: readonly FileToHash[], options: HashOptions): Promise<void>;
}

export interface FileToHash {
  readonly path: string;
  readonly localPath: string;
  readonly size: number;
}

export interface HashOptions {
  readonly signal: AbortSignal;
  readonly onDigest: (path: string, digest: Digest) => void;
  readonly onFailure: (path: string, why: 'changed' | 'forbidden') => void;
  readonly onBytes: (bytes: number) => void;
  /** Lets others come to their turn, where hashing goes on in their thread; without it the event loop turns. */
  readonly turn?: () => Promise<void>;
}
