import { z } from 'zod';
import { ACCESS_LEVELS } from '../../../domain/channel.ts';
import type { Operation } from '../operation.ts';
import * as shape from '../shapes.ts';

const described = {
  /** Only its versions are released here. */
  family: shape.plainName,
  environment: shape.label(100),
  access: z.enum(ACCESS_LEVELS),
  gate: shape.gate.partial(),
};

/** The names that models are served under. */
export const CHANNEL_OPERATIONS = {
  'channel.open': {
    summary: 'A channel, with what its gate asks of a release',
    method: 'POST',
    path: '/v1/channels',
    who: ['release-manager'],
    scope: 'release',
    input: z.strictObject({
      name: shape.channelName,
      family: described.family.optional(),
      environment: described.environment,
      access: described.access.default('organisation'),
      gate: described.gate.default({}),
    }),
    output: shape.channel,
    errors: ['channel-exists', 'channel-not-found', 'family-not-found'],
  },
  'channel.list': {
    summary: 'Every channel, with what serves on it',
    method: 'GET',
    path: '/v1/channels',
    who: 'signed-in',
    scope: 'read',
    input: z.strictObject({}),
    output: z.object({ items: z.array(shape.channel) }),
    errors: [],
  },
  'channel.show': {
    summary: 'A channel, what serves on it, and what a rollback would bring back',
    method: 'GET',
    path: '/v1/channels/:channel',
    who: 'signed-in',
    scope: 'read',
    input: z.strictObject({ channel: shape.channelName }),
    output: shape.channel.extend({
      restorable: shape.release.nullable(),
      /** The newest that ended. */
      drill: shape.drill.nullable(),
      /** Why nobody should rely on a rollback. */
      warnings: z.array(z.string()),
    }),
    errors: ['channel-not-found'],
  },
  'channel.change': {
    summary: 'Change what a channel is for or what its gate asks; what loosens it waits for another person',
    method: 'PATCH',
    path: '/v1/channels/:channel',
    who: ['release-manager'],
    scope: 'release',
    input: z.strictObject({
      channel: shape.channelName,
      family: described.family.optional(),
      environment: described.environment.optional(),
      access: described.access.optional(),
      gate: described.gate.optional(),
      upstreams: z
        .array(z.url({ protocol: /^https?$/ }).max(500))
        .max(20)
        .optional(),
    }),
    output: shape.channel,
    errors: ['channel-not-found', 'family-not-found', 'outside-family', 'address-refused', 'gate-closed'],
  },
  'channel.confirm': {
    summary: 'Let a loosening hold that somebody else asked for, or drop it',
    method: 'POST',
    path: '/v1/channels/:channel/loosening',
    who: ['release-manager', 'security'],
    scope: 'release',
    input: z.strictObject({
      channel: shape.channelName,
      /** What was read: another one is refused. */
      loosening: shape.id,
      confirm: z.boolean(),
    }),
    output: shape.channel,
    errors: ['channel-not-found', 'loosening-not-found', 'own-loosening', 'family-not-found', 'outside-family'],
  },
  'channel.freeze': {
    summary: 'Nothing is promoted there until it is thawed; a rollback still works',
    method: 'POST',
    path: '/v1/channels/:channel/freeze',
    who: ['release-manager', 'security'],
    scope: 'release',
    input: z.strictObject({ channel: shape.channelName, reason: shape.prose }),
    output: shape.channel,
    errors: ['channel-not-found'],
  },
  'channel.thaw': {
    summary: 'Let releases be promoted there again',
    method: 'DELETE',
    path: '/v1/channels/:channel/freeze',
    who: ['release-manager', 'security'],
    scope: 'release',
    input: z.strictObject({ channel: shape.channelName }),
    output: shape.channel,
    errors: ['channel-not-found'],
  },
} as const satisfies Record<string, Operation>;
