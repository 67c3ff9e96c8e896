import type { KeyKind } from './keys.ts';
import type { Signer } from './signer.ts';

/** The server's own private keys, by their id. */
export interface KeyRing {
  /** The one that the operator named at the start, where keys don't lie in files: it signs, and is rotated where it lies. */
  readonly elsewhere: Signer | null;
  /** Throws `key-invalid` where this machine does not hold it: a copy of the folder that is older than the key. */
  open(keyId: string): Promise<Signer>;
  make(kind: KeyKind): Promise<Signer>;
}
