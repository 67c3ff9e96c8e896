import type { Digest } from '../kernel/digest.ts';
import type { Outcome } from './verdict.ts';

/** `running` from the moment it was asked for: a worker that has its evaluators may have yet to take it. */
export const EVALUATION_STATES = ['running', 'done', 'failed', 'cancelled'] as const;

/** What is to be added to what an evaluator said. */
export const SAID_BUT = ['other-model', 'part', 'expired', 'earlier'] as const;

/** Evaluators run on the model of a request, before people rule on it. */
export interface Evaluation {
  readonly id: string;
  readonly request: string;
  /** By name; what they are, the operator says. */
  readonly evaluators: readonly string[];
  readonly state: (typeof EVALUATION_STATES)[number];
  /** What the request rested on when it began. */
  readonly before: Digest;
  /** What it rests on since; null while nothing came of it. */
  readonly dossier: Digest | null;
  /** What the policy says of that. */
  readonly outcome: Outcome | null;
  /** Those of its evaluators that said that the model failed. */
  readonly saidFailed: readonly string[];
  /** Why nothing came of it. */
  readonly failure: string | null;
  readonly by: string;
  readonly at: string;
  readonly endedAt: string | null;
}
