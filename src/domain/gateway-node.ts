import { type Digest, digestOfJson } from '../kernel/digest.ts';
import { type StandingRelease, serving } from './release.ts';

/** A gateway that serves channels of the control plane, by its own words. */
export interface GatewayNode {
  readonly name: string;
  readonly startedAt: string;
  /** Its last sign of life, by the database's clock. */
  readonly seenAt: string;
  /** Milliseconds since then, by the same clock. */
  readonly silent: number;
  readonly channels: readonly ServedChannel[];
}

/** What a gateway serves on a channel: its acknowledgement of a state. */
export interface ServedChannel {
  readonly channel: string;
  readonly state: Digest;
  /** Since when. */
  readonly at: string;
  readonly releases: readonly {
    readonly id: string;
    readonly share: number;
    /** Why it is not served; null when it is. */
    readonly refused: string | null;
    /** Where calls are sent; a gateway of an earlier version does not say. */
    readonly servers?: readonly string[];
  }[];
  /** Of the last minute; a gateway of an earlier version does not say. */
  readonly traffic?: Traffic;
}

/** What was asked of a channel in a minute. */
export interface Traffic {
  readonly calls: number;
  /** Those that were refused or broke off, by the code that their callers were told; the most first. */
  readonly refused: readonly { readonly code: string; readonly calls: number }[];
}

/** A gateway tells of itself every two seconds: one that missed five is lost. Milliseconds. */
export const LOST_AFTER = 10_000;
/** After so long nobody waits for it any more. Milliseconds. */
export const FORGOTTEN_AFTER = 10 * 60 * 1000;

/**
 * Names what a channel is to serve, and what of it was taken back: a gateway that says the same digest has heard all
 * that happened there. `releases` are a channel's, newest first.
 */
export function channelState(frozen: boolean, releases: readonly StandingRelease[]): Digest {
  return digestOfJson({
    frozen,
    serving: serving(releases).map(({ id, share }) => ({ id, share })),
    takenBack: takenBack(releases),
  });
}

/** Ids of the releases that were withdrawn, or whose decision was revoked: none may serve, nor finish its sentence. */
export function takenBack(releases: readonly StandingRelease[]): readonly string[] {
  return releases.flatMap(({ id, revokedAt, withdrawnAt }) => (revokedAt === null && withdrawnAt === null ? [] : [id]));
}
