import type { Channel, ServedRelease, Snapshot } from '../../gateway/snapshot.ts';
import type { Heard } from './heard.ts';

/**
 * Releases whose calls end in the middle when one snapshot takes the place of another: what is refused now, what the
 * control plane took back, and what a file no longer names. On a channel that follows the control plane, what was only
 * replaced finishes its sentence.
 */
export function endedReleases(
  before: Snapshot,
  after: Snapshot,
  { follows, heard }: { readonly follows: ReadonlySet<string>; readonly heard: Heard | null },
): ReadonlySet<string> {
  const isAdmitted = (kind: string): boolean => kind === 'admitted';
  const now = [...after.channels.values()].flatMap(allOf);
  const admitted = new Set(now.flatMap(({ id, admission }) => (isAdmitted(admission.kind) ? [id] : [])));
  const gone = [...before.channels.values()].flatMap((channel) =>
    follows.has(channel.name)
      ? []
      : allOf(channel)
          .filter(({ admission }) => isAdmitted(admission.kind))
          .map(({ id }) => id),
  );
  const refused = now.filter(({ admission }) => !isAdmitted(admission.kind)).map(({ id }) => id);
  const takenBack = heard?.channels.flatMap((channel) => channel.takenBack) ?? [];
  return new Set([...gone, ...refused, ...takenBack].filter((id) => !admitted.has(id)));
}

function allOf({ releases, pinnable }: Channel): readonly ServedRelease[] {
  return [...releases, ...(pinnable ?? [])];
}
