import { z } from 'zod';
import type { Operation } from '../operation.ts';
import * as shape from '../shapes.ts';

const verifierKey = z.string().min(1).max(1000);
const witness = z.object({
  id: shape.id,
  url: z.string(),
  key: z.string(),
  /** Of the last checkpoint that it cosigned. */
  size: z.number(),
  failure: z.string().nullable(),
  addedAt: shape.instant,
});
const log = z.object({
  id: shape.id,
  origin: z.string(),
  key: z.string(),
  /** Of what was cosigned last. */
  size: z.number(),
  addedAt: shape.instant,
});

/** Who cosigns our log, and the logs of others that we cosign (c2sp.org/tlog-witness). */
export const WITNESS_OPERATIONS = {
  'witness.list': {
    summary: 'Who is asked to cosign the log, and what came of it',
    method: 'GET',
    path: '/v1/audit/witnesses',
    who: 'signed-in',
    scope: 'read',
    input: z.strictObject({}),
    output: z.object({ items: z.array(witness) }),
    errors: [],
  },
  'witness.add': {
    summary: 'Ask a witness to cosign each checkpoint that is made at its time',
    method: 'POST',
    path: '/v1/audit/witnesses',
    who: ['admin'],
    scope: 'administer',
    input: z.strictObject({ url: shape.line(2000), key: verifierKey }),
    output: witness,
    errors: ['address-refused', 'key-invalid'],
  },
  'witness.end': {
    summary: 'Ask it no more; what it cosigned stays',
    method: 'DELETE',
    path: '/v1/audit/witnesses/:witness',
    who: ['admin'],
    scope: 'administer',
    input: z.strictObject({ witness: shape.id }),
    output: z.object({ witness: shape.id }),
    errors: ['witness-not-found'],
  },
  'witnessed.list': {
    summary: 'The logs that this server cosigns, where they send their checkpoints, and the key it signs with',
    method: 'GET',
    path: '/v1/witnessed-logs',
    who: 'signed-in',
    scope: 'read',
    input: z.strictObject({}),
    output: z.object({ items: z.array(log), key: z.string(), path: z.string() }),
    errors: [],
  },
  'witnessed.add': {
    summary: 'Cosign a log of somebody else’s, by its key',
    method: 'POST',
    path: '/v1/witnessed-logs',
    who: ['admin'],
    scope: 'administer',
    input: z.strictObject({ key: verifierKey }),
    output: log,
    errors: ['key-invalid'],
  },
  'witnessed.end': {
    summary: 'Cosign it no more; what was cosigned last is kept',
    method: 'DELETE',
    path: '/v1/witnessed-logs/:log',
    who: ['admin'],
    scope: 'administer',
    input: z.strictObject({ log: shape.id }),
    output: log,
    errors: ['witness-not-found'],
  },
} as const satisfies Record<string, Operation>;
