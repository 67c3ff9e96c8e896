import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** Stands in for node:crypto in the browser: SHA-256 is all that the shared rooms ask of it. */
export function createHash(name: string) {
  if (name !== 'sha256') throw new RangeError(`${name} is not here`);
  const hash = sha256.create();
  const chain = {
    update: (part: Uint8Array | string) => {
      hash.update(typeof part === 'string' ? utf8ToBytes(part) : part);
      return chain;
    },
    digest: (encoding?: 'hex') => (encoding === 'hex' ? bytesToHex(hash.digest()) : hash.digest()),
  };
  return chain;
}

/** The same at once. */
export function hash(name: string, bytes: Uint8Array | string, encoding: 'hex'): string {
  return createHash(name).update(bytes).digest(encoding) as string;
}
