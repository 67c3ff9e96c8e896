import type { Affected, AffectedRange, RangeEvent } from '../domain/advisory.ts';
import type { Versioning } from './versions/versioning.ts';

/** Whether one version is affected; `not-comparable` is said when nobody can tell, and is never taken for a no. */
export type Answer = 'affected' | 'unaffected' | 'not-comparable';

/**
 * OSV's own evaluation (osv-schema, section 'Evaluation'): a version is affected when it is listed, or when a range says
 * so. `version` is as the ecosystem spells it.
 */
export function affects(affected: Affected, version: string, versioning: Versioning | null): Answer {
  const normal = versioning?.normal(version) ?? null;
  if (isListed(affected.versions, version, normal, versioning)) return 'affected';
  if (affected.ranges.length === 0)
    return affected.versions.length > 0 || !affected.commits ? 'unaffected' : 'not-comparable';
  if (versioning === null || normal === null) return 'not-comparable';
  let answer: Answer = 'unaffected';
  for (const range of affected.ranges) {
    const here = withinRange(range, normal, versioning);
    if (here === 'affected') return here;
    if (here === 'not-comparable') answer = here;
  }
  return answer;
}

function isListed(
  versions: readonly string[],
  version: string,
  normal: string | null,
  versioning: Versioning | null,
): boolean {
  if (versions.includes(version)) return true;
  if (normal === null || versioning === null) return false;
  // 1.0 and 1.0.0 are one version in two spellings.
  return versions.some((one) => versioning.normal(one) === normal);
}

function withinRange(events: AffectedRange, version: string, versioning: Versioning): Answer {
  const placed = placedOnce(events, versioning);
  if (placed === null) return 'not-comparable';
  const limits = placed.filter(({ kind }) => kind === 'limit');
  if (limits.length > 0 && !limits.some(({ at }) => at === LAST || isBefore(version, at, versioning)))
    return 'unaffected';
  let affected = false;
  for (const { kind, at } of placed) {
    if (at !== FIRST && (at === LAST || isBefore(version, at, versioning))) continue;
    if (kind === 'introduced') affected = true;
    if (kind === 'fixed') affected = false;
    if (kind === 'last_affected' && at !== FIRST && versioning.compare(version, at) > 0) affected = false;
  }
  return affected ? 'affected' : 'unaffected';
}

/** Before every version, and after every one. */
const FIRST = Symbol('first');
const LAST = Symbol('last');
type Place = string | typeof FIRST | typeof LAST;

interface PlacedEvent {
  readonly kind: RangeEvent['kind'];
  readonly at: Place;
}

/** One range is asked about several versions. */
const placedBefore = new WeakMap<AffectedRange, readonly PlacedEvent[] | null>();

function placedOnce(events: AffectedRange, versioning: Versioning): readonly PlacedEvent[] | null {
  const before = placedBefore.get(events);
  if (before !== undefined) return before;
  const placed = placedEvents(events, versioning);
  placedBefore.set(events, placed);
  return placed;
}

/** The events in the order of their versions, or null when one of them is no version. */
function placedEvents(events: AffectedRange, versioning: Versioning): readonly PlacedEvent[] | null {
  const placed: PlacedEvent[] = [];
  for (const { kind, version } of events) {
    const at = placeOf(kind, version, versioning);
    if (at === null) return null;
    placed.push({ kind, at });
  }
  return placed.sort((a, b) => comparePlaces(a.at, b.at, versioning) || ORDER[a.kind] - ORDER[b.kind]);
}

/** At one version: a fix, then what begins anew there, then the end of what may have begun there. */
const ORDER: Record<RangeEvent['kind'], number> = { fixed: 0, introduced: 1, last_affected: 2, limit: 3 };

function placeOf(kind: RangeEvent['kind'], version: string, versioning: Versioning): Place | null {
  if (kind === 'introduced' && version === '0') return FIRST;
  if (kind === 'limit' && version === '*') return LAST;
  return versioning.normal(version);
}

function comparePlaces(a: Place, b: Place, versioning: Versioning): number {
  if (a === b) return 0;
  if (a === FIRST || b === LAST) return -1;
  if (b === FIRST || a === LAST) return 1;
  return versioning.compare(a, b);
}

function isBefore(version: string, place: Place, versioning: Versioning): boolean {
  if (place === FIRST) return false;
  return place === LAST || versioning.compare(version, place) < 0;
}
