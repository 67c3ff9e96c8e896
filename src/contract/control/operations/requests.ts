import { z } from 'zod';
import { RULING_ROLES } from '../../../domain/people.ts';
import { DIRECTIONS, STANDINGS } from '../../../domain/request.ts';
import type { Operation } from '../operation.ts';
import * as shape from '../shapes.ts';

/** Asking for a model, ruling on it, and the signed decision. */
export const REQUEST_OPERATIONS = {
  'request.open': {
    summary: 'Ask for a model, for a use; it is vetted at once',
    method: 'POST',
    path: '/v1/requests',
    who: ['requester'],
    scope: 'request',
    input: z.strictObject({
      direction: z.enum(DIRECTIONS),
      reference: shape.line(2000),
      use: shape.use.partial(),
      /** By name, of those that the house has for such requests (policy.choices); its first, unless said. */
      policy: shape.plainName.optional(),
      owner: shape.id,
      role: z.enum(STANDINGS),
      team: shape.id.optional(),
      /** A fork of a version, proposed for its family. */
      contribution: shape.contribution.optional(),
    }),
    output: shape.request,
    errors: [
      'person-not-found',
      'team-not-found',
      'reference-invalid',
      'policy-not-found',
      'policy-not-allowed',
      'family-not-found',
      'version-not-found',
      'version-exists',
    ],
  },
  'request.list': {
    summary: 'Requests, newest first',
    method: 'GET',
    path: '/v1/requests',
    who: 'signed-in',
    scope: 'read',
    input: z.strictObject({ ...shape.page, state: shape.request.shape.state.optional(), team: shape.id.optional() }),
    output: shape.listOf(shape.request),
    errors: [],
  },
  'request.show': {
    summary: 'A request, with the rulings on it',
    method: 'GET',
    path: '/v1/requests/:request',
    who: 'signed-in',
    scope: 'read',
    input: z.strictObject({ request: shape.id }),
    output: shape.request.extend({
      rulings: z.array(shape.requestRuling),
      progress: shape.progress,
      /** Why people must rule whatever the policy says; while they have yet to. */
      against: z.array(z.string()),
      /** Who has yet to rule; null when nobody needs to. */
      missing: shape.review.nullable(),
      /** Under way: what comes of it may void the rulings given by then. */
      evaluation: z.object({ id: shape.id, evaluators: z.array(z.string()) }).nullable(),
    }),
    errors: ['request-not-found'],
  },
  'request.cancel': {
    summary: 'Give up a request that is still being vetted; for who asked, who answers for it, and admins',
    method: 'POST',
    path: '/v1/requests/:request/cancel',
    who: 'signed-in',
    scope: 'request',
    input: z.strictObject({ request: shape.id }),
    output: shape.request,
    errors: ['request-not-found', 'not-in-vetting', 'not-permitted'],
  },
  'request.rule': {
    summary: 'Rule on a request that the policy leaves to people',
    method: 'POST',
    path: '/v1/requests/:request/rulings',
    who: ['reviewer', 'security', 'legal'],
    scope: 'rule',
    input: z.strictObject({
      request: shape.id,
      role: z.enum(RULING_ROLES),
      ruling: z.enum(['admitted', 'denied']),
      reason: shape.prose,
      /** What was read: a ruling on another dossier is refused. */
      dossier: shape.digest,
    }),
    output: shape.request.extend({ rulings: z.array(shape.requestRuling), missing: shape.review.nullable() }),
    errors: [
      'request-not-found',
      'not-in-review',
      'own-request',
      'ruled-already',
      'role-not-held',
      'role-not-asked',
      'dossier-stale',
    ],
  },
  'decision.show': {
    summary: 'The signed decision on a request, for weighbridge verify',
    method: 'GET',
    path: '/v1/requests/:request/decision',
    who: 'signed-in',
    scope: 'read',
    input: z.strictObject({ request: shape.id }),
    output: shape.envelope,
    errors: ['request-not-found', 'not-decided'],
  },
} as const satisfies Record<string, Operation>;
