import type { Advisory, Affected } from '../domain/advisory.ts';
import type { Dependency } from '../domain/dependency.ts';
import { affects } from './affects.ts';
import { versioningOf } from './versions/table.ts';
import type { Versioning } from './versions/versioning.ts';

/** What one advisory means for one dependency. */
export type Match =
  | {
      readonly kind: 'affected';
      /**
       * `certain`: the version that is pinned. `likely`: the newest version that the requirement is known to let in, so
       * that no fix gets in. `possible`: some version that it lets in.
       */
      readonly how: 'certain' | 'likely' | 'possible';
      /** The oldest fixed version that is newer, or null when there is none. */
      readonly fixed: string | null;
    }
  | { readonly kind: 'unaffected' }
  | { readonly kind: 'not-comparable'; readonly why: string };

/** Holds one dependency against one advisory. Withdrawn advisories affect nothing. */
export function matchAdvisory(dependency: Dependency, advisory: Advisory): Match {
  if (advisory.withdrawn !== null || dependency.requirement.kind === 'elsewhere') return { kind: 'unaffected' };
  const about = advisory.affected.filter(
    ({ ecosystem, name }) => ecosystem === dependency.ecosystem && name === dependency.name,
  );
  const versioning = versioningOf(dependency.ecosystem);
  return worst(about.map((affected) => matchAffected(dependency, affected, versioning)));
}

function matchAffected(dependency: Dependency, affected: Affected, versioning: Versioning | null): Match {
  const { requirement } = dependency;
  if (requirement.kind !== 'pinned') return matchRange(dependency, affected, versioning);
  switch (affects(affected, requirement.version, versioning)) {
    case 'unaffected':
      return { kind: 'unaffected' };
    case 'not-comparable':
      return { kind: 'not-comparable', why: whyNot(requirement.version, affected, versioning) };
    case 'affected':
      return { kind: 'affected', how: 'certain', fixed: fixedAfter(requirement.version, affected, versioning) };
  }
}

function whyNot(version: string, affected: Affected, versioning: Versioning | null): string {
  if (versioning === null) return `versions of ${affected.ecosystem} are not compared`;
  return versioning.normal(version) === null ? `${version} is no version` : 'the advisory names versions that are none';
}

/** Tries every version that is known from the advisory and from the requirement, the newest first. */
function matchRange({ requirement, origin }: Dependency, affected: Affected, versioning: Versioning | null): Match {
  if (versioning === null) return { kind: 'not-comparable', why: `versions of ${affected.ecosystem} are not compared` };
  const specifier = requirement.kind === 'range' ? requirement.specifier : null;
  const tried = knownVersions(affected, specifier, versioning);
  const admitted: string[] = [];
  for (const version of tried) {
    const admits = specifier === null ? true : versioning.admits(specifier, version);
    if (admits === null) return { kind: 'not-comparable', why: `${specifier} is no requirement` };
    if (admits) admitted.push(version);
  }
  const answers = admitted.map((version) => ({ version, answer: affects(affected, version, versioning) }));
  const hit = answers.find(({ answer }) => answer === 'affected');
  if (hit === undefined) {
    const unsure =
      answers.some(({ answer }) => answer === 'not-comparable') || (tried.length === 0 && affected.commits);
    return unsure
      ? { kind: 'not-comparable', why: 'the advisory names versions that are none' }
      : { kind: 'unaffected' };
  }
  // What is imported or implied is installed by somebody else, who may choose well.
  const free = origin === 'import' || origin === 'loader';
  const how = !free && answers[0]?.answer === 'affected' ? 'likely' : 'possible';
  return { kind: 'affected', how, fixed: fixedAfter(hit.version, affected, versioning) };
}

/** Versions tried for one advisory; the longest real lists have some hundreds. */
const TRIED = 2000;

/** Newest first. */
function knownVersions(affected: Affected, specifier: string | null, versioning: Versioning): readonly string[] {
  const events = affected.ranges.flatMap((range) =>
    range.filter(({ kind }) => kind !== 'limit').map(({ version }) => version),
  );
  const all = [...(specifier === null ? [] : versioning.named(specifier)), ...events, ...affected.versions];
  const normal = new Set(all.slice(0, TRIED).flatMap((version) => versioning.normal(version) ?? []));
  return [...normal].sort((a, b) => versioning.compare(b, a));
}

function fixedAfter(version: string, affected: Affected, versioning: Versioning | null): string | null {
  const normal = versioning?.normal(version) ?? null;
  if (versioning === null || normal === null) return null;
  let best: string | null = null;
  for (const event of affected.ranges.flat()) {
    const at = event.kind === 'fixed' ? versioning.normal(event.version) : null;
    if (at === null || versioning.compare(at, normal) <= 0) continue;
    // A fix of another branch, which a later range has broken again, is none.
    if (affects(affected, at, versioning) === 'affected') continue;
    if (best === null || versioning.compare(at, best) < 0) best = at;
  }
  return best;
}

const RANK = { certain: 3, likely: 2, possible: 1 } as const;

function rankOf(match: Match): number {
  if (match.kind === 'affected') return RANK[match.how];
  return match.kind === 'not-comparable' ? 0 : -1;
}

function worst(matches: readonly Match[]): Match {
  return matches.reduce<Match>((a, b) => (rankOf(b) > rankOf(a) ? b : a), { kind: 'unaffected' });
}
