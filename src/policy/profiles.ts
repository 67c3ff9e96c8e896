import type { AdmissionPolicy } from '../domain/policy.ts';
import { parsePolicy } from './parse.ts';
import { PROFILE_TEXTS, type ProfileId } from './profile-texts.ts';

export { isProfile, PROFILE_IDS, PROFILE_TEXTS, type ProfileId } from './profile-texts.ts';

/** The built-in policy of this name, parsed like any other. */
export function builtInPolicy(id: ProfileId): AdmissionPolicy {
  return parsePolicy(PROFILE_TEXTS[id], `${id} (built in)`);
}
