import { z } from 'zod';
import { ROLE_NAMES, RULING_ROLES, SCOPES } from '../../domain/people.ts';
import { DIRECTIONS, STANDINGS } from '../../domain/request.ts';
import type { Operation } from './operation.ts';
import * as shape from './shapes.ts';

/** Everything the control plane does. */
export const OPERATIONS = {
  'session.open': {
    summary: 'Sign in',
    method: 'POST',
    path: '/v1/sessions',
    scope: 'read',
    input: z.strictObject({ organisation: shape.organisation, email: shape.email, password: z.string().max(256) }),
    output: z.object({ session: z.string(), csrf: z.string(), person: shape.person, expiresAt: shape.instant }),
    errors: ['sign-in-refused', 'sign-in-paused'],
    secret: true,
  },
  'session.close': {
    summary: 'Sign out',
    method: 'DELETE',
    path: '/v1/sessions/current',
    scope: 'read',
    input: z.strictObject({}),
    output: z.object({ closed: z.boolean() }),
    errors: [],
    secret: true,
  },
  'key.show': {
    summary: 'The public key that decisions are signed with',
    method: 'GET',
    path: '/v1/key',
    scope: 'read',
    input: z.strictObject({}),
    output: z.object({ keyId: z.string(), publicKey: z.string() }),
    errors: [],
  },
  'me.show': {
    summary: 'Who calls',
    method: 'GET',
    path: '/v1/me',
    scope: 'read',
    input: z.strictObject({}),
    output: shape.person.extend({ organisation: z.string() }),
    errors: [],
  },
  'person.list': {
    summary: 'People of the organisation',
    method: 'GET',
    path: '/v1/people',
    scope: 'read',
    input: z.strictObject(shape.page),
    output: shape.listOf(shape.person),
    errors: [],
  },
  'person.add': {
    summary: 'Add somebody who may sign in',
    method: 'POST',
    path: '/v1/people',
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
    scope: 'administer',
    input: z.strictObject({
      person: shape.id,
      roles: z.array(z.enum(ROLE_NAMES)).max(ROLE_NAMES.length).optional(),
      disabled: z.boolean().optional(),
    }),
    output: shape.person,
    errors: ['person-not-found', 'last-admin'],
  },
  'token.list': {
    summary: 'Your tokens',
    method: 'GET',
    path: '/v1/tokens',
    scope: 'read',
    input: z.strictObject(shape.page),
    output: shape.listOf(shape.token),
    errors: [],
  },
  'token.add': {
    summary: 'A token for scripts; it is shown once',
    method: 'POST',
    path: '/v1/tokens',
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
    scope: 'administer',
    input: z.strictObject({ token: shape.id }),
    output: shape.token,
    errors: ['token-not-found'],
  },
  'request.open': {
    summary: 'Ask for a model, for a use; it is vetted at once',
    method: 'POST',
    path: '/v1/requests',
    scope: 'request',
    input: z.strictObject({
      direction: z.enum(DIRECTIONS),
      reference: shape.line(2000),
      use: shape.use.partial(),
      policy: z.enum(['default', 'strict', 'research']).default('default'),
      owner: shape.id,
      role: z.enum(STANDINGS),
    }),
    output: shape.request,
    errors: ['person-not-found', 'reference-invalid'],
  },
  'request.list': {
    summary: 'Requests, newest first',
    method: 'GET',
    path: '/v1/requests',
    scope: 'read',
    input: z.strictObject({ ...shape.page, state: shape.request.shape.state.optional() }),
    output: shape.listOf(shape.request),
    errors: [],
  },
  'request.show': {
    summary: 'A request, with the rulings on it',
    method: 'GET',
    path: '/v1/requests/:request',
    scope: 'read',
    input: z.strictObject({ request: shape.id }),
    output: shape.request.extend({ rulings: z.array(shape.ruling) }),
    errors: ['request-not-found'],
  },
  'request.rule': {
    summary: 'Rule on a request that the policy leaves to people',
    method: 'POST',
    path: '/v1/requests/:request/rulings',
    scope: 'rule',
    input: z.strictObject({
      request: shape.id,
      role: z.enum(RULING_ROLES),
      ruling: z.enum(['admitted', 'denied']),
      reason: shape.prose,
      /** What was read: a ruling on another dossier is refused. */
      dossier: shape.digest,
    }),
    output: shape.request.extend({ rulings: z.array(shape.ruling) }),
    errors: ['request-not-found', 'not-in-review', 'own-request', 'ruled-already', 'role-not-held', 'dossier-stale'],
  },
  'decision.show': {
    summary: 'The signed decision on a request, for weighbridge verify',
    method: 'GET',
    path: '/v1/requests/:request/decision',
    scope: 'read',
    input: z.strictObject({ request: shape.id }),
    output: shape.envelope,
    errors: ['request-not-found', 'not-decided'],
  },
  'dossier.list': {
    summary: 'Dossiers, newest first',
    method: 'GET',
    path: '/v1/dossiers',
    scope: 'read',
    input: z.strictObject({}),
    output: z.object({ items: z.array(shape.dossierSummary) }),
    errors: [],
  },
  'dossier.show': {
    summary: 'The newest vetting of a dossier, whole',
    method: 'GET',
    path: '/v1/dossiers/:dossier',
    scope: 'read',
    input: z.strictObject({ dossier: z.string().regex(/^(sha256:)?[0-9a-f]{1,64}$/, 'is no digest') }),
    output: z.looseObject({}),
    errors: ['dossier-not-found', 'dossier-ambiguous', 'dossier-damaged'],
  },
  'audit.list': {
    summary: 'Every act and every refusal, oldest first, from a position on',
    method: 'GET',
    path: '/v1/audit',
    scope: 'read',
    input: z.strictObject({
      since: z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER).default(0),
      limit: z.coerce.number().int().min(1).max(1000).default(100),
    }),
    output: z.object({
      items: z.array(
        z.object({
          position: z.number(),
          /** As it was written: canonical JSON with at, actor, act, subject, detail. */
          entry: z.string(),
        }),
      ),
    }),
    errors: [],
  },
} as const satisfies Record<string, Operation>;

export type OperationName = keyof typeof OPERATIONS;
export const OPERATION_NAMES = Object.keys(OPERATIONS) as readonly OperationName[];
export type InputOf<Name extends OperationName> = z.input<(typeof OPERATIONS)[Name]['input']>;
export type ParsedInputOf<Name extends OperationName> = z.output<(typeof OPERATIONS)[Name]['input']>;
export type OutputOf<Name extends OperationName> = z.output<(typeof OPERATIONS)[Name]['output']>;

/** The control plane, whether it runs in this process or answers over HTTP. */
export type Control = <Name extends OperationName>(name: Name, input: InputOf<Name>) => Promise<OutputOf<Name>>;
