import { createHash, createPublicKey, type KeyObject, verify as verifySignature } from 'node:crypto';

/** A DSSE envelope (secure-systems-lab/dsse, envelope.md): a payload and who signed it. */
export interface Envelope {
  readonly payloadType: string;
  /** Base64. */
  readonly payload: string;
  readonly signatures: readonly EnvelopeSignature[];
}

export interface EnvelopeSignature {
  readonly keyid: string;
  /** Base64. */
  readonly sig: string;
}

/** The bytes that are signed (DSSE protocol.md, PAE): lengths first, so that no field can run into the next. */
export function preAuthEncoding(payloadType: string, payload: Uint8Array): Uint8Array {
  const type = Buffer.from(payloadType, 'utf8');
  return Buffer.concat([Buffer.from(`DSSEv1 ${type.length} `), type, Buffer.from(` ${payload.length} `), payload]);
}

/** Signs one payload; `sign` gets the pre-authentication encoding. */
export async function signEnvelope(
  payloadType: string,
  payload: Uint8Array,
  signer: { readonly keyId: string; sign(message: Uint8Array): Promise<Uint8Array> },
): Promise<Envelope> {
  const sig = await signer.sign(preAuthEncoding(payloadType, payload));
  return {
    payloadType,
    payload: Buffer.from(payload).toString('base64'),
    signatures: [{ keyid: signer.keyId, sig: Buffer.from(sig).toString('base64') }],
  };
}

/** The first trusted key under which one of the signatures holds, or null. `keyid` is a hint only and decides nothing. */
export function trustedSignerOf(envelope: Envelope, trusted: readonly KeyObject[]): KeyObject | null {
  const message = preAuthEncoding(envelope.payloadType, Buffer.from(envelope.payload, 'base64'));
  for (const key of trusted) {
    for (const { sig } of envelope.signatures) if (signatureHolds(message, key, Buffer.from(sig, 'base64'))) return key;
  }
  return null;
}

/** SHA-256 of the public key's DER (SPKI), in hexadecimal; of a private key, its public half's. */
export function keyIdOf(key: KeyObject): string {
  const publicKey = key.type === 'private' ? createPublicKey(key) : key;
  return createHash('sha256')
    .update(publicKey.export({ type: 'spki', format: 'der' }))
    .digest('hex');
}

/** Ed25519 signs the message itself; ECDSA the SHA-2 of its curve's size, as Sigstore pairs them. */
export function hashFor(key: KeyObject): 'sha256' | 'sha384' | 'sha512' | null {
  if (key.asymmetricKeyType === 'ed25519') return null;
  return CURVES[key.asymmetricKeyDetails?.namedCurve ?? '']?.hash ?? 'sha256';
}

/** Curves by OpenSSL's names, each with its hash and the bytes of one number. */
const CURVES: Readonly<Record<string, { readonly hash: 'sha256' | 'sha384' | 'sha512'; readonly bytes: number }>> = {
  prime256v1: { hash: 'sha256', bytes: 32 },
  secp384r1: { hash: 'sha384', bytes: 48 },
  secp521r1: { hash: 'sha512', bytes: 66 },
};

/** Whether this key can be signed with here: Ed25519, or ECDSA on a curve of the table. */
export function isKnownKey({ asymmetricKeyType, asymmetricKeyDetails }: KeyObject): boolean {
  if (asymmetricKeyType === 'ed25519') return true;
  return asymmetricKeyType === 'ec' && Object.hasOwn(CURVES, asymmetricKeyDetails?.namedCurve ?? '');
}

/** Whether it is the key's signature of the message. An ECDSA signature may come in DER, as Sigstore writes it, or as r and s alone, as DSSE's test vector has it. */
export function signatureHolds(
  message: Uint8Array,
  key: KeyObject,
  signature: Uint8Array,
  hash: ReturnType<typeof hashFor> = hashFor(key),
): boolean {
  const bytes = CURVES[key.asymmetricKeyDetails?.namedCurve ?? '']?.bytes ?? 0;
  const dsaEncoding = key.asymmetricKeyType === 'ec' && signature.length === 2 * bytes ? 'ieee-p1363' : 'der';
  try {
    return verifySignature(hash, message, { key, dsaEncoding }, signature);
  } catch {
    // A signature of another shape than the key's is no signature of this key.
    return false;
  }
}
