import type { Signer } from '../../ports/signer.ts';
import type { KmsOptions } from './kms/signer.ts';
import { openLocalKey } from './local-key.ts';

/**
 * A key where it lies: `kms:https://…` in a cloud's key service, `pkcs11:…` in a module (RFC 7512), anything else a PEM file.
 * What is not a file is loaded when it is asked for. Throws `key-invalid`, `key-exposed`, `signer-absent`.
 */
export async function openSigner(reference: string, kms: KmsOptions): Promise<Signer> {
  if (reference.startsWith('kms:')) return (await import('./kms/signer.ts')).openKmsKey(reference.slice(4), kms);
  if (reference.startsWith('pkcs11:')) return (await import('./pkcs11/signer.ts')).openPkcs11Key(reference);
  return openLocalKey(reference);
}
