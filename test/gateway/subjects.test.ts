import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import OpenAI from 'openai';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeLocalKey, openLocalKey } from '../../src/adapters/signers/local-key.ts';
import { releasesHeard } from '../../src/app/gateway/released.ts';
import { isAskedFor, subjectStatement } from '../../src/app/subject-admission.ts';
import { NO_REVOCATIONS } from '../../src/app/verify-bundle.ts';
import { signEnvelope } from '../../src/attest/dsse.ts';
import { STATEMENT_PAYLOAD_TYPE } from '../../src/attest/statement.ts';
import type { RunningGateway } from '../../src/contract/gateway.ts';
import { type Subject, type SubjectRequest, subjectDigest } from '../../src/domain/subject.ts';
import { UNSTATED_USE } from '../../src/domain/use.ts';
import { digestOf } from '../../src/kernel/digest.ts';
import { startGateway } from '../../src/main/gateway.ts';
import { scratchFolder } from '../support/scratch.ts';
import { gatewayWorld } from '../support/world.ts';
import { scriptedUpstream } from './scripted-upstream.ts';

const KEY = 'wbk_subjects';
const home = scratchFolder();
const DAY = 86_400_000;
let upstream: Awaited<ReturnType<typeof scriptedUpstream>>;
let running: RunningGateway | null = null;

const HOSTED: Subject = {
  kind: 'hosted',
  provider: 'Acme',
  model: 'large',
  version: '2026-03-01',
  terms: digestOf('terms'),
  regions: ['EU'],
  evaluations: [],
};
const IMAGE: Subject = { kind: 'image', name: 'vllm', image: digestOf('image'), report: digestOf('report') };
const WHOLE: Subject = {
  kind: 'composite',
  name: 'assistant',
  parts: [{ role: 'base', from: 'request', id: 'r1', digest: digestOf('base') }],
};

/** A decision on a subject, as a server signs it. */
async function decided(name: string, subject: Subject, over: Partial<SubjectRequest> = {}): Promise<void> {
  const request: SubjectRequest = {
    id: name,
    subject,
    digest: subjectDigest(subject),
    use: UNSTATED_USE,
    owner: 'ada',
    requestedBy: 'ada',
    requestedAt: new Date().toISOString(),
    expiresAt: new Date(Date.now() + DAY).toISOString(),
    state: 'admitted',
    revoked: null,
    ...over,
  };
  const signer = await openLocalKey(join(home, 'own.key'));
  const payload = Buffer.from(JSON.stringify(subjectStatement(request, [], new Date())));
  await writeFile(
    join(home, `${name}.json`),
    JSON.stringify(await signEnvelope(STATEMENT_PAYLOAD_TYPE, payload, signer)),
  );
}

const ask = (model: string) =>
  new OpenAI({ apiKey: KEY, baseURL: `${running?.address}/v1`, maxRetries: 0 }).chat.completions.create({
    model,
    messages: [{ role: 'user', content: 'Hello there' }],
  });

