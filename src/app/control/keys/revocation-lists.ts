import type { Envelope } from '../../../attest/dsse.ts';
import { REVOCATIONS_TYPE, type RevocationList } from '../../../attest/revocation-list.ts';
import { payloadDigest, seal } from '../../../attest/sealed.ts';
import type { Desk } from '../parts.ts';
import { keysOf, signerNow } from './own-keys.ts';

/** Everything that no longer counts, as one organisation has it, signed with the key that signs now. */
export async function revocationsNow(desk: Desk, hours: number): Promise<Envelope> {
  const { parts, books, actor, now } = desk;
  const { signingKeys } = books;
  const keys: RevocationList['keys'] = [];
  for (const { keyId, publicKey, reason, endedAt } of await keysOf(parts, books)) {
    if (reason === null || endedAt === null) continue;
    const kept = (await signingKeys.decisionsBy(keyId, reason === 'rotated' ? null : endedAt)).map(digestOfText);
    keys.push({ keyId, publicKey, reason, at: endedAt, kept });
  }
  const list: RevocationList = {
    organisation: actor.organisation,
    issuedAt: now.toISOString(),
    freshUntil: new Date(now.getTime() + hours * 60 * 60 * 1000).toISOString(),
    keys,
    decisions: (await signingKeys.revokedDecisions()).map(({ envelope, at }) => ({
      decision: digestOfText(envelope),
      at,
    })),
    releases: [...(await signingKeys.withdrawnReleases())],
  };
  return seal(REVOCATIONS_TYPE, list, await signerNow(parts, books));
}

function digestOfText(envelope: string) {
  return payloadDigest(JSON.parse(envelope) as Envelope);
}
