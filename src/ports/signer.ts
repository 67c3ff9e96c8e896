import type { KeyObject } from 'node:crypto';
import type { JsonObject } from '../kernel/json.ts';

/** Signs; where the key lies is its own affair. */
export interface Signer {
  /** SHA-256 of the public key's DER (SPKI), in hexadecimal: names the key in an envelope. */
  readonly keyId: string;
  readonly publicKey: KeyObject;
  sign(message: Uint8Array): Promise<Uint8Array>;
}

/** Signs documents whole, in whatever form it gives them: a key an envelope, an identity what vouches for it besides. */
export interface Sealer {
  seal(payloadType: string, payload: Uint8Array): Promise<Sealed>;
}

export interface Sealed {
  /** As it is written to a file. */
  readonly document: JsonObject;
  /** The key's id; or who signed, as the identity provider has it. */
  readonly by: string;
}
