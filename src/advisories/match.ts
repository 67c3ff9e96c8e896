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

/** Tries the versions that the requirement and the advisory's ranges name, then those that it lists. */
function matchRange(dependency: Dependency, affected: Affected, versioning: Versioning | null): Match {
  const { requirement, origin } = dependency;
  if (versioning === null) return { kind: 'not-comparable', why: `versions of ${affected.ecosystem} are not compared` };
  const specifier = requirement.kind === 'range' ? requirement.specifier : null;
  // Any version will do for finding out whether a requirement can be read at all.
  if (specifier !== null && versioning.admits(specifier, '1.0.0') === null) {
    return { kind: 'not-comparable', why: `${specifier} is no requirement` };
  }
  const admits = (version: string): boolean => specifier === null || versioning.admits(specifier, version) === true;
  const named = namedVersions(affected, specifier, versioning).filter(admits);
  const answers = named.map((version) => ({ version, answer: affects(affected, version, versioning) }));
  const hits = answers.flatMap(({ version, answer }) => (answer === 'affected' ? [version] : []));
  const hit = newest(hits, versioning) ?? affected.versions.slice(-TRIED).findLast(admits) ?? null;
  if (hit === null) {
    const unsure = answers.some(({ answer }) => answer === 'not-comparable') || holdsNoVersion(affected, versioning);
    return unsure
      ? { kind: 'not-comparable', why: 'the advisory names versions that are none' }
      : { kind: 'unaffected' };
  }
  const at = versioning.normal(hit) ?? hit;
  const wayOut = answers.some(({ version, answer }) => answer === 'unaffected' && versioning.compare(version, at) > 0);
  // A list of versions says nothing of those after it: a release that was tampered with, among many that were not.
  const listOnly = affected.ranges.length === 0;
  // What is imported or implied is installed by somebody else, who may choose well.
  const free = origin === 'import' || origin === 'loader';
  return {
    kind: 'affected',
    how: free || wayOut || listOnly ? 'possible' : 'likely',
    fixed: fixedAfter(hit, affected, versioning),
  };
}

/** Versions tried for one advisory; the longest real lists have some hundreds. */
const TRIED = 2000;

function namedVersions(affected: Affected, specifier: string | null, versioning: Versioning): readonly string[] {
  const events = affected.ranges.flat().flatMap(({ kind, version }) => (kind === 'limit' ? [] : [version]));
  const all = [...(specifier === null ? [] : versioning.named(specifier)), ...events.slice(0, TRIED)];
  return [...new Set(all.flatMap((version) => versioning.normal(version) ?? []))];
}

function newest(versions: readonly string[], versioning: Versioning): string | null {
  return versions.reduce<string | null>((a, b) => (a === null || versioning.compare(b, a) > 0 ? b : a), null);
}

/** Commits alone, or events whose versions cannot be read. */
function holdsNoVersion({ ranges, versions, commits }: Affected, versioning: Versioning): boolean {
  if (ranges.length === 0) return versions.length === 0 && commits;
  return ranges.flat().some(({ version }) => version !== '0' && version !== '*' && versioning.normal(version) === null);
}

function fixedAfter(version: string, affected: Affected, versioning: Versioning | null): string | null {
  const normal = versioning?.normal(version) ?? null;
  if (versioning === null || normal === null) return null;
  let best: { readonly at: string; readonly spelt: string } | null = null;
  for (const event of affected.ranges.flat()) {
    const at = event.kind === 'fixed' ? versioning.normal(event.version) : null;
    if (at === null || versioning.compare(at, normal) <= 0) continue;
    // A fix of another branch, which a later range has broken again, is none.
    if (affects(affected, at, versioning) === 'affected') continue;
    if (best === null || versioning.compare(at, best.at) < 0) best = { at, spelt: event.version };
  }
  return best?.spelt ?? null;
}

const RANK = { certain: 3, likely: 2, possible: 1 } as const;

function rankOf(match: Match): number {
  if (match.kind === 'affected') return RANK[match.how];
  return match.kind === 'not-comparable' ? 0 : -1;
}

function worst(matches: readonly Match[]): Match {
  return matches.reduce<Match>((a, b) => (rankOf(b) > rankOf(a) ? b : a), { kind: 'unaffected' });
}
