import type { KeyObject, X509Certificate } from 'node:crypto';
import type { Sealer, Signer } from './signer.ts';

/** Ed25519 for decisions; ECDSA on P-256 where OpenSSF Model Signing must take the signature too. */
export type KeyKind = 'ed25519' | 'p256';

/** The user's keys: theirs to sign with, others' to trust. */
export interface Keys {
  /** A file, or `kms:…`, or `pkcs11:…`. Throws `key-invalid`, `key-exposed`, `signer-absent`. */
  signer(file: string): Promise<Signer>;
  /** As `signer`, or `sigstore:`: by an identity, whose key is gone once it has signed. */
  sealer(reference: string): Promise<Sealer>;
  /** These files' public keys; the ones in the user's folder when none is named. */
  trusted(files: readonly string[]): Promise<readonly KeyObject[]>;
  /** Whom the user's settings trust to sign models and commits. */
  signers(): Promise<TrustedSigners>;
  /** A new key, in this file or the user's folder; its public half is trusted from then on. */
  make(
    file: string | null,
    kind: KeyKind,
  ): Promise<{ readonly keyFile: string; readonly publicKeyFile: string; readonly keyId: string }>;
  /** A public key in PEM or as SSH has it, or the certificate of an authority. */
  trust(file: string): Promise<{ readonly keyId: string; readonly storedAt: string }>;
  trustIdentity(who: TrustedIdentity): Promise<{ readonly storedAt: string }>;
}

/** Somebody whom an identity provider vouches for; both are compared exactly. */
export interface TrustedIdentity {
  readonly identity: string;
  readonly issuer: string;
}

export interface TrustedSigners {
  readonly keys: readonly KeyObject[];
  readonly authorities: readonly X509Certificate[];
  readonly identities: readonly TrustedIdentity[];
}
