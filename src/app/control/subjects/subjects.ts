import type { SUBJECT_OPERATIONS } from '../../../contract/control/operations/subjects.ts';
import type { OutputOf, ParsedInputOf } from '../../../contract/control/operations.ts';
import type { Ruling } from '../../../domain/request.ts';
import { misdated, type SubjectRequest, settledSubject, subjectDigest, subjectName } from '../../../domain/subject.ts';
import { UNSTATED_USE } from '../../../domain/use.ts';
import { WeighbridgeError } from '../../../kernel/errors.ts';
import { type Desk, record } from '../parts.ts';
import type { UseCases } from '../use-case.ts';
import { endSubject } from './end-subject.ts';
import { lacksOf, shownSubject, subjectBy, wholeSubject, withDigests } from './shown-subject.ts';
import { signSubject } from './subject-decision.ts';

export const SUBJECTS: UseCases<typeof SUBJECT_OPERATIONS> = {
  'subject.open': openSubject,
  'subject.list': async (desk, input) => {
    const { items, next } = await desk.books.subjects.list(input);
    const shown = [];
    for (const one of items) shown.push(await shownSubject(desk, one));
    return { items: shown, next };
  },
  'subject.show': async (desk, { subject }) => wholeSubject(desk, await subjectBy(desk, subject)),
  'subject.rule': ruleOnSubject,
  'subject.revoke': revokeSubject,
  'subject.decision': showDecision,
};

const DAY = 24 * 60 * 60 * 1000;

async function openSubject(desk: Desk, input: ParsedInputOf<'subject.open'>): Promise<OutputOf<'subject.open'>> {
  const { parts, books, actor, now } = desk;
  const why = input.what.kind === 'hosted' ? misdated(input.what.version, now) : null;
  if (why !== null) throw new WeighbridgeError('input-invalid', `what.version: ${why}`);
  const owner = await books.people.byId(input.owner);
  if (owner === null || owner.disabledAt !== null) throw new WeighbridgeError('person-not-found', input.owner);
  const subject = await withDigests(desk, input.what);
  const said = Object.fromEntries(Object.entries(input.use).filter(([, value]) => value !== undefined));
  const request: SubjectRequest = {
    id: parts.mint.id(),
    subject,
    digest: subjectDigest(subject),
    use: { ...UNSTATED_USE, ...said },
    owner: owner.id,
    requestedBy: actor.person.id,
    requestedAt: now.toISOString(),
    expiresAt: new Date(now.getTime() + input.days * DAY).toISOString(),
    state: 'review',
    revoked: null,
  };
  await books.subjects.add(request);
  const about = { kind: subject.kind, name: subjectName(subject), digest: request.digest, owner: owner.id };
  await record(desk, 'subject.open', request.id, about);
  return wholeSubject(desk, request);
}

/** As on requests: nobody twice, nor on their own, nor in a name they do not have; and nothing is admitted that lacks something. */
async function ruleOnSubject(desk: Desk, input: ParsedInputOf<'subject.rule'>): Promise<OutputOf<'subject.rule'>> {
  const { books, actor, now } = desk;
  const request = await subjectBy(desk, input.subject);
  const { id: by, roles } = actor.person;
  if (request.state !== 'review') throw new WeighbridgeError('not-in-review', `${request.id} is ${request.state}`);
  if (by === request.requestedBy || by === request.owner) throw new WeighbridgeError('own-request', request.id);
  const { role, ruling, reason } = input;
  if (!roles.includes(role)) throw new WeighbridgeError('role-not-held', role);
  const one: Ruling = { by, role, ruling, reason, at: now.toISOString() };
  if (!(await books.subjects.rule(request.id, one))) throw new WeighbridgeError('ruled-already', request.id);
  const rulings = await books.subjects.rulings(request.id);
  const state = settledSubject(rulings, request.subject.kind);
  const lacks = state === 'admitted' ? await lacksOf(desk, request) : [];
  if (lacks.length > 0) throw new WeighbridgeError('subject-incomplete', lacks.join('; ').slice(0, 2000));
  await record(desk, 'subject.rule', request.id, { role, ruling, digest: request.digest });
  if (state === null) return wholeSubject(desk, request);
  const settled: SubjectRequest = { ...request, state };
  await books.subjects.change(settled);
  await signSubject(desk, settled, rulings);
  await record(desk, 'subject.decide', request.id, { state, digest: request.digest, owner: request.owner });
  return wholeSubject(desk, settled);
}

async function revokeSubject(desk: Desk, input: ParsedInputOf<'subject.revoke'>): Promise<OutputOf<'subject.revoke'>> {
  const request = await subjectBy(desk, input.subject);
  if (request.state === 'review') throw new WeighbridgeError('not-decided', request.id);
  if (request.revoked !== null) throw new WeighbridgeError('decision-revoked', request.id);
  const { subject, channels } = await endSubject(desk, request, input.reason);
  return { ...(await wholeSubject(desk, subject)), channels: [...channels] };
}

async function showDecision(
  desk: Desk,
  input: ParsedInputOf<'subject.decision'>,
): Promise<OutputOf<'subject.decision'>> {
  const { id, state } = await subjectBy(desk, input.subject);
  const envelope = await desk.books.subjects.decision(id);
  if (envelope === null) throw new WeighbridgeError('not-decided', `${id} is in ${state}`);
  return JSON.parse(envelope) as OutputOf<'subject.decision'>;
}
