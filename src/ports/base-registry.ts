import type { Json } from '../kernel/json.ts';

/** Models that the user registered, to know them again in others. What a fingerprint holds is its maker's affair. */
export interface BaseRegistry {
  /** Every fingerprint. Throws `base-damaged`. */
  list(): Promise<readonly Json[]>;
  /** Whole or not at all; one of the same name and revision is replaced. */
  keep(name: string, revision: string | null, fingerprint: Json): Promise<{ readonly storedAt: string }>;
}
