import { randomUUID } from 'node:crypto';
import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import { WeighbridgeError } from '../../kernel/errors.ts';
import type { KeyRing } from '../../ports/key-ring.ts';
import type { Signer } from '../../ports/signer.ts';
import { makeLocalKey, openLocalKey } from './local-key.ts';

/** Keys in files of one folder, `signing-<key id>.key`; `first` is the one that came with the folder. */
export function createKeyRing(folder: string, first: Signer): KeyRing {
  const fileOf = (keyId: string) => join(folder, `signing-${keyId.slice(0, 32)}.key`);
  const open = new Map<string, Promise<Signer>>([[first.keyId, Promise.resolve(first)]]);
  return {
    open: (keyId) => {
      const opened = open.get(keyId) ?? openNamed(fileOf(keyId), keyId);
      open.set(keyId, opened);
      // A key that is copied here later counts without a restart.
      opened.catch(() => open.delete(keyId));
      return opened;
    },
    make: async (kind) => {
      // Its id names its file, and is known once it is made.
      const made = join(folder, `signing-new-${randomUUID()}`);
      const { keyId } = await makeLocalKey(`${made}.key`, kind);
      await rename(`${made}.pub`, fileOf(keyId).replace(/\.key$/, '.pub'));
      await rename(`${made}.key`, fileOf(keyId));
      return openNamed(fileOf(keyId), keyId);
    },
  };
}

async function openNamed(file: string, keyId: string): Promise<Signer> {
  const signer = await openLocalKey(file);
  if (signer.keyId === keyId) return signer;
  throw new WeighbridgeError('key-invalid', `${file} is another key than its name says`);
}
