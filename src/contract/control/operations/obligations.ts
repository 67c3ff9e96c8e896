import { z } from 'zod';
import { OBLIGATION_KINDS, OBLIGATION_STATES } from '../../../domain/obligation.ts';
import type { Operation } from '../operation.ts';
import * as shape from '../shapes.ts';

const waiver = z.object({ by: shape.id, until: shape.day, at: shape.instant, envelope: shape.envelope });
const named = z.strictObject({ obligation: shape.id });

/** What admissions leave to somebody: findings that are still there, and duties. */
export const OBLIGATION_OPERATIONS = {
  'obligation.list': {
    summary: 'Findings and duties that admissions left to somebody, newest first',
    method: 'GET',
    path: '/v1/obligations',
    who: 'signed-in',
    scope: 'read',
    input: z.strictObject({
      ...shape.page,
      state: z.enum(OBLIGATION_STATES).optional(),
      kind: z.enum(OBLIGATION_KINDS).optional(),
      owner: shape.id.optional(),
      request: shape.id.optional(),
    }),
    output: shape.listOf(shape.obligation),
    errors: [],
  },
  'obligation.show': {
    summary: 'One of them, with its signed waivers',
    method: 'GET',
    path: '/v1/obligations/:obligation',
    who: 'signed-in',
    scope: 'read',
    input: named,
    output: shape.obligation.extend({ waivers: z.array(waiver) }),
    errors: ['obligation-not-found'],
  },
  'obligation.assign': {
    summary: 'Give it to somebody, who is told',
    method: 'POST',
    path: '/v1/obligations/:obligation/owner',
    who: ['reviewer', 'security', 'legal', 'release-manager', 'admin'],
    scope: 'rule',
    input: named.extend({ owner: shape.id }),
    output: shape.obligation,
    errors: ['obligation-not-found', 'obligation-closed', 'person-not-found'],
  },
  'obligation.close': {
    summary:
      'Close it with what shows that it is done: a later dossier, or a document; a finding by a document is not for its owner',
    method: 'POST',
    path: '/v1/obligations/:obligation/closing',
    who: 'signed-in',
    scope: 'rule',
    input: named.extend({ proof: shape.proof }),
    output: shape.obligation,
    errors: ['obligation-not-found', 'obligation-closed', 'dossier-not-found', 'proof-refused', 'not-permitted'],
  },
  'obligation.waive': {
    summary: 'Answer for an open finding until a day, by a signed waiver; nobody for a model of their own',
    method: 'POST',
    path: '/v1/obligations/:obligation/waivers',
    who: ['reviewer', 'security', 'legal'],
    scope: 'rule',
    input: named.extend({ reason: shape.prose, until: shape.day }),
    output: shape.obligation.extend({ waivers: z.array(waiver) }),
    errors: ['obligation-not-found', 'obligation-closed', 'waiver-refused', 'own-request'],
  },
} as const satisfies Record<string, Operation>;
