import { WeighbridgeError } from '../../kernel/errors.ts';
import { LIMITS } from '../../kernel/limits.ts';
import { compareText } from '../../kernel/order.ts';
import { middleCut, printable } from '../../kernel/printable.ts';
import type { ListedFile } from '../../ports/source.ts';

/** Throws `source-malformed` for a path that no repository can hold, or that would mean something else on a disk. */
export function assertSafePath(path: string): void {
  const why = strangeness(path);
  if (why === null) return;
  throw new WeighbridgeError('source-malformed', `a file is listed as "${middleCut(printable(path), 120)}": ${why}`);
}

/**
 * The files sorted by path. Throws `source-malformed` where two have one path, or a file is a folder too, and
 * `too-many-files`.
 */
export function orderedListing(files: readonly ListedFile[]): readonly ListedFile[] {
  if (files.length > LIMITS.files) throw new WeighbridgeError('too-many-files', `more than ${LIMITS.files} files`);
  const paths = new Set<string>();
  for (const { path } of files) {
    assertSafePath(path);
    if (paths.has(path)) throw twice(path, 'is listed twice');
    paths.add(path);
  }
  for (const path of paths) {
    for (let at = path.indexOf('/'); at >= 0; at = path.indexOf('/', at + 1)) {
      if (paths.has(path.slice(0, at))) throw twice(path.slice(0, at), 'is a file and a folder');
    }
  }
  return files.toSorted((a, b) => compareText(a.path, b.path));
}

function strangeness(path: string): string | null {
  if (path === '') return 'empty';
  if (Buffer.byteLength(path) > LIMITS.pathBytes) return 'too long';
  if (!path.isWellFormed()) return 'no Unicode text';
  if (path.includes('\0') || path.includes('\\')) return 'a character that no path may hold';
  const segments = path.split('/');
  if (segments.length > LIMITS.folderDepth) return 'too deep';
  if (segments.includes('')) return path.startsWith('/') ? 'absolute' : 'an empty folder name';
  if (segments.includes('..') || segments.includes('.')) return 'a way out of its folder';
  // git refuses to hold it, since a checkout would run what lies there.
  return segments.some((segment) => segment.toLowerCase() === '.git') ? 'a git folder inside a repository' : null;
}

function twice(path: string, what: string): WeighbridgeError {
  return new WeighbridgeError('source-malformed', `${middleCut(printable(path), 120)} ${what}`);
}
