import type { VetInput } from '../../contract/vetting.ts';
import type { Dossier } from '../../domain/dossier.ts';
import type { AdmissionPolicy } from '../../domain/policy.ts';
import type { Verdict } from '../../domain/verdict.ts';
import { type JudgeParts, judge } from '../judge.ts';
import { namedPolicy } from '../named-policy.ts';

/**
 * Judges a dossier that is there already, without its model. The analyzers that count are those the dossier was asked: what
 * comes out otherwise is the policy's doing, and not that of a check which is newer than the dossier.
 */
export async function judgeDossier(
  parts: Omit<JudgeParts, 'analyzers'>,
  input: { readonly policy: VetInput['policy']; readonly dossier: Dossier; readonly on: string | null },
): Promise<{ readonly policy: AdmissionPolicy; readonly verdict: Verdict }> {
  const policy = namedPolicy(input.policy);
  return { policy, verdict: await judgedBy(parts, policy, input) };
}

export async function judgedBy(
  { clock, isolation }: Omit<JudgeParts, 'analyzers'>,
  policy: AdmissionPolicy,
  { dossier, on }: { readonly dossier: Dossier; readonly on: string | null },
): Promise<Verdict> {
  const analyzers = dossier.checks.map(({ analyzer }) => ({ id: analyzer }));
  const day = on === null ? clock : { ...clock, now: () => new Date(`${on}T12:00:00Z`) };
  return judge({ clock: day, isolation, analyzers }, policy, dossier);
}
