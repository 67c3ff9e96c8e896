import type { KeyObject } from 'node:crypto';
import { type Envelope, keyIdOf } from '../../attest/dsse.ts';
import { signedByNow } from '../../attest/trust-now.ts';
import type { Admission } from '../../gateway/snapshot.ts';
import { WeighbridgeError } from '../../kernel/errors.ts';
import { decisionIn } from '../admission.ts';
import { parseEnvelope } from '../signed-document.ts';
import { type SubjectDecision, subjectDecisionIn } from '../subject-admission.ts';
import { standing } from '../verify.ts';
import { NO_REVOCATIONS, type Revocations, revocationsIn, takenBack } from '../verify-bundle.ts';

/** What a server must be known to have: these weights, of a composite its base's; or, where nobody can look, this model by name. */
export type Serves =
  | { readonly kind: 'weights'; readonly manifest: string }
  | { readonly kind: 'hosted'; readonly model: string; readonly version: string };

/** What a decision admits, and what its servers must have. */
export type Found =
  | Extract<Admission, { kind: 'refused' }>
  | (Extract<Admission, { kind: 'admitted' }> & { readonly serves: Serves });

/** Whose decisions count, and which of them no longer do. */
export interface Deciders {
  readonly keys: readonly KeyObject[];
  /** By a list that a trusted key signed. */
  readonly revocations: Revocations;
  /** Ids of keys that the control plane calls compromised. It is believed: its word can only take away. */
  readonly compromised: ReadonlySet<string>;
}

/** Whether the signed decision in this text admits its model now. What cannot be read is no decision: nothing is served by it. */
export function admissionIn(text: string, name: string, deciders: Deciders, now: Date): Found {
  try {
    return admissionOf(parseEnvelope(text, name), deciders, now);
  } catch (error) {
    if (error instanceof WeighbridgeError) return refused(`its decision cannot be read (${error.code})`);
    throw error;
  }
}

function admissionOf(envelope: Envelope, { keys, revocations, compromised }: Deciders, now: Date): Found {
  const { list } = revocations;
  const counting = keys.filter((key) => !compromised.has(keyIdOf(key)));
  const signer = signedByNow(envelope, counting, list);
  if (signer.kind === 'ended') return refused(`the key that signed its decision was ${signer.reason}`);
  if (signer.kind === 'unsigned')
    return refused(
      counting.length < keys.length
        ? 'no trusted key that still counts signed its decision'
        : 'no trusted key signed its decision',
    );
  const [gone] = takenBack(envelope, revocations);
  if (gone !== undefined) return refused(gone.message);
  const onSubject = subjectDecisionIn(envelope);
  const admission = onSubject === null ? onWeights(envelope, now) : admittedSubject(onSubject, now);
  if (admission.kind === 'refused' || list === null) return admission;
  // What a list took back after it was made is not known: with the list ends what rests on it.
  return { ...admission, expiresAt: Math.min(admission.expiresAt, Date.parse(list.freshUntil)) };
}

function onWeights(envelope: Envelope, now: Date): Found {
  const decision = decisionIn(envelope);
  const [wrong] = standing(decision, now);
  if (wrong !== undefined) return refused(wrong.message);
  const { manifest, expiresAt } = decision;
  return { kind: 'admitted', manifest, serves: { kind: 'weights', manifest }, expiresAt: Date.parse(expiresAt) };
}

/** A hosted model is admitted on its terms, and nobody proves its bytes; of a composite the base's are proved. */
function admittedSubject({ subject, digest, verdict, expiresAt }: SubjectDecision, now: Date): Found {
  const until = Date.parse(expiresAt);
  if (verdict !== 'admit') return refused(`The decision is ${verdict}, not admit.`);
  if (!(now.getTime() < until)) return refused(`The decision expired at ${expiresAt}.`);
  if (subject.kind === 'image') return refused('it is an image: a channel serves what runs on it');
  const admitted = { kind: 'admitted', manifest: digest, expiresAt: until } as const;
  if (subject.kind === 'hosted') {
    const { model, version } = subject;
    return { ...admitted, serves: { kind: 'hosted', model, version } };
  }
  const base = subject.parts.find(({ role }) => role === 'base');
  if (base === undefined) return refused('it is a composite without a base');
  return { ...admitted, serves: { kind: 'weights', manifest: base.digest } };
}

export function refused(reason: string): Extract<Admission, { kind: 'refused' }> {
  return { kind: 'refused', reason };
}

/**
 * A list of revocations in a file. Throws `gateway-invalid` for one that does not hold, and for one older than what was held
 * before (`newest`, by organisation), which would give back what was taken: the last good one goes on.
 */
export function revocationsFrom(
  text: string | null,
  {
    name,
    keys,
    now,
    newest,
  }: {
    readonly name: string;
    readonly keys: readonly KeyObject[];
    readonly now: Date;
    readonly newest: Map<string, string>;
  },
): Revocations {
  if (text === null) return NO_REVOCATIONS;
  const revocations = revocationsIn(parseEnvelope(text, name), keys, now);
  const [wrong] = revocations.refusals;
  if (wrong !== undefined) throw new WeighbridgeError('gateway-invalid', `${name}: ${wrong.message}`);
  const { list } = revocations;
  if (list === null) return revocations;
  const before = newest.get(list.organisation);
  if (before !== undefined && Date.parse(list.issuedAt) < Date.parse(before))
    throw new WeighbridgeError(
      'gateway-invalid',
      `${name}: issued at ${list.issuedAt}, before the list that was held: ${before}`,
    );
  newest.set(list.organisation, list.issuedAt);
  return revocations;
}
