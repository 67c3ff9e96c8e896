import { z } from 'zod';
import type { Operation } from '../operation.ts';
import * as shape from '../shapes.ts';
import { version } from './families.ts';

const contribution = shape.contribution.extend({
  request: shape.id,
  state: shape.request.shape.state,
  /** It is a version of the family. */
  accepted: z.boolean(),
});
const checked = contribution.extend({
  /** What the family requires, from the dossier of the request; empty until it was vetted. */
  checks: z.array(z.object({ check: z.string(), met: z.boolean(), why: z.string() })),
  /** What stands between it and its acceptance. */
  lacks: z.array(z.string()),
});

/** Forks that were proposed for a family; request.open makes one. */
export const CONTRIBUTION_OPERATIONS = {
  'contribution.list': {
    summary: 'Forks that were proposed for a family, newest first',
    method: 'GET',
    path: '/v1/families/:family/contributions',
    who: 'signed-in',
    scope: 'read',
    input: z.strictObject({ family: shape.plainName, ...shape.page }),
    output: shape.listOf(contribution),
    errors: ['family-not-found'],
  },
  'contribution.show': {
    summary: 'A proposed fork, with each required check and what is missing still',
    method: 'GET',
    path: '/v1/contributions/:request',
    who: 'signed-in',
    scope: 'read',
    input: z.strictObject({ request: shape.id }),
    output: checked,
    errors: ['contribution-not-found'],
  },
  'contribution.accept': {
    summary: 'A fork that has all that its family asks for becomes a version, and is released on the candidate channel',
    method: 'POST',
    path: '/v1/contributions/:request/acceptance',
    who: ['release-manager'],
    scope: 'release',
    input: z.strictObject({ request: shape.id }),
    output: version.extend({ release: shape.release.nullable() }),
    errors: [
      'contribution-not-found',
      'contribution-incomplete',
      'version-exists',
      'not-decided',
      'not-admitted',
      'decision-revoked',
      'decision-expired',
      'channel-not-found',
      'channel-frozen',
      'gate-closed',
      'outside-family',
    ],
  },
} as const satisfies Record<string, Operation>;
