import type { PolicyRef } from '../../domain/policy.ts';
import { digestOfJson } from '../../kernel/digest.ts';
import type { Json } from '../../kernel/json.ts';
import type { OpennessGates } from '../../policy/house/openness.ts';
import { OPENNESS_GATES } from '../../policy/openness.ts';
import type { Books } from '../../ports/control-store.ts';

/** What the levels of openness ask in this house, and by which document: the newest that stands, else what they ask everywhere. */
export async function opennessOf({
  housePolicies,
}: Pick<Books, 'housePolicies'>): Promise<{ readonly gates: OpennessGates; readonly by: PolicyRef }> {
  const kept = await housePolicies.newest('OpennessPolicy', null);
  if (kept === null) return { gates: OPENNESS_GATES, by: BUILT_IN };
  const { name: id, version, digest, resolved } = kept;
  // Written by us, from a document that was parsed.
  return { gates: JSON.parse(resolved) as OpennessGates, by: { id, version, digest } };
}

/** Raise the version with every change of the gates. */
const BUILT_IN: PolicyRef = {
  id: 'built-in',
  version: 1,
  digest: digestOfJson(JSON.parse(JSON.stringify(OPENNESS_GATES)) as Json),
};
