import type { Check } from '../domain/check.ts';
import { type Dossier, findingsIn } from '../domain/dossier.ts';
import { type Finding, identityOf } from '../domain/finding.ts';
import type { AdmissionPolicy, Waiver } from '../domain/policy.ts';
import type { WaiverUse } from '../domain/verdict.ts';
import type { Digest } from '../kernel/digest.ts';
import { signedWaiversIn } from './signed-waivers.ts';
import { bytesFor } from './waived-bytes.ts';

/** A dossier as its waivers leave it. */
export interface Waived {
  /** What still counts. */
  readonly findings: readonly Finding[];
  /** Analyzers whose silence somebody answers for. */
  readonly silence: ReadonlySet<string>;
  readonly uses: readonly WaiverUse[];
}

const CHECK_PREFIX = 'check:';

/** Applies the waivers of the policy, and signed ones that were handed over, that hold on `today` (`YYYY-MM-DD`, UTC; the last day counts). `neverAsked`: expected analyzers without a check. */
export function waiveIn(
  policy: Pick<AdmissionPolicy, 'waivers'>,
  dossier: Pick<Dossier, 'checks' | 'artifact' | 'evidence'>,
  today: string,
  neverAsked: readonly string[] = [],
): Waived {
  const bytesOf = bytesFor(dossier.artifact);
  const findings = findingsIn(dossier).map((finding) => ({ finding, identity: identityOf(finding) }));
  const silent = [...dossier.checks.filter(isSilent).map(({ analyzer }) => analyzer), ...neverAsked];
  // An identity names a file, so that it has the bytes of one.
  const there = new Map<string, ReturnType<typeof bytesOf>>([
    ...findings.map(({ identity, finding }) => [identity, bytesOf(finding)] as const),
    ...silent.map((id) => [CHECK_PREFIX + id, 'any'] as const),
  ]);
  // Whoever signed one signed it for the bytes of this whole model.
  const whole = new Map(Array.from(there.keys(), (target) => [target, 'any'] as const));
  const uses = [
    ...policy.waivers.map((waiver) => ({ ...waiver, state: stateOf(waiver, there, today) })),
    ...signedWaiversIn(dossier).map((waiver) => ({ ...waiver, state: stateOf(waiver, whole, today) })),
  ];
  const applied = new Set(uses.filter(({ state }) => state === 'applied').map(({ target }) => target));
  return {
    findings: findings.filter(({ identity }) => !applied.has(identity)).map(({ finding }) => finding),
    silence: new Set(silent.filter((id) => applied.has(CHECK_PREFIX + id))),
    uses,
  };
}

export function isSilent({ outcome }: Check): boolean {
  return outcome.kind === 'unanswered' || outcome.kind === 'failed';
}

/** Dates in this form compare as text. */
function stateOf(
  { target, bytes, until }: Waiver,
  there: ReadonlyMap<string, Digest | 'any' | null>,
  today: string,
): WaiverUse['state'] {
  if (until < today) return 'expired';
  const wanted = there.get(target);
  if (wanted === undefined) return 'unmatched';
  if (wanted === 'any') return 'applied';
  if (bytes === undefined || wanted === null) return 'unbound';
  return bytes === wanted ? 'applied' : 'changed';
}
