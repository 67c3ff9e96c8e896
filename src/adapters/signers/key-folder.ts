import { createPublicKey } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { keyIdOf } from '../../attest/dsse.ts';
import { WeighbridgeError } from '../../kernel/errors.ts';
import type { Keys } from '../../ports/keys.ts';
import { writeWhole } from '../files/write-whole.ts';
import { makeLocalKey, openLocalKey, readPublicKey, readTrustedKeys } from './local-key.ts';

/** Keys in files: the user's own where they say, those they trust as `<key id>.pub` in this folder. */
export function createKeyFolder(folder: string): Keys {
  const store = async (keyId: string, pem: string): Promise<string> => {
    const path = join(folder, `${keyId.slice(0, 32)}.pub`);
    await writeWhole(path, pem);
    return path;
  };
  return {
    signer: openLocalKey,
    trusted: async (files) => (files.length === 0 ? readTrustedKeys(folder) : Promise.all(files.map(readPublicKey))),
    make: async (file, kind) => {
      const keyFile = file ?? join(folder, 'signing.key');
      const { keyId, publicKeyPem, publicKeyFile } = await makeLocalKey(keyFile, kind);
      await store(keyId, publicKeyPem);
      return { keyFile, publicKeyFile, keyId };
    },
    trust: async (file) => {
      if (/PRIVATE KEY/.test(await readFile(file, 'utf8').catch(() => ''))) {
        throw new WeighbridgeError('key-invalid', `${file} is a private key; give its public half (.pub)`);
      }
      const key = createPublicKey(
        await readPublicKey(file).then((found) => found.export({ type: 'spki', format: 'pem' })),
      );
      return {
        keyId: keyIdOf(key),
        storedAt: await store(keyIdOf(key), key.export({ type: 'spki', format: 'pem' }).toString()),
      };
    },
  };
}
