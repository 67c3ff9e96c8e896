import { z } from 'zod';
import type { Operation } from '../operation.ts';
import * as shape from '../shapes.ts';

/** The gateways behind a channel. */
export const GATEWAY_NODE_OPERATIONS = {
  'channel.nodes': {
    summary: 'The gateways that serve a channel, and which of them have what serves there now',
    method: 'GET',
    path: '/v1/channels/:channel/nodes',
    who: 'signed-in',
    scope: 'read',
    input: z.strictObject({ channel: shape.channelName }),
    output: z.object({
      items: z.array(shape.gatewayNode),
      /** How many of them have taken up all that happened on the channel. */
      current: z.number(),
    }),
    errors: ['channel-not-found'],
  },
} as const satisfies Record<string, Operation>;
