import { type Channel, isForOutsiders } from '../../domain/channel.ts';
import { restorable, type StandingRelease } from '../../domain/release.ts';
import { takenBack } from './condemned.ts';
import { keptFrom } from './outsiders.ts';
import type { Clerk } from './parts.ts';

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
