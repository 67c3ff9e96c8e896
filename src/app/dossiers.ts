import type { DossierDifference } from '../contract/dossiers.ts';
import { fileDifferences, findingDifferences } from '../domain/difference.ts';
import type { Vetting } from '../domain/vetting.ts';
import type { DossierStore } from '../ports/dossier-store.ts';
import { scoreModel } from '../scorecard/scorecard.ts';

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

/** A vetting that was kept before there were scorecards gets the one it would have had. */
export function withScorecard(vetting: Vetting): Vetting {
  const { dossier, vettedAt } = vetting;
  return { scorecard: scoreModel({ dossier, at: vettedAt }), ...vetting };
}
