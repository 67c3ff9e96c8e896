import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { dossierDigest } from '../../domain/dossier.ts';
import { touchKeysOf } from '../../domain/touch.ts';
import type { DossierSummary, Vetting } from '../../domain/vetting.ts';
import { digestFromHex, digestOfJson, hexOf } from '../../kernel/digest.ts';
import { WeighbridgeError } from '../../kernel/errors.ts';
import type { Json } from '../../kernel/json.ts';
import type { DossierStore } from '../../ports/dossier-store.ts';
import { writeWhole } from '../files/write-whole.ts';
import { createTouchIndex } from './touch-index.ts';

/**
 * Dossiers as files: `<folder>/<dossier>/<time>-<vetting>.json`, both digests in hexadecimal. A vetting holds its dossier
 * whole, so that each file can be read by itself.
 */
export function createDossierFolder(folder: string): DossierStore {
  const touches = createTouchIndex(join(folder, 'touches'));
  return {
    keep: async (vetting) => {
      const name = `${vetting.vettedAt.replaceAll(/[^0-9TZ]/g, '')}-${hexOf(digestOfJson(vetting as unknown as Json)).slice(0, 16)}.json`;
      await writeWhole(join(folder, hexOf(vetting.dossier.digest), name), JSON.stringify(vetting), { mode: 0o600 });
      const keys = touchKeysOf(vetting.dossier);
      await touches.add([...keys, EVERY], hexOf(vetting.dossier.digest));
    },
    list: async () => {
      const summaries: DossierSummary[] = [];
      for (const dossier of await namesIn(folder))
        summaries.push(summaryOf(await newestIn(join(folder, dossier), dossier)));
      return summaries.sort((a, b) => (a.vettedAt < b.vettedAt ? 1 : -1));
    },
    newest: async (prefix) => {
      const hex = prefix.replace(/^sha256:/, '');
      const found = /^[0-9a-f]{1,64}$/.test(hex) ? (await namesIn(folder)).filter((name) => name.startsWith(hex)) : [];
      const [only, second] = found;
      if (only === undefined) throw new WeighbridgeError('dossier-not-found', prefix);
      if (second !== undefined) throw new WeighbridgeError('dossier-ambiguous', `${found.length} begin with ${prefix}`);
      return newestIn(join(folder, only), only);
    },
    touching: async (keys) => {
      const [all, entered, found] = [
        await namesIn(folder),
        await touches.touching([EVERY]),
        await touches.touching(keys),
      ];
      return all.filter((hex) => found.has(hex) || !entered.has(hex)).map(digestFromHex);
    },
  };
}

/** Under which every dossier stands: one that does not was kept before there was an index. */
const EVERY = 'base:*';

async function newestIn(folder: string, hex: string): Promise<Vetting> {
  const newest = (await namesIn(folder))
    .filter((name) => name.endsWith('.json'))
    .sort()
    .at(-1);
  if (newest === undefined) throw new WeighbridgeError('dossier-damaged', folder);
  const path = join(folder, newest);
  const vetting = parse(await readFile(path, 'utf8'), path);
  const digest = digestFromHex(hex);
  // The folder's name, the digest in the file and the one of what it holds must be one.
  if (vetting.dossier.digest !== digest || dossierDigest(vetting.dossier) !== digest)
    throw new WeighbridgeError('dossier-damaged', path);
  return vetting;
}

function parse(text: string, path: string): Vetting {
  try {
    const vetting = JSON.parse(text) as Vetting;
    dossierDigest(vetting.dossier);
    return vetting;
  } catch (cause) {
    throw new WeighbridgeError('dossier-damaged', path, { cause });
  }
}

function summaryOf(vetting: Vetting): DossierSummary {
  return {
    dossier: vetting.dossier.digest,
    reference: vetting.reference,
    outcome: vetting.verdict.outcome,
    policy: vetting.policy.id,
    vettedAt: vetting.vettedAt,
  };
}

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return (await readdir(folder)).filter((name) => /^[0-9a-f]{64}$|\.json$/.test(name));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}
