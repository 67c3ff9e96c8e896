import { type Dossier, findingsIn } from '../../../domain/dossier.ts';
import { identityOf } from '../../../domain/finding.ts';
import type { Obligation } from '../../../domain/obligation.ts';
import type { Digest } from '../../../kernel/digest.ts';
import { WeighbridgeError } from '../../../kernel/errors.ts';
import type { Desk } from '../parts.ts';
import { rulesOf } from '../policies/house-policies.ts';

/**
 * Throws `proof-refused` unless a later dossier of the model, made by our own worker, shows that it is gone: one that was
 * pushed here holds what its sender wrote.
 */
export async function assertGone({ parts, books }: Desk, obligation: Obligation, digest: Digest): Promise<void> {
  const request = await books.requests.peek(obligation.request);
  const after = await books.dossiers.newest(digest);
  const refuse = (why: string): never => {
    throw new WeighbridgeError('proof-refused', `${digest}: ${why}`);
  };
  if (request?.dossier == null || !(await books.requests.madeHere([after.dossier.digest])).has(after.dossier.digest))
    return refuse('this server did not vet it');
  const before = await books.dossiers.newest(request.dossier);
  if (!sameModel(before.dossier, after.dossier)) refuse('it is of another model');
  if (after.vettedAt <= before.vettedAt) refuse('it is not later than the one that was decided on');
  if (obligation.kind === 'finding') {
    const why = whyStillThere(obligation, after.dossier);
    return why === null ? undefined : refuse(why);
  }
  const { verdict } = await parts.judge({ policy: await rulesOf(books, request), dossier: after.dossier, on: null });
  if (verdict.outcome === 'deny') refuse('the policy denies it, and what is denied has no duties');
  if (verdict.duties.some(({ id }) => id === obligation.target)) refuse('it has the same duty');
}

function sameModel({ artifact: a }: Dossier, { artifact: b }: Dossier): boolean {
  const named = a.origin.source === b.origin.source && a.origin.name.toLowerCase() === b.origin.name.toLowerCase();
  return named || (a.manifest !== null && a.manifest === b.manifest);
}

/** Null where whoever found it has looked again and does not find it. Silence shows nothing. */
export function whyStillThere({ target, rule }: Pick<Obligation, 'target' | 'rule'>, after: Dossier): string | null {
  if (findingsIn(after).some((one) => identityOf(one) === target)) return 'it is still there';
  const analyzer = rule?.split('/')[0] ?? 'the check that found it';
  const outcome = after.checks.find((check) => check.analyzer === analyzer)?.outcome.kind;
  return outcome === 'completed' || outcome === 'not-applicable' ? null : `${analyzer} gave no answer there`;
}
