import type { WantedPolicy } from '../../../contract/vetting.ts';
import { allowedBy, type HousePolicy, type PolicyChoice, USUAL_CHOICES } from '../../../domain/house-policy.ts';
import type { AdmissionPolicy, PolicyRef } from '../../../domain/policy.ts';
import type { AdmissionRequest } from '../../../domain/request.ts';
import { isDigest } from '../../../kernel/digest.ts';
import { type ErrorCode, WeighbridgeError } from '../../../kernel/errors.ts';
import { policyIn } from '../../../policy/house/document.ts';
import { builtInPolicy, isProfile } from '../../../policy/profiles.ts';
import type { Books } from '../../../ports/control-store.ts';

type Keeping = Pick<Books, 'housePolicies'>;

/** The policy that a request is ruled under: the built-in one of that name, or the house's version that it was opened with. */
export async function policyOf(
  books: Keeping,
  { policy: name, policyDigest: digest }: Pick<AdmissionRequest, 'policy' | 'policyDigest'>,
): Promise<AdmissionPolicy> {
  if (isProfile(name)) return builtInPolicy(name);
  const kept = digest === null ? null : await books.housePolicies.byDigest(digest);
  if (kept?.kind !== 'AdmissionPolicy') throw new WeighbridgeError('policy-not-found', name);
  return policyIn(kept);
}

/** The same, for whatever judges. */
export async function rulesOf(
  books: Keeping,
  request: Pick<AdmissionRequest, 'policy' | 'policyDigest'>,
): Promise<WantedPolicy> {
  return { kind: 'stored', policy: await policyOf(books, request) };
}

/** The policy that judged a dossier, where it is the house's; null for a built-in one, or one that is not at hand. */
export async function houseRulesOf(books: Keeping, { digest }: PolicyRef): Promise<WantedPolicy | null> {
  const kept = await books.housePolicies.byDigest(digest);
  return kept?.kind === 'AdmissionPolicy' ? { kind: 'stored', policy: policyIn(kept) } : null;
}

/** By name its newest version that stands, by digest that version; built-in ones by name. Throws `policy-not-found`. */
export async function standingPolicy({ housePolicies }: Keeping, named: string): Promise<AdmissionPolicy> {
  if (isProfile(named)) return builtInPolicy(named);
  const kept = isDigest(named)
    ? await housePolicies.byDigest(named)
    : await housePolicies.newest('AdmissionPolicy', named);
  if (kept?.kind !== 'AdmissionPolicy') throw new WeighbridgeError('policy-not-found', named);
  return policyIn(kept);
}

/**
 * The policy for a request: the one that is named, as far as the house lets this request have it; else the first that the house
 * has for such requests. Throws `policy-not-allowed`, and `policy-not-found` where the house names one that was withdrawn.
 */
export async function policyForRequest(
  books: Keeping,
  request: Pick<AdmissionRequest, 'direction' | 'use'>,
  named: string | undefined,
): Promise<AdmissionPolicy> {
  const allowed = allowedBy(await choicesOf(books), request);
  const name = named ?? allowed[0];
  if (name === undefined || !allowed.includes(name))
    throw new WeighbridgeError(
      'policy-not-allowed',
      `${name ?? 'no policy'}: for this, the house has ${allowed.join(', ')}`,
    );
  return standingPolicy(books, name);
}

/** The house has it no more, or not for such requests. */
const GONE: ReadonlySet<ErrorCode> = new Set<ErrorCode>(['policy-not-allowed', 'policy-not-found']);

/** For who asks anew: the newest version of the policy that ruled before, else what the house has for such requests. */
export async function policyAnew(books: Keeping, request: AdmissionRequest): Promise<AdmissionPolicy> {
  try {
    return await policyForRequest(books, request, request.policy);
  } catch (error) {
    const isGone = error instanceof WeighbridgeError && GONE.has(error.code);
    if (isGone) return policyForRequest(books, request, undefined);
    throw error;
  }
}

export async function choicesOf({ housePolicies }: Keeping): Promise<readonly PolicyChoice[]> {
  return choicesUnder(await housePolicies.newest('PolicyChoice', null));
}

/** Null: nobody put one. */
export function choicesUnder(kept: Pick<HousePolicy, 'resolved'> | null): readonly PolicyChoice[] {
  return kept === null ? USUAL_CHOICES : choicesIn(kept);
}

/** Written by us, from a document that was parsed. */
export function choicesIn({ resolved }: Pick<HousePolicy, 'resolved'>): readonly PolicyChoice[] {
  return JSON.parse(resolved) as readonly PolicyChoice[];
}
