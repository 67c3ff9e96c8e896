import { type KeyObject, X509Certificate } from 'node:crypto';
import type { Json, JsonObject } from '../../kernel/json.ts';
import { preAuthEncoding } from '../dsse.ts';
import { STATEMENT_PAYLOAD_TYPE, type Statement } from '../statement.ts';
import { BUNDLE_MEDIA_TYPE } from './bundle.ts';
import { keyHint } from './verify.ts';

/** Signs a model's manifest as OpenSSF Model Signing does. `chain`: the signer's own certificate first; null signs with the key alone. */
export async function signManifest(
  statement: Statement,
  signer: { readonly publicKey: KeyObject; sign(message: Uint8Array): Promise<Uint8Array> },
  chain: readonly X509Certificate[] | null,
): Promise<JsonObject> {
  const payload = Buffer.from(JSON.stringify(statement), 'utf8');
  const sig = await signer.sign(preAuthEncoding(STATEMENT_PAYLOAD_TYPE, payload));
  const material: Json =
    chain === null
      ? { publicKey: { hint: keyHint(signer.publicKey) } }
      : { x509CertificateChain: { certificates: chain.map(({ raw }) => ({ rawBytes: raw.toString('base64') })) } };
  return {
    mediaType: BUNDLE_MEDIA_TYPE,
    verificationMaterial: { ...material, tlogEntries: [] },
    dsseEnvelope: {
      payload: payload.toString('base64'),
      payloadType: STATEMENT_PAYLOAD_TYPE,
      signatures: [{ sig: Buffer.from(sig).toString('base64'), keyid: '' }],
    },
  };
}

/** Every certificate of a PEM text, in its order. Throws where there is none, or one cannot be read. */
export function certificatesIn(pem: string): readonly X509Certificate[] {
  const blocks = pem.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? [];
  if (blocks.length === 0) throw new RangeError('no certificate in PEM');
  return blocks.map((block) => new X509Certificate(block));
}
