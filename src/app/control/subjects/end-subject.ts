import type { SubjectRequest } from '../../../domain/subject.ts';
import { type Clerk, record, saidBy } from '../parts.ts';
import { channelsServing } from '../releases/channels-serving.ts';

interface Ended {
  readonly subject: SubjectRequest;
  /** Where it, or a composite of it, got calls. */
  readonly channels: readonly string[];
}

/** Revokes a subject's admission, and those of the composites that it is a part of. Owners are told where any of them serves. */
export async function endSubject(desk: Clerk, request: SubjectRequest, reason: string): Promise<Ended> {
  const { books, actor, now } = desk;
  const subject: SubjectRequest = { ...request, revoked: { by: actor.person.id, at: now.toISOString(), reason } };
  await books.subjects.change(subject);
  const channels = await channelsServing(desk, request.id);
  await record(desk, 'subject.revoke', request.id, { owner: request.owner, channels }, saidBy(desk, reason));
  const others = await endComposites(desk, request.id);
  return { subject, channels: [...new Set([...channels, ...others])].sort() };
}

/** No composite is better than its worst part: with the part ends what it is in. Answers where any of them got calls. */
export async function endComposites(desk: Clerk, part: string): Promise<readonly string[]> {
  const channels: string[] = [];
  for (const whole of await desk.books.subjects.containing(part)) {
    if (whole.state !== 'admitted' || whole.revoked !== null) continue;
    channels.push(...(await endSubject(desk, whole, `Its part ${part} was revoked.`)).channels);
  }
  return channels;
}
