import type { KeyObject } from 'node:crypto';
import { type Envelope, keyIdOf } from '../../attest/dsse.ts';
import { signedByNow } from '../../attest/trust-now.ts';
import type { Admission } from '../../gateway/snapshot.ts';
import { WeighbridgeError } from '../../kernel/errors.ts';
import { decisionIn } from '../admission.ts';
import { parseEnvelope } from '../signed-document.ts';
import { standing } from '../verify.ts';
import { NO_REVOCATIONS, type Revocations, revocationsIn, takenBack } from '../verify-bundle.ts';

/** Whose decisions count, and which of them no longer do. */
export interface Deciders {
  readonly keys: readonly KeyObject[];
  /** By a list that a trusted key signed. */
  readonly revocations: Revocations;
  /** Ids of keys that the control plane calls compromised. It is believed: its word can only take away. */
  readonly compromised: ReadonlySet<string>;
}

/** Whether the signed decision in this text admits its model now. What cannot be read is no decision: nothing is served by it. */
export function admissionIn(text: string, name: string, deciders: Deciders, now: Date): Admission {
  try {
    return admissionOf(parseEnvelope(text, name), deciders, now);
  } catch (error) {
    if (error instanceof WeighbridgeError) return refused(`its decision cannot be read (${error.code})`);
    throw error;
  }
}

function admissionOf(envelope: Envelope, { keys, revocations, compromised }: Deciders, now: Date): Admission {
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
  const decision = decisionIn(envelope);
  const [wrong] = [...takenBack(envelope, revocations), ...standing(decision, now)];
  if (wrong !== undefined) return refused(wrong.message);
  // What a list took back after it was made is not known: with the list ends what rests on it.
  const until = [decision.expiresAt, ...(list === null ? [] : [list.freshUntil])].map((at) => Date.parse(at));
  return { kind: 'admitted', manifest: decision.manifest, expiresAt: Math.min(...until) };
}

export function refused(reason: string): Admission {
  return { kind: 'refused', reason };
}

/** A list of revocations in a file. Throws `gateway-invalid` for one that does not hold: the last good one goes on. */
export function revocationsFrom(
  text: string | null,
  { name, keys, now }: { readonly name: string; readonly keys: readonly KeyObject[]; readonly now: Date },
): Revocations {
  if (text === null) return NO_REVOCATIONS;
  const revocations = revocationsIn(parseEnvelope(text, name), keys, now);
  const [wrong] = revocations.refusals;
  if (wrong !== undefined) throw new WeighbridgeError('gateway-invalid', `${name}: ${wrong.message}`);
  return revocations;
}
