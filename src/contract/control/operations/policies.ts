import { z } from 'zod';
import { OUTCOMES } from '../../../domain/verdict.ts';
import type { Operation } from '../operation.ts';
import * as shape from '../shapes.ts';

/** What policies would say. */
export const POLICY_OPERATIONS = {
  'policy.what-if': {
    summary: 'Which dossiers another policy would judge otherwise; keeps nothing',
    method: 'POST',
    path: '/v1/policies/what-if',
    who: 'signed-in',
    scope: 'read',
    input: z.strictObject({
      policy: z.union([
        z.strictObject({ kind: z.literal('profile'), id: shape.line(100) }),
        z.strictObject({
          kind: z.literal('text'),
          name: shape.line(200),
          text: z.string().max(1024 * 1024),
        }),
      ]),
      /** How many of the newest dossiers were looked at already. */
      from: z.number().int().min(0).max(1_000_000).default(0),
      limit: z.number().int().min(1).max(200).default(100),
    }),
    output: z.object({
      items: z.array(
        z.object({
          dossier: shape.digest,
          reference: z.string(),
          before: z.enum(OUTCOMES),
          policy: z.string(),
          after: z.enum(OUTCOMES),
          reasons: z.array(z.string()),
        }),
      ),
      looked: z.number(),
      /** Where to go on; null at the end. */
      next: z.number().nullable(),
    }),
    errors: ['policy-invalid'],
    maxBody: 2 * 1024 * 1024,
  },
} as const satisfies Record<string, Operation>;
