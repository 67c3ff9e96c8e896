import { z } from 'zod';
import { digestIn, instantIn, type Sealed, sealed } from './sealed.ts';

/** What must no longer be trusted, and what may still be although its key signs no more; signed by the key that does. */
export const REVOCATIONS_TYPE = 'application/vnd.weighbridge.revocations.v1+json';

/** Why a key signs no more. Only `compromised` makes what it signed later worthless; nothing it signed later is ever listed. */
export const KEY_ENDS = ['rotated', 'superseded', 'compromised'] as const;

const endedKey = z.strictObject({
  /** SHA-256 of the public key's DER, in hexadecimal. */
  keyId: z.string().regex(/^[0-9a-f]{64}$/, 'no key id'),
  publicKey: z.string().max(2000),
  reason: z.enum(KEY_ENDS),
  /** From then on nothing counts that it signs. */
  at: instantIn,
  /**
   * Digests of the payloads that it signed before, as the server kept them. A date in a decision is its signer's word, and
   * a thief of the key writes any; whoever stole the key cannot add to this list.
   */
  kept: z.array(digestIn),
});

export const revocationListShape = z.strictObject({
  organisation: z.string().max(40),
  issuedAt: instantIn,
  /** Who holds a list that is older must get another. */
  freshUntil: instantIn,
  keys: z.array(endedKey).max(1000),
  /** Payloads of decisions that were taken back. */
  decisions: z.array(z.strictObject({ decision: digestIn, at: instantIn })),
  /** Releases that are not to serve again. */
  releases: z.array(z.strictObject({ release: z.string().max(60), at: instantIn })),
});

export type RevocationList = z.output<typeof revocationListShape>;
export type EndedKey = RevocationList['keys'][number];

/** The list in an envelope; null for anything else. Whether its signature holds is for the caller to ask. */
export function revocationListIn(envelope: Sealed): RevocationList | null {
  return sealed(envelope, REVOCATIONS_TYPE, revocationListShape);
}
