import { z } from 'zod';
import { type Digest, isDigest } from '../../kernel/digest.ts';
import type { Page, PageWanted } from '../../ports/control/page.ts';

/** A timestamptz, as ISO 8601 in UTC. */
export const moment = z.date().transform((date) => date.toISOString());
export const digestText = z.custom<Digest>((value) => typeof value === 'string' && isDigest(value), 'not a digest');
/** A bigint, which the driver gives as text. */
export const place = z.string().regex(/^\d+$/);

/** Where a page begins: beyond the last row that was seen, newest first. */
export function beforeOf({ cursor }: PageWanted): string {
  // The largest bigint: nothing was seen yet.
  return cursor ?? '9223372036854775807';
}

/** A page from rows that were asked for with one more than the page holds. */
export function pageOf<Row extends { readonly place: string }, Item>(
  rows: readonly Row[],
  { limit }: PageWanted,
  read: (row: Row) => Item,
): Page<Item> {
  const shown = rows.slice(0, limit);
  return { items: shown.map(read), next: rows.length > limit ? (shown.at(-1)?.place ?? null) : null };
}
