import type { Digest } from '../kernel/digest.ts';

/** A rule pack that was read, and whose examples did what they stand for. */
export interface RulePackAnswer {
  readonly name: string;
  readonly version: number;
  readonly digest: Digest;
  readonly rules: number;
  readonly examples: number;
  /** Whose signature holds; null for a plain pack. */
  readonly keyId: string | null;
}
