import { createHash, type KeyObject, type X509Certificate } from 'node:crypto';
import { MalformedError } from '../../kernel/bytes.ts';
import type { Json } from '../../kernel/json.ts';
import { hashFor, keyIdOf, preAuthEncoding, signatureHolds } from '../dsse.ts';
import { STATEMENT_PAYLOAD_TYPE } from '../statement.ts';
import type { SignatureBundle } from './bundle.ts';
import { followChain } from './chain.ts';
import { preAuthEncodingV02 } from './compat.ts';
import type { Identity } from './keyless.ts';
import { parseManifest, SIGNATURE_PREDICATE_V02, type SignedManifest } from './manifest.ts';

/** Whom the caller trusts to sign models. What is not named here is trusted by nobody. */
export interface SignatureTrust {
  readonly keys: readonly KeyObject[];
  /** Authorities: a chain must lead to one of them. */
  readonly anchors: readonly X509Certificate[];
  readonly identities: readonly Identity[];
  /** Sigstore's trusted root as JSON; null for its public instance. */
  readonly trustedRoot: Json | null;
  /** When certificates of a chain must be in their time: a chain has no time stamp of its own. */
  readonly at: Date;
}

/** Who signed, in a way that can be compared and shown. */
export type ModelSigner =
  | { readonly kind: 'key'; readonly keyId: string }
  | { readonly kind: 'certificate'; readonly subject: string }
  | ({ readonly kind: 'identity' } & Identity);

export type SignatureVerdict =
  | { readonly kind: 'held'; readonly signer: ModelSigner; readonly manifest: SignedManifest }
  /** `stranger`: nobody trusted made it, which proves nothing against it; its signer is known where Sigstore vouches for one. */
  | {
      readonly kind: 'refused';
      readonly why: string;
      readonly stranger: boolean;
      readonly signer: ModelSigner | null;
    };

/**
 * Whether somebody trusted signed this manifest. Nothing in the bundle is believed before its signature holds; a bundle
 * never vouches for its own key. Says nothing of the files.
 */
export async function verifyBundle(bundle: SignatureBundle, trust: SignatureTrust): Promise<SignatureVerdict> {
  if (bundle.payloadType !== STATEMENT_PAYLOAD_TYPE) {
    return refused(`it signs something else than an in-toto statement (${bundle.payloadType})`);
  }
  const signed = await signerOf(bundle, trust);
  if (signed.kind === 'refused') return signed;
  try {
    return { kind: 'held', signer: signed.signer, manifest: parseManifest(bundle.payload) };
  } catch (error) {
    if (error instanceof MalformedError) return refused(error.message);
    throw error;
  }
}

type Signed =
  | { readonly kind: 'signed'; readonly signer: ModelSigner }
  | Extract<SignatureVerdict, { kind: 'refused' }>;

async function signerOf(bundle: SignatureBundle, trust: SignatureTrust): Promise<Signed> {
  switch (bundle.material.kind) {
    case 'key':
      return signedByKey(bundle, bundle.material.hint, trust.keys);
    case 'certificates':
      return signedByChain(bundle, bundle.material.chain, trust);
    case 'keyless':
      return signedByIdentity(bundle, trust);
  }
}

function signedByKey(bundle: SignatureBundle, hint: string | null, keys: readonly KeyObject[]): Signed {
  if (keys.length === 0) return stranger('it was made with a key, and no key is trusted');
  const candidates = hint === null ? keys : keys.filter((key) => keyHint(key) === hint);
  if (candidates.length === 0) return stranger(`it was made with another key (hint ${hint?.slice(0, 16)}…)`);
  const key = candidates.find((candidate) => holds(bundle, candidate));
  // Without a hint, a signature of a stranger's key looks just like a broken one.
  if (key === undefined && hint === null) return stranger('the signature holds under no trusted key');
  if (key === undefined) return refused('the signature does not hold under the key it names');
  return { kind: 'signed', signer: { kind: 'key', keyId: keyIdOf(key) } };
}

async function signedByChain(
  bundle: SignatureBundle,
  chain: readonly Uint8Array[],
  { anchors, at }: SignatureTrust,
): Promise<Signed> {
  if (anchors.length === 0) return stranger('it was made with a certificate, and no authority is trusted');
  const result = await followChain(chain, anchors, at);
  if (result.kind === 'refused') return result.stranger ? stranger(result.why) : refused(result.why);
  if (!holds(bundle, result.key)) return refused('the signature does not hold under the signer’s certificate');
  return { kind: 'signed', signer: { kind: 'certificate', subject: result.subject } };
}

async function signedByIdentity(bundle: SignatureBundle, { identities, trustedRoot }: SignatureTrust): Promise<Signed> {
  const { verifyKeyless } = await import('./keyless.ts');
  const result = await verifyKeyless(bundle.json, trustedRoot);
  if (result.kind === 'refused') return refused(result.why);
  const signer = { kind: 'identity', ...result.who } as const;
  const named = identities.some(({ identity, issuer }) => identity === signer.identity && issuer === signer.issuer);
  if (named) return { kind: 'signed', signer };
  return stranger(`it is signed by ${signer.identity} (${signer.issuer}), who was not named`, signer);
}

/** How a bundle names its key: the SHA-256 of the public key's PEM, as the reference implementation writes it. */
export function keyHint(key: KeyObject): string {
  return createHash('sha256')
    .update(key.export({ type: 'spki', format: 'pem' }))
    .digest('hex');
}

function holds({ payload, payloadType, signature }: SignatureBundle, key: KeyObject): boolean {
  if (signatureHolds(preAuthEncoding(payloadType, payload), key, signature)) return true;
  // Only for what release 0.2 signed: it encoded the payload wrongly, and always hashed with SHA-256 under certificates.
  if (!Buffer.from(payload).includes(SIGNATURE_PREDICATE_V02)) return false;
  const message = preAuthEncodingV02(payloadType, payload);
  return (
    signatureHolds(message, key, signature) ||
    (hashFor(key) !== null && signatureHolds(message, key, signature, 'sha256'))
  );
}

function refused(why: string): Extract<SignatureVerdict, { kind: 'refused' }> {
  return { kind: 'refused', why, stranger: false, signer: null };
}

function stranger(why: string, signer: ModelSigner | null = null): Extract<SignatureVerdict, { kind: 'refused' }> {
  return { kind: 'refused', why, stranger: true, signer };
}
