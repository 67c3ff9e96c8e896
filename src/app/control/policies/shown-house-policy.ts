import type { OutputOf } from '../../../contract/control/operations.ts';
import type { HousePolicy } from '../../../domain/house-policy.ts';

/** Without its text, which is read one at a time. */
export function shownHousePolicy(policy: HousePolicy): OutputOf<'policy.put'> {
  const { digest, kind, name, version, by, at, withdrawn, waits } = policy;
  return { digest, kind, name, version, by, at, withdrawn, waits };
}
