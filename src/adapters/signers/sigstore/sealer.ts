import { X509Certificate } from 'node:crypto';
import { WeighbridgeError } from '../../../kernel/errors.ts';
import { isJsonObject, type JsonObject } from '../../../kernel/json.ts';
import type { Sealer } from '../../../ports/signer.ts';

/** An answer of Fulcio or Rekor takes seconds at most. Milliseconds. */
const PATIENCE = 30_000;

/**
 * Signs by an identity (Sigstore): Fulcio certifies a key that lives as long as this call, by a token of an identity provider
 * (`SIGSTORE_ID_TOKEN`, or what GitHub's runners give), and Rekor writes down that it signed. `sigstore:` is the public
 * instance, `sigstore:https://fulcio.example,https://rekor.example` another. Throws `signer-absent`, `key-invalid`.
 */
export function openSigstore(reference: string): Sealer {
  const [fulcio, rekor] = addressesIn(reference);
  return {
    seal: async (payloadType, payload) => {
      const sigstore = await import('@sigstore/sign').catch((cause: unknown) => {
        throw new WeighbridgeError('signer-absent', 'npm install @sigstore/sign brings it', { cause });
      });
      const { bundleToJSON } = await import('@sigstore/bundle');
      const { CIContextProvider, DEFAULT_FULCIO_URL, DEFAULT_REKOR_URL, DSSEBundleBuilder } = sigstore;
      const patience = { timeout: PATIENCE, retry: 1 };
      const identityProvider = new CIContextProvider('sigstore');
      const signer = new sigstore.FulcioSigner({
        identityProvider,
        fulcioBaseURL: fulcio ?? DEFAULT_FULCIO_URL,
        ...patience,
      });
      const log = new sigstore.RekorWitness({
        rekorBaseURL: rekor ?? DEFAULT_REKOR_URL,
        entryType: 'dsse',
        ...patience,
      });
      const builder = new DSSEBundleBuilder({ signer, witnesses: [log], certificateChain: false });
      try {
        const bundle = bundleToJSON(await builder.create({ data: Buffer.from(payload), type: payloadType }));
        if (!isJsonObject(bundle)) throw new WeighbridgeError('key-invalid', 'Sigstore gave no bundle');
        return { document: bundle, by: signerIn(bundle) };
      } catch (error) {
        throw refused(error);
      }
    },
  };
}

/** Its own message may hold the token: only the code is repeated. */
function refused(error: unknown): WeighbridgeError {
  if (error instanceof WeighbridgeError) return error;
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
  if (code.startsWith('IDENTITY_TOKEN'))
    return new WeighbridgeError('signer-absent', 'Sigstore wants a token of an identity provider: SIGSTORE_ID_TOKEN');
  return new WeighbridgeError('key-invalid', `Sigstore did not sign (${code.slice(0, 80)})`);
}

function addressesIn(reference: string): readonly [string | null, string | null] {
  if (reference === '') return [null, null];
  const given = reference.split(',');
  if (given.length !== 2 || !given.every((one) => URL.canParse(one) && /^https?:$/.test(new URL(one).protocol)))
    throw new WeighbridgeError('key-invalid', 'sigstore: takes two addresses, of Fulcio and of Rekor, or none');
  return [given[0] ?? null, given[1] ?? null];
}

/** Whom Fulcio certified, as it stands in the certificate. */
function signerIn({ verificationMaterial }: JsonObject): string {
  const certificate = isJsonObject(verificationMaterial) ? verificationMaterial.certificate : undefined;
  const raw = isJsonObject(certificate) ? certificate.rawBytes : undefined;
  if (typeof raw !== 'string') throw new WeighbridgeError('key-invalid', 'Sigstore gave no certificate');
  return (new X509Certificate(Buffer.from(raw, 'base64')).subjectAltName ?? '').replace(/^(email|URI):/, '');
}
