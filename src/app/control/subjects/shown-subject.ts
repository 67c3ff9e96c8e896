import type { Envelope } from '../../../attest/dsse.ts';
import type { OutputOf, ParsedInputOf } from '../../../contract/control/operations.ts';
import { barred } from '../../../domain/release.ts';
import {
  type Part,
  RESTS_ON,
  type Subject,
  type SubjectRequest,
  subjectBarred,
  subjectLacks,
} from '../../../domain/subject.ts';
import type { IntendedUse } from '../../../domain/use.ts';
import { beyondUse } from '../../../domain/use-within.ts';
import type { Digest } from '../../../kernel/digest.ts';
import { WeighbridgeError } from '../../../kernel/errors.ts';
import { decisionIn } from '../../admission.ts';
import type { Desk } from '../parts.ts';

/** Composites of composites are composed anew: this deep they cannot come, but what is stored is never trusted to end. */
const DEEPEST = 3;

/** Locked until the call is over. */
export async function subjectBy({ books }: Desk, id: string): Promise<SubjectRequest> {
  const request = await books.subjects.byId(id);
  if (request === null) throw new WeighbridgeError('subject-not-found', id);
  return request;
}

/** What somebody asks for, with the digests of its parts as they were decided on. Throws `part-not-found`. */
export async function withDigests(desk: Desk, what: ParsedInputOf<'subject.open'>['what']): Promise<Subject> {
  if (what.kind !== 'composite') return what;
  const parts: Part[] = [];
  for (const part of what.parts) parts.push({ ...part, digest: await digestOfPart(desk, part) });
  return { ...what, parts };
}

async function digestOfPart({ books }: Desk, { from, id }: Pick<Part, 'from' | 'id'>): Promise<Digest> {
  if (from === 'request') {
    const envelope = await books.requests.decision(id);
    if (envelope === null) throw new WeighbridgeError('part-not-found', `no request ${id} was decided`);
    return decisionIn(JSON.parse(envelope) as Envelope).manifest;
  }
  const found = await books.subjects.byId(id);
  if (found === null || found.subject.kind === 'composite') throw new WeighbridgeError('part-not-found', id);
  return found.digest;
}

/** What keeps it from being admitted. */
export async function lacksOf(desk: Desk, request: SubjectRequest): Promise<readonly string[]> {
  return [...subjectLacks(request.subject, request.use), ...(await partsBarred(desk, request))];
}

/** Why its parts keep it from being used, as their own decisions and the uses that these were for say; empty for what has none. */
export async function partsBarred(
  desk: Desk,
  { subject, use }: Pick<SubjectRequest, 'subject' | 'use'>,
  depth = DEEPEST,
): Promise<readonly string[]> {
  if (subject.kind !== 'composite') return [];
  const reasons: string[] = [];
  for (const part of subject.parts) {
    const why = await partBarred(desk, part, use, depth);
    if (why !== null) reasons.push(`its ${part.role} ${part.id}: ${why}`);
  }
  return reasons;
}

async function partBarred(desk: Desk, { from, id }: Part, use: IntendedUse, depth: number): Promise<string | null> {
  const { books, now } = desk;
  if (from === 'subject') {
    const found = await books.subjects.byId(id);
    if (found === null || depth === 0) return 'it is not known';
    const [why = null] = [...beyondUse(use, found.use), ...subjectLacks(found.subject, use)];
    return subjectBarred(found, now) ?? why ?? (await partsBarred(desk, found, depth - 1))[0] ?? null;
  }
  const envelope = await books.requests.decision(id);
  if (envelope === null) return 'nobody has decided on it';
  const { verdict, expiresAt, use: decided } = decisionIn(JSON.parse(envelope) as Envelope);
  if (verdict !== 'admit') return 'it was denied';
  const ended = barred({ revokedAt: await books.releases.revokedAt(id), withdrawnAt: null, expiresAt }, now);
  return ended ?? beyondUse(use, decided)[0] ?? null;
}

export async function shownSubject(
  desk: Desk,
  request: SubjectRequest,
): Promise<OutputOf<'subject.list'>['items'][number]> {
  const { subject, use } = request;
  const own = subjectBarred(request, desk.now);
  return {
    ...request,
    subject: shownWhat(subject),
    use: { ...use, regions: [...use.regions] },
    restsOn: RESTS_ON[subject.kind],
    barred: [...(own === null ? [] : [own]), ...(await partsBarred(desk, request))],
  };
}

function shownWhat(subject: Subject): OutputOf<'subject.show'>['subject'] {
  if (subject.kind === 'composite') return { ...subject, parts: [...subject.parts] };
  if (subject.kind === 'image') return subject;
  return { ...subject, regions: [...subject.regions], evaluations: [...subject.evaluations] };
}

export async function wholeSubject(desk: Desk, request: SubjectRequest): Promise<OutputOf<'subject.show'>> {
  const lacks = request.state === 'review' ? await lacksOf(desk, request) : [];
  const rulings = [...(await desk.books.subjects.rulings(request.id))];
  return { ...(await shownSubject(desk, request)), rulings, lacks: [...lacks] };
}
