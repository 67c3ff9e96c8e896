import type { AdmissionPolicy } from '../domain/policy.ts';
import { parsePolicy } from './parse.ts';
import { PROFILE_TEXTS, type ProfileId } from './profile-texts.ts';

export { isProfile, PROFILE_IDS, PROFILE_TEXTS, type ProfileId } from './profile-texts.ts';

const parsed = new Map<ProfileId, AdmissionPolicy>();

/** The built-in policy of this name, parsed like any other, and once: a worker asks for it with every model. */
export function builtInPolicy(id: ProfileId): AdmissionPolicy {
  const known = parsed.get(id);
  if (known !== undefined) return known;
  const policy = parsePolicy(PROFILE_TEXTS[id], `${id} (built in)`);
  parsed.set(id, policy);
  return policy;
}
