import type { SubjectRequest } from '../../domain/subject.ts';
import { channelsServing } from './channels-serving.ts';
import { type Clerk, record, saidBy } from './parts.ts';

/** Revokes a subject's admission, and those of the composites that it is a part of. Owners are told where any of them serves. */
export async function endSubject(desk: Clerk, request: SubjectRequest, reason: string): Promise<SubjectRequest> {
  const { books, actor, now } = desk;
  const after: SubjectRequest = { ...request, revoked: { by: actor.person.id, at: now.toISOString(), reason } };
  await books.subjects.change(after);
  const channels = await channelsServing(desk, request.id);
  await record(desk, 'subject.revoke', request.id, { owner: request.owner, channels }, saidBy(desk, reason));
  await endComposites(desk, request.id);
  return after;
}

/** No composite is better than its worst part: with the part ends what it is in. */
export async function endComposites(desk: Clerk, part: string): Promise<readonly string[]> {
  const ended: string[] = [];
  for (const whole of await desk.books.subjects.containing(part)) {
    if (whole.state !== 'admitted' || whole.revoked !== null) continue;
    await endSubject(desk, whole, `Its part ${part} was revoked.`);
    ended.push(whole.id);
  }
  return ended;
}
