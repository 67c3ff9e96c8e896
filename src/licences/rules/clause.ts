import type { LicenceDuty, LicenceSpan, LicenceVerdict } from '../../domain/licence.ts';
import type { LicenceRecord } from '../facts/record.ts';
import type { SettledUse } from '../use/settle.ts';

/** What a licence is on, and what is known of that thing. */
export interface Subject {
  readonly kind: 'weights' | 'base' | 'dataset';
  /** `the weights`, or the name of the base model or dataset. */
  readonly about: string;
  /** How the model at hand came from it. `outputs`: trained on what it said. */
  readonly relation: 'itself' | 'derivative' | 'outputs' | 'data';
  readonly modality: 'text' | 'multimodal' | null;
  /** Words of tags or names that say its safeguards were taken out. */
  readonly weakened: string | null;
  /** Names of the model and what it is made of, for clauses that name families. */
  readonly names: string;
}

/** What one clause says of one use. */
export interface Judgement {
  readonly verdict: LicenceVerdict;
  /** The record's field. */
  readonly field: string;
  /** Says what the licence does, as a sentence without its subject: `forbids commercial use`. */
  readonly says: string;
  /** Words of the stated use that decide. */
  readonly span?: LicenceSpan | null;
  readonly duty?: Omit<LicenceDuty, 'licence'>;
}

/** One family of terms. Nothing comes of a clause that the use does not touch. Pure. */
export type Clause = (record: LicenceRecord, use: SettledUse, subject: Subject) => readonly Judgement[];

export function spanOfPurpose(words: string | null): LicenceSpan | null {
  return words === null ? null : { source: 'use.purpose', line: null, text: words };
}

/** Whether weights, or access to them, go to others: what most duties hang on. */
export function distributes(record: LicenceRecord, use: SettledUse): boolean {
  return use.redistributes || (use.hosted && record.hosting.counts_as_distribution === 'yes');
}

export function condition(field: string, says: string, duty: NonNullable<Judgement['duty']>): Judgement {
  return { verdict: 'conditions', field, says, duty };
}

/** Owners and moments, so that duties speak one language. */
export const OWNER = {
  release: 'release owner',
  legal: 'legal counsel',
  product: 'product owner',
  gateway: 'gateway operator',
} as const;
export const DUE = {
  use: 'before first use',
  release: 'before anyone outside is served',
  sharing: 'before weights are shared',
  running: 'while in use',
} as const;
