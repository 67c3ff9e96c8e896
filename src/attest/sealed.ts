import { createHash } from 'node:crypto';
import { z } from 'zod';
import { canonicalJson } from '../kernel/canonical-json.ts';
import { type Digest, digestFromHex, isDigest } from '../kernel/digest.ts';
import type { Json } from '../kernel/json.ts';
import { type Envelope, signEnvelope } from './dsse.ts';

/** Documents of our own in DSSE envelopes, which are no statements about an artifact. */
export type Sealed = Pick<Envelope, 'payloadType' | 'payload'>;

export const digestIn = z.custom<Digest>((value) => typeof value === 'string' && isDigest(value), 'no digest');
export const instantIn = z.iso.datetime();

/** Signs a document as canonical JSON. */
export function seal(
  payloadType: string,
  document: unknown,
  signer: Parameters<typeof signEnvelope>[2],
): Promise<Envelope> {
  return signEnvelope(payloadType, Buffer.from(canonicalJson(document as Json), 'utf8'), signer);
}

/** The document, where the envelope says that it is of this type and it has the shape; else null. */
export function sealed<T>({ payloadType, payload }: Sealed, type: string, shape: z.ZodType<T>): T | null {
  if (payloadType !== type) return null;
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(payload, 'base64'));
    return shape.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

/** Names a signed document by what was signed, whoever signed it. */
export function payloadDigest({ payload }: Pick<Envelope, 'payload'>): Digest {
  return digestFromHex(createHash('sha256').update(Buffer.from(payload, 'base64')).digest('hex'));
}
