import type { LicenceVerdict } from '../domain/licence.ts';
import type { ScanVerdict } from '../domain/scan.ts';
import type { Outcome } from '../domain/verdict.ts';
import { type ErrorKind, WeighbridgeError } from '../kernel/errors.ts';

/** Exit codes of every command; ARCHITECTURE.md, section 6. */
export const EXIT = {
  ok: 0,
  deny: 1,
  wrongCall: 2,
  review: 3,
  couldNotLook: 4,
  forbidden: 5,
  bug: 70,
  stopped: 130,
} as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

const OF_OUTCOME: Record<Outcome, ExitCode> = { admit: EXIT.ok, review: EXIT.review, deny: EXIT.deny };
const OF_SCAN: Record<ScanVerdict, ExitCode> = {
  clean: EXIT.ok,
  suspicious: EXIT.review,
  unscannable: EXIT.review,
  malicious: EXIT.deny,
};

const OF_LICENCE: Record<LicenceVerdict, ExitCode> = {
  allow: EXIT.ok,
  conditions: EXIT.ok,
  unknown: EXIT.review,
  deny: EXIT.deny,
};

/** From which outcome on a command fails: `review` (the default) or only `deny`. */
export type FailOn = 'review' | 'deny';

export function exitOfOutcome(outcome: Outcome, failOn: FailOn): ExitCode {
  return outcome === 'review' && failOn === 'deny' ? EXIT.ok : OF_OUTCOME[outcome];
}

export function exitOfLicence(verdict: LicenceVerdict): ExitCode {
  return OF_LICENCE[verdict];
}

export function exitOfScan(verdict: ScanVerdict, failOn: FailOn): ExitCode {
  // What nobody could read is denied by every built-in policy: whoever fails on `deny` alone fails on it too.
  return verdict === 'suspicious' && failOn === 'deny' ? EXIT.ok : OF_SCAN[verdict];
}

/** `forbidden` by a source means that nothing could be looked at; 5 is for operations that a role may not do. */
const OF_KIND: Record<ErrorKind, ExitCode> = {
  caller: EXIT.wrongCall,
  conflict: EXIT.wrongCall,
  missing: EXIT.couldNotLook,
  world: EXIT.couldNotLook,
  forbidden: EXIT.couldNotLook,
  bug: EXIT.bug,
};

/** What a server's roles and rules keep somebody from. */
const FORBIDDEN: ReadonlySet<string> = new Set([
  'unauthenticated',
  'not-permitted',
  'scope-exceeded',
  'sign-in-refused',
  'sign-in-paused',
  'code-wanted',
  'code-refused',
  'not-the-operator',
  'own-request',
  'role-not-held',
]);

export function exitOfError(error: unknown): ExitCode {
  if (!(error instanceof WeighbridgeError)) return EXIT.bug;
  if (error.code === 'stopped') return EXIT.stopped;
  return FORBIDDEN.has(error.code) ? EXIT.forbidden : OF_KIND[error.kind];
}

const WORST_FIRST: readonly ExitCode[] = [EXIT.deny, EXIT.bug, EXIT.couldNotLook, EXIT.wrongCall, EXIT.review];

/** The worst of several runs in one call. */
export function worstExit(codes: readonly number[]): number {
  return WORST_FIRST.find((code) => codes.includes(code)) ?? EXIT.ok;
}
