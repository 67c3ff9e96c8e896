import { signEnvelope } from '../../attest/dsse.ts';
import { WeighbridgeError } from '../../kernel/errors.ts';
import type { Sealer, Signer } from '../../ports/signer.ts';
import type { KmsOptions } from './kms/signer.ts';
import { openLocalKey } from './local-key.ts';

/**
 * A key where it lies: `kms:https://…` in a cloud's key service, `pkcs11:…` in a module (RFC 7512), anything else a PEM file.
 * What is not a file is loaded when it is asked for. Throws `key-invalid`, `key-exposed`, `signer-absent`.
 */
export async function openSigner(reference: string, kms: KmsOptions): Promise<Signer> {
  if (reference.startsWith('kms:')) return (await import('./kms/signer.ts')).openKmsKey(reference.slice(4), kms);
  if (reference.startsWith('sigstore:'))
    throw new WeighbridgeError('key-invalid', 'what is signed here needs a key: an identity signs decisions alone');
  if (reference.startsWith('pkcs11:')) return (await import('./pkcs11/signer.ts')).openPkcs11Key(reference);
  return openLocalKey(reference);
}

/** A key that signs documents whole; or `sigstore:`, which has none of its own. Throws as `openSigner` does. */
export async function openSealer(reference: string, kms: KmsOptions): Promise<Sealer> {
  if (reference.startsWith('sigstore:')) return (await import('./sigstore/sealer.ts')).openSigstore(reference.slice(9));
  const signer = await openSigner(reference, kms);
  return {
    seal: async (payloadType, payload) => {
      const { signatures, ...rest } = await signEnvelope(payloadType, payload, signer);
      return { document: { ...rest, signatures: signatures.map((one) => ({ ...one })) }, by: signer.keyId };
    },
  };
}
