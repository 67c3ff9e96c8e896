import { z } from 'zod';
import { MalformedError } from '../../kernel/bytes.ts';
import { isJsonObject, type JsonObject } from '../../kernel/json.ts';
import { scanJson } from '../../kernel/json-scan.ts';
import { LIMITS } from '../../kernel/limits.ts';

/** Media type of the bundles that OpenSSF Model Signing writes (sigstore protobuf-specs, sigstore_bundle.proto). */
export const BUNDLE_MEDIA_TYPE = 'application/vnd.dev.sigstore.bundle.v0.3+json';

/** A signature of a model, taken apart and not judged. */
export interface SignatureBundle {
  readonly material: BundleMaterial;
  readonly payloadType: string;
  readonly payload: Uint8Array;
  readonly signature: Uint8Array;
  /** As it stood, for Sigstore's own reader. */
  readonly json: JsonObject;
}

/** What the signer left for whoever verifies: which key, a chain of X.509 certificates, or a Sigstore certificate with its log entry. */
export type BundleMaterial =
  /** SHA-256 of the public key's PEM, in hexadecimal; null in bundles of version 1.0 and before. */
  | { readonly kind: 'key'; readonly hint: string | null }
  /** DER, the signer's own first. */
  | { readonly kind: 'certificates'; readonly chain: readonly Uint8Array[] }
  | { readonly kind: 'keyless' };

const base64 = z
  .string()
  .regex(/^[A-Za-z0-9+/]*={0,2}$/, 'no base64')
  .transform((text) => new Uint8Array(Buffer.from(text, 'base64')));

/** Longer chains than this are nobody's. */
const LONGEST_CHAIN = 16;

const bundleShape = z.looseObject({
  mediaType: z.string(),
  verificationMaterial: z.looseObject({
    publicKey: z.looseObject({ hint: z.string().optional() }).optional(),
    x509CertificateChain: z
      .looseObject({ certificates: z.array(z.looseObject({ rawBytes: base64 })).max(LONGEST_CHAIN) })
      .optional(),
    certificate: z.looseObject({ rawBytes: base64 }).optional(),
  }),
  dsseEnvelope: z.looseObject({
    payload: base64,
    payloadType: z.string(),
    signatures: z.array(z.looseObject({ sig: base64 })).length(1, 'a model has one signature a bundle'),
  }),
});

/** Whether this is a Sigstore bundle around a DSSE envelope at all, as a model's signature is. Decides nothing else. */
export function looksLikeBundle(value: unknown): boolean {
  return (
    isJsonObject(value) &&
    typeof value.mediaType === 'string' &&
    value.mediaType.startsWith('application/vnd.dev.sigstore.bundle') &&
    isJsonObject(value.dsseEnvelope)
  );
}

/** Takes a bundle apart. Throws MalformedError for anything else. */
export function parseBundle(text: string): SignatureBundle {
  scanJson(text, LIMITS.jsonDepth);
  const json: unknown = JSON.parse(text);
  const parsed = bundleShape.safeParse(json);
  if (!parsed.success || !isJsonObject(json)) {
    const [issue] = parsed.error?.issues ?? [];
    throw new MalformedError(`no Sigstore bundle: ${issue?.path.map(String).join('.')}: ${issue?.message}`, 0);
  }
  const { mediaType, verificationMaterial, dsseEnvelope } = parsed.data;
  if (mediaType !== BUNDLE_MEDIA_TYPE) throw new MalformedError(`a bundle of another kind (${mediaType})`, 0);
  const [first] = dsseEnvelope.signatures;
  return {
    material: materialOf(verificationMaterial),
    payloadType: dsseEnvelope.payloadType,
    payload: dsseEnvelope.payload,
    signature: first?.sig ?? new Uint8Array(),
    json,
  };
}

function materialOf({
  publicKey,
  x509CertificateChain,
  certificate,
}: z.output<typeof bundleShape>['verificationMaterial']): BundleMaterial {
  const given = [publicKey, x509CertificateChain, certificate].filter((one) => one !== undefined);
  if (given.length !== 1) throw new MalformedError('a bundle names one key, one chain or one certificate', 0);
  if (publicKey !== undefined) return { kind: 'key', hint: publicKey.hint || null };
  if (x509CertificateChain === undefined) return { kind: 'keyless' };
  const chain = x509CertificateChain.certificates.map(({ rawBytes }) => rawBytes);
  if (chain.length === 0) throw new MalformedError('a chain without a certificate', 0);
  return { kind: 'certificates', chain };
}
