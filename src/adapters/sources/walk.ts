import { type Dirent, lstatSync, readdirSync, realpathSync, type Stats, statSync } from 'node:fs';
import { basename, sep } from 'node:path';
import type { ListedFile } from '../../domain/listing.ts';
import { WeighbridgeError } from '../../kernel/errors.ts';
import { LIMITS } from '../../kernel/limits.ts';
import { compareText } from '../../kernel/order.ts';

/** A listing asks the system at once, since waiting for each answer takes longer than most take; so many folders take milliseconds. */
const FOLDERS_AT_ONCE = 64;

/**
 * Lists a folder without opening a file in it. A link to a file inside the folder counts as that file; any other link,
 * and what is neither file nor folder, is listed as such. Of the `.git` folder at the top, which no loader reads, only what Git
 * would run by itself is listed beside it.
 */
export async function walkFolder(root: string): Promise<readonly ListedFile[]> {
  const files: ListedFile[] = [];
  const stores: string[] = [];
  const targets = new Set<string>();
  const folders: { readonly path: string; readonly depth: number }[] = [{ path: root, depth: 0 }];
  let seen = 0;
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    // Others wait for this thread, too.
    seen += 1;
    if (seen % FOLDERS_AT_ONCE === 0) await new Promise(setImmediate);
    for (const entry of entriesOf(root, folder.path, files)) {
      const path = pathBelow(folder.path, entry.name);
      if (isCacheStore(folder.path, entry)) {
        stores.push(path);
        continue;
      }
      const ownGit = entry.name === '.git' && folder.depth === 0;
      if (entry.isDirectory() && !ownGit) {
        if (folder.depth >= LIMITS.folderDepth)
          throw new WeighbridgeError('too-many-files', `folders in folders past ${LIMITS.folderDepth} at ${path}`);
        folders.push({ path, depth: folder.depth + 1 });
      } else {
        files.push(listed(root, path, entry));
        if (ownGit && entry.isDirectory()) files.push(...runByGit(root));
        if (entry.isSymbolicLink()) targets.add(realPathOr(path));
      }
      if (files.length > LIMITS.files)
        throw new WeighbridgeError('too-many-files', `${root} holds more than ${LIMITS.files}`);
    }
  }
  for (const store of stores) files.push(...unlinkedIn(root, store, targets));
  return files.sort((a, b) => compareText(a.path, b.path));
}

/**
 * Settings and hooks of a checkout and of what it keeps for submodules and worktrees (git-config(1), githooks(5),
 * gitrepository-layout(5)); samples are not run.
 */
function runByGit(root: string): readonly ListedFile[] {
  const files: ListedFile[] = [];
  const folders: { folder: string; kept: KeptFolder; depth: number }[] = [{ folder: '.git', kept: 'git', depth: 0 }];
  let seen = 0;
  for (let next = folders.pop(); next !== undefined; next = folders.pop()) {
    const { folder, kept, depth } = next;
    const inside = pathBelow(root, folder);
    const found = lookedAt(inside);
    if (found === null) continue;
    // A link in the place of a folder may lead out of the model.
    if (found.isSymbolicLink()) {
      files.push(followed(root, inside, folder));
      continue;
    }
    if (!found.isDirectory()) continue;
    for (const entry of entriesOf(root, inside, files)) {
      const runs = kept === 'hooks' ? !entry.name.endsWith('.sample') : GIT_SETTINGS.has(entry.name);
      const below = keptBelow(kept, entry.name);
      if (runs && !entry.isDirectory()) {
        const file = listed(root, pathBelow(inside, entry.name), entry);
        files.push(file.kind === 'file' ? { ...file, beside: true } : file);
      } else if (below !== null && (entry.isDirectory() || entry.isSymbolicLink())) {
        if (depth >= LIMITS.folderDepth)
          throw new WeighbridgeError('too-many-files', `folders in folders past ${LIMITS.folderDepth} at ${folder}`);
        folders.push({ folder: `${folder}/${entry.name}`, kept: below, depth: depth + 1 });
        seen += 1;
      }
    }
    if (files.length + seen > LIMITS.files)
      throw new WeighbridgeError('too-many-files', `${folder} holds more than ${LIMITS.files}`);
  }
  return files;
}

/** What a folder of Git's holds: a repository, its hooks, its `info`, repositories by their names (which may have slashes). */
type KeptFolder = 'git' | 'hooks' | 'info' | 'repositories';

function keptBelow(kept: KeptFolder, name: string): KeptFolder | null {
  if (kept === 'hooks' || kept === 'info') return null;
  if (name === 'hooks' || name === 'info') return name;
  // A submodule `a/b` has its repository in `modules/a/b`, and may be called like any folder of one.
  return kept === 'repositories' || name === 'modules' || name === 'worktrees' ? 'repositories' : null;
}

