import { z } from 'zod';
import { KINSHIPS } from '../../../domain/kin.ts';
import { OPENNESS, PAPER_KINDS } from '../../../domain/openness.ts';
import { RULING_ROLES } from '../../../domain/people.ts';
import type { Operation } from '../operation.ts';
import * as shape from '../shapes.ts';

const level = z.enum(OPENNESS);
const opening = { level, audience: shape.line(500), terms: shape.line(100) };
const said = { by: shape.id, at: shape.instant };
const asked = z.array(z.object({ asks: z.string(), met: z.boolean(), why: z.string() }));
const publication = z.object({
  id: shape.id,
  request: shape.id,
  owner: shape.id,
  level,
  /** To whom, and under which licence; null while it is internal. */
  audience: z.string().nullable(),
  terms: z.string().nullable(),
  proposal: z.object({ ...opening, ...said }).nullable(),
  ...said,
  withdrawn: z.object({ ...said, reason: z.string() }).nullable(),
});
const served = z.array(
  z.object({
    release: shape.id,
    channel: z.string(),
    request: shape.id,
    why: z.string(),
    incident: shape.id.nullable(),
  }),
);
const whole = publication.extend({
  papers: z.array(z.object({ kind: z.enum(PAPER_KINDS), digest: shape.digest, summary: z.string(), ...said })),
  /** On the proposal. */
  rulings: z.array(shape.ruling.extend({ reading: z.string(), void: z.boolean() })),
  /** Names what there is to rule on: the proposal, the model's dossier, the papers. A ruling on another reading is void. */
  reading: shape.digest.nullable(),
  /** What the proposed level asks for; empty when none is proposed. */
  asks: asked,
  /** Its decision was taken back, and it is out all the same: withdraw it. */
  revokedAt: shape.instant.nullable(),
  /** Releases of its weights that get calls of outsiders, though nobody has let them out, and the incident of each. */
  served,
});
const named = { publication: shape.id };

/** How far models of ours are let out: to whom, under which terms, and back. */
export const PUBLICATION_OPERATIONS = {
  'publication.open': {
    summary: 'A model of ours that was admitted to be published begins, internal, to be let out',
    method: 'POST',
    path: '/v1/publications',
    who: ['requester', 'release-manager'],
    scope: 'request',
    input: z.strictObject({ request: shape.id }),
    output: publication.extend({ served }),
    errors: [
      'request-not-found',
      'not-decided',
      'not-admitted',
      'decision-revoked',
      'decision-expired',
      'not-ours',
      'publication-exists',
    ],
  },
  'publication.list': {
    summary: 'Models of ours, and how far each is out',
    method: 'GET',
    path: '/v1/publications',
    who: 'signed-in',
    scope: 'read',
    input: z.strictObject(shape.page),
    output: shape.listOf(publication),
    errors: [],
  },
  'publication.show': {
    summary: 'How far a model is out, its papers, and what the proposed level asks for',
    method: 'GET',
    path: '/v1/publications/:publication',
    who: 'signed-in',
    scope: 'read',
    input: z.strictObject(named),
    output: whole,
    errors: ['publication-not-found'],
  },
  'publication.attach': {
    summary: 'Answer for a document, by its digest: consent, memorisation, dual use, data licence, withdrawal plan',
    method: 'POST',
    path: '/v1/publications/:publication/papers',
    who: ['security', 'legal', 'release-manager'],
    scope: 'rule',
    input: z.strictObject({ ...named, kind: z.enum(PAPER_KINDS), digest: shape.digest, summary: shape.prose }),
    output: whole,
    errors: ['publication-not-found', 'publication-withdrawn', 'role-not-held'],
  },
  'publication.propose': {
    summary: 'Propose a more open level: to whom, under which licence; people rule on it',
    method: 'POST',
    path: '/v1/publications/:publication/proposal',
    who: ['requester', 'release-manager'],
    scope: 'request',
    input: z.strictObject({ ...named, ...opening }),
    output: whole,
    errors: ['publication-not-found', 'publication-withdrawn', 'publication-proposed', 'level-not-higher'],
  },
  'publication.retract': {
    summary: 'Take back what you proposed, or as a release manager what anybody did; nothing is ruled on then',
    method: 'DELETE',
    path: '/v1/publications/:publication/proposal',
    who: ['requester', 'release-manager'],
    scope: 'request',
    input: z.strictObject(named),
    output: whole,
    errors: ['publication-not-found', 'publication-withdrawn', 'nothing-proposed', 'not-permitted'],
  },
  'publication.rule': {
    summary: 'Rule on the proposed level; the last ruling that it takes lets the model out',
    method: 'POST',
    path: '/v1/publications/:publication/rulings',
    who: ['reviewer', 'security', 'legal'],
    scope: 'rule',
    input: z.strictObject({
      ...named,
      /** What was read: a ruling on another proposal is refused. */
      level,
      /** As `publication.show` gives it: a ruling on other papers is refused. */
      reading: shape.digest,
      role: z.enum(RULING_ROLES),
      ruling: z.enum(['admitted', 'denied']),
      reason: shape.prose,
    }),
    output: whole,
    errors: [
      'publication-not-found',
      'publication-withdrawn',
      'nothing-proposed',
      'papers-stale',
      'own-request',
      'role-not-held',
      'ruled-already',
      'level-closed',
      'decision-revoked',
      'decision-expired',
    ],
  },
  'publication.withdraw': {
    summary: 'Take a model back: internal again, and off every channel that outsiders reach',
    method: 'POST',
    path: '/v1/publications/:publication/withdrawal',
    who: ['release-manager', 'security', 'legal'],
    scope: 'release',
    input: z.strictObject({ ...named, reason: shape.prose }),
    output: publication.extend({
      /** How far it was out, and since when: copies that were taken are not taken back by this. */
      was: z.object({ level, audience: z.string().nullable(), terms: z.string().nullable() }),
      plan: shape.digest.nullable(),
      /** Releases that may not serve from now on, and their channels: roll them back. */
      releases: z.array(z.object({ release: shape.id, channel: z.string() })),
      /** Other publications of the same weights, which were withdrawn with it. */
      others: z.array(shape.id),
      /** What was made from it, as far as that was recorded: it is not taken back with it, and people must rule before more of it goes out. */
      descendants: z.array(
        z.object({
          request: shape.id,
          owner: shape.id,
          how: z.enum(KINSHIPS),
          publication: shape.id.nullable(),
          channels: z.array(z.string()),
        }),
      ),
    }),
    errors: ['publication-not-found', 'publication-withdrawn'],
  },
  'publication.statement': {
    summary: 'The signed statement of what is out, to whom, under which terms, or that it was withdrawn',
    method: 'GET',
    path: '/v1/publications/:publication/statement',
    who: 'signed-in',
    scope: 'read',
    input: z.strictObject(named),
    output: shape.envelope,
    errors: ['publication-not-found', 'nothing-published', 'decision-revoked'],
  },
} as const satisfies Record<string, Operation>;
