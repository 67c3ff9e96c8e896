import type { SIGNING_KEY_OPERATIONS } from '../../../contract/control/operations/signing-keys.ts';
import type { OutputOf, ParsedInputOf } from '../../../contract/control/operations.ts';
import { WeighbridgeError } from '../../../kernel/errors.ts';
import { type Desk, record } from '../parts.ts';
import { FIRST_ORGANISATION } from '../people/found.ts';
import { makeBundle } from '../releases/bundles.ts';
import type { UseCases } from '../use-case.ts';
import { revokeSignedSince } from './ended-keys.ts';
import { keysOf, replaceBy, signerNow } from './own-keys.ts';
import { revocationsNow } from './revocation-lists.ts';

export const SIGNING_KEYS: UseCases<typeof SIGNING_KEY_OPERATIONS> = {
  'key.list': async ({ parts, books }) => ({ items: [...(await keysOf(parts, books))] }),
  'key.rotate': rotate,
  'key.revoke': revoke,
  'revocation.list': async (desk, { hours }) => shownEnvelope(await revocationsNow(desk, hours)),
  'bundle.make': async (desk, input) => {
    const { bundle, decision, release, revocations } = await makeBundle(desk, input);
    return {
      bundle,
      decision: shownEnvelope(decision),
      release: shownEnvelope(release),
      revocations: shownEnvelope(revocations),
    };
  },
};

async function rotate(desk: Desk, { type }: ParsedInputOf<'key.rotate'>): Promise<OutputOf<'key.rotate'>> {
  const { parts, books } = desk;
  assertOperator(desk);
  await books.signingKeys.lock();
  const { keyId } = await signerNow(parts, books);
  if (keyId === parts.keyRing.elsewhere?.keyId) throw new WeighbridgeError('key-elsewhere', keyId);
  // The file is there before anybody can be told to sign with it; one that nobody is told of harms nobody.
  return replaceBy(desk, await parts.keyRing.make(type));
}

async function revoke(
  desk: Desk,
  { keyId, cause, since }: ParsedInputOf<'key.revoke'>,
): Promise<OutputOf<'key.revoke'>> {
  const { books, now } = desk;
  assertOperator(desk);
  await books.signingKeys.lock();
  const key = (await keysOf(desk.parts, books)).find((one) => one.keyId === keyId);
  if (key === undefined) throw new WeighbridgeError('key-not-found', keyId);
  if (key.reason === null) throw new WeighbridgeError('key-current', keyId);
  // What it signed after it was rotated away is nothing of ours, whatever anybody says now; and nobody makes it good again.
  const ends = [since ?? now.toISOString(), key.endedAt ?? now.toISOString()].map((at) => Date.parse(at));
  const endedAt = new Date(Math.min(...ends)).toISOString();
  const reason = key.reason === 'compromised' ? key.reason : cause;
  await books.signingKeys.end(keyId, reason, endedAt);
  const revoked = await revokeSignedSince(desk, { keyId, endedAt });
  await record(desk, 'key.revoke', keyId, { reason, since: endedAt, revoked: String(revoked.length) });
  return { ...key, reason, endedAt };
}

function assertOperator({ actor }: Desk): void {
  if (actor.organisation !== FIRST_ORGANISATION) throw new WeighbridgeError('not-the-operator', actor.organisation);
}

function shownEnvelope(envelope: Awaited<ReturnType<typeof revocationsNow>>): OutputOf<'revocation.list'> {
  return { ...envelope, signatures: envelope.signatures.map((one) => ({ ...one })) };
}