describe('a gateway before what has no weights here', () => {
  beforeAll(async () => {
    upstream = await scriptedUpstream();
    await makeLocalKey(join(home, 'own.key'), 'ed25519');
    await decided('hosted', HOSTED);
    await decided('denied', HOSTED, { state: 'denied' });
    await decided('old', HOSTED, { expiresAt: new Date(Date.now() - DAY).toISOString() });
    await decided('image', IMAGE);
    await decided('whole', WHOLE);
    // Signed, and about another subject than it says.
    await decided('other', HOSTED, { digest: digestOf('another') });
    const channel = (name: string, decision: string, model: string) =>
      `    - { name: ${name}, releases: [{ decision: ${decision}.json, servers: [{ url: "${upstream.origin}/v1", model: ${model}, unattested: Acme hosts it }] }] }`;
    await writeFile(
      join(home, 'gateway.yaml'),
      `apiVersion: weighbridge/v1
kind: Gateway
metadata: { name: house }
spec:
  trust: [own.pub]
  channels:
${[
  channel('hosted', 'hosted', 'large-20260301'),
  channel('newer', 'hosted', 'large-20260401'),
  ...['denied', 'old', 'other'].map((name) => channel(name, name, 'large')),
  channel('image', 'image', 'x'),
  channel('whole', 'whole', 'x'),
].join('\n')}
  keys:
    - { name: team-a, sha256: ${createHash('sha256').update(KEY).digest('hex')} }
`,
    );
    const onFault = (error: unknown) => {
      throw error;
    };
    const options = { config: join(home, 'gateway.yaml'), host: null, port: 0, onCall: () => {}, onReload: () => {} };
    running = await startGateway({ ...options, onFault }, gatewayWorld({ WEIGHBRIDGE_HOME: home }));
  });
  afterAll(async () => {
    await running?.stop(100);
    await upstream.close();
  });

  it.each(['hosted', 'whole'])('serves what people admitted: %s', async (model) => {
    expect((await ask(model)).choices).toHaveLength(1);
  });

  it.each([
    ['newer', /2026-03-01 was admitted/],
    ['denied', /deny, not admit/],
    ['old', /expired/],
    ['other', /decision-invalid/],
    ['image', /it is an image/],
  ])('refuses %s with the reason', async (model, said) => {
    await expect(ask(model)).rejects.toMatchObject({ status: 403, message: expect.stringMatching(said) });
  });
});

describe('a channel that follows the control plane', () => {
  it('sends what rests on a hosted model to the server that is said to have it, and asks it for that version', async () => {
    const decision = await readFile(join(home, 'hosted.json'), 'utf8');
    const release = { id: 'r1', share: 100, model: 'Acme/large@2026-03-01', manifest: subjectDigest(HOSTED) };
    const heard = { ...release, request: 'hosted', barred: null, decision };
    const { publicKey } = await openLocalKey(join(home, 'own.key'));
    const trust = {
      deciders: { keys: [publicKey], revocations: NO_REVOCATIONS, compromised: new Set('') },
      attesters: [],
    };
    const parts = { env: {}, now: () => new Date(), readText: async () => '' };
    const server = {
      url: 'https://acme.example/v1',
      model: 'large-2026-03-01',
      keyFrom: null,
      speaks: 'openai',
      apiVersion: null,
      tls: null,
      unattested: 'Acme hosts it',
      attestation: null,
      holds: 'Acme/large@2026-03-01',
    } as const;
    const servedBy = async (over: object, of: object = {}) => {
      const channel = { name: 'chat', state: digestOf('state'), takenBack: [], releases: [{ ...heard, ...of }] };
      const servers = [{ ...server, ...over }];
      const [found] = await releasesHeard(channel, { name: 'chat', servers }, trust, parts);
      return [found?.admission.kind, found?.replicas.length];
    };
    expect(await servedBy({})).toEqual(['admitted', 1]);
    expect(await servedBy({ holds: 'plover' })).toEqual(['admitted', 0]);
    expect(await servedBy({ model: 'large-2026-05-05' })).toEqual(['refused', 0]);
    expect(await servedBy({}, { barred: 'revoked' })).toEqual(['refused', 0]);
    // A row that names another subject than its decision.
    expect(await servedBy({}, { manifest: digestOf('another') })).toEqual(['refused', 0]);
  });
});

describe('the name that a provider is asked for', () => {
  it.each([
    ['large', true],
    ['large-2026-03-01', true],
    ['large-20260301', true],
    ['large@2026-03-01', true],
    ['large-2026-03-02', false],
    ['large-latest', false],
    ['larger', false],
    ['large20260301', false],
    ['small', false],
  ])('%s: %s', (asked, is) => {
    expect(isAskedFor(asked, { model: 'large', version: '2026-03-01' })).toBe(is);
  });
});
