import { matchModel } from '../../advisories/models/match.ts';
import { evidenceOf } from '../../domain/evidence.ts';
import type { Json } from '../../kernel/json.ts';
import type { Collector } from '../../ports/collector.ts';
import type { ModelFeeds } from '../../ports/model-feeds.ts';

/** Takes the advisories about this very model out of the feeds that the user follows; without any feed it brings nothing. */
export function createModelAdvisoryCollector(feeds: ModelFeeds): Collector {
  return {
    id: 'model-advisories',
    brings: ['model-advisories'],
    needsBytes: false,
    collect: async ({ artifact, evidence, now, onNotice }) => {
      const followed = (await feeds.list()).toSorted((a, b) => (a.feed.name < b.feed.name ? -1 : 1));
      if (followed.length === 0) return [];
      const stale = followed.filter(({ feed }) => !(Date.parse(now) < Date.parse(feed.expiresAt)));
      for (const { feed } of stale) onNotice(`the feed ${feed.name} expired at ${feed.expiresAt}`);
      const advisories = followed.flatMap(({ feed }) =>
        feed.advisories.flatMap((advisory) => {
          const matches = matchModel(advisory, artifact, evidence);
          return matches.length === 0 ? [] : [{ feed: feed.name, advisory, matches }];
        }),
      );
      const body = {
        feeds: followed.map(({ feed }) => feed.name),
        expired: stale.map(({ feed }) => feed.name),
        advisories,
      };
      const seenAt = followed.map(({ feed }) => feed.issuedAt).sort()[0] ?? now;
      return [evidenceOf('model-advisories', 'model-advisories', seenAt, body as unknown as Json)];
    },
  };
}
