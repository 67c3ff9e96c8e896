import { z } from 'zod';

/** A list, or the admission that nobody read whether there is one: never the same as an empty list. */
const orUnknown = <T extends z.ZodType>(shape: T) => z.union([shape, z.literal('unknown')]);

const threshold = z.object({
  metric: z.enum([
    'mau',
    'dau',
    'monthly_visits',
    'monthly_unique_users',
    'annual_revenue_usd',
    'annual_recurring_revenue_usd',
    'attributable_annual_revenue_usd',
    'monthly_revenue_usd',
  ]),
  op: z.enum(['>', '>=']),
  value: z.number(),
  effect: z.enum([
    'licence-terminates',
    'must-display-name',
    'no-rights',
    'not-eligible',
    'paid-licence-required',
    'royalty',
    'security-review-by-licensor',
    'separate-licence-required',
  ]),
  scope: z.string().nullish(),
  measured: z.string().nullish(),
  reference_date: z.string().nullish(),
});

/** What a licence says, in our own words. The meaning of each field is told in docs/reference/licence.md. */
export const recordShape = z.object({
  id: z.string(),
  name: z.string(),
  family: z.string(),
  applies_to: z.array(z.string()),
  category: z.string(),
  version: z.string().nullable(),
  date: z.string().nullable(),
  hf_ids: z.array(z.string()),
  hf_license_names: z.array(z.string()),
  spdx_id: z.string().nullable(),
  scancode_key: z.string().nullable(),
  commercial_use: z.enum(['yes', 'no', 'conditional', 'not_addressed', 'unknown']),
  commercial_note: z.string().nullable(),
  internal_business_use: z.enum(['yes', 'no', 'conditional', 'evaluation-only', 'not_addressed', 'unknown']),
  thresholds: orUnknown(z.array(threshold)),
  attribution: z.object({
    licence_copy: z.string(),
    notice_file: z.string(),
    notice_text: z.string().nullish(),
    display_text: z.string().nullish(),
    display_when: z.string().nullish(),
    state_changes: z.string(),
    keep_notices: z.string(),
  }),
  derivative_naming: z.object({ rule: z.string(), text: z.string(), applies: z.string() }).nullable(),
  acceptable_use: z.object({
    has_policy: orUnknown(z.boolean()),
    policy_ref: z.string().nullish(),
    policy_can_change: z.string(),
    flow_down: z.string(),
    bind_end_users: z.string(),
  }),
  outputs: z.object({
    commercial_use_of_outputs: z.enum(['yes', 'no', 'conditional', 'territory-only', 'not_addressed', 'unknown']),
    train_other_models: z.enum([
      'allowed',
      'allowed_as_derivative',
      'allowed_with_attribution',
      'allowed_with_naming',
      'forbidden',
      'forbidden_for_commercial',
      'forbidden_if_competing',
      'non-commercial-only',
      'not_addressed',
      'research-only',
      'unknown',
    ]),
    train_note: z.string().nullish(),
  }),
  share_alike: z.string(),
  network_copyleft: orUnknown(z.boolean()),
  territory: z.object({ excluded: orUnknown(z.array(z.string())), note: z.string().nullish() }),
  termination: z.string().nullable(),
  hosting: z.object({ saas: z.string(), counts_as_distribution: z.string(), note: z.string().nullish() }),
  redistribution: z.string(),
  fields_excluded: z.array(z.string()),
  gated_or_registration: z.string().nullable(),
  confidence: z.enum(['read', 'standard', 'partial', 'secondary']),
  notes: z.string().nullable(),
});

export type LicenceRecord = z.output<typeof recordShape>;
export type Threshold = z.output<typeof threshold>;

/** The file of facts. `record.test.ts` holds the one that ships to it, so that no vetting has to. */
export const factsShape = z.object({
  schema: z.literal('weighbridge.model-licences/1'),
  generated: z.string(),
  licences: z.array(recordShape),
});
export type LicenceFacts = z.output<typeof factsShape>;
