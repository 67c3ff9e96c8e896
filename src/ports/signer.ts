import type { KeyObject } from 'node:crypto';

/** Signs; where the key lies is its own affair. */
export interface Signer {
  /** SHA-256 of the public key's DER (SPKI), in hexadecimal: names the key in an envelope. */
  readonly keyId: string;
  readonly publicKey: KeyObject;
  sign(message: Uint8Array): Promise<Uint8Array>;
}
