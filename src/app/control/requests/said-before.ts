import { type Evaluator, isStillGivenBy, saysFailed } from '../../../domain/evaluator.ts';
import type { Evidence } from '../../../domain/evidence.ts';
import type { Digest } from '../../../kernel/digest.ts';
import { member } from '../../../kernel/json.ts';
import type { Books } from '../../../ports/control-store.ts';
import { isByEvaluators } from '../../asking-evaluators.ts';

/**
 * What each evaluator said last of these very bytes, whoever asked for them, where it is still among those known, unchanged;
 * and the last time that it said that they failed, which no later answer takes back. A dossier that somebody pushed says
 * nothing here.
 */
export async function saidBefore(
  books: Books,
  manifest: Digest,
  known: readonly Evaluator[],
): Promise<readonly Evidence[]> {
  const ended = await books.evaluations.doneOn(`file:${manifest}`);
  const read = new Map<Digest, readonly Evidence[]>();
  const failed = new Map<string, Evidence>();
  const last = new Map<string, readonly Evidence[]>();
  for (const { dossier, evaluators } of ended) {
    if (dossier === null) continue;
    const evidence = read.get(dossier) ?? (await answersIn(books, dossier, manifest));
    read.set(dossier, evidence);
    for (const name of evaluators) {
      const answers = evidence.filter(({ body }) => member(body, 'name') === name);
      const against = answers.find(({ body }) => saysFailed(body));
      if (against !== undefined && !failed.has(name)) failed.set(name, against);
      if (answers.length > 0 && !last.has(name)) last.set(name, answers);
    }
  }
  const others = [...last.values()].flat().filter(({ body }) => !saysFailed(body) && isStillGivenBy(known, body));
  return [...failed.values(), ...others];
}

/** The index names more dossiers than it must. */
async function answersIn({ dossiers }: Books, digest: Digest, manifest: Digest): Promise<readonly Evidence[]> {
  const { artifact, evidence } = (await dossiers.newest(digest)).dossier;
  return artifact.manifest === manifest ? evidence.filter(isByEvaluators) : [];
}
