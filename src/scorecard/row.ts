import type { ScoreInputs, ScoreWeight } from '../domain/scorecard.ts';
import type { ScoreMaterial, Standing } from './material.ts';

export interface Score {
  readonly score: number | null;
  readonly reason: string;
}

/** One check as data: what it reads, and how it scores what was read. Scoring sees the inputs and nothing else. */
export interface ScoreRow {
  readonly id: string;
  readonly title: string;
  readonly weight: ScoreWeight;
  read(material: ScoreMaterial): ScoreInputs;
  score(inputs: ScoreInputs): Score;
}

export function scored(score: number, reason: string): Score {
  return { score, reason };
}

export function inconclusive(reason: string): Score {
  return { score: null, reason };
}

/** Scores of a check whose one input is how an analyzer stands. */
export function byStanding(
  standing: ScoreInputs[string] | undefined,
  scores: Readonly<Record<'clean' | 'note' | 'unknown' | 'review' | 'suspicious' | 'malicious', number>>,
  what: string,
): Score {
  const known = KNOWN.find((one) => one === standing);
  if (known !== undefined)
    return scored(scores[known], known === 'clean' ? `${what}: nothing found` : `${what}: ${known}`);
  return inconclusive(`${what}: ${WHY[String(standing)] ?? 'nobody could say'}`);
}

const KNOWN = ['clean', 'note', 'unknown', 'review', 'suspicious', 'malicious'] as const;
const WHY: Readonly<Record<string, string>> = {
  absent: 'nothing here asks for it',
  'not-applicable': 'it does not apply',
  unanswered: 'the evidence was not at hand',
  failed: 'the check broke',
  unscannable: 'it could not be read',
} satisfies Partial<Record<Standing, string>>;
