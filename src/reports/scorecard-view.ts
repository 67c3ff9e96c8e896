import type { Scorecard, ScoredCheck } from '../domain/scorecard.ts';
import type { Vetting } from '../domain/vetting.ts';
import { type Word, wordOf } from './words.ts';

/** A score as a word: its number, in the tone of how good it is; inconclusive is itself. */
export function scoreWord(score: number | null): Word {
  if (score === null) return wordOf('unknown', 'inconclusive');
  const label = `${formatScore(score)} of 10`;
  if (score >= 7) return wordOf('admit', label);
  return score >= 4 ? wordOf('review', label) : wordOf('deny', label);
}

/** `7`, `7.5`; never `7.0`. */
export function formatScore(score: number): string {
  return String(Math.round(score * 10) / 10);
}

/** The scorecard in one sentence. */
export function scorecardSentence({ aggregate, checks, standOut }: Scorecard): string {
  const open = checks.filter(({ score }) => score === null).length;
  const rest = open === 0 ? '' : `; ${open} of ${checks.length} checks are inconclusive, and count for nothing`;
  const low =
    standOut.length === 0 ? '' : ` Critical and below 5: ${standOut.map((id) => titleOf(checks, id)).join(', ')}.`;
  const number = aggregate === null ? 'No check has a score' : `${formatScore(aggregate)} of 10`;
  return `${number}${rest}.${low}`;
}

function titleOf(checks: readonly ScoredCheck[], id: string): string {
  return checks.find((check) => check.id === id)?.title ?? id;
}

/** What a check looked at, in one line: `pickles 2, weights 3`. */
export function inputsLine({ inputs }: ScoredCheck): string {
  return Object.entries(inputs)
    .map(([name, value]) => `${name} ${value === null ? 'not known' : String(value)}`)
    .join(', ');
}

/** The numbers alone, for reports that are read by programs; nothing for a vetting without a scorecard. */
export function scoresOf({ scorecard }: Vetting): object {
  if (scorecard === undefined) return {};
  const { aggregate, standOut, checks } = scorecard;
  return { scorecard: { aggregate, standOut, scores: Object.fromEntries(checks.map(({ id, score }) => [id, score])) } };
}
