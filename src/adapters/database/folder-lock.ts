import { readFileSync } from 'node:fs';
import { link, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { WeighbridgeError } from '../../kernel/errors.ts';

/** Takes a data folder for this process alone; gives what lets go of it. Throws `folder-in-use`. */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
  const path = join(folder, 'weighbridge.lock');
  const mine = `${process.pid} ${startOf(process.pid)}\n`;
  // Once to find it stale, once to take it; others may be faster.
  for (let attempt = 0; attempt < 3; attempt++) {
    try {
      await writeFile(path, mine, { flag: 'wx', mode: 0o600 });
      return () => rm(path, { force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    const held = await readFile(path, 'utf8').catch(() => '');
    if (isAlive(held)) throw new WeighbridgeError('folder-in-use', `${folder}, by process ${held.split(' ')[0]}`);
    await removeStale(path, held);
  }
  throw new WeighbridgeError('folder-in-use', folder);
}

/** Moved aside before it goes, so that of two who find it stale neither removes the other's new lock. */
async function removeStale(path: string, held: string): Promise<void> {
  const aside = `${path}.${process.pid}`;
  await rename(path, aside).catch(() => {});
  const moved = await readFile(aside, 'utf8').catch(() => held);
  if (moved !== held) await link(aside, path).catch(() => {});
  await rm(aside, { force: true });
}

function isAlive(held: string): boolean {
  const [pid = '', start = ''] = held.trim().split(' ');
  if (!/^\d+$/.test(pid)) return false;
  try {
    process.kill(Number(pid), 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
  // A number is given out again; the moment of its start is not.
  return start === startOf(Number(pid));
}

/** When a process started, in ticks since boot (proc(5), field 22); `-` where nobody says. */
function startOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    // A process that was killed and that nobody has waited for yet: it holds nothing.
    return fields[0] === 'Z' ? 'ended' : (fields[19] ?? '-');
  } catch {
    return '-';
  }
}
