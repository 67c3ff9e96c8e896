import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { FoundModel } from '../../domain/adoption.ts';
import { compareText } from '../../kernel/order.ts';

/** What a folder is called in a cache of `huggingface_hub`. */
const CACHED = /^models--(.+)$/;
/** A ref is a commit in hexadecimal; what is longer is none. */
const COMMIT = /^[0-9a-f]{7,64}$/;

/**
 * The models of one `models--org--name` of a cache: one a snapshot, since that is what a loader opens, whether its files
 * are links into `blobs` or lie there themselves. `org/name` is what `main` is, `org/name@v2` what another ref is, and a
 * snapshot to which no ref leads any more has its commit. Null for another folder; none where nothing was downloaded.
 */
export async function cachedModels(path: string): Promise<readonly FoundModel[] | null> {
  const [, cached] = CACHED.exec(basename(path)) ?? [];
  const snapshots = await readdir(join(path, 'snapshots'), { withFileTypes: true }).catch(() => null);
  const refs = await refsIn(join(path, 'refs'));
  if (cached === undefined || (snapshots === null && refs.size === 0)) return null;
  const model = cached.replaceAll('--', '/');
  return (snapshots ?? [])
    .filter((entry) => entry.isDirectory())
    .map(({ name: commit }) => {
      const ref = refs.get(commit) ?? commit.slice(0, 7);
      const name = ref === 'main' ? model : `${model}@${ref}`;
      return { house: 'hugging-face-cache', name, reference: join(path, 'snapshots', commit) };
    });
}

/** By commit; of several, `main` first. */
async function refsIn(folder: string): Promise<ReadonlyMap<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const refs = new Map<string, string>();
  for (const entry of entries.filter((one) => one.isFile())) {
    const path = join(entry.parentPath, entry.name);
    const commit = (await readFile(path, 'latin1').catch(() => '')).trim();
    const name = path.slice(folder.length + 1);
    const known = refs.get(commit);
    if (!COMMIT.test(commit) || known === 'main') continue;
    if (known === undefined || name === 'main' || compareText(name, known) < 0) refs.set(commit, name);
  }
  return refs;
}
