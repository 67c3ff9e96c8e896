import { createPublicKey, type KeyObject } from 'node:crypto';
import type { SigningKey } from '../../ports/control/signing-keys.ts';
import type { Books } from '../../ports/control-store.ts';
import type { Signer } from '../../ports/signer.ts';
import type { ControlParts } from './parts.ts';

type KeyParts = Pick<ControlParts, 'signer' | 'keyRing'>;

/** All keys there were; until the first rotation, the one of the data folder. */
export async function keysOf({ signer }: Pick<ControlParts, 'signer'>, books: Books): Promise<readonly SigningKey[]> {
  const known = await books.signingKeys.all();
  return known.length > 0 ? known : [asKey(signer, null)];
}

/** With which to sign now. Throws `key-invalid` where another machine made it and this one has no copy. */
export async function signerNow(parts: KeyParts, books: Books): Promise<Signer> {
  const current = (await keysOf(parts, books)).find(({ reason }) => reason === null);
  return current === undefined ? parts.signer : parts.keyRing.open(current.keyId);
}

/** Whose signatures the server itself still takes: all of its keys but the compromised. */
export async function ownKeys(parts: Pick<ControlParts, 'signer'>, books: Books): Promise<readonly KeyObject[]> {
  const keys = await keysOf(parts, books);
  return keys.filter(({ reason }) => reason !== 'compromised').map(({ publicKey }) => createPublicKey(publicKey));
}

/** A key as one that signs. */
export function asKey({ keyId, publicKey }: Signer, madeAt: string | null): SigningKey {
  const pem = publicKey.export({ type: 'spki', format: 'pem' }).toString();
  return { keyId, publicKey: pem, madeAt, reason: null, endedAt: null };
}
