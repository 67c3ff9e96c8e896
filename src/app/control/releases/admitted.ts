import type { Envelope } from '../../../attest/dsse.ts';
import type { heldBack } from '../../../domain/channel.ts';
import type { Decision } from '../../../domain/decision.ts';
import type { Release } from '../../../domain/release.ts';
import type { AdmissionRequest } from '../../../domain/request.ts';
import { type SubjectRequest, subjectName } from '../../../domain/subject.ts';
import { WeighbridgeError } from '../../../kernel/errors.ts';
import { decisionIn } from '../../admission.ts';
import type { Clerk, Desk } from '../parts.ts';
import { partsBarred } from '../subjects/shown-subject.ts';
import { subjectDecidedAt } from '../subjects/subject-decision.ts';

/** What may be released, and what gates ask of it. */
export interface Admitted {
  readonly release: Pick<Release, 'request' | 'rests' | 'model' | 'manifest' | 'dossier' | 'expiresAt'>;
  readonly decided: Parameters<typeof heldBack>[1];
  /** Requests whose weights it serves: of a composite, its parts'. */
  readonly weights: readonly AdmissionRequest[];
}

/** Throws unless the request or the subject was admitted, by a decision that holds still. It is locked from then on. */
export async function admittedFor(desk: Desk, id: string): Promise<Admitted> {
  const subject = await desk.books.subjects.byId(id);
  if (subject !== null) return admittedSubject(desk, subject);
  const { request, decision } = await admitted(desk, id);
  const { origin, manifest, dossier, expiresAt } = decision;
  const release = { request: id, rests: 'weights', model: origin.name, manifest, dossier, expiresAt } as const;
  const { use, decidedAt, policy } = decision;
  const rulings = decision.request?.rulings.length ?? 0;
  return { release, decided: { use, decidedAt, policy, rulings }, weights: [request] };
}

/** Throws unless the request was admitted, by a decision that holds still. */
export async function admitted(
  { books, now }: Clerk,
  id: string,
): Promise<{ readonly request: AdmissionRequest; readonly decision: Decision }> {
  const request = await books.requests.byId(id);
  if (request === null) throw new WeighbridgeError('request-not-found', id);
  const envelope = await books.requests.decision(id);
  if (envelope === null) throw new WeighbridgeError('not-decided', `${id} is ${request.state}`);
  if (request.state !== 'admitted') throw new WeighbridgeError('not-admitted', `${id} is ${request.state}`);
  const revokedAt = await books.releases.revokedAt(id);
  if (revokedAt !== null) throw new WeighbridgeError('decision-revoked', `${id}, at ${revokedAt}`);
  const decision = decisionIn(JSON.parse(envelope) as Envelope);
  if (!(now.getTime() < Date.parse(decision.expiresAt)))
    throw new WeighbridgeError('decision-expired', `${id}, at ${decision.expiresAt}`);
  return { request, decision };
}

async function admittedSubject(desk: Desk, { id, subject, digest, ...one }: SubjectRequest): Promise<Admitted> {
  const { books, now } = desk;
  const envelope = await books.subjects.decision(id);
  if (one.state === 'review' || envelope === null) throw new WeighbridgeError('not-decided', `${id} is in review`);
  if (one.state === 'denied') throw new WeighbridgeError('not-admitted', `${id} was denied`);
  if (one.revoked !== null) throw new WeighbridgeError('decision-revoked', `${id}, at ${one.revoked.at}`);
  if (!(now.getTime() < Date.parse(one.expiresAt)))
    throw new WeighbridgeError('decision-expired', `${id}, at ${one.expiresAt}`);
  if (subject.kind === 'image')
    throw new WeighbridgeError('not-admitted', `${id} is an image: release what runs on it`);
  const [barred] = await partsBarred(desk, { subject, use: one.use });
  if (barred !== undefined) throw new WeighbridgeError('not-admitted', barred);
  const weights: AdmissionRequest[] = [];
  let { expiresAt } = one;
  for (const part of subject.kind === 'composite' ? subject.parts : []) {
    if (part.from === 'subject') expiresAt = earlier(expiresAt, (await books.subjects.byId(part.id))?.expiresAt);
    else {
      const { request, decision } = await admitted(desk, part.id);
      weights.push(request);
      expiresAt = earlier(expiresAt, decision.expiresAt);
    }
  }
  // Nobody looked into it, so there is no dossier: the subject's own digest stands for what was decided on.
  const named = { model: subjectName(subject), manifest: digest, dossier: digest, expiresAt };
  const rulings = (await books.subjects.rulings(id)).length;
  return {
    release: { request: id, rests: 'subject', ...named },
    decided: { use: one.use, decidedAt: subjectDecidedAt(envelope), policy: null, rulings },
    weights,
  };
}

function earlier(one: string, other: string | undefined): string {
  return other !== undefined && Date.parse(other) < Date.parse(one) ? other : one;
}
