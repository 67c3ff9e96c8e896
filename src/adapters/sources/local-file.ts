import { closeSync, constants, fstatSync, openSync, promises, readSync } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { assertWithin, sourceOf } from '../../kernel/bytes.ts';
import { WeighbridgeError } from '../../kernel/errors.ts';
import type { OpenFile } from '../../ports/source.ts';
import { isForbidden } from './walk.ts';

/** Opens a regular file for reading; `onBytes` hears how many were read. Never blocks on a pipe that took its place. */
export async function openLocalFile(path: string, size: number, onBytes: (bytes: number) => void): Promise<OpenFile> {
  const handle = await opened(path);
  const found = await handle.stat();
  if (!found.isFile() || found.size !== size) {
    await handle.close();
    throw new WeighbridgeError('source-changed', `${path} was ${size} bytes when it was listed`);
  }
  return {
    size,
    read: async (offset, length) => {
      assertWithin(size, offset, length);
      const bytes = await readFully(handle, offset, length);
      if (bytes.length < length)
        throw new WeighbridgeError('source-changed', `${path} became shorter while it was read`);
      onBytes(length);
      return bytes;
    },
    close: () => handle.close(),
  };
}

/** The same for a small file, read whole at once: one look, so that what is hashed and what is read are the same bytes. */
export function readSmallFile(path: string, size: number, onBytes: (bytes: number) => void): OpenFile {
  const bytes = readWhole(path, size);
  onBytes(size);
  return { ...sourceOf(bytes), close: async () => {} };
}

function readWhole(path: string, size: number): Uint8Array {
  let file: number;
  try {
    file = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  } catch (cause) {
    throw notOpened(path, cause);
  }
  try {
    // One byte more than was listed: a file that grew meanwhile shows it.
    const bytes = Buffer.allocUnsafe(size + 1);
    if (readFromStart(file, bytes) !== size) {
      throw new WeighbridgeError('source-changed', `${path} was ${size} bytes when it was listed`);
    }
    return bytes.subarray(0, size);
  } finally {
    closeSync(file);
  }
}

/** How much there was; -1 for what took a file's place: a pipe, a folder, most devices have no start to read from. */
function readFromStart(file: number, bytes: Uint8Array): number {
  try {
    return readSync(file, bytes, 0, bytes.length, 0);
  } catch (cause) {
    if (fstatSync(file).isFile()) throw cause;
    return -1;
  }
}

async function opened(path: string): Promise<FileHandle> {
  try {
    return await promises.open(path, constants.O_RDONLY | constants.O_NONBLOCK);
  } catch (cause) {
    throw notOpened(path, cause);
  }
}

function notOpened(path: string, cause: unknown): WeighbridgeError {
  if (isForbidden(cause)) return new WeighbridgeError('path-forbidden', path, { cause });
  return new WeighbridgeError('source-changed', `${path} could not be opened any more`, { cause });
}

async function readFully(handle: FileHandle, offset: number, length: number): Promise<Uint8Array> {
  const bytes = Buffer.allocUnsafe(length);
  let filled = 0;
  while (filled < length) {
    const { bytesRead } = await handle.read(bytes, filled, length - filled, offset + filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return bytes.subarray(0, filled);
}
