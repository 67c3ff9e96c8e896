import { execFile } from 'node:child_process';
import { realpathSync } from 'node:fs';
import { dirname } from 'node:path';
import { promisify } from 'node:util';

/** An interpreter, and the folders that it must see inside the chamber. */
export interface Python {
  readonly program: string;
  readonly folders: readonly string[];
}

const run = promisify(execFile);

/** Asks the caller's own interpreter where it lives. Null when there is none, or it will not say. */
export async function findPython(program: string): Promise<Python | null> {
  try {
    const { stdout } = await run(program, ['-I', '-c', 'import sys; print(sys.prefix); print(sys.base_prefix)'], {
      timeout: 10_000,
    });
    const named = [...stdout.trim().split('\n'), dirname(dirname(realpathSync(program)))];
    const folders = [...new Set(named)].filter(
      (path) => path.startsWith('/') && path !== '/' && !isUnder('/usr', path),
    );
    return {
      program,
      folders: folders.filter((path) => !folders.some((other) => other !== path && isUnder(other, path))),
    };
  } catch {
    return null;
  }
}

function isUnder(folder: string, path: string): boolean {
  return path === folder || path.startsWith(`${folder}/`);
}
