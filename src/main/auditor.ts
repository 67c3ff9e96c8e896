import { openLocalKey } from '../adapters/signers/local-key.ts';
import { createAuditor } from '../app/control/audit/auditor.ts';
import type { Auditor } from '../contract/control/auditor.ts';
import { SYSTEM_CLOCK } from './compose.ts';

/** Keys of witnesses are files of their own. */
export function auditor(): Auditor {
  return createAuditor({ openKey: openLocalKey, clock: SYSTEM_CLOCK });
}
