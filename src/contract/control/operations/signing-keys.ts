import { z } from 'zod';
import type { Operation } from '../operation.ts';
import * as shape from '../shapes.ts';

const keyId = z.string().regex(/^[0-9a-f]{64}$/, 'is no key id');
const signingKey = z.object({
  keyId: z.string(),
  publicKey: z.string(),
  /** Null: it came with the data folder. */
  madeAt: shape.instant.nullable(),
  /** Null: it signs. */
  reason: z.enum(['rotated', 'superseded', 'compromised']).nullable(),
  endedAt: shape.instant.nullable(),
});
/** A year; a device that hears nothing for longer is no longer told anything. */
const hours = z.coerce.number().int().min(1).max(8784).default(168);

/** The keys that decisions are signed with, what was revoked, and one file for devices without a network. */
export const SIGNING_KEY_OPERATIONS = {
  'key.list': {
    summary: 'The keys that decisions are and were signed with, oldest first',
    method: 'GET',
    path: '/v1/keys',
    who: 'signed-in',
    scope: 'read',
    input: z.strictObject({}),
    output: z.object({ items: z.array(signingKey) }),
    errors: [],
  },
  'key.rotate': {
    summary: 'Sign with a new key from now on; what the old one signed keeps its worth',
    method: 'POST',
    path: '/v1/keys',
    who: ['admin'],
    scope: 'administer',
    input: z.strictObject({ type: z.enum(['ed25519', 'p256']).default('ed25519') }),
    output: signingKey,
    errors: ['not-the-operator'],
  },
  'key.revoke': {
    summary: 'Say that a key which signs no more is revoked, since when, and why; the list of revocations says so too',
    method: 'POST',
    path: '/v1/keys/:keyId/revocation',
    who: ['admin'],
    scope: 'administer',
    input: z.strictObject({
      keyId,
      cause: z.enum(['superseded', 'compromised']),
      /** From when on nothing counts that it signed; now unless said. */
      since: shape.instant.optional(),
    }),
    output: signingKey,
    errors: ['not-the-operator', 'key-not-found', 'key-current'],
  },
  'revocation.list': {
    summary: 'Keys, decisions and releases that no longer count, signed, for weighbridge verify --revocations',
    method: 'GET',
    path: '/v1/revocations',
    who: 'signed-in',
    scope: 'read',
    input: z.strictObject({ hours }),
    output: shape.envelope,
    errors: [],
  },
  'bundle.make': {
    summary: 'Everything that a device without a network needs to judge one model, in one file',
    method: 'GET',
    path: '/v1/requests/:request/bundle',
    who: 'signed-in',
    scope: 'read',
    input: z.strictObject({ request: shape.id, channel: shape.channelName.optional(), hours }),
    output: z.object({
      bundle: z.literal('weighbridge/v1'),
      decision: shape.envelope,
      release: shape.envelope,
      revocations: shape.envelope,
    }),
    errors: [
      'request-not-found',
      'not-decided',
      'not-admitted',
      'decision-revoked',
      'decision-expired',
      'publication-withdrawn',
      'not-released',
    ],
  },
} as const satisfies Record<string, Operation>;
