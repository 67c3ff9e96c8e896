import { appendFile, mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isEcosystem } from '../../domain/dependency.ts';
import type { Changed, IndexUpdate } from '../../ports/advisory-index.ts';
import { writeWhole } from '../files/write-whole.ts';

/** Lines of an ecosystem and a package; the package `*` is all of them. */
const LOG = 'changed.log';
/** Past this many names it is simpler to look at everything. */
const MANY = 5000;

export async function tellChanges(
  folder: string,
  { ecosystem, whole }: IndexUpdate,
  names: ReadonlySet<string>,
): Promise<void> {
  const told = whole || names.size > MANY ? ['*'] : [...names].filter((name) => !name.includes('\n'));
  await mkdir(folder, { recursive: true });
  await appendFile(join(folder, LOG), told.map((name) => `${ecosystem} ${name}\n`).join(''));
}

export async function readChanges(folder: string): Promise<Changed> {
  const text = await logOf(folder);
  const packages = text.split('\n').flatMap((line) => {
    const [ecosystem = ''] = line.split(' ', 1);
    return isEcosystem(ecosystem) ? [{ ecosystem, name: line.slice(ecosystem.length + 1) }] : [];
  });
  return { all: packages.some(({ name }) => name === '*'), packages, upTo: text.length };
}

export async function settleChanges(folder: string, { upTo }: Changed): Promise<void> {
  await writeWhole(join(folder, LOG), (await logOf(folder)).slice(upTo));
}

async function logOf(folder: string): Promise<string> {
  try {
    return await readFile(join(folder, LOG), 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '';
    throw error;
  }
}
