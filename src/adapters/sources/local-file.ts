import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { assertWithin, sourceOf } from '../../kernel/bytes.ts';
import { WeighbridgeError } from '../../kernel/errors.ts';
import type { OpenFile } from '../../ports/source.ts';
import { isForbidden } from './walk.ts';

/**
 * Opens a regular file for reading; `onBytes` hears how many were read. Never blocks on a pipe that took its place. All at
 * once, as the listing and small files: whoever waits for nothing can be watched for less.
 */
export function openLocalFile(path: string, size: number, onBytes: (bytes: number) => void): OpenFile {
  const file = opened(path);
  const found = fstatSync(file);
  if (!found.isFile() || found.size !== size) {
    closeSync(file);
    throw new WeighbridgeError('source-changed', `${path} was ${size} bytes when it was listed`);
  }
  // The number of a closed file may be that of another one.
  let isOpen = true;
  return {
    size,
    read: async (offset, length) => {
      assertWithin(size, offset, length);
      if (!isOpen) throw new WeighbridgeError('source-changed', `${path} was closed`);
      const bytes = readFully(file, offset, length);
      if (bytes.length < length)
        throw new WeighbridgeError('source-changed', `${path} became shorter while it was read`);
      onBytes(length);
      return bytes;
    },
    close: async () => {
      if (isOpen) closeSync(file);
      isOpen = false;
    },
  };
}

/** The same for a small file, read whole at once: one look, so that what is hashed and what is read are the same bytes. */
export function readSmallFile(path: string, size: number, onBytes: (bytes: number) => void): OpenFile {
  const bytes = readWhole(path, size);
  onBytes(size);
  return { ...sourceOf(bytes), close: async () => {} };
}

function readWhole(path: string, size: number): Uint8Array {
  const file = opened(path);
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

function opened(path: string): number {
  try {
    return openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  } catch (cause) {
    if (isForbidden(cause)) throw new WeighbridgeError('path-forbidden', path, { cause });
    throw new WeighbridgeError('source-changed', `${path} could not be opened any more`, { cause });
  }
}

function readFully(file: number, offset: number, length: number): Uint8Array {
  const bytes = Buffer.allocUnsafe(length);
  let filled = 0;
  while (filled < length) {
    const more = readSync(file, bytes, filled, length - filled, offset + filled);
    if (more === 0) break;
    filled += more;
  }
  return bytes.subarray(0, filled);
}
