import { z } from 'zod';
import type { Operation } from '../operation.ts';
import * as shape from '../shapes.ts';

/** What was found. */
export const DOSSIER_OPERATIONS = {
  'dossier.list': {
    summary: 'Dossiers, newest first',
    method: 'GET',
    path: '/v1/dossiers',
    who: 'signed-in',
    scope: 'read',
    input: z.strictObject({}),
    output: z.object({ items: z.array(shape.dossierSummary) }),
    errors: [],
  },
  'dossier.show': {
    summary: 'The newest vetting of a dossier, whole',
    method: 'GET',
    path: '/v1/dossiers/:dossier',
    who: 'signed-in',
    scope: 'read',
    input: z.strictObject({ dossier: z.string().regex(/^(sha256:)?[0-9a-f]{1,64}$/, 'is no digest') }),
    output: z.looseObject({}),
    errors: ['dossier-not-found', 'dossier-ambiguous', 'dossier-damaged', 'blob-missing', 'blob-changed'],
  },
  'dossier.revet': {
    summary: 'Judge what is admitted anew by what is known today; what comes of it is told, and asked for anew',
    method: 'POST',
    path: '/v1/dossiers/revet',
    who: ['reviewer', 'security', 'legal', 'admin'],
    scope: 'rule',
    input: z.strictObject({}),
    output: z.object({ job: z.string() }),
    errors: [],
  },
  'dossier.push': {
    summary: 'Keep what was found elsewhere; it must hash to its own digest, and is judged here',
    method: 'POST',
    path: '/v1/dossiers',
    who: ['requester', 'reviewer', 'security', 'legal'],
    scope: 'request',
    input: z.strictObject({
      /** A vetting, as dossier.show gives it. */
      document: z.looseObject({}),
      policy: z.enum(['default', 'strict', 'research']).default('default'),
    }),
    output: shape.dossierSummary.extend({ known: z.boolean() }),
    errors: ['dossier-invalid'],
    // Dossiers of models with tens of thousands of files.
    maxBody: 32 * 1024 * 1024,
  },
} as const satisfies Record<string, Operation>;
