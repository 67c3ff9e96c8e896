import { closeSync, createReadStream, fstatSync, openSync, promises, readSync } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { type ErrorCode, WeighbridgeError } from '../../kernel/errors.ts';
import { LIMITS } from '../../kernel/limits.ts';

/** Reads one of the caller's own files as UTF-8. Throws `path-missing`, `path-forbidden`, `call-invalid`. */
export async function readOwnText(path: string, maxBytes: number): Promise<string> {
  try {
    const found = await promises.stat(path);
    if (found.isDirectory()) throw new WeighbridgeError('file-wanted', path);
    if (!found.isFile()) throw new WeighbridgeError('not-a-file', path);
    if (found.size > maxBytes)
      throw new WeighbridgeError('call-invalid', `${path} has ${found.size} bytes; ${maxBytes} are the most`);
    return await promises.readFile(path, 'utf8');
  } catch (cause) {
    if (cause instanceof WeighbridgeError) throw cause;
    throw unreadable(path, cause);
  }
}

/** A secret in a file that only its owner may read, without the line's end. Throws as `readOwnText` does, and `key-exposed`. */
export async function readOwnSecret(path: string): Promise<string> {
  const text = (await readOwnText(path, 64 * 1024)).replace(/\r?\n$/, '');
  await assertPrivate(path);
  if (text === '') throw new WeighbridgeError('call-invalid', `${path} is empty`);
  return text;
}

/** What we wrote for nobody else. Throws as `readOwnText` does, and `key-exposed` when others might have written it. */
export async function readPrivateText(path: string, maxBytes: number): Promise<string> {
  const text = await readOwnText(path, maxBytes);
  await assertPrivate(path);
  return text;
}

async function assertPrivate(path: string): Promise<void> {
  const { mode } = await promises.stat(path);
  if (process.platform !== 'win32' && (mode & 0o077) !== 0)
    throw new WeighbridgeError('key-exposed', `${path} has mode ${(mode & 0o777).toString(8)}`);
}

function unreadable(path: string, cause: unknown): WeighbridgeError {
  const code = UNREADABLE[(cause as NodeJS.ErrnoException).code ?? ''] ?? 'path-missing';
  return new WeighbridgeError(code, path, { cause });
}

const UNREADABLE: Readonly<Record<string, ErrorCode>> = {
  EACCES: 'path-forbidden',
  EPERM: 'path-forbidden',
  EISDIR: 'file-wanted',
  EIO: 'input-unreadable',
};

/** Bytes of a file that stays open as long as somebody asks for them. */
interface OpenFile {
  readonly size: number;
  read(offset: number, length: number): Uint8Array;
}

/**
 * Opens an index that a policy file names, by a path of its own or beside it. Its parts are read when they are asked for,
 * and it may be replaced on the disk meanwhile: the open one stays what it was. Throws as `readOwnText` does.
 */
export async function readOwnIndex(path: string, policy: string): Promise<OpenFile> {
  const file = resolve(dirname(policy), path);
  let descriptor: number;
  try {
    descriptor = openSync(file, 'r');
  } catch (cause) {
    throw unreadable(path, cause);
  }
  const { size } = fstatSync(descriptor);
  if (size > LIMITS.verbatimIndex) {
    closeSync(descriptor);
    throw new WeighbridgeError('call-invalid', `${path} has ${size} bytes; ${LIMITS.verbatimIndex} are the most`);
  }
  return openFile(descriptor, size, path);
}

const ABANDONED = new FinalizationRegistry<number>((descriptor) => closeSync(descriptor));

function openFile(descriptor: number, size: number, path: string): OpenFile {
  const opened: OpenFile = {
    size,
    read: (offset, length) => {
      const bytes = Buffer.alloc(length);
      if (readSync(descriptor, bytes, 0, length, offset) !== length) throw new Error(`${path} has become shorter`);
      return bytes;
    },
  };
  ABANDONED.register(opened, descriptor);
  return opened;
}

/** Reads one of the caller's own files piece by piece. Throws `path-missing`, `path-forbidden`. */
export async function* readOwnChunks(path: string): AsyncIterable<Uint8Array> {
  try {
    for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) yield chunk as Uint8Array;
  } catch (cause) {
    throw unreadable(path, cause);
  }
}

/**
 * The path of `file` below `folder`, with `/`; null when it lies elsewhere or the folder is not there. Links are followed;
 * a file that is yet to be written lies in the folder it will go to.
 */
export async function pathWithin(folder: string, file: string): Promise<string | null> {
  const [root, target] = await Promise.all([realOf(folder), realOf(file).then((real) => real ?? realToBe(file))]);
  if (root === null || target === null) return null;
  const path = relative(root, target);
  return path === '' || path.startsWith('..') || resolve(path) === path ? null : path.split(sep).join('/');
}

async function realOf(path: string): Promise<string | null> {
  return promises.realpath(resolve(path)).catch(() => null);
}

async function realToBe(file: string): Promise<string | null> {
  const folder = await realOf(dirname(resolve(file)));
  return folder === null ? null : join(folder, basename(file));
}
