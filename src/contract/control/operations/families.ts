import { z } from 'zod';
import { BASELINE_ROLES } from '../../../domain/family.ts';
import { RULING_ROLES } from '../../../domain/people.ts';
import type { Operation } from '../operation.ts';
import * as shape from '../shapes.ts';

const contributionPolicy = z.strictObject({
  /** Analyzers that must have answered and found nothing against a fork. */
  checks: z.array(shape.plainName).max(100),
  reviewer: z.enum(RULING_ROLES),
  candidate: shape.channelName.nullable(),
});
const baselineRule = z.strictObject({ role: z.enum(BASELINE_ROLES), people: z.number().int().min(1).max(10) });

const family = z.object({
  name: z.string(),
  owner: shape.id,
  contribution: contributionPolicy,
  baselineRule,
  baseline: z.string().nullable(),
  createdAt: shape.instant,
});
const voice = z.object({ version: z.string(), by: shape.id, reason: z.string(), at: shape.instant });
export const version = z.object({
  family: z.string(),
  version: z.string(),
  request: shape.id,
  forkOf: z.string().nullable(),
  by: shape.id,
  at: shape.instant,
  model: z.string(),
  manifest: shape.digest,
  dossier: shape.digest,
  expiresAt: shape.instant,
  revokedAt: shape.instant.nullable(),
  /** Why it may not be released; null when it may. */
  barred: z.enum(['revoked', 'expired']).nullable(),
});
/** With the words for another baseline that count. */
const shown = family.extend({ standing: version.nullable(), voices: z.array(voice) });
const licence = z.object({ verdict: z.string(), concluded: z.array(z.string()) }).nullable();
const finding = z.object({
  rule: z.string(),
  says: z.string(),
  severity: z.string(),
  message: z.string(),
  path: z.string().nullable(),
});
const named = { family: shape.plainName };

/** Families of models, their versions, and the baseline that all others are held against. */
export const FAMILY_OPERATIONS = {
  'family.open': {
    summary: 'A family of models: who answers for it, what a fork must bring, who moves its baseline',
    method: 'POST',
    path: '/v1/families',
    who: ['release-manager'],
    scope: 'release',
    input: z.strictObject({
      name: shape.plainName,
      owner: shape.id,
      contribution: contributionPolicy.partial().default({}),
      baselineRule: baselineRule.partial().default({}),
    }),
    output: family,
    errors: ['family-exists', 'person-not-found', 'channel-not-found'],
  },
  'family.list': {
    summary: 'Families, newest first',
    method: 'GET',
    path: '/v1/families',
    who: 'signed-in',
    scope: 'read',
    input: z.strictObject(shape.page),
    output: shape.listOf(family),
    errors: [],
  },
  'family.show': {
    summary: 'A family, how its baseline stands, and who speaks for another',
    method: 'GET',
    path: '/v1/families/:family',
    who: 'signed-in',
    scope: 'read',
    input: z.strictObject(named),
    output: shown,
    errors: ['family-not-found'],
  },
  'family.change': {
    summary: 'Another owner, or another policy for contributions; who moves the baseline stays as it was fixed',
    method: 'PATCH',
    path: '/v1/families/:family',
    who: ['release-manager'],
    scope: 'release',
    input: z.strictObject({
      ...named,
      owner: shape.id.optional(),
      contribution: contributionPolicy.partial().default({}),
    }),
    output: family,
    errors: ['family-not-found', 'person-not-found', 'channel-not-found'],
  },
  'version.add': {
    summary: 'What a request admitted becomes a version; all but the first bring what the family’s policy asks for',
    method: 'POST',
    path: '/v1/families/:family/versions',
    who: ['release-manager'],
    scope: 'release',
    input: z.strictObject({
      ...named,
      version: shape.plainName,
      request: shape.id,
      forkOf: shape.plainName.optional(),
    }),
    output: version,
    errors: [
      'family-not-found',
      'version-exists',
      'version-not-found',
      'request-not-found',
      'not-decided',
      'not-admitted',
      'decision-revoked',
      'decision-expired',
      'contribution-incomplete',
    ],
  },
  'version.list': {
    summary: 'A family’s versions, newest first, each with what it was made from',
    method: 'GET',
    path: '/v1/families/:family/versions',
    who: 'signed-in',
    scope: 'read',
    input: z.strictObject({ ...named, ...shape.page }),
    output: shape.listOf(version),
    errors: ['family-not-found'],
  },
  'version.compare': {
    summary: 'How a version differs from the baseline, or from another version: files, findings, licences, lineage',
    method: 'GET',
    path: '/v1/families/:family/versions/:version/comparison',
    who: 'signed-in',
    scope: 'read',
    input: z.strictObject({ ...named, version: shape.plainName, with: shape.plainName.optional() }),
    output: z.object({
      before: version,
      after: version,
      /** The first thousand; `filesInAll` counts them. */
      files: z.array(z.object({ path: z.string(), change: z.enum(['added', 'gone', 'changed']) })),
      filesInAll: z.number(),
      findingsAdded: z.array(finding),
      findingsGone: z.array(finding),
      licence: z.object({ before: licence, after: licence }),
      /** Models that each names as its base, or shares weights with. */
      bases: z.object({ before: z.array(z.string()), after: z.array(z.string()) }),
    }),
    errors: [
      'family-not-found',
      'version-not-found',
      'baseline-missing',
      'dossier-damaged',
      'blob-missing',
      'blob-changed',
    ],
  },
  'baseline.set': {
    summary: 'Speak for a version as the baseline; with enough people in the family’s role it becomes it',
    method: 'POST',
    path: '/v1/families/:family/baseline',
    who: [...BASELINE_ROLES],
    scope: 'rule',
    input: z.strictObject({ ...named, version: shape.plainName, reason: shape.prose }),
    output: shown,
    errors: [
      'family-not-found',
      'version-not-found',
      'role-not-held',
      'own-request',
      'baseline-current',
      'decision-revoked',
      'decision-expired',
    ],
  },
} as const satisfies Record<string, Operation>;
