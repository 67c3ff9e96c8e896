import { z } from 'zod';
import { RULING_ROLES } from '../domain/people.ts';
import { DIRECTIONS, STANDINGS } from '../domain/request.ts';
import { type Digest, isDigest } from '../kernel/digest.ts';

const digest = z.custom<Digest>((value) => typeof value === 'string' && isDigest(value), 'not a digest');
const instant = z.string().refine((text) => !Number.isNaN(Date.parse(text)), 'not a date');

/** The use that a dossier was made for. */
export const useShape = z.strictObject({
  purpose: z.string(),
  commercial: z.boolean(),
  exposure: z.enum(['internal', 'hosted', 'redistributed']),
  monthlyUsers: z.number(),
  regions: z.array(z.string()),
  regulatedDomain: z.string().nullable(),
  trainsOtherModels: z.boolean(),
  personalData: z.boolean(),
  // Decisions of before these were asked stay readable.
  annualRevenueUsd: z.number().nullable().default(null),
  usersAtRelease: z.number().nullable().default(null),
  sellsOutputs: z.boolean().default(false),
  seat: z.string().nullable().default(null),
  modality: z.enum(['text', 'multimodal']).nullable().default(null),
});

export const dutyShape = z.strictObject({
  id: z.string(),
  text: z.string(),
  files: z.array(z.string()),
  // Decisions that were signed before duties had owners and days stay readable.
  owner: z.string().default('release owner'),
  due: z.string().default(''),
  when: z.string().default('before first use'),
  probe: z.string().nullable().default(null),
});

/** Who had to rule. */
export const reviewShape = z.strictObject({
  roles: z.array(z.enum(RULING_ROLES)),
  people: z.number().int().min(1),
});

/** The predicate of an admission, as schemas/admission-v1.schema.json publishes it. */
export const predicateShape = z.strictObject({
  model: z.string(),
  origin: z.strictObject({
    source: z.string(),
    name: z.string(),
    revision: z.string().nullable(),
    requested: z.string().nullable(),
  }),
  manifest: digest,
  dossier: digest,
  policy: z.strictObject({ id: z.string(), version: z.number(), digest }),
  use: useShape,
  verdict: z.enum(['admit', 'review', 'deny']),
  reasons: z.array(z.string()),
  duties: z.array(dutyShape),
  files: z.array(z.strictObject({ path: z.string(), size: z.number(), loadable: z.boolean(), claimed: z.boolean() })),
  decidedAt: instant,
  expiresAt: instant,
  request: z
    .strictObject({
      id: z.string(),
      direction: z.enum(DIRECTIONS),
      owner: z.string(),
      role: z.enum(STANDINGS),
      requestedBy: z.string(),
      policyVerdict: z.enum(['admit', 'review', 'deny']),
      review: reviewShape.optional(),
      rulings: z.array(
        z.strictObject({
          by: z.string(),
          role: z.enum(RULING_ROLES),
          ruling: z.enum(['admitted', 'denied']),
          reason: z.string(),
          at: instant,
        }),
      ),
    })
    .optional(),
});
