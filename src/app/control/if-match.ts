import type { Call } from '../../contract/control/caller.ts';
import { changedSince, etagFor } from '../../contract/control/etag.ts';
import type { Operation } from '../../contract/control/operation.ts';
import { OPERATIONS, type OperationName } from '../../contract/control/operations.ts';
import { revisedBy } from '../../contract/control/revises.ts';
import { WeighbridgeError } from '../../kernel/errors.ts';
import type { Books } from '../../ports/control-store.ts';

/** Asks an operation within the same transaction. */
type Look = (name: OperationName, input: unknown) => Promise<unknown>;

/**
 * Throws `changed-meanwhile` where the thing is no longer in a state that the caller named. Looking at it locks it, as every operation
 * that changes it does: nobody comes in between. No row holds a list: whoever changes one waits for the other here. What holds its state must not be asked of an operation that changes no such thing.
 */
export async function assertAsRead(
  { name, ifMatch }: Call,
  input: unknown,
  { books, look }: { readonly books: Pick<Books, 'alone'>; readonly look: Look },
): Promise<void> {
  const shows = revisedBy(name);
  if (shows !== null && !OPERATIONS[shows].path.includes(':')) await books.alone(shows);
  if (ifMatch === undefined) return;
  if (shows === null) throw new WeighbridgeError('input-invalid', `If-Match: ${name} changes nothing that has an ETag`);
  const answer = await look(shows, thingIn(shows, input));
  if (ifMatch === '*' || ifMatch.includes(etagFor(answer))) return;
  const members = ifMatch.flatMap((etag) => changedSince(etag, answer));
  const changed = members.length === 0 ? '' : `; since then changed: ${[...new Set(members)].join(', ')}`;
  throw new WeighbridgeError('changed-meanwhile', `what ${shows} answers is another than If-Match names${changed}`);
}

/** What both operations call the thing. */
function thingIn(shows: OperationName, input: unknown): Readonly<Record<string, unknown>> {
  const { path }: Operation = OPERATIONS[shows];
  const given = input as Readonly<Record<string, unknown>>;
  return Object.fromEntries([...path.matchAll(/:(\w+)/g)].map(([, key = '']) => [key, given[key]]));
}
