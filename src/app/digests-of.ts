import type { Caller } from '../contract/caller.ts';
import type { ListedFile } from '../domain/listing.ts';
import type { Digest } from '../kernel/digest.ts';
import { WeighbridgeError } from '../kernel/errors.ts';
import type { OpenModel } from '../ports/source.ts';
import type { Parts } from './parts.ts';

export type Regular = Extract<ListedFile, { kind: 'file' }>;

/** The SHA-256 of files on this machine, by path; one that could not be read whole is left out. */
export async function digestsOf(
  parts: Pick<Parts, 'hasher'>,
  model: OpenModel,
  files: readonly Regular[],
  caller: Caller,
): Promise<Map<string, Digest>> {
  const digests = new Map<string, Digest>();
  const { localPath } = model;
  if (localPath === null) throw new WeighbridgeError('call-invalid', 'this takes a folder on this machine');
  const total = files.reduce((sum, { size }) => sum + size, 0);
  let done = 0;
  await parts.hasher.hash(
    files.map(({ path, size }) => ({ path, size, localPath: localPath(path) })),
    {
      signal: caller.signal,
      onDigest: (path, digest) => digests.set(path, digest),
      onFailure: () => {},
      onBytes: (bytes) => {
        done += bytes;
        caller.progress.update({ done, total, unit: 'bytes' });
      },
    },
  );
  return digests;
}
