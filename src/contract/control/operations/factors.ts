import { z } from 'zod';
import type { Operation } from '../operation.ts';
import * as shape from '../shapes.ts';

const code = z.string().regex(/^[0-9]{6}$|^[a-z0-9]{5}-[a-z0-9]{5}$/, 'is no code');

/** A second factor for those who sign in with a password (TOTP, RFC 6238). */
export const FACTOR_OPERATIONS = {
  'factor.enrol': {
    summary: 'A secret for your authenticator app, shown once; a code of it must confirm it',
    method: 'POST',
    path: '/v1/me/factor',
    who: 'signed-in',
    scope: 'administer',
    input: z.strictObject({}),
    output: z.object({ secret: z.string(), uri: z.string() }),
    errors: ['factor-exists'],
    secret: true,
  },
  'factor.confirm': {
    summary: 'Ask for a code at every sign-in from now on; gives the recovery codes, once',
    method: 'POST',
    path: '/v1/me/factor/confirmation',
    who: 'signed-in',
    scope: 'administer',
    input: z.strictObject({ code }),
    output: z.object({ recoveryCodes: z.array(z.string()) }),
    errors: ['factor-not-found', 'factor-exists', 'code-refused', 'sign-in-paused'],
    secret: true,
  },
  'factor.remove': {
    summary: 'Ask for no code any more; takes one, or a recovery code',
    method: 'DELETE',
    path: '/v1/me/factor',
    who: 'signed-in',
    scope: 'administer',
    input: z.strictObject({ code }),
    output: z.object({ removed: z.boolean() }),
    errors: ['factor-not-found', 'code-refused', 'sign-in-paused'],
    secret: true,
  },
  'factor.reset': {
    summary: 'Take somebody’s second factor away, who lost it; their sessions and tokens end with it',
    method: 'POST',
    path: '/v1/people/:person/factor-reset',
    who: ['admin'],
    scope: 'administer',
    input: z.strictObject({ person: shape.id }),
    output: z.object({ removed: z.boolean() }),
    errors: ['person-not-found'],
  },
} as const satisfies Record<string, Operation>;
