import { z } from 'zod';
import { HOUSE_KINDS } from '../../../domain/house-policy.ts';
import { OUTCOMES } from '../../../domain/verdict.ts';
import type { Operation } from '../operation.ts';
import * as shape from '../shapes.ts';

const kept = z.object({
  digest: shape.digest,
  kind: z.enum(HOUSE_KINDS),
  name: z.string(),
  version: z.number(),
  by: shape.id,
  at: shape.instant,
  withdrawn: z.object({ by: shape.id, at: shape.instant, reason: z.string() }).nullable(),
  /** What a second person has yet to confirm; put and waiting, it is not in force. */
  waits: z
    .object({
      id: shape.id,
      act: z.enum(['put', 'withdraw']),
      by: shape.id,
      at: shape.instant,
      reason: z.string().nullable(),
    })
    .nullable(),
});

/** A house's own policies, and what policies would say. */
export const POLICY_OPERATIONS = {
  'policy.what-if': {
    summary: 'Which dossiers another policy would judge otherwise; keeps nothing',
    method: 'POST',
    path: '/v1/policies/what-if',
    who: 'signed-in',
    scope: 'read',
    input: z.strictObject({
      policy: z.union([
        z.strictObject({ kind: z.literal('profile'), id: shape.line(100) }),
        z.strictObject({
          kind: z.literal('text'),
          name: shape.line(200),
          text: z.string().max(1024 * 1024),
        }),
        /** By name its newest version that stands, or by digest. */
        z.strictObject({ kind: z.literal('stored'), name: shape.line(100) }),
      ]),
      /** How many of the newest dossiers were looked at already. */
      from: z.number().int().min(0).max(1_000_000).default(0),
      limit: z.number().int().min(1).max(200).default(100),
    }),
    output: z.object({
      items: z.array(
        z.object({
          dossier: shape.digest,
          reference: z.string(),
          before: z.enum(OUTCOMES),
          policy: z.string(),
          after: z.enum(OUTCOMES),
          reasons: z.array(z.string()),
        }),
      ),
      looked: z.number(),
      /** Where to go on; null at the end. */
      next: z.number().nullable(),
    }),
    errors: ['policy-invalid', 'policy-not-found'],
    maxBody: 2 * 1024 * 1024,
  },
  'policy.put': {
    summary:
      'Keep a version of a policy, of the choice among policies, or of what levels of openness ask; it is never changed, and what loosens waits for a second person',
    method: 'POST',
    path: '/v1/policies',
    who: ['admin', 'security'],
    scope: 'administer',
    input: z.strictObject({ text: z.string().max(1024 * 1024) }),
    output: kept,
    errors: ['policy-invalid', 'policy-exists', 'policy-not-found'],
    maxBody: 2 * 1024 * 1024,
  },
  'policy.list': {
    summary: 'The house’s own policies, every version, newest first',
    method: 'GET',
    path: '/v1/policies',
    who: 'signed-in',
    scope: 'read',
    input: z.strictObject({ ...shape.page, kind: z.enum(HOUSE_KINDS).optional() }),
    output: shape.listOf(kept),
    errors: [],
  },
  'policy.show': {
    summary: 'One version, as it was put',
    method: 'GET',
    path: '/v1/policies/:policy',
    who: 'signed-in',
    scope: 'read',
    input: z.strictObject({ policy: shape.digest }),
    output: kept.extend({ text: z.string() }),
    errors: ['policy-not-found'],
  },
  'policy.withdraw': {
    summary:
      'Nothing else is opened under this version; what was ruled under it stands; what loosens waits for a second person',
    method: 'POST',
    path: '/v1/policies/:policy/withdraw',
    who: ['admin', 'security'],
    scope: 'administer',
    input: z.strictObject({ policy: shape.digest, reason: shape.prose }),
    output: kept,
    errors: ['policy-not-found'],
  },
  'policy.confirm': {
    summary: 'Let hold what somebody else put or withdrew and would loosen the house’s rules, or drop it',
    method: 'POST',
    path: '/v1/policy-loosenings/:loosening',
    who: ['admin', 'security'],
    scope: 'administer',
    input: z.strictObject({ loosening: shape.id, confirm: z.boolean() }),
    output: kept,
    errors: ['loosening-not-found', 'own-loosening'],
  },
  'policy.choices': {
    summary:
      'Which policies a requester may name, for which requests; the first that fits counts, and its first policy unless one is named',
    method: 'GET',
    path: '/v1/policy-choices',
    who: 'signed-in',
    scope: 'read',
    input: z.strictObject({}),
    output: z.object({
      items: z.array(
        z.object({
          when: z.object({
            direction: z.string().optional(),
            exposure: z.string().optional(),
            commercial: z.boolean().optional(),
            personalData: z.boolean().optional(),
            regulated: z.boolean().optional(),
          }),
          policies: z.array(z.string()),
        }),
      ),
      /** The document that would loosen them, or whose withdrawal would, until a second person confirms it. */
      waiting: kept.nullable(),
    }),
    errors: [],
  },
} as const satisfies Record<string, Operation>;
