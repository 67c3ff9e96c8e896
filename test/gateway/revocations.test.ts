import { generateKeyPairSync, sign } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { signDecision } from '../../src/app/admission.ts';
import { admissionIn, type Deciders, revocationsFrom } from '../../src/app/gateway/admission.ts';
import { NO_REVOCATIONS } from '../../src/app/verify-bundle.ts';
import { keyIdOf } from '../../src/attest/dsse.ts';
import { manifestDigest } from '../../src/attest/model-signing.ts';
import { REVOCATIONS_TYPE, type RevocationList } from '../../src/attest/revocation-list.ts';
import { payloadDigest, seal } from '../../src/attest/sealed.ts';
import type { Decision } from '../../src/domain/decision.ts';
import { UNSTATED_USE } from '../../src/domain/use.ts';
import { digestOf } from '../../src/kernel/digest.ts';

const now = new Date('2027-03-01T12:00:00Z');
const hours = (from: number): string => new Date(now.getTime() + from * 3_600_000).toISOString();
const files = [{ path: 'model.safetensors', size: 4, sha256: digestOf('bytes'), loadable: true, claimed: false }];
const decision: Decision = {
  model: 'tiny',
  origin: { source: 'folder', name: 'tiny', revision: null, requested: null },
  manifest: manifestDigest(files),
  dossier: digestOf('dossier'),
  policy: { id: 'default', version: 1, digest: digestOf('policy') },
  use: UNSTATED_USE,
  verdict: 'admit',
  reasons: [],
  duties: [],
  files,
  decidedAt: hours(-24),
  expiresAt: hours(240),
};

function key() {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const keyId = keyIdOf(publicKey);
  const pem = publicKey.export({ type: 'spki', format: 'pem' }).toString();
  return { keyId, publicKey, pem, sign: async (message: Uint8Array) => sign(null, message, privateKey) };
}
const [old, current] = [key(), key()];
const envelope = await signDecision(decision, old);

const ended = (reason: RevocationList['keys'][number]['reason'], kept: boolean) => ({
  keyId: old.keyId,
  publicKey: old.pem,
  reason,
  at: hours(-1),
  kept: kept ? [payloadDigest(envelope)] : [],
});
const list = (change: Partial<RevocationList> = {}): RevocationList => ({
  organisation: 'main',
  issuedAt: hours(-1),
  freshUntil: hours(24),
  keys: [],
  decisions: [],
  releases: [],
  ...change,
});

async function judged(
  said: RevocationList | null,
  { trusted = [old, current], compromised = [] as string[], newest = new Map<string, string>() } = {},
) {
  const keys = trusted.map(({ publicKey }) => publicKey);
  const revocations =
    said === null
      ? NO_REVOCATIONS
      : revocationsFrom(JSON.stringify(await seal(REVOCATIONS_TYPE, said, current)), {
          name: 'revoked.json',
          keys,
          now,
          newest,
        });
  const deciders: Deciders = { keys, revocations, compromised: new Set(compromised) };
  const admission = admissionIn(JSON.stringify(envelope), 'tiny.json', deciders, now);
  return admission.kind === 'refused' ? admission.reason : new Date(admission.expiresAt).toISOString();
}

describe('what a gateway makes of a decision', () => {
  it.each<[string, RevocationList | null, Parameters<typeof judged>[1], string | RegExp]>([
    ['without a list it holds as long as it says', null, {}, hours(240)],
    ['with a list that says nothing of it, as long as the list is fresh', list(), {}, hours(24)],
    [
      'what the list takes back is refused',
      list({ decisions: [{ decision: payloadDigest(envelope), at: hours(-2) }] }),
      {},
      /was revoked/,
    ],
    [
      'what an ended key signed and the list keeps is served',
      list({ keys: [ended('compromised', true)] }),
      {},
      hours(24),
    ],
    [
      'so it is where the ended key is trusted no more',
      list({ keys: [ended('rotated', true)] }),
      { trusted: [current] },
      hours(24),
    ],
    [
      'what a stolen key signed and the list does not keep is refused',
      list({ keys: [ended('compromised', false)] }),
      {},
      /was compromised/,
    ],
    [
      'a key that the control plane calls compromised counts no more',
      null,
      { compromised: [old.keyId] },
      /no trusted key that still counts/,
    ],
    [
      'but for what a signed list keeps',
      list({ keys: [ended('compromised', true)] }),
      { compromised: [old.keyId] },
      hours(24),
    ],
  ])('%s', async (_, said, how, expected) => {
    const outcome = await judged(said, how);
    if (typeof expected === 'string') expect(outcome).toBe(expected);
    else expect(outcome).toMatch(expected);
  });

  it.each<[string, RevocationList, Parameters<typeof judged>[1]]>([
    ['is too old', list({ freshUntil: hours(-0.1) }), {}],
    ['comes from the future', list({ issuedAt: hours(2) }), {}],
    ['nobody trusted signed', list(), { trusted: [old] }],
  ])('a list that %s is a mistake of the file: the last good one goes on', async (_, said, how) => {
    await expect(judged(said, how)).rejects.toMatchObject({ code: 'gateway-invalid' });
  });

  it('a list older than the one before it is one too, of the same organisation', async () => {
    const newest = new Map<string, string>();
    await judged(list(), { newest });
    await judged(list(), { newest });
    await judged(list({ organisation: 'second', issuedAt: hours(-3) }), { newest });
    await expect(judged(list({ issuedAt: hours(-2) }), { newest })).rejects.toMatchObject({
      code: 'gateway-invalid',
      message: expect.stringContaining('before the list that was held'),
    });
    await judged(list({ issuedAt: hours(-0.5) }), { newest });
  });
});
