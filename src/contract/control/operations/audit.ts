import { z } from 'zod';
import type { Operation } from '../operation.ts';

const position = z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER);
const hash = z.string().describe('32 bytes, base64');
const READERS = ['auditor', 'admin'] as const;

const checkpoint = z.object({
  size: z.number(),
  /** Signed, with the lines of the witnesses that cosigned it (c2sp.org/tlog-checkpoint). */
  note: z.string(),
  /** The log's key (c2sp.org/signed-note). */
  key: z.string(),
});

const problem = z.object({ kind: z.enum(['rewritten', 'missing', 'truncated', 'forked']), message: z.string() });

/** What was done, and by whom; and the proofs that it still says so. */
export const AUDIT_OPERATIONS = {
  'audit.list': {
    summary: 'Every act and every refusal, oldest first, from a position on',
    method: 'GET',
    path: '/v1/audit',
    who: READERS,
    scope: 'read',
    input: z.strictObject({
      since: position.default(0),
      limit: z.coerce.number().int().min(1).max(1000).default(100),
    }),
    output: z.object({
      items: z.array(
        z.object({
          position: z.number(),
          /** As it was written: canonical JSON with at, actor, act, subject, detail. Its UTF-8 is what is hashed. */
          entry: z.string(),
          /** What it completed when it was written: its own hash, then those of the subtrees that end with it. */
          completed: z.string(),
          /** What it says about a person, while that person's key is there. */
          about: z.string().nullable(),
        }),
      ),
    }),
    errors: [],
  },
  'audit.checkpoint': {
    summary: 'What the log says of itself now, signed',
    method: 'GET',
    path: '/v1/audit/checkpoint',
    who: 'signed-in',
    scope: 'read',
    input: z.strictObject({}),
    output: checkpoint,
    errors: [],
  },
  'audit.checkpoints': {
    summary: 'Every checkpoint that was signed, by size, with who cosigned it: the log is held to all of them',
    method: 'GET',
    path: '/v1/audit/checkpoints',
    who: 'signed-in',
    scope: 'read',
    input: z.strictObject({
      since: position.default(0),
      limit: z.coerce.number().int().min(1).max(1000).default(100),
    }),
    output: z.object({
      items: z.array(z.object({ size: z.number(), note: z.string() })),
      /** Where the rest begins; null at the end. */
      next: z.number().nullable(),
    }),
    errors: [],
  },
  'audit.prove': {
    summary: 'The proof that an entry is in the log',
    method: 'GET',
    path: '/v1/audit/proofs/:position',
    who: READERS,
    scope: 'read',
    input: z.strictObject({ position, size: position.optional() }),
    output: z.object({ position: z.number(), size: z.number(), entry: z.string(), path: z.array(hash) }),
    errors: ['audit-not-so-long'],
  },
  'audit.consistency': {
    summary: 'The proof that the log as it was is the beginning of the log as it is',
    method: 'GET',
    path: '/v1/audit/consistency/:before/:after',
    who: 'signed-in',
    scope: 'read',
    input: z.strictObject({ before: position, after: position }),
    output: z.object({ before: z.number(), after: z.number(), path: z.array(hash) }),
    errors: ['audit-not-so-long'],
  },
  'audit.verify': {
    summary: 'Read the whole log and hold it against what it kept and what it signed',
    method: 'POST',
    path: '/v1/audit/verification',
    who: READERS,
    scope: 'read',
    input: z.strictObject({}),
    output: z.object({ ok: z.boolean(), size: z.number(), root: hash, problems: z.array(problem) }),
    errors: [],
  },
  'audit.cosign': {
    summary: 'Add a witness’s signature to a checkpoint',
    method: 'POST',
    path: '/v1/audit/cosignatures',
    who: READERS,
    scope: 'read',
    input: z.strictObject({ size: position, key: z.string().max(1000), line: z.string().max(2000) }),
    output: checkpoint,
    errors: ['cosignature-invalid'],
  },
} as const satisfies Record<string, Operation>;
