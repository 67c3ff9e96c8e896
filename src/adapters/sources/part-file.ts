import { createHash, type Hash } from 'node:crypto';
import { constants } from 'node:fs';
import { type FileHandle, open, readFile, rm, writeFile } from 'node:fs/promises';
import { isJsonObject, member } from '../../kernel/json.ts';
import type { ListedFile } from '../../ports/source.ts';

/** A file on its way: bytes so far, hashed, and which version of which file they are of. */
export interface Part {
  /** Where the bytes lie. */
  readonly file: string;
  /** Where it says of what they are. */
  readonly memory: string;
  readonly size: () => number;
  /** What the source called these bytes; null where nothing is known. */
  readonly version: () => string | null;
  /** Keeps the first `offset` bytes: all, or none when the source has others now. */
  startAt(offset: number, version: string | null): Promise<void>;
  append(chunk: Uint8Array): Promise<void>;
  /** Of all bytes so far. Once. */
  digests(): Digests;
  close(): Promise<void>;
}

/** In hexadecimal; `gitSha1` is git's blob, `blob <size>\0` and the bytes. */
export interface Digests {
  readonly sha256: string;
  readonly gitSha1: string;
}

type PlainFile = ListedFile & { readonly kind: 'file' };

/**
 * Opens `<base>.part`. Bytes of an earlier download are kept and hashed when they were of the same file by the same
 * claim, or, where nothing is claimed, of a version with a name; else they are dropped.
 */
export async function openPart(base: string, listed: PlainFile): Promise<Part> {
  const file = `${base}.part`;
  const memory = `${base}.json`;
  const begun = await recall(memory, listed);
  // Never through a link that somebody left there.
  const handle = await open(file, constants.O_RDWR | constants.O_CREAT | constants.O_NOFOLLOW, 0o644);
  let state = await begin(handle, begun, listed).catch(async (error: unknown) => {
    await handle.close();
    throw error;
  });
  return {
    file,
    memory,
    size: () => state.size,
    version: () => state.version,
    startAt: async (offset, version) => {
      if (offset !== state.size) state = await empty(handle, listed);
      state.version = version;
      await rm(memory, { force: true });
      await writeFile(memory, JSON.stringify(memoryOf(listed, version)), { flag: 'wx' });
    },
    append: async (chunk) => {
      await writeAll(handle, chunk, state.size);
      absorb(state, chunk);
    },
    digests: () => digestsIn(state),
    close: async () => {
      await handle.datasync().catch(() => {});
      await handle.close();
    },
  };
}

/** Of a file that is whole already. */
export async function digestsOf(file: string, size: number): Promise<Digests> {
  const handle = await open(file, constants.O_RDONLY | constants.O_NOFOLLOW);
  try {
    return digestsIn(await absorbAll(handle, fresh({ size })));
  } finally {
    await handle.close();
  }
}

interface State {
  size: number;
  version: string | null;
  readonly sha256: Hash;
  readonly gitSha1: Hash;
}

const CHUNK = 1024 * 1024;

async function begin(handle: FileHandle, begun: Begun | null, listed: PlainFile): Promise<State> {
  const { size } = await handle.stat();
  if (begun === null || size > listed.size) return empty(handle, listed);
  return absorbAll(handle, { ...fresh(listed), version: begun.version });
}

async function absorbAll(handle: FileHandle, state: State): Promise<State> {
  const buffer = new Uint8Array(CHUNK);
  for (;;) {
    const { bytesRead } = await handle.read(buffer, 0, CHUNK, state.size);
    if (bytesRead === 0) return state;
    absorb(state, buffer.subarray(0, bytesRead));
  }
}

async function empty(handle: FileHandle, listed: PlainFile): Promise<State> {
  await handle.truncate(0);
  return fresh(listed);
}

function fresh({ size }: Pick<PlainFile, 'size'>): State {
  const gitSha1 = createHash('sha1').update(`blob ${size}\0`);
  return { size: 0, version: null, sha256: createHash('sha256'), gitSha1 };
}

function absorb(state: State, chunk: Uint8Array): void {
  state.size += chunk.length;
  state.sha256.update(chunk);
  state.gitSha1.update(chunk);
}

function digestsIn({ sha256, gitSha1 }: State): Digests {
  return { sha256: sha256.digest('hex'), gitSha1: gitSha1.digest('hex') };
}

async function writeAll(handle: FileHandle, chunk: Uint8Array, position: number): Promise<void> {
  for (let done = 0; done < chunk.length; ) {
    const { bytesWritten } = await handle.write(chunk, done, chunk.length - done, position + done);
    done += bytesWritten;
  }
}

interface Begun {
  readonly version: string | null;
}

async function recall(memory: string, listed: PlainFile): Promise<Begun | null> {
  try {
    const kept: unknown = JSON.parse(await readFile(memory, 'utf8'));
    const version = member(kept, 'version');
    if (!isJsonObject(kept) || (version !== null && typeof version !== 'string')) return null;
    if (JSON.stringify(memoryOf(listed, version)) !== JSON.stringify(kept)) return null;
    // Nothing says whether the source still has the same bytes.
    return version === null && listed.claim === null ? null : { version };
  } catch {
    return null;
  }
}

function memoryOf({ path, size, claim }: PlainFile, version: string | null) {
  return { path, size, sha256: claim?.sha256 ?? null, gitSha1: claim?.gitSha1 ?? null, version };
}
