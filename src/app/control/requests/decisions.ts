import type { DecidedRequest } from '../../../domain/decision.ts';
import type { AdmissionRequest, RequestRuling } from '../../../domain/request.ts';
import type { Vetting } from '../../../domain/vetting.ts';
import { decide, signDecision } from '../../admission.ts';
import { ancestorsOf } from '../families/lineage.ts';
import { signerNow } from '../keys/own-keys.ts';
import { inheritDuties } from '../news/renewals.ts';
import { openObligations } from '../obligations/open-obligations.ts';
import type { Clerk, ControlParts } from '../parts.ts';
import { record } from '../parts.ts';
import { policyOf } from '../policies/house-policies.ts';

export interface Settling {
  readonly request: AdmissionRequest;
  readonly vetting: Vetting;
  readonly state: 'admitted' | 'denied';
  /** On the dossier of `vetting`. */
  readonly rulings: readonly RequestRuling[];
}

/** Signs the decision and ends the request with it. Throws `decision-invalid` while a file's SHA-256 is unknown. */
export async function settleRequest(
  desk: Clerk & { readonly parts: Pick<ControlParts, 'signer' | 'keyRing' | 'mint'> },
  { request, vetting, state, rulings }: Settling,
): Promise<AdmissionRequest> {
  const { parts, books, now } = desk;
  const { dossier, verdict } = vetting;
  const policy = await policyOf(books, request);
  const decision = decide(dossier.artifact.origin.name, dossier, policy, verdict, now);
  const answers: DecidedRequest = {
    id: request.id,
    direction: request.direction,
    owner: request.owner,
    role: request.role,
    requestedBy: request.requestedBy,
    policyVerdict: verdict.outcome,
    ...(request.review === null ? {} : { review: request.review }),
    // The decision names the one dossier that they are all on.
    rulings: rulings.map(({ by, role, ruling, reason, at }) => ({ by, role, ruling, reason, at })),
  };
  const ruled = {
    ...decision,
    verdict: state === 'admitted' ? ('admit' as const) : ('deny' as const),
    request: answers,
  };
  const signer = await signerNow(parts, books);
  const envelope = await signDecision(ruled, signer);
  await books.requests.addDecision(request.id, state, JSON.stringify(envelope), now);
  const settled: AdmissionRequest = {
    ...request,
    policyDigest: policy.digest,
    state,
    dossier: dossier.digest,
    outcome: verdict.outcome,
  };
  await books.requests.settle(settled);
  await record(desk, 'request.decide', request.id, { state, dossier: dossier.digest, keyId: signer.keyId });
  if (state === 'denied') return settled;
  await openObligations(desk, { request, dossier, verdict, followUp: policy.followUp });
  await inheritDuties(desk, await ancestorsOf(books, dossier), request);
  return settled;
}
