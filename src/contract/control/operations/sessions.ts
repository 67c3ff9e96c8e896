import { z } from 'zod';
import type { Operation } from '../operation.ts';
import * as shape from '../shapes.ts';

/** Signing in and out, and who calls. */
export const SESSION_OPERATIONS = {
  'session.open': {
    summary: 'Sign in',
    method: 'POST',
    path: '/v1/sessions',
    who: 'anyone',
    scope: 'read',
    input: z.strictObject({
      organisation: shape.organisation,
      email: shape.email,
      password: z.string().max(256),
      /** Of an authenticator app, or a recovery code, where somebody enrolled one. */
      code: z.string().max(20).optional(),
    }),
    output: z.object({ session: z.string(), csrf: z.string(), person: shape.person, expiresAt: shape.instant }),
    errors: ['sign-in-refused', 'sign-in-paused', 'code-wanted'],
    secret: true,
  },
  'session.close': {
    summary: 'Sign out',
    method: 'DELETE',
    path: '/v1/sessions/current',
    who: 'signed-in',
    scope: 'read',
    input: z.strictObject({}),
    output: z.object({ closed: z.boolean() }),
    errors: [],
    secret: true,
  },
  'me.show': {
    summary: 'Who calls',
    method: 'GET',
    path: '/v1/me',
    who: 'signed-in',
    scope: 'read',
    input: z.strictObject({}),
    output: shape.person.extend({ organisation: z.string() }),
    errors: [],
  },
  'key.show': {
    summary: 'The public key that decisions are signed with',
    method: 'GET',
    path: '/v1/key',
    who: 'anyone',
    scope: 'read',
    input: z.strictObject({}),
    output: z.object({ keyId: z.string(), publicKey: z.string() }),
    errors: [],
  },
} as const satisfies Record<string, Operation>;
