import { bestKnown, groupByNames } from '../../advisories/aliases.ts';
import { type Match, matchAdvisory } from '../../advisories/match.ts';
import { versioningOf } from '../../advisories/versions/table.ts';
import type { Advisory, Score } from '../../domain/advisory.ts';
import type { ListedPackage } from '../../domain/dependency.ts';

/** One vulnerability of one package, its advisories of several databases taken together. */
export interface Hit {
  /** The best known first. */
  readonly ids: readonly string[];
  readonly how: 'certain' | 'likely' | 'possible';
  readonly fixed: string | null;
  readonly score: Score | null;
  readonly malicious: boolean;
  readonly summary: string;
}

export interface PackageHits {
  readonly hits: readonly Hit[];
  /** Ids of advisories that could not be compared, with a reason. */
  readonly unsure: readonly { readonly id: string; readonly why: string }[];
}

interface Matched {
  readonly advisory: Advisory;
  readonly match: Extract<Match, { kind: 'affected' }>;
}

/** Holds one package against all advisories about it, worst first. */
export function hitsOf(asked: ListedPackage, advisories: readonly Advisory[]): PackageHits {
  const matched: Matched[] = [];
  const unsure: { id: string; why: string }[] = [];
  for (const advisory of advisories) {
    const match = matchAdvisory({ ...asked, path: '', member: [], line: null }, advisory);
    if (match.kind === 'affected') matched.push({ advisory, match });
    if (match.kind === 'not-comparable') unsure.push({ id: advisory.id, why: match.why });
  }
  const groups = groupByNames(matched, ({ advisory }) => [advisory.id, ...advisory.aliases]);
  const hits = groups.map((group) => hitOf(group, asked));
  return { hits: hits.toSorted(worseFirst), unsure };
}

function hitOf(group: readonly Matched[], { ecosystem }: ListedPackage): Hit {
  const names = group.flatMap(({ advisory }) => [advisory.id, ...advisory.aliases]);
  const first = bestKnown(names);
  const scores = group.flatMap(({ advisory }) => advisory.score ?? []).sort((a, b) => b.value - a.value);
  const versioning = versioningOf(ecosystem);
  const fixes = group.flatMap(({ match }) => match.fixed ?? []);
  const hows = group.map(({ match }) => match.how);
  return {
    ids: [first, ...[...new Set(names)].filter((name) => name !== first).sort()],
    how: hows.includes('certain') ? 'certain' : hows.includes('likely') ? 'likely' : 'possible',
    // Databases disagree on where it was fixed: the later one is free of it by every account.
    fixed: fixes.reduce<string | null>((a, b) => (a === null || (versioning?.compare(b, a) ?? 0) > 0 ? b : a), null),
    score: scores[0] ?? null,
    malicious: group.some(({ advisory }) => advisory.malicious),
    summary: group.map(({ advisory }) => advisory.summary).find((text) => text !== '') ?? '',
  };
}

function worseFirst(a: Hit, b: Hit): number {
  return (b.score?.value ?? 5) - (a.score?.value ?? 5) || ((a.ids[0] ?? '') < (b.ids[0] ?? '') ? -1 : 1);
}

/** The version from which on a package is free of all of these; null when one of them has no fix. */
export function freeFrom(hits: readonly Hit[], { ecosystem }: ListedPackage): string | null {
  const versioning = versioningOf(ecosystem);
  let free: string | null = null;
  for (const { fixed } of hits) {
    if (fixed === null || versioning === null) return null;
    if (free === null || versioning.compare(fixed, free) > 0) free = fixed;
  }
  return free;
}
