import { z } from 'zod';
import { SCOPES } from '../../../domain/people.ts';
import type { Operation } from '../operation.ts';
import * as shape from '../shapes.ts';

/** Tokens for scripts. */
export const TOKEN_OPERATIONS = {
  'token.list': {
    summary: 'Your tokens',
    method: 'GET',
    path: '/v1/tokens',
    who: 'signed-in',
    scope: 'read',
    input: z.strictObject(shape.page),
    output: shape.listOf(shape.token),
    errors: [],
  },
  'token.add': {
    summary: 'A token for scripts; it is shown once',
    method: 'POST',
    path: '/v1/tokens',
    who: 'signed-in',
    scope: 'administer',
    input: z.strictObject({
      name: shape.line(100),
      scopes: z.array(z.enum(SCOPES)).min(1),
      days: z.number().int().min(1).max(366),
    }),
    output: shape.token.extend({ secret: z.string() }),
    errors: ['scope-exceeded'],
    secret: true,
  },
  'token.revoke': {
    summary: 'End one of your tokens',
    method: 'DELETE',
    path: '/v1/tokens/:token',
    who: 'signed-in',
    scope: 'administer',
    input: z.strictObject({ token: shape.id }),
    output: shape.token,
    errors: ['token-not-found'],
  },
} as const satisfies Record<string, Operation>;
