import { z } from 'zod';
import { ACCESS_LEVELS } from '../../domain/channel.ts';
import { DRILL_STATES, DRILL_STEPS } from '../../domain/drill.ts';
import { SEVERITIES } from '../../domain/finding.ts';
import { OBLIGATION_KINDS, OBLIGATION_STATES } from '../../domain/obligation.ts';
import { ROLE_NAMES, RULING_ROLES, SCOPES } from '../../domain/people.ts';
import { CONSEQUENCES } from '../../domain/policy.ts';
import { DIRECTIONS, REQUEST_STATES, STANDINGS } from '../../domain/request.ts';
import { OUTCOMES } from '../../domain/verdict.ts';
import { type Digest, isDigest } from '../../kernel/digest.ts';
import { isPrintable } from '../../kernel/printable.ts';

/** Says something: white space and what nobody sees are no reason and no name. */
const says = (text: string) => /[^\s\p{C}]/u.test(text);
const SAYS_NOTHING = 'says nothing';
/** One line for people; nothing that a terminal or a log would obey. */
export const line = (max: number) =>
  z
    .string()
    .min(1)
    .max(max)
    .refine((text) => !/\p{Cc}/u.test(text) && text.isWellFormed(), 'has control characters')
    .refine(says, SAYS_NOTHING);
/** One line by which people tell things apart: nothing in it may make it look like another. */
export const label = (max: number) =>
  line(max).refine(isPrintable, 'has characters that nobody sees, or that turn others round');
export const prose = z
  .string()
  .min(1)
  .max(4000)
  .refine((text) => !text.includes('\0') && text.isWellFormed(), 'has control characters')
  .refine(says, SAYS_NOTHING);
export const id = z.string().regex(/^[a-z0-9-]{1,40}$/, 'is no id');
export const organisation = z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/, 'lower-case letters, digits and hyphens');
export const email = z
  .string()
  .max(254)
  .regex(/^[^\s@\p{Cc}]+@[^\s@\p{Cc}]+$/u, 'is no e-mail address')
  .transform((text) => text.toLowerCase());
/** Long rather than varied (NIST SP 800-63B); the upper bound keeps hashing cheap. */
export const password = z.string().min(12).max(256);
export const digest = z.string().refine((text): text is Digest => isDigest(text), 'is no digest');
export const instant = z.iso.datetime();

/** Lists are read newest first, a page at a time. */
export const page = {
  cursor: z
    .string()
    .regex(/^\d{1,18}$/)
    .optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
};
export const listOf = <Item extends z.ZodType>(item: Item) =>
  z.object({ items: z.array(item), next: z.string().nullable() });

export const person = z.object({
  id,
  email: z.string(),
  name: z.string(),
  roles: z.array(z.enum(ROLE_NAMES)),
  createdAt: instant,
  disabledAt: instant.nullable(),
});

export const team = z.object({ id, name: z.string(), members: z.array(id), createdAt: instant });

export const token = z.object({
  id,
  person: id,
  name: z.string(),
  scopes: z.array(z.enum(SCOPES)),
  createdAt: instant,
  expiresAt: instant,
  revokedAt: instant.nullable(),
});

export const use = z.strictObject({
  purpose: z.string().max(2000),
  commercial: z.boolean(),
  exposure: z.enum(['internal', 'hosted', 'redistributed']),
  monthlyUsers: z.number().int().min(0).max(1e12),
  regions: z.array(z.string().regex(/^[A-Z]{2}$/)).max(250),
  regulatedDomain: z.string().max(100).nullable(),
  trainsOtherModels: z.boolean(),
  personalData: z.boolean(),
  annualRevenueUsd: z.number().min(0).nullable(),
  usersAtRelease: z.number().min(0).nullable(),
  sellsOutputs: z.boolean(),
  seat: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .nullable(),
  modality: z.enum(['text', 'multimodal']).nullable(),
});

/** Who must rule: each named role by another person, and so many people in all. */
export const review = z.object({ roles: z.array(z.enum(RULING_ROLES)), people: z.number().int() });

export const request = z.object({
  id,
  direction: z.enum(DIRECTIONS),
  reference: z.string(),
  use,
  policy: z.string(),
  /** Of the version that it is ruled under. */
  policyDigest: digest.nullable(),
  owner: id,
  role: z.enum(STANDINGS),
  team: id.nullable(),
  requestedBy: id,
  requestedAt: instant,
  state: z.enum(REQUEST_STATES),
  dossier: digest.nullable(),
  outcome: z.enum(OUTCOMES).nullable(),
  failure: z.string().nullable(),
  /** Who must rule, where it was left to people; null: any two who may. */
  review: review.nullable(),
});

/** How far its vetting is; null while it waits for a worker, and when it is over. */
export const progress = z
  .object({
    step: z.string(),
    done: z.number(),
    total: z.number(),
    unit: z.enum(['bytes', 'files', 'programs']),
    note: z.string().optional(),
  })
  .nullable();

export const ruling = z.object({
  by: id,
  role: z.enum(RULING_ROLES),
  ruling: z.enum(['admitted', 'denied']),
  reason: z.string(),
  at: instant,
});

