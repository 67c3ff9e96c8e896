import { randomUUID } from 'node:crypto';
import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import { WeighbridgeError } from '../../kernel/errors.ts';
import type { KeyRing } from '../../ports/key-ring.ts';
import type { Signer } from '../../ports/signer.ts';
import { makeLocalKey, openLocalKey } from './local-key.ts';

/** Keys in files of one folder, `signing-<key id>.key`; `first` is the one that came with the folder, if not the one elsewhere. */
export function createKeyRing(folder: string, first: Signer, elsewhere: Signer | null = null): KeyRing {
  const fileOf = (keyId: string) => fileIn(folder, keyId);
  const held = elsewhere === null ? [first] : [first, elsewhere];
  const open = new Map(held.map((signer) => [signer.keyId, Promise.resolve(signer)]));
  return {
    elsewhere,
    open: (keyId) => {
      const opened = open.get(keyId) ?? openNamed(folder, keyId);
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
      return openNamed(folder, keyId);
    },
  };
}

/** A key that was made by a rotation. Throws `key-invalid`, `key-exposed`. */
export async function openNamed(folder: string, keyId: string): Promise<Signer> {
  const file = fileIn(folder, keyId);
  const signer = await openLocalKey(file);
  if (signer.keyId === keyId) return signer;
  throw new WeighbridgeError('key-invalid', `${file} is another key than its name says`);
}

function fileIn(folder: string, keyId: string): string {
  return join(folder, `signing-${keyId.slice(0, 32)}.key`);
}
