import { z } from 'zod';
import { line } from '../yaml/shape.ts';

/** What channels, keys, teams and issuers are called. */
export const name = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._/-]{0,62}$/, 'must be letters, digits, dots, hyphens and slashes, 63 at most');

export const count = z.int().min(1).max(1_000_000_000_000).nullable().default(null);
const money = z.number().positive().max(1_000_000_000).nullable().default(null);

export const limits = z.strictObject({
  requestsPerMinute: count,
  tokensPerMinute: count,
  parallel: z.int().min(1).max(100_000).nullable().default(null),
  tokensPerDay: count,
  tokensPerMonth: count,
  moneyPerDay: money,
  moneyPerMonth: money,
});
export const NO_LIMITS = limits.parse({});

/** What a key, or a group of an issuer's, may do. */
export const allowed = {
  team: name.nullable().default(null),
  channels: z.array(name).default([]),
  surfaces: z.array(line(40)).default([]),
  limits: limits.default(NO_LIMITS),
};
