import { appendFile, mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { TouchKey } from '../../domain/touch.ts';
import type { Changed } from '../../ports/advisory-index.ts';
import { writeWhole } from '../files/write-whole.ts';

/** A line a key; `*` is everything. */
const LOG = 'changed.log';
/** Past this many keys it is simpler to look at everything. */
const MANY = 20_000;

/** Null: everything. */
export async function tellKeys(folder: string, keys: readonly TouchKey[] | null): Promise<void> {
  const told = keys === null || keys.length > MANY ? ['*'] : keys.filter((key) => !key.includes('\n'));
  await mkdir(folder, { recursive: true });
  await appendFile(join(folder, LOG), told.map((key) => `${key}\n`).join(''));
}

export async function readChanges(folder: string): Promise<Changed> {
  const text = await logOf(folder);
  const lines = text.split('\n');
  return { all: lines.includes('*'), keys: lines.filter(isKey), upTo: text.length };
}

function isKey(line: string): line is TouchKey {
  return /^(?:package|file|base|name):./.test(line);
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
