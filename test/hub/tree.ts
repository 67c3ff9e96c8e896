import { createHash } from 'node:crypto';
import { type HubFile, type HubRepository, pointerText } from './repository.ts';

/** An entry as the tree and paths-info answers spell it. */
export type TreeEntry = Readonly<Record<string, unknown>> & { readonly type: string; readonly path: string };

/** Everything under `folder`, or what lies in it directly; folders first, as the hub does. Null when there is no such folder. */
export function treeOf(repository: HubRepository, folder: string, recursive: boolean): readonly TreeEntry[] | null {
  const prefix = folder === '' ? '' : `${folder}/`;
  const inside = repository.files.filter(({ path }) => path.startsWith(prefix));
  if (inside.length === 0 && folder !== '') return null;
  const direct = (path: string): boolean => recursive || !path.slice(prefix.length).includes('/');
  const folders = [...new Set(inside.flatMap(({ path }) => foldersOf(path)))].filter((path) => path.startsWith(prefix));
  return [
    ...folders
      .filter((path) => path !== folder && direct(path))
      .sort()
      .map(folderEntry),
    ...inside.filter(({ path }) => direct(path)).map(fileEntry),
  ];
}

/** The entries of just these paths; those that do not exist are left out. */
export function pathsOf(repository: HubRepository, paths: readonly string[]): readonly TreeEntry[] {
  return paths.flatMap((path) => {
    const file = repository.files.find((candidate) => candidate.path === path);
    if (file !== undefined) return [fileEntry(file)];
    return repository.files.some((candidate) => candidate.path.startsWith(`${path}/`)) ? [folderEntry(path)] : [];
  });
}

export function withLastCommit(entry: TreeEntry, { commit }: HubRepository): TreeEntry {
  return { ...entry, lastCommit: { id: commit, title: 'Upload model', date: '2026-01-02T03:04:05.000Z' } };
}

function fileEntry({ path, bytes, oid, lfs }: HubFile): TreeEntry {
  const plain = { type: 'file', oid, size: bytes.size, path };
  if (lfs === null) return plain;
  const pointerSize = Buffer.byteLength(pointerText(lfs, bytes.size));
  const xetHash = createHash('sha256').update(`xet ${lfs}`).digest('hex');
  return { ...plain, lfs: { oid: lfs, size: bytes.size, pointerSize }, xetHash };
}

function folderEntry(path: string): TreeEntry {
  return { type: 'directory', oid: createHash('sha1').update(path).digest('hex'), size: 0, path };
}

function foldersOf(path: string): string[] {
  const segments = path.split('/');
  return segments.slice(1).map((_, at) => segments.slice(0, at + 1).join('/'));
}
