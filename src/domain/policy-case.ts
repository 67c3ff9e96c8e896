import type { Digest } from '../kernel/digest.ts';
import type { Outcome } from './verdict.ts';

/** What a policy should say of a dossier that was saved. */
export interface PolicyCase {
  readonly name: string;
  /** The first digits of a kept dossier's digest, or the path of a JSON report, beside the file of cases. */
  readonly dossier: string;
  readonly expect: Outcome;
  /** Ids of grounds that must be among the verdict's. */
  readonly because: readonly string[];
  /** `YYYY-MM-DD`: judged as on that day, since waivers end; null for today. */
  readonly on: string | null;
  /** Where it stands in the file, from 1. */
  readonly line: number;
}

/** What came of one case. */
export interface PolicyCaseResult extends Pick<PolicyCase, 'name' | 'line' | 'expect'> {
  readonly passed: boolean;
  /** Null when there was no dossier to judge. */
  readonly outcome: Outcome | null;
  /** Ids of the grounds. */
  readonly reasons: readonly string[];
  /** One sentence for each thing that is not as expected. */
  readonly complaints: readonly string[];
}

/** One dossier whose verdict another policy would change. */
export interface PolicyFlip {
  readonly dossier: Digest;
  readonly reference: string;
  readonly before: Outcome;
  /** The policy that ruled before. */
  readonly policy: string;
  readonly after: Outcome;
  /** Ids of the grounds that the other policy gives. */
  readonly reasons: readonly string[];
}
