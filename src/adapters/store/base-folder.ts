import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { digestOf, hexOf } from '../../kernel/digest.ts';
import { WeighbridgeError } from '../../kernel/errors.ts';
import type { Json } from '../../kernel/json.ts';
import type { BaseRegistry } from '../../ports/base-registry.ts';
import { writeWhole } from '../files/write-whole.ts';

/** Fingerprints as files: one JSON each, named by what it is of. */
export function createBaseFolder(folder: string): BaseRegistry {
  return {
    list: async () => {
      const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith('.json')).sort();
      return Promise.all(names.map((name) => parsed(join(folder, name))));
    },
    keep: async (name, revision, fingerprint) => {
      const readable = name.replaceAll(/[^A-Za-z0-9._-]+/g, '-').slice(0, 80);
      const storedAt = join(folder, `${readable}-${hexOf(digestOf(`${name}\0${revision ?? ''}`)).slice(0, 12)}.json`);
      await writeWhole(storedAt, JSON.stringify(fingerprint));
      return { storedAt };
    },
  };
}

async function parsed(path: string): Promise<Json> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as Json;
  } catch (cause) {
    throw new WeighbridgeError('base-damaged', path, { cause });
  }
}
