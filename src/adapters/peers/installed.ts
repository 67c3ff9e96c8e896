import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Peers } from './table.ts';

/** Whether each of the packages lies in the folder in just this version. */
export async function areInstalled(folder: string, { packages }: Peers): Promise<boolean> {
  const there = await Promise.all(packages.map((named) => isInstalled(folder, named)));
  return there.every((yes) => yes);
}

async function isInstalled(folder: string, named: string): Promise<boolean> {
  const at = named.lastIndexOf('@');
  try {
    const text = await readFile(join(folder, 'node_modules', named.slice(0, at), 'package.json'), 'utf8');
    const { version } = JSON.parse(text) as { readonly version?: unknown };
    return version === named.slice(at + 1);
  } catch {
    return false;
  }
}
