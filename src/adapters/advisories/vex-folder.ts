import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { vexStatementShape } from '../../advisories/evidence.ts';
import type { VexDocument } from '../../domain/vex.ts';
import { digestOfJson, hexOf } from '../../kernel/digest.ts';
import { WeighbridgeError } from '../../kernel/errors.ts';
import type { Json } from '../../kernel/json.ts';
import type { VexStore } from '../../ports/vex-store.ts';
import { writeWhole } from '../files/write-whole.ts';

const documentShape = z.object({ author: z.string(), keyId: z.string(), statements: z.array(vexStatementShape) });

/** Documents as files named by the digest of what they hold; their signatures were held against the user's keys as they came. */
export function createVexFolder(folder: string): VexStore {
  return {
    list: async () => {
      const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith('.json')).sort();
      return Promise.all(names.map((name) => readOne(folder, name)));
    },
    keep: async (document) => {
      const name = `${hexOf(digestOfJson(document as unknown as Json))}.json`;
      await writeWhole(join(folder, name), JSON.stringify(document));
    },
  };
}

async function readOne(folder: string, name: string): Promise<VexDocument> {
  const path = join(folder, name);
  try {
    const document = documentShape.parse(JSON.parse(await readFile(path, 'utf8')));
    if (`${hexOf(digestOfJson(document))}.json` === name) return document;
  } catch (cause) {
    throw new WeighbridgeError('advisories-damaged', path, { cause });
  }
  throw new WeighbridgeError('advisories-damaged', path);
}
