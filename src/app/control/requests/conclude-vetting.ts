import type { AdmissionRequest } from '../../../domain/request.ts';
import { USUAL_REVIEW } from '../../../domain/review.ts';
import type { Vetting } from '../../../domain/vetting.ts';
import type { Books } from '../../../ports/control-store.ts';
import { type ControlParts, record, WORKER } from '../parts.ts';
import { tellServed } from '../publications/served-outside.ts';
import { condemnedBy } from './condemned.ts';
import { settleRequest } from './decisions.ts';

interface Vetted {
  readonly request: AdmissionRequest;
  readonly vetting: Vetting;
}

/**
 * What becomes of a request with what was just found of its model, in the transaction that writes it down. Whatever does: from
 * now on a model that somebody asks to publish is ours, and where outsiders are served it already, that is told.
 */
export async function concludeVetting(parts: ControlParts, books: Books, { request, vetting }: Vetted): Promise<void> {
  await conclude(parts, books, { request, vetting });
  if (request.direction !== 'publish') return;
  const { digest: dossier } = vetting.dossier;
  await tellServed({ parts, books, now: parts.clock.now(), actor: WORKER }, { id: request.id, dossier });
}

async function conclude(parts: ControlParts, books: Books, { request, vetting }: Vetted): Promise<void> {
  const now = parts.clock.now();
  const { outcome } = vetting.verdict;
  const { digest: dossier, artifact } = vetting.dossier;
  if (artifact.manifest === null && outcome !== 'deny')
    return failRequest(parts, books, {
      request,
      why: 'not every file has a known SHA-256, so that nothing could be bound to it',
    });
  // A proposed fork is for its family's reviewer, whatever the policy says.
  const proposed = (await books.families.contribution(request.id)) !== null;
  // Nor does a policy alone bring back what people took away.
  const condemned = (await condemnedBy(books, request.id, vetting.dossier)).length > 0;
  const held = proposed || condemned;
  if (outcome === 'review' || (outcome === 'admit' && held)) {
    // What the policy would admit by itself takes the family's reviewer alone.
    const usual = outcome === 'admit' && !condemned ? { roles: [], people: 1 } : USUAL_REVIEW;
    const review = vetting.verdict.review ?? usual;
    return books.requests.settle({ ...request, state: 'review', dossier, outcome, review });
  }
  // Nobody is asked: what an earlier dossier asked of people is over.
  const alone = { ...request, review: null };
  if (artifact.manifest === null) return books.requests.settle({ ...alone, state: 'denied', dossier, outcome });
  const state = outcome === 'admit' ? 'admitted' : 'denied';
  await settleRequest({ parts, books, now, actor: WORKER }, { request: alone, vetting, state, rulings: [] });
}

/** No dossier could be made of what it asks for. */
export async function failRequest(
  { clock }: Pick<ControlParts, 'clock'>,
  books: Books,
  { request, why }: { readonly request: AdmissionRequest; readonly why: string },
): Promise<void> {
  await books.requests.settle({ ...request, state: 'failed', failure: why.replaceAll('\0', '\uFFFD').slice(0, 2000) });
  await record({ books, now: clock.now(), actor: WORKER }, 'request.fail', request.id);
}
