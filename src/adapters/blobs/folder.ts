import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type Digest, hexOf } from '../../kernel/digest.ts';
import { WeighbridgeError } from '../../kernel/errors.ts';
import type { BlobName, BlobStore } from '../../ports/blob-store.ts';
import { writeChunks } from '../files/write-whole.ts';
import { checked } from './checked.ts';

/** Blobs as files: `<folder>/ab/abcdef…`, since file systems are slow with a hundred thousand names in one place. */
export function createBlobFolder(folder: string): BlobStore {
  const pathOf = (digest: Digest): string => join(folder, hexOf(digest).slice(0, 2), hexOf(digest));
  const has = async ({ digest, size }: BlobName): Promise<boolean> => {
    const found = await stat(pathOf(digest)).catch(() => null);
    return found?.isFile() === true && found.size === size;
  };
  return {
    has,
    put: async (blob, bytes) => {
      if (!(await has(blob))) await writeChunks(pathOf(blob.digest), checked(bytes, blob));
    },
    read: (digest) => checked(piecesOf(pathOf(digest), digest), { digest, size: null }),
  };
}

async function* piecesOf(path: string, digest: Digest): AsyncIterable<Uint8Array> {
  try {
    yield* createReadStream(path) as AsyncIterable<Uint8Array>;
  } catch (cause) {
    throw new WeighbridgeError('blob-missing', `${digest} (${(cause as Error).message})`, { cause });
  }
}
