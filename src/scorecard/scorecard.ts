import { aggregateOf, type Scorecard, type ScoredCheck } from '../domain/scorecard.ts';
import type { ScoreMaterial } from './material.ts';
import type { ScoreRow } from './row.ts';
import { BYTE_ROWS } from './rows-bytes.ts';
import { PAPER_ROWS } from './rows-papers.ts';
import { PEOPLE_ROWS } from './rows-people.ts';

/** Every check, gravest first. */
export const SCORE_ROWS: readonly ScoreRow[] = [...BYTE_ROWS, ...PAPER_ROWS, ...PEOPLE_ROWS].toSorted(
  (a, b) => b.weight - a.weight,
);

/** The scorecard of a dossier, judged at `at`. Pure: the same dossier on the same day has the same scores. */
export function scoreModel(material: ScoreMaterial): Scorecard {
  const checks = SCORE_ROWS.map((row) => scoreRow(row, material));
  const standOut = checks
    .filter(({ weight, score }) => weight === 10 && score !== null && score < 5)
    .map(({ id }) => id);
  return { version: 1, aggregate: aggregateOf(checks), standOut, checks };
}

function scoreRow(row: ScoreRow, material: ScoreMaterial): ScoredCheck {
  const { id, title, weight } = row;
  const inputs = row.read(material);
  return { id, title, weight, ...row.score(inputs), inputs };
}
