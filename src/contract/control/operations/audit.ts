import { z } from 'zod';
import type { Operation } from '../operation.ts';

/** What was done, and by whom. */
export const AUDIT_OPERATIONS = {
  'audit.list': {
    summary: 'Every act and every refusal, oldest first, from a position on',
    method: 'GET',
    path: '/v1/audit',
    who: ['auditor', 'admin'],
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
