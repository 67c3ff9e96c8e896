import { createHash } from 'node:crypto';
import { type ByteSource, MalformedError } from '../../kernel/bytes.ts';
import { type GitObject, inflated, LARGEST_OBJECT } from './object.ts';
import { readPacked } from './pack.ts';

/** The `.git` folder of a checkout, by path below it. Nothing in it is run, and no link in it is followed. */
export interface GitFolder {
  /** Null where no regular file lies there. */
  open(path: string): Promise<(ByteSource & { close(): Promise<void> }) | null>;
  /** Names in a folder; empty where there is none. */
  list(path: string): Promise<readonly string[]>;
}

/** `packed-refs` of a repository with a hundred thousand tags. */
const LARGEST_TEXT = 16 * 1024 * 1024;
/** Packs of one repository: a clone has one, and git itself gathers them before there are fifty. */
const PACKS = 200;
/** Tags that are looked at for one that is signed. */
const TAGS = 500;

const COMMIT_ID = /^[0-9a-f]{40}$/;

/** The commit that is checked out, or null where it cannot be told: a repository of SHA-256, a broken one. */
export async function headCommit(git: GitFolder): Promise<string | null> {
  const head = (await textOf(git, 'HEAD'))?.trim() ?? '';
  if (COMMIT_ID.test(head)) return head;
  const ref = /^ref: (refs\/[\w./-]{1,512})$/.exec(head)?.[1];
  if (ref === undefined || ref.includes('..')) return null;
  const loose = (await textOf(git, ref))?.trim() ?? '';
  if (COMMIT_ID.test(loose)) return loose;
  return (await packedRefs(git)).get(ref) ?? null;
}

/** Tags by name, with the object each points at. */
export async function tagsOf(git: GitFolder): Promise<ReadonlyMap<string, string>> {
  const tags = new Map<string, string>();
  for (const [ref, id] of await packedRefs(git)) {
    if (ref.startsWith('refs/tags/') && tags.size < TAGS) tags.set(ref.slice('refs/tags/'.length), id);
  }
  for (const name of (await git.list('refs/tags')).slice(0, TAGS)) {
    const id = (await textOf(git, `refs/tags/${name}`))?.trim() ?? '';
    if (COMMIT_ID.test(id)) tags.set(name, id);
  }
  return tags;
}

async function packedRefs(git: GitFolder): Promise<ReadonlyMap<string, string>> {
  const text = (await textOf(git, 'packed-refs')) ?? '';
  return new Map([...text.matchAll(/^([0-9a-f]{40}) (refs\/\S+)$/gm)].map(([, id = '', ref = '']) => [ref, id]));
}

/** One object by its name, held against that name; null where it is not there or too large. Throws MalformedError. */
export async function readObject(git: GitFolder, id: string): Promise<GitObject | null> {
  const object = (await readLoose(git, id)) ?? (await readFromPacks(git, id));
  if (object === null) return null;
  const found = createHash('sha1').update(`${object.type} ${object.body.length}\0`).update(object.body).digest('hex');
  if (found !== id) throw new MalformedError(`the object ${id} is not what its name says`, 0);
  return object;
}

async function readLoose(git: GitFolder, id: string): Promise<GitObject | null> {
  const bytes = await bytesOf(git, `objects/${id.slice(0, 2)}/${id.slice(2)}`, LARGEST_OBJECT);
  if (bytes === null) return null;
  const whole = inflated(bytes);
  const end = whole.indexOf(0);
  const type = /^(commit|tree|blob|tag) \d+$/.exec(whole.subarray(0, Math.max(end, 0)).toString('latin1'))?.[1];
  if (type === undefined) throw new MalformedError(`the object ${id} has no header`, 0);
  return { type: type as GitObject['type'], body: whole.subarray(end + 1) };
}

async function readFromPacks(git: GitFolder, id: string): Promise<GitObject | null> {
  const names = (await git.list('objects/pack')).filter((name) => /^pack-[0-9a-f]{40}\.idx$/.test(name));
  for (const name of names.slice(0, PACKS)) {
    const base = `objects/pack/${name.slice(0, -'.idx'.length)}`;
    const [index, pack] = [await git.open(`${base}.idx`), await git.open(`${base}.pack`)];
    try {
      const object = index === null || pack === null ? null : await readPacked(index, pack, id);
      if (object !== null) return object;
    } finally {
      await index?.close();
      await pack?.close();
    }
  }
  return null;
}

async function textOf(git: GitFolder, path: string): Promise<string | null> {
  const bytes = await bytesOf(git, path, LARGEST_TEXT);
  return bytes === null ? null : Buffer.from(bytes).toString('utf8');
}

async function bytesOf(git: GitFolder, path: string, most: number): Promise<Uint8Array | null> {
  const file = await git.open(path);
  if (file === null) return null;
  try {
    return file.size > most ? null : await file.read(0, file.size);
  } finally {
    await file.close();
  }
}
