import { createHash } from 'node:crypto';

/** Bytes that need not exist: read on demand. */
export interface HubBytes {
  readonly size: number;
  read(offset: number, length: number): Uint8Array;
}

/** One file as the hub keeps it. */
export interface HubFile {
  readonly path: string;
  readonly bytes: HubBytes;
  /** git's blob; of the pointer for an LFS file. */
  readonly oid: string;
  /** The SHA-256 the hub states; null for a file that lies in git itself. */
  readonly lfs: string | null;
}

export interface HubRepository {
  readonly name: string;
  readonly commit: string;
  /** Branches and tags besides `main`, with their commits. */
  readonly refs: Readonly<Record<string, string>>;
  readonly files: readonly HubFile[];
  readonly private: boolean;
  readonly gated: false | 'auto' | 'manual';
  readonly disabled: boolean;
  readonly cardData: object;
  readonly tags: readonly string[];
}

export interface RepositoryDetails extends Partial<Omit<HubRepository, 'name' | 'files'>> {
  readonly files: Readonly<Record<string, string | Uint8Array | HubFile>>;
}

/** What the hub puts in LFS whatever its size (its default `.gitattributes`); text above this goes there too. */
const LFS_NAMES = /\.(safetensors|bin|gguf|pt|pth|ckpt|onnx|zip|h5|pkl|model)$/;
const LFS_SIZE = 10 * 1024 * 1024;

/** A repository as a push would have made it: git blobs, LFS pointers, a commit. */
export function repository(name: string, { files, ...details }: RepositoryDetails): HubRepository {
  const kept = Object.entries(files).map(([path, content]) => hubFile(path, content));
  const commit = createHash('sha1')
    .update(JSON.stringify([name, kept.map(({ path, oid }) => [path, oid])]))
    .digest('hex');
  return {
    name,
    commit,
    refs: {},
    private: false,
    gated: false,
    disabled: false,
    cardData: { license: 'apache-2.0' },
    tags: ['safetensors', 'license:apache-2.0'],
    ...details,
    files: kept,
  };
}

export function hubFile(path: string, content: string | Uint8Array | HubFile): HubFile {
  if (typeof content === 'object' && 'oid' in content) return { ...content, path };
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  const large = LFS_NAMES.test(path) || bytes.length > LFS_SIZE;
  if (!large) return { path, bytes: inMemory(bytes), oid: gitBlobSha1(bytes), lfs: null };
  return lfsFile(path, inMemory(bytes), createHash('sha256').update(bytes).digest('hex'));
}

/** A file in LFS with the digest that is stated, true or not. */
export function lfsFile(path: string, bytes: HubBytes, sha256: string): HubFile {
  return { path, bytes, oid: gitBlobSha1(Buffer.from(pointerText(sha256, bytes.size))), lfs: sha256 };
}

/** What git holds of an LFS file (Git LFS specification, 'The Pointer'). */
export function pointerText(sha256: string, size: number): string {
  return `version https://git-lfs.github.com/spec/v1\noid sha256:${sha256}\nsize ${size}\n`;
}

export function gitBlobSha1(bytes: Uint8Array): string {
  return createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
}

export function inMemory(bytes: Uint8Array): HubBytes {
  return { size: bytes.length, read: (offset, length) => bytes.subarray(offset, offset + length) };
}
