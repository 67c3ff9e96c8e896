import { serving } from '../../../domain/release.ts';
import type { Clerk } from '../parts.ts';

/** Where what a request admitted gets calls now. */
export async function channelsServing({ books }: Pick<Clerk, 'books'>, request: string): Promise<string[]> {
  const channels = new Set((await books.releases.restingOn(request)).map(({ channel }) => channel));
  const serves: string[] = [];
  for (const channel of channels)
    if (serving(await books.releases.of(channel)).some((one) => one.request === request)) serves.push(channel);
  return serves.sort();
}
