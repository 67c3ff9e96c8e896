import type { OutputOf, ParsedInputOf } from '../../../contract/control/operations.ts';
import { isTold } from '../../../domain/webhook.ts';
import type { AuditEntry, WrittenEntry } from '../../../ports/control/audit.ts';
import type { Desk } from '../parts.ts';

/** An entry of the audit log as others are told it: without who did it. */
export interface ToldEvent extends Pick<AuditEntry, 'subject' | 'at' | 'detail'> {
  readonly position: number;
  readonly kind: string;
}

/** Null for what nobody is told. */
export function eventIn({ position, entry }: WrittenEntry, kinds: readonly string[] = []): ToldEvent | null {
  // Written by us.
  const { act, subject, at, detail } = JSON.parse(entry) as AuditEntry;
  return isTold(act, kinds) ? { position, kind: act, subject, at, detail } : null;
}

export async function listEvents(
  { books }: Desk,
  { since, limit }: ParsedInputOf<'event.list'>,
): Promise<OutputOf<'event.list'>> {
  const entries = await books.audit.since(since, limit);
  const events = entries.flatMap((entry) => eventIn(entry) ?? []);
  const items = events.map((event) => ({ ...event, detail: plain(event.detail) }));
  return { items, next: (entries.at(-1)?.position ?? since - 1) + 1 };
}

function plain(detail: AuditEntry['detail']): Record<string, string | string[] | null> {
  return Object.fromEntries(
    Object.entries(detail).map(([key, value]) => [
      key,
      typeof value === 'object' && value !== null ? [...value] : value,
    ]),
  );
}
