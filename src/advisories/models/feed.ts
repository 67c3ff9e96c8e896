import { z } from 'zod';
import { SEVERITIES } from '../../domain/finding.ts';
import type { ModelAdvisory, ModelFeed } from '../../domain/model-advisory.ts';
import { type Digest, isDigest } from '../../kernel/digest.ts';

const moment = z.iso.datetime();
const digest = z.string().refine((text): text is Digest => isDigest(text), 'is no sha256 digest');
const digests = z.array(digest).max(100_000).default([]);

/** One advisory as its author writes it. */
export const modelAdvisoryShape: z.ZodType<ModelAdvisory> = z.strictObject({
  id: z.string().regex(/^[A-Za-z0-9][\w.:-]{0,99}$/),
  aliases: z.array(z.string().max(100)).max(100).default([]),
  kind: z.enum(['malicious', 'vulnerable', 'withdrawn', 'superseded']),
  severity: z.enum(SEVERITIES),
  title: z.string().min(1).max(300),
  details: z.string().max(20_000).default(''),
  remedy: z.string().min(1).max(1000),
  modified: moment,
  withdrawn: moment.nullable().default(null),
  affected: z
    .strictObject({
      files: digests,
      manifests: digests,
      repositories: z
        .array(
          z.strictObject({ name: z.string().min(1).max(300), revisions: z.array(z.string().max(100)).default([]) }),
        )
        .max(10_000)
        .default([]),
      bases: z.array(z.string().min(1).max(300)).max(10_000).default([]),
    })
    .refine((some) => Object.values(some).some((list) => list.length > 0), 'names no model'),
  references: z.array(z.url()).max(100).default([]),
});

const feedShape = z.strictObject({
  schemaVersion: z.literal('1.0'),
  name: z.string().regex(/^[A-Za-z0-9][\w.-]{0,99}$/),
  issuedAt: moment,
  expiresAt: moment,
  advisories: z.array(modelAdvisoryShape).max(100_000),
});

export type Parsed<T> =
  | { readonly kind: 'read'; readonly value: T }
  | { readonly kind: 'broken'; readonly why: string };

export function parseFeed(value: unknown): Parsed<ModelFeed> {
  return parsedBy(feedShape, value);
}

export function parseModelAdvisory(value: unknown): Parsed<ModelAdvisory> {
  return parsedBy(modelAdvisoryShape, value);
}

function parsedBy<T>(shape: z.ZodType<T>, value: unknown): Parsed<T> {
  const parsed = shape.safeParse(value);
  if (parsed.success) return { kind: 'read', value: parsed.data };
  const [issue] = parsed.error.issues;
  return {
    kind: 'broken',
    why: `${issue?.path.join('.') || 'it'}: ${issue?.message ?? 'is not as the schema has it'}`,
  };
}

/** The document that is signed. Two advisories of one id are refused. */
export function feedDocument(feed: ModelFeed): Parsed<ModelFeed> {
  const ids = feed.advisories.map(({ id }) => id);
  const twice = ids.find((id, at) => ids.indexOf(id) !== at);
  if (twice !== undefined) return { kind: 'broken', why: `${twice} stands twice` };
  return parseFeed({ schemaVersion: '1.0', ...feed });
}
