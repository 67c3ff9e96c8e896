import { readdir, readFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ConsoleFiles } from '../http/console.ts';

/** The console's files, by their path below its folder; null when it was not built. */
export async function readConsole(folder: URL): Promise<ConsoleFiles | null> {
  const root = fileURLToPath(folder);
  const entries = await readdir(root, { recursive: true, withFileTypes: true }).catch(() => null);
  if (entries === null) return null;
  const files = new Map<string, Uint8Array>();
  for (const entry of entries.filter((one) => one.isFile())) {
    const path = join(entry.parentPath, entry.name);
    files.set(path.slice(root.length).split(sep).join('/'), await readFile(path));
  }
  return files;
}
