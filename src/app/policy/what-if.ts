import type { Caller } from '../../contract/caller.ts';
import type { VetInput } from '../../contract/vetting.ts';
import type { PolicyFlip } from '../../domain/policy-case.ts';
import type { Vetting } from '../../domain/vetting.ts';
import { namedPolicy } from '../named-policy.ts';
import { newestOfEach } from '../newest-of-each.ts';
import type { Parts } from '../parts.ts';
import { judgedBy } from './judge-dossier.ts';

/** Judges every kept dossier by another policy, and tells which verdicts would be others. Keeps nothing. */
export async function whatIf(
  parts: Pick<Parts, 'clock' | 'isolation' | 'store'>,
  input: { readonly policy: VetInput['policy'] },
  caller: Caller,
): Promise<{ readonly looked: number; readonly flips: readonly PolicyFlip[] }> {
  const policy = namedPolicy(input.policy);
  const all = await newestOfEach(parts.store);
  const flips: PolicyFlip[] = [];
  for (const vetting of all) {
    caller.signal.throwIfAborted();
    const after = await judgedBy(parts, policy, { dossier: vetting.dossier, on: null });
    if (after.outcome !== vetting.verdict.outcome) flips.push(flipOf(vetting, after));
  }
  return { looked: all.length, flips };
}

export function flipOf(
  { dossier, reference, verdict, policy }: Pick<Vetting, 'dossier' | 'reference' | 'verdict' | 'policy'>,
  after: Vetting['verdict'],
): PolicyFlip {
  const reasons = [...new Set(after.reasons.map(({ id }) => id))];
  const rest = { before: verdict.outcome, policy: policy.id, after: after.outcome, reasons };
  return { dossier: dossier.digest, reference, ...rest };
}
