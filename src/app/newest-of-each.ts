import type { Vetting } from '../domain/vetting.ts';
import { digestOfJson } from '../kernel/digest.ts';
import type { Json } from '../kernel/json.ts';
import type { DossierStore } from '../ports/dossier-store.ts';

/** One vetting for each model and use, the newest: what came before it was judged again already. */
export async function newestOfEach(store: Pick<DossierStore, 'list' | 'newest'>): Promise<readonly Vetting[]> {
  const newest = new Map<string, Vetting>();
  for (const { dossier } of await store.list()) {
    const vetting = await store.newest(dossier);
    const key = digestOfJson([vetting.reference, vetting.dossier.use] as unknown as Json);
    const before = newest.get(key);
    if (before === undefined || before.vettedAt < vetting.vettedAt) newest.set(key, vetting);
  }
  return [...newest.values()];
}
