import { z } from 'zod';
import type { Operation } from '../operation.ts';
import * as shape from '../shapes.ts';
import { SESSION_OPERATIONS } from './sessions.ts';

const issuer = z.url().max(500);
/** At most 255 ASCII characters (OpenID Connect Core, section 2). */
const subject = z.string().regex(/^[\x20-\x7e]{1,255}$/, 'is no subject');
const identity = z.object({ issuer: z.string(), subject: z.string(), person: shape.id, linkedAt: shape.instant });

/** Signing in at an identity provider (OpenID Connect), and who is who there. */
export const SINGLE_SIGN_ON_OPERATIONS = {
  'sso.show': {
    summary: 'Whether people may sign in at an identity provider, and what it is called',
    method: 'GET',
    path: '/v1/sso',
    who: 'anyone',
    scope: 'read',
    input: z.strictObject({}),
    output: z.object({ provider: z.string().nullable() }),
    errors: [],
  },
  'sso.start': {
    summary: 'Begin to sign in at the identity provider: the address to go to, and what this browser comes back with',
    method: 'POST',
    path: '/v1/sso',
    who: 'anyone',
    scope: 'read',
    input: z.strictObject({ organisation: shape.organisation }),
    output: z.object({ address: z.string(), browser: z.string() }),
    errors: ['sso-unconfigured', 'sso-unreachable'],
    secret: true,
  },
  'sso.finish': {
    summary: 'Sign in with what the identity provider sent back; a browser comes by /v1/sso/callback instead',
    method: 'POST',
    path: '/v1/sso/finish',
    who: 'anyone',
    scope: 'read',
    input: z.strictObject({ browser: z.string().max(200), parameters: z.string().max(8192) }),
    output: SESSION_OPERATIONS['session.open'].output,
    errors: ['sso-unconfigured', 'sso-refused', 'sso-not-a-member', 'sso-address-taken', 'sso-unreachable'],
    secret: true,
  },
  'identity.list': {
    summary: 'Who somebody is at identity providers',
    method: 'GET',
    path: '/v1/people/:person/identities',
    who: ['admin', 'auditor'],
    scope: 'read',
    input: z.strictObject({ person: shape.id }),
    output: z.object({ items: z.array(identity) }),
    errors: ['person-not-found'],
  },
  'identity.link': {
    summary: 'Say that somebody here is this subject of an identity provider',
    method: 'POST',
    path: '/v1/people/:person/identities',
    who: ['admin'],
    scope: 'administer',
    input: z.strictObject({ person: shape.id, issuer, subject }),
    output: identity,
    errors: ['person-not-found', 'identity-linked'],
  },
  'identity.unlink': {
    summary: 'Take that back; their sessions and tokens end with it',
    method: 'DELETE',
    path: '/v1/people/:person/identities',
    who: ['admin'],
    scope: 'administer',
    input: z.strictObject({ person: shape.id, issuer, subject }),
    output: z.object({ unlinked: z.boolean() }),
    errors: ['person-not-found', 'identity-not-found'],
  },
} as const satisfies Record<string, Operation>;
