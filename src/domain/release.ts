import type { Digest } from '../kernel/digest.ts';

/** A decision brought to a channel. Only ever added: going back is one more release. */
export interface Release {
  readonly id: string;
  readonly channel: string;
  /** Whose decision it rests on: a request's, or a subject's, which has no weights here. */
  readonly request: string;
  readonly rests: 'weights' | 'subject';
  readonly model: string;
  readonly manifest: Digest;
  readonly dossier: Digest;
  /** Of the decision. */
  readonly expiresAt: string;
  /** Percent of the calls that it gets; the rest stays with what it replaces. */
  readonly share: number;
  readonly cause: 'promotion' | 'rollback';
  /** What got the calls before; null: nothing did. */
  readonly replaces: string | null;
  /** The release that a rollback brings back. */
  readonly restores: string | null;
  readonly reason: string | null;
  readonly by: string;
  readonly at: string;
}

/** A release and what became of it since. */
export interface StandingRelease extends Release {
  /** Its decision was taken back. */
  readonly revokedAt: string | null;
  /** It is not to serve again, whatever its decision says. */
  readonly withdrawnAt: string | null;
  /** Something that its admission left open has lapsed: it is promoted no further until that is closed. */
  readonly held: boolean;
}

/** Why a release may not serve; null when it may. */
export function barred(
  { revokedAt, withdrawnAt, expiresAt }: Pick<StandingRelease, 'revokedAt' | 'withdrawnAt' | 'expiresAt'>,
  now: Date,
): 'revoked' | 'withdrawn' | 'expired' | null {
  if (revokedAt !== null) return 'revoked';
  if (withdrawnAt !== null) return 'withdrawn';
  return now.getTime() < Date.parse(expiresAt) ? null : 'expired';
}

/** What gets the calls of a channel: the newest release, and beside one with a share, what it replaces. Newest first. */
export function serving(releases: readonly StandingRelease[]): readonly StandingRelease[] {
  const [newest] = releases;
  if (newest === undefined) return [];
  if (newest.share === 100) return [newest];
  const rest = releases.find(({ id }) => id === newest.replaces);
  return rest === undefined ? [newest] : [newest, { ...rest, share: 100 - newest.share }];
}

/** When a decision on bytes was last taken back, whichever decision that was. */
export type TakenBack = ReadonlyMap<Digest, string>;

/**
 * What a rollback brings back: the newest release before the one that serves which had all calls, rests on another
 * decision, and may still serve. What was itself rolled back is passed over: whoever goes back twice goes back further, not
 * forth again. So are bytes that were taken back since, under whatever decision: what is wrong with them is wrong with
 * them there, too. And so is what rests on a decision that is `kept` from whoever the channel serves. Null when there is none. `releases` are a channel's, newest first.
 */
export function restorable(
  releases: readonly StandingRelease[],
  takenBack: TakenBack,
  now: Date,
  kept: ReadonlySet<string> = new Set(),
): StandingRelease | null {
  const [newest] = releases;
  for (let one = newest; one !== undefined; ) {
    const { id, restores } = one;
    const from = releases.findIndex((other) => other.id === (restores ?? id));
    one = from < 0 ? undefined : releases[from + 1];
    if (one?.share !== 100 || one.request === newest?.request || barred(one, now) !== null) continue;
    if (kept.has(one.request)) continue;
    if ((takenBack.get(one.manifest) ?? '') <= one.at) return one;
  }
  return null;
}