const GIT_SETTINGS: ReadonlySet<string> = new Set(['config', 'config.worktree', 'attributes', 'commondir']);

/** What lies in a cache's store and no snapshot leads to: nobody would come across it, and nobody could vouch for it. */
function unlinkedIn(root: string, store: string, targets: ReadonlySet<string>): readonly ListedFile[] {
  const files: ListedFile[] = [];
  for (const entry of entriesOf(root, store, files)) {
    const path = pathBelow(store, entry.name);
    if (targets.has(path)) continue;
    if (entry.isDirectory()) files.push({ kind: 'forbidden', path: slashed(root, path), size: 0 });
    else files.push(listed(root, path, entry));
    if (files.length > LIMITS.files)
      throw new WeighbridgeError('too-many-files', `${store} holds more than ${LIMITS.files}`);
  }
  return files;
}

function entriesOf(root: string, folder: string, files: ListedFile[]): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (cause) {
    // Below the root nothing that cannot be listed ends the rest: a closed folder, a name that is no UTF-8.
    if (folder === root) throw cause;
    files.push({ kind: 'forbidden', path: slashed(root, folder), size: 0 });
    return [];
  }
}

function listed(root: string, path: string, entry: Dirent): ListedFile {
  const name = slashed(root, path);
  if (entry.isDirectory()) return { kind: 'special', path: name, what: 'git-folder' };
  if (entry.isSymbolicLink()) return followed(root, path, name);
  if (entry.isFile()) {
    const found = lookedAt(path);
    // A name that is no UTF-8 comes to us mended, and nothing lies under the mended one.
    if (found === null) return { kind: 'forbidden', path: name, size: 0 };
    return { kind: 'file', path: name, size: found.size, claim: null };
  }
  return { kind: 'special', path: name, what: whatIs(entry) };
}

function realPathOr(path: string): string {
  try {
    return realpathSync.native(path);
  } catch {
    return path;
  }
}

function lookedAt(path: string): Stats | null {
  try {
    return lstatSync(path);
  } catch {
    return null;
  }
}

function followed(root: string, path: string, name: string): ListedFile {
  const link = (problem: Extract<ListedFile, { kind: 'link' }>['problem'], target = ''): ListedFile => ({
    kind: 'link',
    path: name,
    target,
    problem,
  });
  let target: string;
  try {
    target = realpathSync.native(path);
  } catch (cause) {
    return link(codeOf(cause) === 'ELOOP' ? 'loop' : 'broken');
  }
  const store = cacheStoreOf(path);
  const inside = target.startsWith(root + sep) || (store !== null && target.startsWith(store + sep));
  if (!inside) return link('leaves-folder', target);
  const found = statSync(target);
  if (found.isDirectory()) return link('folder', target);
  if (!found.isFile()) return { kind: 'special', path: name, what: whatIs(found) };
  return { kind: 'file', path: name, size: found.size, claim: null, linked: true };
}

/** The folder of one model in a hub's cache: `models--org--name`, with `blobs`, `refs` and `snapshots/<commit>`. */
const CACHED_MODEL = /^(?:models|datasets|spaces)--/;

/**
 * Where the links of a cached snapshot may lead: into the `blobs` of their own model, as the official client lays a cache
 * out. The name of the folder decides, so that only the cache's owner, and nobody inside a snapshot, can open this way.
 */
function cacheStoreOf(path: string): string | null {
  const parts = path.split(sep);
  const at = parts.findLastIndex((part, index) => CACHED_MODEL.test(part) && parts[index + 1] === 'snapshots');
  return at < 0 ? null : [...parts.slice(0, at + 1), 'blobs'].join(sep);
}

/** Blobs have no names of their own: they are read through the snapshots that link to them. */
function isCacheStore(folder: string, entry: Dirent): boolean {
  return entry.name === 'blobs' && entry.isDirectory() && CACHED_MODEL.test(basename(folder));
}

function whatIs(entry: { isFIFO(): boolean; isSocket(): boolean }): 'fifo' | 'socket' | 'device' {
  if (entry.isFIFO()) return 'fifo';
  return entry.isSocket() ? 'socket' : 'device';
}

/** `path` lies below `root`, and both are whole: nothing has to be resolved to take one off the other. */
function slashed(root: string, path: string): string {
  const below = path.slice(root.endsWith(sep) ? root.length : root.length + 1);
  return sep === '/' ? below : below.replaceAll(sep, '/');
}

/** What the listing calls by this name below a whole path: neither has anything to be resolved, and that is asked of each file. */
export function pathBelow(root: string, path: string): string {
  const below = sep === '/' ? path : path.replaceAll('/', sep);
  return root.endsWith(sep) ? root + below : root + sep + below;
}

export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

export function isForbidden(error: unknown): boolean {
  return ['EACCES', 'EPERM'].includes(codeOf(error));
}
