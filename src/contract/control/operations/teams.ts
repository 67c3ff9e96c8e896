import { z } from 'zod';
import type { Operation } from '../operation.ts';
import * as shape from '../shapes.ts';

const members = z.array(shape.id).max(1000);

/** Organisations of a server, and teams within one. */
export const TEAM_OPERATIONS = {
  'organisation.add': {
    summary: 'Another organisation on this server, with its first sign-in; for admins of the first one, main',
    method: 'POST',
    path: '/v1/organisations',
    who: ['admin'],
    scope: 'administer',
    input: z.strictObject({ name: shape.organisation, email: shape.email }),
    output: z.object({ organisation: z.string(), email: z.string(), password: z.string() }),
    errors: ['organisation-exists', 'not-the-operator'],
    secret: true,
  },
  'team.list': {
    summary: 'Teams, with the ids of their members',
    method: 'GET',
    path: '/v1/teams',
    who: 'signed-in',
    scope: 'read',
    input: z.strictObject(shape.page),
    output: shape.listOf(shape.team),
    errors: [],
  },
  'team.add': {
    summary: 'A team; a request may be one’s',
    method: 'POST',
    path: '/v1/teams',
    who: ['admin'],
    scope: 'administer',
    input: z.strictObject({ name: shape.line(100), members: members.default([]) }),
    output: shape.team,
    errors: ['team-exists', 'person-not-found'],
  },
  'team.change': {
    summary: 'Another name, or other members',
    method: 'PATCH',
    path: '/v1/teams/:team',
    who: ['admin'],
    scope: 'administer',
    input: z.strictObject({ team: shape.id, name: shape.line(100).optional(), members: members.optional() }),
    output: shape.team,
    errors: ['team-not-found', 'team-exists', 'person-not-found'],
  },
} as const satisfies Record<string, Operation>;
