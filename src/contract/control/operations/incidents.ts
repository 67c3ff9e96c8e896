import { z } from 'zod';
import { KINSHIPS } from '../../../domain/kin.ts';
import type { Operation } from '../operation.ts';
import * as shape from '../shapes.ts';

const incident = z.object({
  id: shape.id,
  request: shape.id,
  title: z.string(),
  state: z.enum(['open', 'closed']),
  /** What the server opened it for; null where a person did. */
  cause: z.string().nullable(),
  openedBy: shape.id,
  openedAt: shape.instant,
  closedBy: shape.id.nullable(),
  closedAt: shape.instant.nullable(),
});
const note = z.object({ by: shape.id, at: shape.instant, text: z.string() });
const WRITERS = ['reviewer', 'security', 'legal', 'release-manager', 'admin'] as const;

/** What went wrong with models that were admitted; what was made from them has it, too. */
export const INCIDENT_OPERATIONS = {
  'incident.list': {
    summary: 'Incidents, newest first; of one request, with those of the bases that it was made from',
    method: 'GET',
    path: '/v1/incidents',
    who: 'signed-in',
    scope: 'read',
    input: z.strictObject({ ...shape.page, state: incident.shape.state.optional(), request: shape.id.optional() }),
    output: shape.listOf(incident.extend({ inherited: z.boolean() })),
    errors: ['request-not-found'],
  },
  'incident.show': {
    summary: 'An incident, with its notes and everything admitted that was made from its model',
    method: 'GET',
    path: '/v1/incidents/:incident',
    who: 'signed-in',
    scope: 'read',
    input: z.strictObject({ incident: shape.id }),
    output: incident.extend({
      notes: z.array(note),
      descendants: z.array(
        z.object({ request: shape.id, owner: shape.id, how: z.enum(KINSHIPS), channels: z.array(z.string()) }),
      ),
    }),
    errors: ['incident-not-found'],
  },
  'incident.open': {
    summary:
      'Say that something went wrong with a model that was admitted; whoever answers for it or its descendants is told',
    method: 'POST',
    path: '/v1/incidents',
    who: WRITERS,
    scope: 'rule',
    input: z.strictObject({ request: shape.id, title: shape.line(200), text: shape.prose }),
    output: incident,
    errors: ['request-not-found', 'not-admitted'],
  },
  'incident.note': {
    summary: 'Add what is known now',
    method: 'POST',
    path: '/v1/incidents/:incident/notes',
    who: WRITERS,
    scope: 'rule',
    input: z.strictObject({ incident: shape.id, text: shape.prose }),
    output: incident,
    errors: ['incident-not-found', 'incident-closed'],
  },
  'incident.close': {
    summary: 'It is over, and why',
    method: 'POST',
    path: '/v1/incidents/:incident/closing',
    who: WRITERS,
    scope: 'rule',
    input: z.strictObject({ incident: shape.id, text: shape.prose }),
    output: incident,
    errors: ['incident-not-found', 'incident-closed'],
  },
} as const satisfies Record<string, Operation>;
