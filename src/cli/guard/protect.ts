import type { Dirent } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { createIndexBuilder, type ProtectedTexts, verbatimIndexOf } from '../../guard/guard.ts';
import { WeighbridgeError } from '../../kernel/errors.ts';
import { LIMITS } from '../../kernel/limits.ts';
import type { Io } from '../io.ts';

type Reads = Pick<Io, 'readChunks'>;

/** An index of all texts below a folder, and how many of its files are none. Throws `path-missing`, `call-invalid`. */
export async function indexFolder(io: Reads, folder: string) {
  const builder = createIndexBuilder();
  let [texts, others] = [0, 0];
  for (const path of await filesBelow(folder)) {
    const added = await addFile(io, { builder, folder, path });
    if (added) texts++;
    else others++;
  }
  if (texts === 0) throw new WeighbridgeError('call-invalid', `there is no text in ${folder}`);
  return { bytes: builder.bytes(), texts, others };
}

/** The same, for this run only. */
export async function protectFolder(io: Reads, folder: string): Promise<ProtectedTexts> {
  return verbatimIndexOf((await indexFolder(io, folder)).bytes);
}

interface Adding {
  readonly builder: ReturnType<typeof createIndexBuilder>;
  readonly folder: string;
  readonly path: string;
}

/** Piece by piece; whether it is a text in UTF-8. */
async function addFile(io: Reads, { builder, folder, path }: Adding): Promise<boolean> {
  const decoder = new TextDecoder();
  let length = 0;
  for await (const chunk of io.readChunks(join(folder, path))) {
    if (length === 0 && chunk.subarray(0, SNIFFED).includes(0)) return false;
    length += chunk.length;
    if (length > LIMITS.verbatimDocument)
      throw new WeighbridgeError('call-invalid', `${path} is longer than ${LIMITS.verbatimDocument} bytes`);
    try {
      builder.add(path, decoder.decode(chunk, { stream: true }));
    } catch (cause) {
      if (cause instanceof RangeError) throw new WeighbridgeError('call-invalid', cause.message, { cause });
      throw cause;
    }
  }
  return length > 0;
}

/** A byte of zero in the first kilobytes is in no text. */
const SNIFFED = 8192;

/** In order, so that the same folder gives the same index. Links are not followed. */
async function filesBelow(folder: string): Promise<readonly string[]> {
  const found: string[] = [];
  const folders: { readonly path: string; readonly depth: number }[] = [{ path: '', depth: 0 }];
  for (let next = folders.pop(); next !== undefined; next = folders.pop()) {
    for (const entry of await entriesOf(join(folder, next.path))) {
      const path = next.path === '' ? entry.name : `${next.path}/${entry.name}`;
      if (entry.isDirectory() && next.depth < LIMITS.folderDepth) folders.push({ path, depth: next.depth + 1 });
      if (entry.isFile()) found.push(path);
    }
    if (found.length > LIMITS.verbatimFiles)
      throw new WeighbridgeError('call-invalid', `${folder} has more than ${LIMITS.verbatimFiles} files`);
  }
  return found.sort();
}

async function entriesOf(folder: string): Promise<readonly Dirent[]> {
  try {
    return await readdir(folder, { withFileTypes: true });
  } catch (cause) {
    throw new WeighbridgeError('path-missing', folder, { cause });
  }
}
