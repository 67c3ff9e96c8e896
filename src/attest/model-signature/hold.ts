import type { SignedManifest, SignedResource } from './manifest.ts';

/** One path of a folder as it is held against a manifest. */
export type HeldFile =
  | { readonly kind: 'file'; readonly path: string; readonly size: number; readonly linked: boolean }
  /** A link that leads nowhere one may go, a pipe, a file that nobody may read. */
  | { readonly kind: 'other'; readonly path: string; readonly what: string };

export interface HoldOptions {
  /** The caller's own, besides those the signer named. */
  readonly ignorePaths: readonly string[];
  readonly allowSymlinks: boolean;
}

export interface HoldRefusal {
  readonly kind: 'missing' | 'changed' | 'extra' | 'link' | 'unreadable';
  readonly path: string;
  readonly message: string;
}

/** What must be hashed, and what is refused whatever the bytes are. */
export interface Held {
  readonly refusals: readonly HoldRefusal[];
  /** Signed pieces of files that are there. */
  readonly toHash: readonly SignedResource[];
  /** Paths that neither was signed nor had to be. */
  readonly ignored: readonly string[];
}

/** Holds a folder's listing against what was signed: nothing missing, nothing extra, no link that was not allowed. */
export function holdListing(manifest: SignedManifest, listed: readonly HeldFile[], options: HoldOptions): Held {
  const signed = bySignedPath(manifest, listed);
  const allowSymlinks = manifest.allowSymlinks || options.allowSymlinks;
  const ignores = [...manifest.ignorePaths, ...options.ignorePaths].map(normal);
  const refusals: HoldRefusal[] = [];
  const toHash: SignedResource[] = [];
  const ignored: string[] = [];
  for (const file of listed) {
    const resources = signed.get(file.path);
    signed.delete(file.path);
    if (resources === undefined && isIgnored(file.path, ignores)) {
      ignored.push(file.path);
      continue;
    }
    const why = refusedAsIs(file, resources, { manifest, allowSymlinks });
    if (why === null) toHash.push(...(resources ?? []));
    else refusals.push(why);
  }
  for (const path of signed.keys())
    refusals.push({ kind: 'missing', path, message: 'It was signed and is not there.' });
  return { refusals, toHash, ignored };
}

/** A model of one file was signed as `.`. */
function bySignedPath({ resources }: SignedManifest, listed: readonly HeldFile[]): Map<string, SignedResource[]> {
  const [only, second] = listed;
  const signed = new Map<string, SignedResource[]>();
  for (const resource of resources) {
    const path = resource.path === '.' && only !== undefined && second === undefined ? only.path : resource.path;
    signed.set(path, [...(signed.get(path) ?? []), { ...resource, path }]);
  }
  return signed;
}

function refusedAsIs(
  file: HeldFile,
  resources: readonly SignedResource[] | undefined,
  { manifest, allowSymlinks }: { readonly manifest: SignedManifest; readonly allowSymlinks: boolean },
): HoldRefusal | null {
  const { path } = file;
  if (file.kind === 'other') return { kind: 'unreadable', path, message: `It ${file.what}.` };
  if (file.linked && !allowSymlinks) {
    return { kind: 'link', path, message: 'It is a link, and the signer allowed none.' };
  }
  // Shards of nothing are none: an empty file is in no manifest of shards.
  if (resources === undefined && manifest.method === 'shards' && file.size === 0) return null;
  if (resources === undefined) return { kind: 'extra', path, message: 'Nobody signed it.' };
  if (!tiles(resources, file.size)) {
    return { kind: 'changed', path, message: 'Its signed parts do not make up the file.' };
  }
  return null;
}

/** Whether the signed parts cover the file from its first byte to its last, each once. */
function tiles(resources: readonly SignedResource[], size: number): boolean {
  const ranges = resources.flatMap(({ range }) => range ?? []).sort((a, b) => a.start - b.start);
  if (ranges.length === 0) return true;
  let at = 0;
  for (const { start, end } of ranges) {
    if (start !== at) return false;
    at = end;
  }
  return at === size;
}

function isIgnored(path: string, ignores: readonly string[]): boolean {
  return ignores.some((ignore) => ignore !== '' && (path === ignore || path.startsWith(`${ignore}/`)));
}

/** `./a/` is `a`. The whole folder cannot be ignored: a signature of nothing says nothing. */
function normal(path: string): string {
  return path
    .split('/')
    .filter((part) => part !== '' && part !== '.')
    .join('/');
}
