import type { FieldOfUse } from '../use/fields.ts';

/** What a use policy adds to a record that only names it, in our words. */
export interface PolicyFacts {
  readonly fields: readonly FieldOfUse[];
  /** It asks for no more than obeying the law. */
  readonly lawOnly?: boolean;
  readonly source: string;
}

const GEMMA: PolicyFacts = {
  fields: [
    'illegal',
    'minors',
    'drugs',
    'profession',
    'malware',
    'deception',
    'harassment',
    'self-harm',
    'discrimination',
    'personal-data',
    'automated-decision',
    'sexual',
  ],
  source: 'Gemma Prohibited Use Policy of 2024-02-21, read in LicenseDB (gemma-pup-2024-02-21)',
};

/** By record. Read in November 2026 where the source says so; else the policy’s fields stay unlisted and only its flow-down is judged. */
export const POLICIES: ReadonlyMap<string, PolicyFacts> = new Map([
  ['gemma-2025-03-24', GEMMA],
  ['gemma-2024-04-01', GEMMA],
  [
    'cohere-cc-by-nc-aup',
    {
      fields: ['harassment', 'self-harm', 'minors', 'discrimination', 'personal-data', 'deception', 'malware'],
      source: 'Cohere Labs Acceptable Use Policy, read in cohere-ai/cohere-developer-experience',
    },
  ],
  ['gpt-oss', { fields: [], lawOnly: true, source: 'openai/gpt-oss USAGE_POLICY, one sentence' }],
]);
