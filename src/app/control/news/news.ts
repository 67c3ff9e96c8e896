import type { Caller } from '../../../contract/caller.ts';
import type { Revetted } from '../../../contract/dossiers.ts';
import type { Digest } from '../../../kernel/digest.ts';
import { WeighbridgeError } from '../../../kernel/errors.ts';
import type { Job } from '../../../ports/control/jobs.ts';
import { houseRulesOf } from '../policies/house-policies.ts';
import { absent } from '../requests/dossiers.ts';
import { keptIn } from '../requests/kept.ts';
import type { WorkerParts } from '../requests/vet-request.ts';
import { heed } from './heed.ts';

/**
 * Judges what was admitted by what is known today: advisories, facts of licences, feeds. Where it comes out worse, whoever
 * answers for it is told, what is found is theirs to see to, and it is asked for anew, with everything that was made from
 * it. Each request is a transaction of its own that may be done again: whatever comes of the same news, comes once.
 */
export async function heedNews(parts: WorkerParts, job: Job, worker: string, caller: Caller): Promise<void> {
  const { store } = parts;
  const { organisation } = job;
  // What is at hand is judged by all the same; that it is old is what the job says.
  const stale = await refreshed(parts, caller);
  const admitted = await store.within(organisation, ({ requests }) => requests.admitted());
  for (const dossier of new Set(admitted.flatMap((one) => one.dossier ?? []))) {
    if (caller.signal.aborted) return;
    const news = await lookAgain(parts, organisation, dossier, caller);
    if (news === null) continue;
    for (const request of admitted) if (request.dossier === dossier) await heed(parts, organisation, request, news);
  }
  await store.within(organisation, ({ jobs }) => jobs.finish(job, worker, stale));
}

async function refreshed({ refresh }: WorkerParts, caller: Caller): Promise<string | null> {
  try {
    await refresh(caller);
    return null;
  } catch (error) {
    if (error instanceof WeighbridgeError) return `advisories are as they were: ${error.message} [${error.code}]`;
    throw error;
  }
}

/** Null where the dossier cannot be read: that is found, and told, elsewhere. */
async function lookAgain(
  parts: WorkerParts,
  organisation: string,
  digest: Digest,
  caller: Caller,
): Promise<Revetted | null> {
  const kept = keptIn(parts.store, organisation);
  try {
    const before = await kept.newest(digest);
    const policy = await parts.store.within(organisation, (books) => houseRulesOf(books, before.policy));
    const again = await parts.revet({ before, kept, policy }, caller);
    if (again.after.dossier.digest === again.before.dossier.digest) return again;
    const known = await kept.newest(again.after.dossier.digest).catch(absent);
    if (known === null) await parts.store.within(organisation, ({ dossiers }) => dossiers.keep(again.after));
    // It is news since it was first found.
    return known === null ? again : { ...again, after: known };
  } catch (error) {
    if (error instanceof WeighbridgeError && error.kind !== 'world') return null;
    throw error;
  }
}
