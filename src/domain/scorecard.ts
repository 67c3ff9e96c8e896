/** What a check of the scorecard looked at: plain values, so that anybody can score it again. */
export type ScoreInputs = Readonly<Record<string, number | string | boolean | null>>;

/** Weights of OpenSSF Scorecard for critical, high, medium and low risk. */
export type ScoreWeight = 10 | 7.5 | 5 | 2.5;

/** One check: 0 to 10, or null where nobody could say. Inconclusive is neither good nor bad, and counts for nothing. */
export interface ScoredCheck {
  readonly id: string;
  readonly title: string;
  readonly weight: ScoreWeight;
  readonly score: number | null;
  readonly reason: string;
  readonly inputs: ScoreInputs;
}

/** A model's health at one moment, as numbers. No verdict: a policy rules, and by more than this. */
export interface Scorecard {
  readonly version: 1;
  /** Sum of score times weight over sum of weights, of the checks that have a score, to one decimal; null where none has. */
  readonly aggregate: number | null;
  /** Critical checks below 5: whatever the aggregate, these stand out. */
  readonly standOut: readonly string[];
  readonly checks: readonly ScoredCheck[];
}

/** The aggregate of these checks, as anybody can compute it again. */
export function aggregateOf(checks: readonly Pick<ScoredCheck, 'score' | 'weight'>[]): number | null {
  const scored = checks.flatMap(({ score, weight }) => (score === null ? [] : [{ score, weight }]));
  const weights = scored.reduce((sum, { weight }) => sum + weight, 0);
  if (weights === 0) return null;
  return Math.round((scored.reduce((sum, { score, weight }) => sum + score * weight, 0) / weights) * 10) / 10;
}
