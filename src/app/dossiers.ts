import type { DossierDifference } from '../contract/weighbridge.ts';
import { fileDifferences, findingDifferences } from '../domain/difference.ts';
import type { DossierStore } from '../ports/dossier-store.ts';

/** What changed from one dossier to another, each by its newest vetting. */
export async function diffDossiers(
  store: DossierStore,
  input: { readonly before: string; readonly after: string },
): Promise<DossierDifference> {
  const [before, after] = [await store.newest(input.before), await store.newest(input.after)];
  const { added, gone } = findingDifferences(before.dossier, after.dossier);
  return {
    before,
    after,
    files: fileDifferences(before.dossier, after.dossier),
    findingsAdded: added,
    findingsGone: gone,
  };
}
