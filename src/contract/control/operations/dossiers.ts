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
    errors: ['dossier-not-found', 'dossier-ambiguous', 'dossier-damaged'],
  },
} as const satisfies Record<string, Operation>;
