import { WeighbridgeError } from '../../../kernel/errors.ts';
import type { RenewingDesk } from '../news/renewals.ts';
import { WORKER } from '../parts.ts';
import type { WorkerParts } from '../requests/vet-request.ts';
import { endSubject } from '../subjects/end-subject.ts';
import { revokeDecision } from './revocations.ts';

type EndedKey = { readonly keyId: string; readonly endedAt: string };

/**
 * Takes back every decision of this organisation that a key signed once it no longer counted: devices refuse those by the
 * list of revocations, and channels must not serve what devices refuse. Returns their requests.
 */
export async function revokeSignedSince(desk: RenewingDesk, { keyId, endedAt }: EndedKey): Promise<readonly string[]> {
  const requests = await desk.books.signingKeys.standingSince(keyId, endedAt);
  const reason = `Key ${keyId.slice(0, 16)}… signed it and counts no more since ${endedAt}.`;
  for (const id of requests) {
    const subject = await desk.books.subjects.byId(id);
    if (subject === null) await unlessRevoked(revokeDecision(desk, { request: id, reason }, 'signature'));
    // A composite may have ended with its base just now.
    else if (subject.revoked === null) await endSubject(desk, subject, reason);
  }
  return requests;
}

/** The first organisation ends keys; what they signed for the others ends with the next look. */
export async function heedEndedKeys(parts: WorkerParts, organisation: string): Promise<void> {
  const { store, clock } = parts;
  for (const { keyId, reason, endedAt } of await store.within(organisation, ({ signingKeys }) => signingKeys.all())) {
    if (reason === null || reason === 'rotated' || endedAt === null) continue;
    await store.within(organisation, (books) =>
      revokeSignedSince({ parts, books, actor: WORKER, now: clock.now() }, { keyId, endedAt }),
    );
  }
}

/** Somebody else may just have done it. */
async function unlessRevoked(done: Promise<unknown>): Promise<void> {
  try {
    await done;
  } catch (error) {
    if (!(error instanceof WeighbridgeError && error.code === 'decision-revoked')) throw error;
  }
}
