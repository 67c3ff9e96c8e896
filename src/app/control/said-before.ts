import type { Evidence } from '../../domain/evidence.ts';
import type { Digest } from '../../kernel/digest.ts';
import { member } from '../../kernel/json.ts';
import type { Books } from '../../ports/control-store.ts';
import { isByEvaluators } from '../asking-evaluators.ts';

/**
 * What each evaluator said last of these very bytes, whoever asked for them: it stands until the same one is run on them
 * again. A dossier that somebody pushed says nothing here.
 */
export async function saidBefore({ dossiers, evaluations }: Books, manifest: Digest): Promise<readonly Evidence[]> {
  const ended = await evaluations.doneOn(await dossiers.touching([`file:${manifest}`]));
  const said = new Map<string, Evidence>();
  for (const { dossier, evaluators } of ended) {
    if (dossier === null || evaluators.every((name) => said.has(name))) continue;
    const { artifact, evidence } = (await dossiers.newest(dossier)).dossier;
    // The index names more than it must.
    if (artifact.manifest !== manifest) continue;
    for (const one of evidence.filter(isByEvaluators)) {
      const name = member(one.body, 'name');
      if (typeof name === 'string' && evaluators.includes(name) && !said.has(name)) said.set(name, one);
    }
  }
  return [...said.values()];
}