/** On a request. */
export const requestRuling = ruling.extend({
  dossier: digest,
  /** Made on an earlier dossier: it counts no more, and whoever ruled may rule again. */
  void: z.boolean(),
});

export const envelope = z.object({
  payloadType: z.string(),
  payload: z.string(),
  signatures: z.array(z.object({ keyid: z.string(), sig: z.string() })),
});

export const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'is no day, as in 2027-03-31');

export const proof = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('dossier'), dossier: digest }),
  z.strictObject({ kind: z.literal('document'), digest, name: line(500) }),
]);

export const obligation = z.object({
  id,
  request: id,
  kind: z.enum(OBLIGATION_KINDS),
  /** A finding's identity, or a duty's id. */
  target: z.string(),
  text: z.string(),
  /** By which it was found. */
  rule: z.string().nullable(),
  severity: z.enum(SEVERITIES).nullable(),
  owner: id,
  due: day,
  state: z.enum(OBLIGATION_STATES),
  told: z.enum(['nothing', 'soon', 'today']),
  /** What came of it when it lapsed. */
  consequence: z.enum(CONSEQUENCES).nullable(),
  inheritedFrom: id.nullable(),
  openedAt: instant,
  closing: z.object({ proof, by: id, at: instant }).nullable(),
});

export const dossierSummary = z.object({
  dossier: digest,
  reference: z.string(),
  outcome: z.enum(OUTCOMES),
  policy: z.string(),
  vettedAt: instant,
});

/** As callers name it: what a gateway's file allows, too. */
export const channelName = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._/-]{0,62}$/, 'is no name of a channel');

/** Of a family, or of a version in one. */
export const plainName = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,62}$/, 'letters, digits, points, hyphens');

/** Which version a proposed fork is to be, and what it was made from. */
export const contribution = z.strictObject({ family: plainName, version: plainName, forkOf: plainName });

export const gate = z.strictObject({
  after: channelName.nullable(),
  hours: z.number().min(0).max(10_000),
  exposures: z.array(use.shape.exposure).min(1).max(3).nullable(),
  rulings: z.number().int().min(0).max(10),
  days: z.number().min(0).max(10_000).nullable(),
  policies: z.array(line(100)).min(1).max(20).nullable(),
});

export const release = z.object({
  id,
  channel: z.string(),
  /** Whose decision it rests on. */
  request: id,
  /** `subject`: a hosted model or a composite, whose own digest stands for manifest and dossier. */
  rests: z.enum(['weights', 'subject']),
  model: z.string(),
  manifest: digest,
  dossier: digest,
  expiresAt: instant,
  share: z.number(),
  cause: z.enum(['promotion', 'rollback']),
  replaces: id.nullable(),
  restores: id.nullable(),
  reason: z.string().nullable(),
  by: id,
  at: instant,
  revokedAt: instant.nullable(),
  withdrawnAt: instant.nullable(),
  /** What its admission left open has lapsed: it is promoted no further until that is closed. */
  held: z.boolean(),
  /** Why it may not serve; null when it may. */
  barred: z.enum(['revoked', 'withdrawn', 'expired']).nullable(),
});

export const drill = z.object({
  id,
  channel: z.string(),
  release: id.nullable(),
  state: z.enum(DRILL_STATES),
  steps: z.array(
    z.object({ step: z.enum(DRILL_STEPS), outcome: z.enum(['held', 'failed', 'skipped']), why: z.string() }),
  ),
  by: id,
  at: instant,
  endedAt: instant.nullable(),
});

export const channel = z.object({
  name: z.string(),
  family: z.string().nullable(),
  environment: z.string(),
  access: z.enum(ACCESS_LEVELS),
  gate,
  frozen: z.object({ by: id, at: instant, reason: z.string() }).nullable(),
  upstreams: z.array(z.string()),
  /** What somebody would loosen; it holds once somebody else says so too. */
  loosening: z
    .object({
      id,
      by: id,
      at: instant,
      to: z.object({
        family: z.string().nullable().optional(),
        access: z.enum(ACCESS_LEVELS).optional(),
        gate: gate.partial(),
      }),
    })
    .nullable(),
  /** What gets its calls, newest first, each with its share. */
  serving: z.array(release),
});

/** A gateway, as far as one channel goes. */
export const gatewayNode = z.object({
  name: z.string(),
  startedAt: instant,
  seenAt: instant,
  /** No sign of life for ten seconds. What it serves is what it last said. */
  lost: z.boolean(),
  /** It serves what is to be served now. */
  current: z.boolean(),
  /** Since when it serves what it serves. */
  since: instant,
  releases: z.array(
    z.object({
      id,
      share: z.number(),
      /** Why it is not served there; null when it is. */
      refused: z.string().nullable(),
      /** Where it sends calls; null: it does not say. */
      servers: z.array(z.string()).nullable(),
    }),
  ),
  /** Of the last minute; null: it does not say. */
  traffic: z
    .object({
      calls: z.number(),
      /** Those that were refused or broke off, by the code that their callers were told; the most first. */
      refused: z.array(z.object({ code: z.string(), calls: z.number() })),
    })
    .nullable(),
});
