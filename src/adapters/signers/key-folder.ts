import { createPublicKey } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { keyIdOf } from '../../attest/dsse.ts';
import { WeighbridgeError } from '../../kernel/errors.ts';
import type { Keys } from '../../ports/keys.ts';
import { writeWhole } from '../files/write-whole.ts';
import type { KmsOptions } from './kms/signer.ts';
import { makeLocalKey, readPublicKey, readTrustedKeys } from './local-key.ts';
import { openSealer, openSigner } from './open-signer.ts';
import { certificateIn, IDENTITIES, readAuthorities, readIdentities } from './trusted-signers.ts';

const NO_KMS: KmsOptions = { token: async () => null, trustedHosts: [] };

/** Keys in files: the user's own where they say; in this folder those they trust, `<key id>.pub`, and authorities, `<key id>.ca.pem`. */
export function createKeyFolder(folder: string, kms: KmsOptions = NO_KMS): Keys {
  const store = async (keyId: string, pem: string): Promise<string> => {
    const path = join(folder, `${keyId.slice(0, 32)}.pub`);
    await writeWhole(path, pem);
    return path;
  };
  return {
    signer: (reference) => openSigner(reference, kms),
    sealer: (reference) => openSealer(reference, kms),
    trusted: async (files) => (files.length === 0 ? readTrustedKeys(folder) : Promise.all(files.map(readPublicKey))),
    make: async (file, kind) => {
      const keyFile = file ?? join(folder, 'signing.key');
      const { keyId, publicKeyPem, publicKeyFile } = await makeLocalKey(keyFile, kind);
      await store(keyId, publicKeyPem);
      return { keyFile, publicKeyFile, keyId };
    },
    signers: async () => ({
      keys: await readTrustedKeys(folder),
      authorities: await readAuthorities(folder),
      identities: await readIdentities(folder),
    }),
    trustIdentity: async (who) => {
      const known = await readIdentities(folder);
      const others = known.filter(({ identity, issuer }) => identity !== who.identity || issuer !== who.issuer);
      const path = join(folder, IDENTITIES);
      await writeWhole(path, `${JSON.stringify([...others, who], null, 2)}\n`);
      return { storedAt: path };
    },
    trust: async (file) => {
      const certificate = await certificateIn(file);
      if (certificate !== null) {
        const keyId = keyIdOf(certificate.publicKey);
        const path = join(folder, `${keyId.slice(0, 32)}.ca.pem`);
        await writeWhole(path, certificate.toString());
        return { keyId, storedAt: path };
      }
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
