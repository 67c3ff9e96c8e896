import { z } from 'zod';
import type { Operation } from '../operation.ts';
import * as shape from '../shapes.ts';

/** Bringing what was admitted to a channel, and going back. */
export const RELEASE_OPERATIONS = {
  'release.promote': {
    summary:
      'Release what was admitted, a request’s model or a subject, on a channel, for all calls or a share of them',
    method: 'POST',
    path: '/v1/channels/:channel/releases',
    who: ['release-manager'],
    scope: 'release',
    input: z.strictObject({
      channel: shape.channelName,
      /** A request's id, or a subject's: a hosted model or a composite. */
      request: shape.id,
      /** Percent of the calls. */
      share: z.number().int().min(1).max(100).default(100),
      reason: shape.prose.optional(),
    }),
    output: shape.release,
    errors: [
      'channel-not-found',
      'channel-frozen',
      'request-not-found',
      'not-decided',
      'not-admitted',
      'decision-revoked',
      'decision-expired',
      'gate-closed',
      'outside-family',
      'release-current',
    ],
  },
  'release.rollback': {
    summary: 'Bring back the newest earlier release that may still serve',
    method: 'POST',
    path: '/v1/channels/:channel/rollback',
    who: ['release-manager', 'security'],
    scope: 'release',
    input: z.strictObject({ channel: shape.channelName, reason: shape.prose }),
    output: shape.release,
    errors: ['channel-not-found', 'nothing-to-restore'],
  },
  'release.list': {
    summary: 'What was released on a channel, newest first',
    method: 'GET',
    path: '/v1/channels/:channel/releases',
    who: 'signed-in',
    scope: 'read',
    input: z.strictObject({ channel: shape.channelName, ...shape.page }),
    output: shape.listOf(shape.release),
    errors: ['channel-not-found'],
  },
  'release.withdraw': {
    summary: 'A release is not to serve again, whatever its decision says',
    method: 'POST',
    path: '/v1/releases/:release/withdrawal',
    who: ['release-manager', 'security'],
    scope: 'release',
    input: z.strictObject({ release: shape.id, reason: shape.prose }),
    output: shape.release,
    errors: ['release-not-found'],
  },
  'decision.revoke': {
    summary: 'Take a decision back: nothing that rests on it may serve, and its owner is told',
    method: 'POST',
    path: '/v1/requests/:request/revocation',
    who: ['security', 'legal', 'admin'],
    scope: 'rule',
    input: z.strictObject({ request: shape.id, reason: shape.prose }),
    output: z.object({
      request: shape.id,
      revokedAt: shape.instant,
      /** Channels where it serves: roll them back. */
      channels: z.array(z.string()),
      /** What was made from it and admitted here: each is asked for anew, and where it serves is said. */
      descendants: z.array(z.object({ request: shape.id, renewal: shape.id, channels: z.array(z.string()) })),
      /** Other decisions by which the same bytes serve, and where: they stand until they are revoked too. */
      others: z.array(z.object({ request: shape.id, channels: z.array(z.string()) })),
    }),
    errors: ['request-not-found', 'not-decided', 'decision-revoked'],
  },
} as const satisfies Record<string, Operation>;
