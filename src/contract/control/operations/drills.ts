import { z } from 'zod';
import type { Operation } from '../operation.ts';
import * as shape from '../shapes.ts';

/** Trying whether a rollback would work, without doing it. */
export const DRILL_OPERATIONS = {
  'drill.start': {
    summary: 'Have a worker look whether what a rollback would bring back is admitted, at hand, equal, and served',
    method: 'POST',
    path: '/v1/channels/:channel/drills',
    who: ['release-manager', 'security'],
    scope: 'release',
    input: z.strictObject({ channel: shape.channelName }),
    output: shape.drill,
    errors: ['channel-not-found', 'nothing-to-restore'],
  },
  'drill.show': {
    summary: 'A drill, with what each step came to',
    method: 'GET',
    path: '/v1/drills/:drill',
    who: 'signed-in',
    scope: 'read',
    input: z.strictObject({ drill: shape.id }),
    output: shape.drill,
    errors: ['drill-not-found'],
  },
  'drill.list': {
    summary: 'A channel’s drills, newest first',
    method: 'GET',
    path: '/v1/channels/:channel/drills',
    who: 'signed-in',
    scope: 'read',
    input: z.strictObject({ channel: shape.channelName, ...shape.page }),
    output: shape.listOf(shape.drill),
    errors: ['channel-not-found'],
  },
} as const satisfies Record<string, Operation>;
