import { z } from 'zod';
import { modelAdvisoryShape } from '../../advisories/models/feed.ts';
import type { ModelMatch } from '../../advisories/models/match.ts';
import { type Finding, findingOf, type Rule } from '../../domain/finding.ts';
import type { ModelAdvisory } from '../../domain/model-advisory.ts';
import type { Digest } from '../../kernel/digest.ts';
import { middleCut } from '../../kernel/printable.ts';
import type { Material, ModelAnalyzer } from '../analyzer.ts';
import {
  EXPIRED,
  FROM_KNOWN_BAD,
  KNOWN_BAD,
  MODEL_ADVISORY_RULES,
  SUPERSEDED,
  VULNERABLE,
  WITHDRAWN,
} from './rules.ts';

const matchShape = z.discriminatedUnion('by', [
  z.object({ by: z.literal('file'), path: z.string() }),
  z.object({ by: z.literal('manifest') }),
  z.object({ by: z.literal('repository'), name: z.string() }),
  z.object({ by: z.literal('base'), name: z.string(), proven: z.boolean() }),
]);
const bodyShape = z.object({
  feeds: z.array(z.string()),
  expired: z.array(z.string()),
  advisories: z.array(z.object({ feed: z.string(), advisory: modelAdvisoryShape, matches: z.array(matchShape) })),
});

/** What the feeds of model advisories that the user follows say of this model, by its bytes, its name and its lineage. */
export const modelAdvisories: ModelAnalyzer = {
  id: 'model-advisories',
  version: 1,
  question: 'Has anybody warned of this model?',
  rules: MODEL_ADVISORY_RULES,
  scope: 'model',
  fromEvidence: true,
  needs: [],
  appliesTo: (_, evidence) =>
    evidence.some(({ kind }) => kind === 'model-advisories') || {
      because: 'no feed of model advisories is followed (weighbridge advisories update --feed)',
    },
  analyze,
};

function* analyze({ evidence }: Material): Iterable<Finding> {
  for (const { kind, body, digest } of evidence) {
    if (kind !== 'model-advisories') continue;
    const { expired, advisories } = bodyShape.parse(body);
    for (const feed of expired) {
      yield findingOf(EXPIRED, { message: `The feed ${feed} has expired.`, operation: feed, evidence: [digest] });
    }
    for (const { feed, advisory, matches } of advisories) {
      for (const match of matches) yield warning(feed, advisory, match, digest);
    }
  }
}

function warning(feed: string, advisory: ModelAdvisory, match: ModelMatch, digest: Digest): Finding {
  const { id, title, remedy } = advisory;
  const rule = ruleOf(advisory, match);
  return {
    ...findingOf(rule, {
      message: `${id} (${feed}): ${stopped(middleCut(title, 200))} ${howOf(match)} ${stopped(middleCut(remedy, 300))}`,
      operation: `${id} by ${match.by}`,
      confidence: match.by === 'base' && !match.proven ? 'possible' : match.by === 'repository' ? 'likely' : 'certain',
      ...(match.by === 'file' ? { location: { path: match.path } } : {}),
      evidence: [digest],
    }),
    // The advisory knows better than the rule how bad it is; what is malicious stays the worst.
    severity: rule === KNOWN_BAD ? rule.severity : advisory.severity,
  };
}

function ruleOf({ kind }: ModelAdvisory, match: ModelMatch): Rule {
  switch (kind) {
    case 'malicious':
      return match.by === 'base' ? FROM_KNOWN_BAD : KNOWN_BAD;
    case 'vulnerable':
      return VULNERABLE;
    case 'withdrawn':
      return WITHDRAWN;
    case 'superseded':
      return SUPERSEDED;
  }
}

function howOf(match: ModelMatch): string {
  switch (match.by) {
    case 'file':
      return 'This file has the bytes that it names.';
    case 'manifest':
      return 'All files together are the model that it names.';
    case 'repository':
      return `It names ${match.name}.`;
    case 'base':
      return match.proven
        ? `The weights are made from ${match.name}.`
        : `The card says that it is made from ${match.name}.`;
  }
}

function stopped(sentence: string): string {
  return /[.!?…]$/.test(sentence) ? sentence : `${sentence}.`;
}
