import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';

const NAME = 'wbt-';

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
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
}
