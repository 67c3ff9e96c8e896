import type { Dossier } from '../domain/dossier.ts';
import { WeighbridgeError } from '../kernel/errors.ts';
import type { DossierStore } from '../ports/dossier-store.ts';

/**
 * Base models that were vetted here, by the name that a card gives them, each with its newest dossier. A damaged dossier,
 * wherever it lies, leaves the base unknown: the model at hand is not to blame for it.
 */
export async function vettedBases(
  store: Pick<DossierStore, 'list' | 'newest'>,
  names: readonly string[],
): Promise<ReadonlyMap<string, Dossier>> {
  const found = new Map<string, Dossier>();
  if (names.length === 0) return found;
  try {
    const kept = await store.list();
    for (const name of names) {
      const summary = kept.find(({ reference }) => sameName(reference, name));
      if (summary !== undefined) found.set(name, (await store.newest(summary.dossier)).dossier);
    }
  } catch (error) {
    if (!(error instanceof WeighbridgeError)) throw error;
  }
  return found;
}

/** `hf:org/name@revision` is org/name; of a folder, its last name counts, and only for a base that has no owner. */
function sameName(reference: string, name: string): boolean {
  const plain = reference
    .replace(/^hf:/, '')
    .replace(/@[^/]*$/, '')
    .replace(/\/+$/, '');
  return plain === name || (!name.includes('/') && !reference.startsWith('hf:') && plain.split('/').at(-1) === name);
}
