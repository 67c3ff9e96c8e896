import { lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { LIMITS } from '../kernel/limits.ts';

/** What tells one state of a file from another without reading it: size, time of change and inode. */
type Mark = string;
export type Marks = ReadonlyMap<string, Mark>;

/** What downloaders call a file that is not whole yet. It is looked at under the name it gets. */
const UNFINISHED = /\.(?:incomplete|part|partial|crdownload|download|aria2|tmp)$/i;

/** Every regular file below the paths, without following links; a path that is gone has none. */
export async function marksOf(paths: readonly string[]): Promise<Marks> {
  const marks = new Map<string, Mark>();
  for (const path of paths) await mark(path, 0, marks);
  return marks;
}

async function mark(path: string, depth: number, marks: Map<string, Mark>): Promise<void> {
  if (marks.size >= LIMITS.files || depth > LIMITS.folderDepth) return;
  try {
    const stats = await lstat(path);
    if (stats.isDirectory()) for (const name of await readdir(path)) await mark(join(path, name), depth + 1, marks);
    else if (stats.isFile() && !UNFINISHED.test(path)) marks.set(path, `${stats.size} ${stats.mtimeMs} ${stats.ino}`);
  } catch {
    // It went away between listing and looking: the next round knows.
  }
}

export interface Watch {
  /** Files that are new or changed since they were last handed out, and have not changed since the last look. */
  settled(now: Marks): readonly string[];
}

/** Waits for each file to be still for one round: what is being written is not whole, and would be called broken. */
export function startWatch(scanned: Marks): Watch {
  const done = new Map(scanned);
  let last: Marks = scanned;
  return {
    settled: (now) => {
      const still = [...now].filter(([path, mark]) => done.get(path) !== mark && last.get(path) === mark);
      for (const [path, mark] of still) done.set(path, mark);
      for (const path of done.keys()) if (!now.has(path)) done.delete(path);
      last = now;
      return still.map(([path]) => path);
    },
  };
}
