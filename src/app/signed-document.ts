import type { Envelope } from '../attest/dsse.ts';
import { looksLikeBundle } from '../attest/model-signature/bundle.ts';
import type { SignatureTrust } from '../attest/model-signature/verify.ts';
import type { RevocationList } from '../attest/revocation-list.ts';
import { type SignedBy, signedByNow } from '../attest/trust-now.ts';
import { WeighbridgeError } from '../kernel/errors.ts';
import { isJsonObject, type JsonObject } from '../kernel/json.ts';

/** A signed document as it lies in a file: an envelope, and around it what vouches for its signer where that is an identity. */
export interface SignedDocument {
  readonly envelope: Envelope;
  /** A Sigstore bundle; null: a key signed. */
  readonly bundle: JsonObject | null;
}

/** Whom to trust: keys, and identities by the root of their Sigstore. */
export type DocumentTrust = Pick<SignatureTrust, 'keys' | 'identities' | 'trustedRoot'>;

/** Throws `decision-invalid`. */
export function parseSigned(text: string, file: string): SignedDocument {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new WeighbridgeError('decision-invalid', `${file} is no JSON`, { cause });
  }
  const bundle = isJsonObject(value) && looksLikeBundle(value) ? value : null;
  const envelope = bundle === null ? value : withKeyIds(bundle.dsseEnvelope);
  if (!isEnvelope(envelope)) throw new WeighbridgeError('decision-invalid', `${file} is no DSSE envelope`);
  return { envelope, bundle };
}

/** An envelope that a key signed. Throws `decision-invalid`. */
export function parseEnvelope(text: string, file: string): Envelope {
  return parseSigned(text, file).envelope;
}

/** Sigstore leaves the hint out, as protobuf's JSON does with what is empty. */
function withKeyIds(envelope: unknown): unknown {
  if (!isJsonObject(envelope) || !Array.isArray(envelope.signatures)) return envelope;
  return {
    ...envelope,
    signatures: envelope.signatures.map((one) => (isJsonObject(one) ? { keyid: '', ...one } : one)),
  };
}

function isEnvelope(value: unknown): value is Envelope {
  if (!isJsonObject(value) || typeof value.payloadType !== 'string' || typeof value.payload !== 'string') return false;
  return (
    Array.isArray(value.signatures) &&
    value.signatures.every((entry) => isJsonObject(entry) && typeof entry.sig === 'string')
  );
}

/** Whose signature counts: a trusted key's; or of somebody trusted by name, for whom Sigstore vouches. */
export async function signerOf(
  { envelope, bundle }: SignedDocument,
  { keys, identities, trustedRoot }: DocumentTrust,
  list: RevocationList | null,
): Promise<SignedBy | { readonly kind: 'refused'; readonly why: string }> {
  if (bundle === null) return signedByNow(envelope, keys, list);
  const { verifyKeyless } = await import('../attest/model-signature/keyless.ts');
  const result = await verifyKeyless(bundle, trustedRoot);
  if (result.kind === 'refused') return { kind: 'refused', why: `Sigstore does not vouch for it: ${result.why}.` };
  const { identity, issuer } = result.who;
  if (identities.some((one) => one.identity === identity && one.issuer === issuer))
    return { kind: 'signed', keyId: identity };
  const why = `${identity} signed it, for whom ${issuer} vouches. Nobody trusts them here (weighbridge key trust-identity).`;
  return { kind: 'refused', why };
}
