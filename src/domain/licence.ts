import type { Evidence } from './evidence.ts';

/** What a licence says of a use, kindest first. */
export const LICENCE_VERDICTS = ['allow', 'conditions', 'unknown', 'deny'] as const;
export type LicenceVerdict = (typeof LICENCE_VERDICTS)[number];

/** Words of the user's own file, or of the stated use, that a reason rests on. Text from outside: print it through `printable`. */
export interface LicenceSpan {
  /** A path of the model, or `card`, `use.purpose`, `lineage_evidence`. */
  readonly source: string;
  /** From 1; null where the source has no lines. */
  readonly line: number | null;
  readonly text: string;
}

/** One ground: which clause of which licence says what of this use. */
export interface LicenceReason {
  readonly verdict: LicenceVerdict;
  readonly subject: 'weights' | 'card' | 'base' | 'dataset' | 'lineage' | 'use';
  /** `the weights`, or the name of the base model or dataset. From outside. */
  readonly about: string;
  /** The licence's name, or null where none is known. */
  readonly licence: string | null;
  /** The facts record's id, or `spdx:ID` for a licence known by its category alone. */
  readonly record: string | null;
  /** The record's field that decides: `thresholds`, `territory.excluded`. */
  readonly field: string;
  /** One sentence. */
  readonly says: string;
  readonly span: LicenceSpan | null;
}

/** Something that must be done for the verdict to hold. */
export interface LicenceDuty {
  readonly id: string;
  readonly text: string;
  /** The licence that asks for it. */
  readonly licence: string;
  /** Who sees to it: `release owner`, `legal`. */
  readonly owner: string;
  /** By when: `before first use`. */
  readonly due: string;
  /** How a machine can look whether it is done; null where only people can. */
  readonly probe: string | null;
}

/** One place where a licence is named or its text lies. */
export interface LicenceState {
  readonly state: 'declared' | 'detected';
  readonly source: string;
  readonly line: number | null;
  /** As it stands there. */
  readonly text: string;
  /** The licences it may mean, by record; empty when nobody knows it. */
  readonly records: readonly string[];
  /** For texts: `exact`, or how it differs. */
  readonly match: string | null;
}

/** How the licences of a model, and of what it was made from, read against one use. Engineering guidance, not legal advice. */
export interface LicenceReading {
  readonly verdict: LicenceVerdict;
  /** Plain sentences that name the licences and the clauses. */
  readonly explanation: string;
  readonly reasons: readonly LicenceReason[];
  readonly duties: readonly LicenceDuty[];
  readonly states: readonly LicenceState[];
  /** Names of the licences that the weights were concluded to be under. */
  readonly concluded: readonly string[];
}

export function licenceRank(verdict: LicenceVerdict): number {
  return LICENCE_VERDICTS.indexOf(verdict);
}

export function worstLicenceVerdict(verdicts: Iterable<LicenceVerdict>): LicenceVerdict {
  let worst: LicenceVerdict = 'allow';
  for (const verdict of verdicts) if (licenceRank(verdict) > licenceRank(worst)) worst = verdict;
  return worst;
}

/** The reading among a dossier's evidence; null where none was made. */
export function licenceReadingIn(evidence: readonly Evidence[]): LicenceReading | null {
  const body: unknown = evidence.find(({ kind }) => kind === 'licence-reading')?.body;
  return isReading(body) ? body : null;
}

function isReading(value: unknown): value is LicenceReading {
  if (typeof value !== 'object' || value === null || !('verdict' in value)) return false;
  const { verdict, reasons, duties, states, concluded } = value as Partial<LicenceReading>;
  return (
    LICENCE_VERDICTS.some((known) => known === verdict) && [reasons, duties, states, concluded].every(Array.isArray)
  );
}

/** Whether one licence may be put on a derivative, and what that costs. */
export interface OutboundChoice {
  readonly licence: string;
  readonly record: string;
  readonly verdict: LicenceVerdict;
  readonly because: readonly string[];
  /** What passing the derivative on costs, whatever licence stands on it. */
  readonly costs: readonly string[];
}

/** Which licences may be put on a derivative of a model. */
export interface Outbound {
  readonly model: string;
  /** Licences that bind the model and what it was made from. */
  readonly binding: readonly string[];
  /** Parts whose licence is not known. */
  readonly open: readonly string[];
  readonly choices: readonly OutboundChoice[];
}
