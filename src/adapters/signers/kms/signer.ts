import { createHash, createPublicKey, type KeyObject } from 'node:crypto';
import { z } from 'zod';
import { hashFor, isKnownKey, keyIdOf, signatureHolds } from '../../../attest/dsse.ts';
import { WeighbridgeError } from '../../../kernel/errors.ts';
import type { Signer } from '../../../ports/signer.ts';
import { createAsker } from '../../net/asker.ts';

export interface KmsOptions {
  /** Gives the bearer token; null: there is none. Asked for each call, since tokens live for an hour and servers for months. */
  readonly token: () => Promise<string | null>;
  readonly trustedHosts: readonly string[];
}

const publicKeyAnswer = z.object({ pem: z.string().max(10_000) });
const signAnswer = z.object({ signature: z.base64().max(10_000) });

/**
 * A key of a cloud's key service by its REST address, in the words of Google Cloud KMS: GET `<key>/publicKey` and POST
 * `<key>:asymmetricSign` (cloud.google.com/kms/docs/reference/rest). The private half never leaves it; each signature is held
 * against the public half before it counts. Not run against the real service. Throws `key-invalid`, `signer-absent`.
 */
export async function openKmsKey(address: string, { token, trustedHosts }: KmsOptions): Promise<Signer> {
  const ask = createAsker(trustedHosts);
  const answer = async <T>(url: string, body: object | null, shape: z.ZodType<T>): Promise<T> => {
    const bearer = await token();
    if (bearer === null)
      throw new WeighbridgeError(
        'signer-absent',
        'a key service wants a token: WEIGHBRIDGE_KMS_TOKEN, or …_TOKEN_FILE',
      );
    const headers = { authorization: `Bearer ${bearer}`, 'content-type': 'application/json' };
    const method = body === null ? 'GET' : 'POST';
    const response = await ask(url, { method, headers, body: body === null ? null : JSON.stringify(body) });
    if (!response.ok) throw new WeighbridgeError('key-invalid', `the key service answers ${response.status}`);
    const found = shape.safeParse(await response.json().catch(() => null));
    if (!found.success) throw new WeighbridgeError('key-invalid', 'the key service answers something else');
    return found.data;
  };
  const publicKey = keyIn((await answer(`${address}/publicKey`, null, publicKeyAnswer)).pem);
  return {
    keyId: keyIdOf(publicKey),
    publicKey,
    sign: async (message) => {
      const { signature } = await answer(`${address}:asymmetricSign`, requestFor(publicKey, message), signAnswer);
      const bytes = Buffer.from(signature, 'base64');
      if (!signatureHolds(message, publicKey, bytes))
        throw new WeighbridgeError('key-invalid', 'what the key service gave is no signature of its key');
      return bytes;
    },
  };
}

/** ECDSA signs a digest, Ed25519 the message itself. */
function requestFor(key: KeyObject, message: Uint8Array): object {
  const hash = hashFor(key);
  if (hash === null) return { data: Buffer.from(message).toString('base64') };
  return { digest: { [hash]: createHash(hash).update(message).digest('base64') } };
}

function keyIn(pem: string): KeyObject {
  try {
    const key = createPublicKey(pem);
    if (isKnownKey(key)) return key;
  } catch (cause) {
    throw new WeighbridgeError('key-invalid', 'the key service gave no public key', { cause });
  }
  throw new WeighbridgeError('key-invalid', 'the key is neither Ed25519 nor ECDSA');
}
