import type { LicenceDuty, LicenceReason } from '../domain/licence.ts';
import type { LicenceCase } from './case.ts';
import type { LicenceLibrary } from './facts/library.ts';
import type { SettledUse } from './use/settle.ts';

/** What one part of a case came to. */
export interface Part {
  readonly reasons: readonly LicenceReason[];
  readonly duties: readonly LicenceDuty[];
}

/** What every part is judged with. */
export interface Bench {
  readonly library: LicenceLibrary;
  readonly use: SettledUse;
  readonly kase: LicenceCase;
}
