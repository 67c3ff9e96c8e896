import type { HouseKind, HousePolicy } from '../../domain/house-policy.ts';
import type { AdmissionPolicy } from '../../domain/policy.ts';
import { digestOfJson } from '../../kernel/digest.ts';
import { WeighbridgeError } from '../../kernel/errors.ts';
import { type Json, member } from '../../kernel/json.ts';
import { digestOfPolicy, parsePolicy } from '../parse.ts';
import { isProfile } from '../profile-texts.ts';
import { readYaml } from '../yaml/document.ts';
import { isMistakes } from '../yaml/mistakes.ts';
import { parseChoices } from './choices.ts';
import { parseOpenness } from './openness.ts';

export type HouseDocument = Pick<HousePolicy, 'digest' | 'kind' | 'name' | 'version' | 'text' | 'resolved'>;

/**
 * Reads any document that a house may keep; `fileName` is for messages. Throws `policy-invalid` with every mistake at its line and
 * column, and for one that bears the name of a built-in policy: such a name always means what everybody knows.
 */
export function readHouseDocument(text: string, fileName: string): HouseDocument {
  const yaml = readYaml(text);
  const kind = isMistakes(yaml) ? undefined : member(yaml.value, 'kind');
  const read = kind === 'PolicyChoice' ? choices : kind === 'OpennessPolicy' ? openness : policy;
  const document = read(text, fileName);
  if (isProfile(document.name))
    throw new WeighbridgeError('policy-invalid', `${document.name} is the name of a built-in policy`);
  return document;
}

function policy(text: string, fileName: string): HouseDocument {
  const { id: name, version, digest, ...rest } = parsePolicy(text, fileName);
  const resolved = JSON.stringify({ id: name, version, digest, ...rest });
  return { kind: 'AdmissionPolicy', name, version, digest, text, resolved };
}

function choices(text: string, fileName: string): HouseDocument {
  const { name, version, choices } = parseChoices(text, fileName);
  return said('PolicyChoice', { name, version, text, says: JSON.parse(JSON.stringify(choices)) as Json });
}

function openness(text: string, fileName: string): HouseDocument {
  const { name, version, gates } = parseOpenness(text, fileName);
  return said('OpennessPolicy', { name, version, text, says: JSON.parse(JSON.stringify(gates)) as Json });
}

function said(
  kind: HouseKind,
  { name, version, text, says }: Pick<HousePolicy, 'name' | 'version' | 'text'> & { readonly says: Json },
): HouseDocument {
  const digest = digestOfJson({ kind, name, version, says });
  return { kind, name, version, digest, text, resolved: JSON.stringify(says) };
}

/** The policy that was put, as it was read then. Throws `policy-invalid` where the row does not hash to its digest. */
export function policyIn({
  digest,
  name,
  resolved,
}: Pick<HousePolicy, 'digest' | 'name' | 'resolved'>): AdmissionPolicy {
  const policy = JSON.parse(resolved) as AdmissionPolicy;
  if (digestOfPolicy(policy) !== digest || policy.digest !== digest)
    throw new WeighbridgeError('policy-invalid', `the kept policy ${name} is not the one that was put: ${digest}`);
  return policy;
}
