import { z } from 'zod';
import type { GroupMapping } from '../../domain/group-mapping.ts';
import { ROLE_NAMES } from '../../domain/people.ts';
import { readYaml } from '../yaml/document.ts';
import { isMistakes, mistakesIn } from '../yaml/mistakes.ts';
import { line, shaped } from '../yaml/shape.ts';

/** Which provider signs people in, and what its groups make of them here. */
export interface SingleSignOnFile {
  readonly name: string | null;
  readonly issuer: string;
  readonly clientId: string;
  /** As the file says it: relative to the file itself. */
  readonly clientSecretFile: string;
  readonly scopes: readonly string[];
  readonly groupsClaim: string;
  readonly organisations: Readonly<Record<string, GroupMapping>>;
}

const grant = z.strictObject({
  roles: z.array(z.enum(ROLE_NAMES)).max(ROLE_NAMES.length).default([]),
  teams: z.array(line(200)).max(100).default([]),
});

const file = z.strictObject({
  name: line(60).nullable().default(null),
  issuer: z.url().max(500),
  clientId: line(200),
  clientSecretFile: line(1000),
  scopes: z
    .array(z.string().regex(/^[\x21\x23-\x5b\x5d-\x7e]{1,100}$/, 'must be a scope (RFC 6749)'))
    .max(20)
    .default(['openid', 'email', 'profile'])
    .refine((scopes) => scopes.includes('openid'), 'must have openid among them'),
  groupsClaim: line(200).default('groups'),
  organisations: z.record(
    z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/, 'must be lower-case letters, digits and hyphens'),
    z.strictObject({ groups: z.record(line(300), grant) }),
  ),
});

const FIELDS = [...Object.keys(file.shape), 'groups', 'roles', 'teams'];

/** Reads the file of `--sso`. Throws `sso-invalid` with every mistake at its place. */
export function parseSingleSignOn(source: string, name: string): SingleSignOnFile {
  const yaml = readYaml(source);
  if (isMistakes(yaml)) throw mistakesIn('sso-invalid', name, yaml);
  const found = shaped(yaml, file, FIELDS);
  if (isMistakes(found)) throw mistakesIn('sso-invalid', name, found);
  const mappings = Object.entries(found.organisations).map(([organisation, { groups }]) => [organisation, groups]);
  return { ...found, organisations: Object.fromEntries(mappings) as Record<string, GroupMapping> };
}
