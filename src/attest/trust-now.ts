import { createPublicKey, type KeyObject } from 'node:crypto';
import { type Envelope, isKnownKey, keyIdOf, trustedSignerOf } from './dsse.ts';
import type { EndedKey, RevocationList } from './revocation-list.ts';
import { payloadDigest } from './sealed.ts';

/** Whose signature counts for a document today. */
export type SignedBy =
  | { readonly kind: 'signed'; readonly keyId: string }
  /** The key was ended, and the document is not among those that it is known to have signed before. */
  | { readonly kind: 'ended'; readonly keyId: string; readonly at: string; readonly reason: EndedKey['reason'] }
  | { readonly kind: 'unsigned' };

/**
 * A trusted key signs for itself unless the list ends it; an ended key only for what the list keeps of it, whether or not
 * it is trusted still. Without a list, trust is all there is.
 */
export function signedByNow(envelope: Envelope, trusted: readonly KeyObject[], list: RevocationList | null): SignedBy {
  const ended = list?.keys ?? [];
  const ids = new Set(ended.map(({ keyId }) => keyId));
  const signer = trustedSignerOf(
    envelope,
    trusted.filter((key) => !ids.has(keyIdOf(key))),
  );
  if (signer !== null) return { kind: 'signed', keyId: keyIdOf(signer) };
  for (const { keyId, publicKey, at, reason, kept } of ended) {
    const key = publicKeyIn(publicKey, keyId);
    if (key === null || trustedSignerOf(envelope, [key]) === null) continue;
    return kept.includes(payloadDigest(envelope)) ? { kind: 'signed', keyId } : { kind: 'ended', keyId, at, reason };
  }
  return { kind: 'unsigned' };
}

/** A list is signed by a trusted key that it does not end itself: a stolen key vouches for nothing once it is listed. */
export function listHolds(envelope: Envelope, list: RevocationList, trusted: readonly KeyObject[]): boolean {
  const ended = new Set(list.keys.map(({ keyId }) => keyId));
  const standing = trusted.filter((key) => !ended.has(keyIdOf(key)));
  return trustedSignerOf(envelope, standing) !== null;
}

/** Clocks of devices differ by so much. Milliseconds. */
const SKEW = 5 * 60 * 1000;

/** Null while it is fresh. A clock that says that the list is yet to be made tells nothing about its age. */
export function whyStale(
  { issuedAt, freshUntil }: Pick<RevocationList, 'issuedAt' | 'freshUntil'>,
  now: Date,
): string | null {
  if (now.getTime() + SKEW < Date.parse(issuedAt))
    return `It was made at ${issuedAt}, and the clock here says ${now.toISOString()}: set the clock.`;
  return now.getTime() < Date.parse(freshUntil)
    ? null
    : `It was fresh until ${freshUntil}: get a new one from the server.`;
}

function publicKeyIn(pem: string, keyId: string): KeyObject | null {
  try {
    const key = createPublicKey(pem);
    return isKnownKey(key) && keyIdOf(key) === keyId ? key : null;
  } catch {
    return null;
  }
}
