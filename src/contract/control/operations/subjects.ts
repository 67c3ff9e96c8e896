import { z } from 'zod';
import { RULING_ROLES } from '../../../domain/people.ts';
import { PART_ROLES } from '../../../domain/subject.ts';
import type { Operation } from '../operation.ts';
import * as shape from '../shapes.ts';

/** ISO 3166-1, or `EU`, in either case: what uses are held against. */
const region = z
  .string()
  .regex(/^[A-Za-z]{2}$/)
  .transform((text) => text.toUpperCase())
  .pipe(z.string());
const hosted = z.strictObject({
  kind: z.literal('hosted'),
  provider: shape.label(100),
  model: shape.label(200),
  version: shape.label(100),
  terms: shape.digest,
  regions: z.array(region).max(250),
  evaluations: z.array(z.strictObject({ name: shape.line(200), digest: shape.digest })).max(100),
});
const image = z.strictObject({
  kind: z.literal('image'),
  name: shape.line(300),
  image: shape.digest,
  report: shape.digest,
});
const part = z.strictObject({ role: z.enum(PART_ROLES), from: z.enum(['request', 'subject']), id: shape.id });
const composite = z.strictObject({
  kind: z.literal('composite'),
  name: shape.line(200),
  parts: z.array(part).min(1).max(50),
});
const digested = composite.extend({ parts: z.array(part.extend({ digest: shape.digest })) });

const subject = z.object({
  id: shape.id,
  subject: z.discriminatedUnion('kind', [
    hosted.extend({ provider: z.string(), model: z.string(), version: z.string(), regions: z.array(z.string()) }),
    image.extend({ name: z.string() }),
    digested.extend({ name: z.string() }),
  ]),
  digest: shape.digest,
  use: shape.use,
  owner: shape.id,
  requestedBy: shape.id,
  requestedAt: shape.instant,
  expiresAt: shape.instant,
  state: z.enum(['review', 'admitted', 'denied']),
  revoked: z.object({ by: shape.id, at: shape.instant, reason: z.string() }).nullable(),
  /** What an admission of it rests on: never that somebody looked at weights. */
  restsOn: z.string(),
  /** Why it may not be used now; empty when it may. */
  barred: z.array(z.string()),
});
const whole = subject.extend({ rulings: z.array(shape.ruling), lacks: z.array(z.string()) });
const named = { subject: shape.id };

/** What is admitted besides weights: hosted models, images, and what is composed of admitted parts. */
export const SUBJECT_OPERATIONS = {
  'subject.open': {
    summary: 'Ask for a hosted model, an image, or a composite of what was admitted; people rule on it',
    method: 'POST',
    path: '/v1/subjects',
    who: ['requester'],
    scope: 'request',
    input: z.strictObject({
      what: z.discriminatedUnion('kind', [hosted, image, composite]),
      use: shape.use.partial().default({}),
      owner: shape.id,
      /** How long an admission holds. */
      days: z.number().int().min(1).max(365).default(180),
    }),
    output: whole,
    errors: ['person-not-found', 'part-not-found'],
  },
  'subject.list': {
    summary: 'Subjects that are no weights, newest first',
    method: 'GET',
    path: '/v1/subjects',
    who: 'signed-in',
    scope: 'read',
    input: z.strictObject(shape.page),
    output: shape.listOf(subject),
    errors: [],
  },
  'subject.show': {
    summary: 'A subject, what its admission rests on, and why it may not be used',
    method: 'GET',
    path: '/v1/subjects/:subject',
    who: 'signed-in',
    scope: 'read',
    input: z.strictObject(named),
    output: whole,
    errors: ['subject-not-found'],
  },
  'subject.rule': {
    summary:
      'Rule on a subject; it is admitted by two people, and only while nothing is missing and every part is admitted',
    method: 'POST',
    path: '/v1/subjects/:subject/rulings',
    who: ['reviewer', 'security', 'legal'],
    scope: 'rule',
    input: z.strictObject({
      ...named,
      role: z.enum(RULING_ROLES),
      ruling: z.enum(['admitted', 'denied']),
      reason: shape.prose,
    }),
    output: whole,
    errors: [
      'subject-not-found',
      'not-in-review',
      'own-request',
      'role-not-held',
      'ruled-already',
      'subject-incomplete',
    ],
  },
  'subject.revoke': {
    summary: 'Take the admission of a subject back; composites of it may not be used either',
    method: 'POST',
    path: '/v1/subjects/:subject/revocation',
    who: ['security', 'legal', 'admin'],
    scope: 'rule',
    input: z.strictObject({ ...named, reason: shape.prose }),
    output: whole.extend({
      /** Channels where it, or a composite of it, got calls: nothing of it serves there from now on. */
      channels: z.array(z.string()),
    }),
    errors: ['subject-not-found', 'not-decided', 'decision-revoked'],
  },
  'subject.decision': {
    summary: 'The signed decision on a subject: no folder can be held against it',
    method: 'GET',
    path: '/v1/subjects/:subject/decision',
    who: 'signed-in',
    scope: 'read',
    input: z.strictObject(named),
    output: shape.envelope,
    errors: ['subject-not-found', 'not-decided'],
  },
} as const satisfies Record<string, Operation>;
