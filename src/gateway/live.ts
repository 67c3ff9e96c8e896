import type { Replica, ServedRelease, Snapshot } from './snapshot.ts';

/** Why we end an answer ourselves. */
export type Stop = 'release_killed' | 'admission_expired' | 'attestation_expired';

export const STOP_MESSAGES: Readonly<Record<Stop, string>> = {
  release_killed: 'this release was withdrawn',
  admission_expired: 'the admission of this release has expired',
  attestation_expired: 'what the server of this release loaded is no longer proven',
};

/** An exchange that is under way, and what it rests on. */
export interface Live {
  readonly release: ServedRelease;
  readonly replica: Replica;
  stop(why: Stop): void;
}

/**
 * What an exchange no longer rests on: what let it begin has run out, and what is served now has nothing newer. Null while it
 * may go on.
 */
export function lapsed({ release, replica }: Omit<Live, 'stop'>, now: Snapshot | null, at: number): Stop | null {
  const admitted = isAdmitted(release, at);
  if (admitted && isProven(replica, at)) return null;
  const renewed = releasesOf(now).filter(({ id }) => id === release.id);
  if (!admitted && !renewed.some((one) => isAdmitted(one, at))) return 'admission_expired';
  const { origin } = replica;
  const proven =
    isProven(replica, at) ||
    renewed.some(({ replicas }) => replicas.some((one) => one.origin === origin && isProven(one, at)));
  return proven ? null : 'attestation_expired';
}

function* allOf(snapshot: Snapshot): Iterable<ServedRelease> {
  for (const { releases, pinnable } of snapshot.channels.values()) {
    yield* releases;
    yield* pinnable ?? [];
  }
}

function releasesOf(snapshot: Snapshot | null): readonly ServedRelease[] {
  return snapshot === null ? [] : [...allOf(snapshot)];
}

function isAdmitted({ admission }: ServedRelease, at: number): boolean {
  return admission.kind === 'admitted' && admission.expiresAt > at;
}

/** Whether it is known at this time what the server loaded, or an operator answers for it. */
export function isProven({ attestedUntil }: Replica, at: number): boolean {
  return attestedUntil === null || attestedUntil > at;
}
