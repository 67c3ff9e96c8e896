import { z } from 'zod';
import { ROLE_NAMES } from '../../../domain/people.ts';
import type { Operation } from '../operation.ts';
import * as shape from '../shapes.ts';

/** People of the organisation. */
export const PERSON_OPERATIONS = {
  'person.list': {
    summary: 'People of the organisation',
    method: 'GET',
    path: '/v1/people',
    who: 'signed-in',
    scope: 'read',
    input: z.strictObject(shape.page),
    output: shape.listOf(shape.person),
    errors: [],
  },
  'person.add': {
    summary: 'Add somebody who may sign in',
    method: 'POST',
    path: '/v1/people',
    who: ['admin'],
    scope: 'administer',
    input: z.strictObject({
      email: shape.email,
      name: shape.line(200),
      password: shape.password,
      roles: z.array(z.enum(ROLE_NAMES)).max(ROLE_NAMES.length),
    }),
    output: shape.person,
    errors: ['person-exists'],
    secret: true,
  },
  'person.change': {
    summary: 'Change what somebody may do, or shut them out; their sessions and tokens end with it',
    method: 'PATCH',
    path: '/v1/people/:person',
    who: ['admin'],
    scope: 'administer',
    input: z.strictObject({
      person: shape.id,
      roles: z.array(z.enum(ROLE_NAMES)).max(ROLE_NAMES.length).optional(),
      disabled: z.boolean().optional(),
    }),
    output: shape.person,
    errors: ['person-not-found', 'last-admin'],
  },
  'person.erase': {
    summary: 'Forget who somebody was: name, address, password, and every text about them in the audit log',
    method: 'DELETE',
    path: '/v1/people/:person',
    who: ['admin'],
    scope: 'administer',
    input: z.strictObject({ person: shape.id }),
    output: shape.person,
    errors: ['person-not-found', 'last-admin'],
  },
} as const satisfies Record<string, Operation>;
