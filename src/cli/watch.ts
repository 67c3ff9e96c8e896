import { lstat, readdir, readlink, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { WeighbridgeError } from '../kernel/errors.ts';
import { LIMITS } from '../kernel/limits.ts';

/** What tells one state of a file from another without reading it: size, time of change and inode; of a link also where it leads. */
type Mark = string;

/** For each path that is watched what lies below it; a path that is a file itself has one entry without a name. */
export type Marks = ReadonlyMap<string, ReadonlyMap<string, Mark>>;

/** Names below a watched path. */
type Below = ReadonlyMap<string, ReadonlySet<string>>;

/** What downloaders call a file that is not whole yet. Mostly it gets another name soon, and is looked at under that one. */
const UNFINISHED = /\.(?:incomplete|part|partial|crdownload|download|aria2|tmp)$/i;

/** Looks after which a file has to be still. One that keeps the name of an unfinished one may be loaded by it all the same. */
const STILL = 1;
const STILL_UNFINISHED = 30;

/** Every file and link below the paths; folders behind links are not entered, and a path that is gone has nothing. */
export async function marksOf(paths: readonly string[]): Promise<Marks> {
  const all = new Map<string, Map<string, Mark>>();
  for (const path of paths) {
    const marks = new Map<string, Mark>();
    all.set(path, marks);
    await mark({ root: path, below: '', depth: 0 }, marks);
  }
  return all;
}

interface Place {
  readonly root: string;
  readonly below: string;
  readonly depth: number;
}

async function mark({ root, below, depth }: Place, marks: Map<string, Mark>): Promise<void> {
  // Not joined: what is put together loses `..`, which leads elsewhere behind a link.
  const path = below === '' ? root : join(root, below);
  let names: readonly string[];
  try {
    // What is named may be a link: people keep large folders on another disk.
    const found = below === '' ? await stat(path) : await lstat(path);
    if (!found.isDirectory()) {
      marks.set(below, found.isSymbolicLink() ? await markOfLink(path) : markOf(found));
      return;
    }
    names = await readdir(path);
  } catch {
    // It went away between listing and looking, which the next round knows; or nothing can be read there (a name that is no
    // UTF-8 comes to us mended), which a scan says.
    if (below !== '') marks.set(below, UNSEEN);
    return;
  }
  if (depth >= LIMITS.folderDepth || marks.size > MOST)
    throw new WeighbridgeError('too-many-files', `${path}: more than can be watched`);
  for (const name of names)
    await mark({ root, below: below === '' ? name : `${below}/${name}`, depth: depth + 1 }, marks);
}

const UNSEEN: Mark = 'unseen';

/** What Git keeps for itself is marked, too, and no part of what a scan counts. */
const MOST = 4 * LIMITS.files;

function markOf({ size, mtimeMs, ino }: { size: number; mtimeMs: number; ino: number }): Mark {
  return `${size} ${mtimeMs} ${ino}`;
}

async function markOfLink(path: string): Promise<Mark> {
  const to = await readlink(path);
  // What it leads to may come later, and change.
  const target = await stat(path).catch(() => null);
  return target?.isFile() === true ? `${to} ${markOf(target)}` : to;
}

export interface Watch {
  /** Files that are new or changed since they were last handed out, and have been still since. */
  settled(now: Marks): Below;
}

/** Waits for each file to be still for one round: what is being written is not whole, and would be called broken. */
export function startWatch(scanned: Marks): Watch {
  const watches = new Map([...scanned].map(([root, marks]) => [root, watchOne(marks)]));
  return {
    settled: (now) => {
      const all = [...now].map(([root, marks]) => [root, watches.get(root)?.(marks) ?? NONE] as const);
      return new Map(all.filter(([, names]) => names.size > 0));
    },
  };
}

const NONE: ReadonlySet<string> = new Set();

function watchOne(scanned: ReadonlyMap<string, Mark>): (now: ReadonlyMap<string, Mark>) => ReadonlySet<string> {
  const done = new Map(scanned);
  /** What is not yet handed out, and how many looks found it as it is. */
  let waiting = new Map<string, { readonly mark: Mark; readonly looks: number }>();
  return (now) => {
    const settled = new Set<string>();
    const still: typeof waiting = new Map();
    for (const [name, mark] of now) {
      if (done.get(name) === mark) continue;
      const before = waiting.get(name);
      const looks = before?.mark === mark ? before.looks + 1 : 0;
      if (looks < (UNFINISHED.test(name) ? STILL_UNFINISHED : STILL)) still.set(name, { mark, looks });
      else {
        settled.add(name);
        done.set(name, mark);
      }
    }
    for (const name of done.keys()) if (!now.has(name)) done.delete(name);
    waiting = still;
    return settled;
  };
}
