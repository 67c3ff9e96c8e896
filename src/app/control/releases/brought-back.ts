import { type Channel, isForOutsiders } from '../../../domain/channel.ts';
import { restorable, type StandingRelease } from '../../../domain/release.ts';
import type { Clerk } from '../parts.ts';
import { keptFrom } from '../publications/outsiders.ts';
import { takenBack } from '../requests/condemned.ts';

/** What a rollback brings back on a channel; to outsiders nothing that they may not have. Null when there is none. */
export async function broughtBack(
  { books, now }: Pick<Clerk, 'books' | 'now'>,
  channel: Channel,
): Promise<StandingRelease | null> {
  const [releases, back] = [await books.releases.of(channel.name), await takenBack(books)];
  for (const kept = new Set<string>(); ; ) {
    const found = restorable(releases, back, now, kept);
    if (found === null || !isForOutsiders(channel) || (await keptFrom(books, found)) === null) return found;
    kept.add(found.request);
  }
}
