import { createHash } from 'node:crypto';
import { appendFile, mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { TouchKey } from '../../domain/touch.ts';
import { WeighbridgeError } from '../../kernel/errors.ts';

/**
 * The inverted index of a dossier folder: from a key to the dossiers it touches. Files of lines that are only ever added
 * to, told apart by the first digits of a key's digest, so that a question reads one of 256. Lines may repeat.
 */
export interface TouchIndex {
  add(keys: readonly TouchKey[], dossier: string): Promise<void>;
  /** Dossiers by their digits. */
  touching(keys: readonly TouchKey[]): Promise<ReadonlySet<string>>;
}

export function createTouchIndex(folder: string): TouchIndex {
  return {
    add: async (keys, dossier) => {
      const byFile = new Map<string, string>();
      for (const key of keys) {
        const hex = hexOfKey(key);
        byFile.set(hex.slice(0, 2), `${byFile.get(hex.slice(0, 2)) ?? ''}${hex} ${dossier}\n`);
      }
      try {
        await mkdir(folder, { recursive: true });
        for (const [file, lines] of byFile) await appendFile(join(folder, file), lines, { mode: 0o600 });
      } catch (cause) {
        throw new WeighbridgeError('write-failed', folder, { cause });
      }
    },
    touching: async (keys) => {
      const wanted = new Set(keys.map(hexOfKey));
      const found = new Set<string>();
      for (const file of new Set([...wanted].map((hex) => hex.slice(0, 2)))) {
        for (const line of (await textOf(join(folder, file))).split('\n')) {
          const [hex = '', dossier] = line.split(' ');
          if (dossier !== undefined && wanted.has(hex)) found.add(dossier);
        }
      }
      return found;
    },
  };
}

/** Half a digest tells keys apart as well as anyone needs: a false hit costs one look. */
function hexOfKey(key: TouchKey): string {
  return createHash('sha256').update(key).digest('hex').slice(0, 32);
}

async function textOf(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '';
    throw error;
  }
}
