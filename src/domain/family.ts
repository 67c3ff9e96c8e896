import type { Check } from './check.ts';
import type { Dossier } from './dossier.ts';
import type { Says } from './finding.ts';
import type { Role, RulingRole } from './people.ts';

/** Models that are made from one another, and the one among them that all others are held against. */
export interface Family {
  readonly name: string;
  /** The person who answers for it. */
  readonly owner: string;
  readonly contribution: ContributionPolicy;
  /** Fixed when the family is made: whoever could soften it could move the baseline alone. */
  readonly baselineRule: BaselineRule;
  /** The version that all others are held against; null until people set one. */
  readonly baseline: string | null;
  readonly createdAt: string;
}

/** What a fork must bring to become a version. */
export interface ContributionPolicy {
  /** Analyzers that must have answered, and found nothing that speaks against it. */
  readonly checks: readonly string[];
  /** In whose name somebody must have ruled. */
  readonly reviewer: RulingRole;
  /** Where an accepted fork is released first; null: nowhere by itself. */
  readonly candidate: string | null;
}

export const BASELINE_ROLES = ['reviewer', 'security', 'legal', 'release-manager'] as const satisfies readonly Role[];

/** Who moves the baseline. */
export interface BaselineRule {
  readonly role: (typeof BASELINE_ROLES)[number];
  readonly people: number;
}

/** What was admitted, as a member of a family. Only ever added. */
export interface FamilyVersion {
  readonly family: string;
  readonly version: string;
  /** Whose decision it rests on. */
  readonly request: string;
  /** The version that it was made from; null: from none of this family. */
  readonly forkOf: string | null;
  readonly by: string;
  readonly at: string;
}

/** A fork that somebody proposed, by a request of its own. */
export interface Contribution extends Pick<FamilyVersion, 'family' | 'version' | 'request'> {
  readonly forkOf: string;
}

/** One person's word for a version as the baseline. Only ever added. */
export interface BaselineVoice {
  readonly version: string;
  readonly by: string;
  readonly reason: string;
  readonly at: string;
  /** With this one there were enough. */
  readonly sets: boolean;
}

/** Two words that lie further apart are not one decision. Days. */
const PATIENCE = 30;

/** Each person's newest word since the baseline last changed, as far as it still counts. `voices`: oldest first. */
export function standingVoices(voices: readonly BaselineVoice[], now: Date): readonly BaselineVoice[] {
  const last = voices.findLastIndex(({ sets }) => sets);
  const newest = new Map(voices.slice(last + 1).map((voice) => [voice.by, voice]));
  const oldest = now.getTime() - PATIENCE * 24 * 60 * 60 * 1000;
  return [...newest.values()].filter(({ at }) => Date.parse(at) > oldest);
}

/** Why a check of the policy is not met, or that it is. */
export interface RequiredCheck {
  readonly check: string;
  readonly met: boolean;
  readonly why: string;
}

/** What speaks against a fork in a check that its family requires; what wants a person's eye is for the reviewer. */
const AGAINST: readonly Says[] = ['malicious', 'suspicious', 'unscannable', 'unknown'];

/** A required check is met when it was asked, was answered, and found nothing against the model: silence is never consent. */
export function requiredChecks(
  { checks }: Pick<ContributionPolicy, 'checks'>,
  dossier: Pick<Dossier, 'checks'>,
): readonly RequiredCheck[] {
  return checks.map((id) =>
    requiredCheck(
      id,
      dossier.checks.find(({ analyzer }) => analyzer === id),
    ),
  );
}

function requiredCheck(id: string, check: Check | undefined): RequiredCheck {
  const unmet = (why: string): RequiredCheck => ({ check: id, met: false, why });
  if (check === undefined) return unmet('was never asked');
  const { outcome } = check;
  switch (outcome.kind) {
    case 'not-applicable':
      return { check: id, met: true, why: `does not apply: ${outcome.reason}` };
    case 'unanswered':
      return unmet(`lacks ${outcome.missing.join(', ')}`);
    case 'failed':
      return unmet(`broke: ${outcome.reason}`);
    case 'completed': {
      const [first, ...more] = outcome.findings.filter(({ says }) => AGAINST.includes(says));
      if (first === undefined) return { check: id, met: true, why: 'answered, nothing against it' };
      return unmet(`${first.rule}: ${first.message}${more.length === 0 ? '' : ` and ${more.length} more`}`);
    }
  }
}
