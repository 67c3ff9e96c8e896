import type { KeyObject } from 'node:crypto';
import type { Signer } from './signer.ts';

/** Ed25519 for decisions; ECDSA on P-256 where OpenSSF Model Signing must take the signature too. */
export type KeyKind = 'ed25519' | 'p256';

/** The user's keys: theirs to sign with, others' to trust. */
export interface Keys {
  /** Throws `key-invalid`, `key-exposed`. */
  signer(file: string): Promise<Signer>;
  /** These files' public keys; the ones in the user's folder when none is named. */
  trusted(files: readonly string[]): Promise<readonly KeyObject[]>;
  /** A new key, in this file or the user's folder; its public half is trusted from then on. */
  make(
    file: string | null,
    kind: KeyKind,
  ): Promise<{ readonly keyFile: string; readonly publicKeyFile: string; readonly keyId: string }>;
  trust(file: string): Promise<{ readonly keyId: string; readonly storedAt: string }>;
}
