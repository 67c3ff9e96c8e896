import { accessSync, constants, existsSync, lstatSync, realpathSync, type Stats, statSync } from 'node:fs';
import { basename, dirname, extname, join, relative, sep } from 'node:path';
import type { ListedFile } from '../../domain/listing.ts';
import { WeighbridgeError } from '../../kernel/errors.ts';
import { LIMITS } from '../../kernel/limits.ts';
import type { OpenModel, Source } from '../../ports/source.ts';
import { openLocalFile, readSmallFile } from './local-file.ts';
import { codeOf, isForbidden, pathBelow, walkFolder } from './walk.ts';

/** Models on this machine: a folder, or one file. */
export function createDirectorySource(): Source {
  return {
    id: 'directory',
    syntax: 'a path to a folder or a file',
    claims: (reference) => !/^[a-z][a-z0-9+.-]+:/i.test(reference),
    resolve: async (reference) => resolvePath(reference),
  };
}

async function resolvePath(reference: string): Promise<OpenModel> {
  const { path: target, stats } = find(reference);
  if (stats.isDirectory()) return openFolder(target);
  if (!stats.isFile()) throw new WeighbridgeError('not-a-file', reference);
  assertReadable(reference, target);
  const path = asNamed(reference, target);
  const root = rootOf(path);
  const file: ListedFile = {
    kind: 'file',
    path: relative(root, path).replaceAll(sep, '/'),
    size: stats.size,
    claim: null,
  };
  const lies = async (beside: string): Promise<boolean> => existsSync(pathBelow(root, beside));
  const kind = extname(target).toLowerCase();
  const leadsTo = kind === '' || kind === extname(path).toLowerCase() ? {} : { leadsTo: target };
  return { ...openModel(root, basename(path), [file]), lies, ...leadsTo };
}

/** Folders that programs look into by name: a file there runs, or has its form, because of its place. */
const PLACES = new Set(
  '.git .github .gitlab .circleci .husky .vscode .devcontainer .cursor .claude .gemini .zed .ipython .jupyter'.split(
    ' ',
  ),
);
/** `.ipython/profile_default/startup/x.py` */
const PLACE_DEPTH = 3;

/** Where a file alone is named from: its own folder, or the one that holds the place it lies in. */
function rootOf(path: string): string {
  let folder = dirname(path);
  for (let above = 0; above < PLACE_DEPTH; above++, folder = dirname(folder))
    if (PLACES.has(basename(folder))) return dirname(folder);
  return dirname(path);
}

/** At once, as all of the listing: Node's threads take longer to start than a short scan. */
function find(reference: string): { path: string; stats: Stats } {
  try {
    const path = realpathSync.native(reference);
    return { path, stats: statSync(path) };
  } catch (cause) {
    if (isForbidden(cause)) throw new WeighbridgeError('path-forbidden', reference, { cause });
    const why = codeOf(cause) === 'ELOOP' ? `${reference} is a link that leads back to itself` : reference;
    throw new WeighbridgeError('path-missing', why, { cause });
  }
}

/**
 * A link to a file keeps its own name, as in a folder: that is the one a loader goes by. In a hub's cache, and behind links
 * of Git's, what it leads to is called anything. Folders on the way are followed as the system does: `..` behind a link leads
 * out of where the link leads to.
 */
function asNamed(reference: string, target: string): string {
  const name = basename(reference);
  try {
    if (name === '.' || name === '..' || !lstatSync(reference).isSymbolicLink()) return target;
    const path = join(realpathSync.native(dirname(reference)), name);
    return realpathSync.native(path) === target ? path : target;
  } catch {
    return target;
  }
}

function assertReadable(reference: string, path: string): void {
  try {
    accessSync(path, constants.R_OK);
  } catch (cause) {
    throw new WeighbridgeError('path-forbidden', reference, { cause });
  }
}

async function openFolder(path: string): Promise<OpenModel> {
  let files: readonly ListedFile[];
  try {
    files = await walkFolder(path);
  } catch (cause) {
    if (isForbidden(cause)) throw new WeighbridgeError('path-forbidden', path, { cause });
    throw cause;
  }
  if (files.length === 0) throw new WeighbridgeError('folder-empty', path);
  return openModel(path, folderName(path), files);
}

/** In folders of these names tools keep the model of the folder above. */
const INNER = new Set(['artifacts', 'checkpoint', 'weights']);
const SNAPSHOT = /(?:^|[\\/])models--([^\\/]+)[\\/]snapshots[\\/][^\\/]+$/;

/** `acme/small` for a snapshot in a hub's cache, which itself is called by its commit. */
function folderName(path: string): string {
  const [, cached] = SNAPSHOT.exec(path) ?? [];
  if (cached !== undefined) return cached.replaceAll('--', '/');
  return INNER.has(basename(path)) ? `${basename(dirname(path))}/${basename(path)}` : basename(path);
}

function openModel(root: string, name: string, files: readonly ListedFile[]): OpenModel {
  const sizes = new Map(files.flatMap((file) => (file.kind === 'file' ? [[file.path, file.size] as const] : [])));
  let bytesRead = 0;
  return {
    origin: { source: 'directory', name, revision: null, requested: null },
    files,
    evidence: [],
    localPath: (path) => pathBelow(root, path),
    open: async (path) => {
      const size = sizes.get(path);
      if (size === undefined) throw new WeighbridgeError('path-missing', path);
      const count = (bytes: number): void => {
        bytesRead += bytes;
      };
      const at = pathBelow(root, path);
      return size < LIMITS.readHere ? readSmallFile(at, size, count) : openLocalFile(at, size, count);
    },
    traffic: () => ({ bytesRead, requests: 0 }),
    close: async () => {},
  };
}
