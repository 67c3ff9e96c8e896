import { z } from 'zod';
import type { Json } from '../../../kernel/json.ts';
import { LIMITS } from '../../../kernel/limits.ts';
import { shaped } from './read-report.ts';

/** OpenSSF Scorecard's JSON, version 2 of its form (`scorecard --format json`; docs of ossf/scorecard, 'JSON'). */
const shape = z.looseObject({
  date: z.string(),
  repo: z.looseObject({ name: z.string(), commit: z.string() }),
  scorecard: z.looseObject({ version: z.string() }),
  score: z.number(),
  checks: z.array(z.looseObject({ name: z.string(), score: z.number(), reason: z.string() })).max(100),
});

/** What OpenSSF Scorecard said of a source repository. -1 is its word for inconclusive. Throws MalformedError. */
export function readProjectHealth(text: string): Json {
  const { date, repo, scorecard, score, checks } = shaped(shape, text, 'OpenSSF Scorecard');
  return {
    date,
    repository: repo.name,
    commit: repo.commit,
    version: scorecard.version,
    score: score < 0 ? null : score,
    checks: checks.map((check) => ({
      name: check.name,
      score: check.score < 0 ? null : check.score,
      reason: check.reason.slice(0, LIMITS.quotation),
    })),
  };
}
