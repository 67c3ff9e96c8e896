import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { run } from './run.ts';

/** Programs that tests run, the Debian package of each, and what is skipped without it. */
const PROGRAMS = [
  { program: 'chromium', debian: 'chromium', skips: 'reports in a real browser' },
  { program: 'bwrap', debian: 'bubblewrap', skips: 'loading hostile files in a chamber' },
  { program: '/usr/lib/postgresql', debian: 'postgresql', skips: 'the control plane on a PostgreSQL of another major' },
  { program: 'redis-server', debian: 'redis-server', skips: 'limits that gateways share' },
  { program: 'strace', debian: 'strace', skips: 'loading hostile files in a chamber' },
] as const;

/** Installs what is missing as root on Debian; elsewhere says what is skipped and how to enable it. */
export async function installDebianPackages(): Promise<void> {
  const missing = PROGRAMS.filter(({ program }) => !isOnPath(program));
  if (missing.length === 0) return;
  const packages = missing.map(({ debian }) => debian);
  const command = `apt-get install -y --no-install-recommends ${packages.join(' ')}`;
  if (existsSync('/etc/debian_version') && process.getuid?.() === 0) {
    console.log(`Installing from Debian: ${packages.join(', ')}`);
    const env = { DEBIAN_FRONTEND: 'noninteractive' };
    if ((await run('apt-get', ['update', '-qq'], env)) !== 0)
      console.log('apt-get update failed; trying with the lists at hand');
    if ((await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], env)) === 0) return;
    console.log('The packages could not be installed.');
  }
  for (const { program, skips } of missing) console.log(`Skipped without ${program}: ${skips}. To enable: ${command}`);
}

function isOnPath(program: string): boolean {
  // Debian keeps a server's programs off the path, by version.
  if (program.startsWith('/')) return existsSync(program);
  return (process.env.PATH ?? '').split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, program), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}
