import type { ModelFeed } from '../domain/model-advisory.ts';

/** Feeds of model advisories that the user follows, each as it was last received. */
export interface ModelFeeds {
  /** Throws `advisories-damaged` for one that is not as it was kept. */
  list(): Promise<readonly FollowedFeed[]>;
  /** Replaces the feed of this name. */
  keep(feed: FollowedFeed): Promise<void>;
}

export interface FollowedFeed {
  readonly feed: ModelFeed;
  /** Who signed it: SHA-256 of the key, in hexadecimal. */
  readonly keyId: string;
  /** Where it came from, for people. */
  readonly source: string;
}
