import { createHash, randomBytes } from 'node:crypto';
import { type FileHandle, link, mkdir, open, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { MalformedError } from '../../kernel/bytes.ts';
import { type Digest, digestFromHex } from '../../kernel/digest.ts';
import { WeighbridgeError } from '../../kernel/errors.ts';

export interface WriteOptions {
  /** File mode for a new file; 0o644 unless it is a secret. */
  readonly mode?: number;
  /** Refuse to replace a file that is there: `file-exists`. */
  readonly fresh?: boolean;
}

/** Writes a file whole or not at all, a long text in pieces: beside it first, synced, then renamed. Throws `write-failed`, `file-exists`. */
export async function writeWhole(
  path: string,
  content: string | Uint8Array | Iterable<string>,
  options: WriteOptions = {},
): Promise<void> {
  await writeBeside(path, options, (file) => writeFile(file, content));
}

/** The same, chunk by chunk, with the digest of what was written. What the chunks' maker throws goes through. */
export async function writeChunks(
  path: string,
  chunks: AsyncIterable<Uint8Array>,
  options: WriteOptions = {},
): Promise<{ readonly sha256: Digest; readonly size: number }> {
  const hash = createHash('sha256');
  let size = 0;
  await writeBeside(path, options, async (file) => {
    for await (const chunk of chunks) {
      hash.update(chunk);
      size += chunk.length;
      await file.writeFile(chunk);
    }
  });
  return { sha256: digestFromHex(hash.digest('hex')), size };
}

async function writeBeside(
  path: string,
  options: WriteOptions,
  write: (file: FileHandle) => Promise<void>,
): Promise<void> {
  const beside = `${path}.${randomBytes(6).toString('hex')}.tmp`;
  try {
    await mkdir(dirname(path), { recursive: true });
    const file = await open(beside, 'wx', options.mode ?? 0o644);
    try {
      await write(file);
      await file.sync();
    } finally {
      await file.close();
    }
    // A link fails where a rename would replace.
    if (options.fresh === true) await link(beside, path);
    else await rename(beside, path);
  } catch (cause) {
    if (cause instanceof WeighbridgeError || cause instanceof MalformedError) throw cause;
    if (options.fresh === true && (cause as NodeJS.ErrnoException).code === 'EEXIST')
      throw new WeighbridgeError('file-exists', path);
    throw new WeighbridgeError('write-failed', `${path} (${(cause as Error).message})`, { cause });
  } finally {
    await rm(beside, { force: true }).catch(() => {});
  }
}
