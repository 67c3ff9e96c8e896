import { z } from 'zod';

/** Somebody answers for one finding of one model: the predicate of a signed waiver. The subject is the model's manifest. */
export const WAIVER_PREDICATE = 'urn:weighbridge:predicate:waiver:v1';

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'no day, as in 2027-03-31');

export const waiverShape = z.strictObject({
  /** A finding's identity, or `check:` and an analyzer. */
  target: z.string().regex(/^(?:[0-9a-f]{32}|check:[a-z0-9-]+)$/, 'no identity of a finding'),
  owner: z.string().min(1).max(200),
  reason: z.string().min(1).max(2_000),
  until: day,
  /** ISO 8601, UTC. */
  issuedAt: z.string(),
});

export type SignedWaiver = z.output<typeof waiverShape>;
