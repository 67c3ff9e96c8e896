import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';

const NAME = 'wbt-';
/** Below the folder of a run: where the database's server lies that its tests share. */
export const SHARED_CLUSTER = 'shared-cluster';

/**
 * Gives a run of the tests a temporary folder of its own, which goes when the run ends: also what a test, or a process it
 * started, left there. The tests' threads and their children inherit it.
 */
export function ownTemporaryFolder(): void {
  // The settings are read once for each project.
  if (basename(tmpdir()).startsWith(NAME)) return;
  const folder = mkdtempSync(join(tmpdir(), NAME));
  // The database's server may run as another user, whose way leads through.
  chmodSync(folder, 0o711);
  process.env.TMPDIR = folder;
  // Whatever files this shell makes: tests show some of theirs to others.
  process.umask(0o022);
  process.once('exit', () => {
    endSharedServer(join(folder, SHARED_CLUSTER, 'postgres', 'postmaster.pid'));
    // A server that ends may write a last file.
    rmSync(folder, { recursive: true, force: true, maxRetries: 20 });
  });
}

/** At once: nothing of it is needed any more. */
function endSharedServer(note: string): void {
  if (!existsSync(note)) return;
  const [pid = ''] = readFileSync(note, 'utf8').split('\n');
  try {
    process.kill(Number(pid), 'SIGQUIT');
  } catch {
    // It ended by itself.
  }
}
