import { z } from 'zod';
import { line } from '../yaml/shape.ts';

/** Fields that every document of a house has, but for its kind and what it says. */
export const API_VERSION = z.literal('weighbridge/v1');
export const policyName = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,62}$/, 'must be lower-case letters, digits and hyphens, 63 at most');
export const metadata = z.strictObject({
  name: policyName,
  version: z.int().min(1).max(1_000_000),
  description: line(500),
});

export const HEAD_FIELDS = 'apiVersion kind metadata spec name version description'.split(' ');
