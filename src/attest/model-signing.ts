import { createHash } from 'node:crypto';
import { type Digest, digestFromHex, hexOf } from '../kernel/digest.ts';
import { compareText } from '../kernel/order.ts';

/** Paths that OpenSSF Model Signing leaves out by default (model_signing.hashing, `ignore_git_paths`). */
export const IGNORED_BY_GIT: readonly string[] = ['.git', '.gitattributes', '.github', '.gitignore'];

export interface ManifestFile {
  readonly path: string;
  readonly sha256: Digest;
}

/**
 * The root digest that OpenSSF Model Signing signs for a folder (predicate `https://model_signing/signature/v1.0`,
 * method `files`, SHA-256): the SHA-256 over the files' digests, in the order of their paths, component by component.
 */
export function manifestDigest(files: readonly ManifestFile[]): Digest {
  const hash = createHash('sha256');
  for (const file of manifestFiles(files)) hash.update(Buffer.from(hexOf(file.sha256), 'hex'));
  return digestFromHex(hash.digest('hex'));
}

/** The files that the manifest covers, in its order. */
export function manifestFiles<File extends ManifestFile>(files: readonly File[]): readonly File[] {
  const keyed = files.map((file) => ({ file, parts: file.path.split('/') }));
  return keyed
    .filter(({ parts }) => !IGNORED_BY_GIT.includes(parts[0] ?? ''))
    .sort((a, b) => compareParts(a.parts, b.parts))
    .map(({ file }) => file);
}

/** As Python compares PurePosixPath: part by part, by code point, a prefix first. */
function compareParts(a: readonly string[], b: readonly string[]): number {
  for (const [at, part] of a.entries()) {
    const other = b[at];
    if (other === undefined) return 1;
    const order = compareText(part, other);
    if (order !== 0) return order;
  }
  return a.length - b.length;
}
