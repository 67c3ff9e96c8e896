import type { VetInput } from '../contract/vetting.ts';
import type { AdmissionPolicy } from '../domain/policy.ts';
import { WeighbridgeError } from '../kernel/errors.ts';
import { parsePolicy } from '../policy/parse.ts';
import { builtInPolicy, isProfile } from '../policy/profiles.ts';

/** The policy that is named: a built-in one, a text, or one that a house keeps; `default` where none is. Throws `policy-invalid`. */
export function namedPolicy(wanted: VetInput['policy']): AdmissionPolicy {
  if (wanted?.kind === 'text') return parsePolicy(wanted.text, wanted.name);
  if (wanted?.kind === 'stored') return wanted.policy;
  const id = wanted?.id ?? 'default';
  if (!isProfile(id)) throw new WeighbridgeError('policy-invalid', `there is no built-in policy ${id}`);
  return builtInPolicy(id);
}
