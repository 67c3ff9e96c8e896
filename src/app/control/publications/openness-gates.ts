import type { HousePolicy } from '../../../domain/house-policy.ts';
import type { OpennessGates } from '../../../domain/openness.ts';
import type { PolicyRef } from '../../../domain/policy.ts';
import { digestOfJson } from '../../../kernel/digest.ts';
import type { Json } from '../../../kernel/json.ts';
import { OPENNESS_GATES } from '../../../policy/openness.ts';
import type { Books } from '../../../ports/control-store.ts';

/** What the levels of openness ask in this house, and by which document: the newest that stands, else what they ask everywhere. */
export async function opennessOf({
  housePolicies,
}: Pick<Books, 'housePolicies'>): Promise<{ readonly gates: OpennessGates; readonly by: PolicyRef }> {
  const kept = await housePolicies.newest('OpennessPolicy', null);
  if (kept === null) return { gates: gatesUnder(null), by: BUILT_IN };
  const { name: id, version, digest } = kept;
  return { gates: gatesUnder(kept), by: { id, version, digest } };
}

/** Null: nobody put one. */
export function gatesUnder(kept: Pick<HousePolicy, 'resolved'> | null): OpennessGates {
  // Written by us, from a document that was parsed.
  return kept === null ? OPENNESS_GATES : (JSON.parse(kept.resolved) as OpennessGates);
}

/** Raise the version with every change of the gates. */
const BUILT_IN: PolicyRef = {
  id: 'built-in',
  version: 1,
  digest: digestOfJson(JSON.parse(JSON.stringify(OPENNESS_GATES)) as Json),
};
