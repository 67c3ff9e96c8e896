import OpenAI, { APIError } from 'openai';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { createTokenIssuer } from '../../src/adapters/identity/token-issuer.ts';
import { createTokenDesk } from '../../src/app/gateway/token-desk.ts';
import type { GatewayIssuer } from '../../src/domain/gateway.ts';
import type { TokenDesk } from '../../src/gateway/snapshot.ts';
import { parseGateway } from '../../src/policy/gateway/parse.ts';
import {
  AUDIENCE,
  type SigningKey,
  signingKey,
  startTokenProvider,
  type TokenProvider,
} from '../support/token-provider.ts';
import { type Rig, rig } from './rig.ts';

let provider: TokenProvider;
let key: SigningKey;
let own: Rig;

beforeAll(async () => {
  key = await signingKey('one');
  provider = await startTokenProvider([key]);
  own = await rig();
});
beforeEach(() => use(deskFor()));
afterEach(() => vi.useRealTimers());
afterAll(async () => {
  await own.close();
  await provider.stop();
});

const CALLERS = `
        - { group: chat, team: search, channels: [chat], limits: { requestsPerMinute: 1000 } }
        - { group: others, channels: [other] }`;

function configFor(issuer: string, more = '') {
  const text = `apiVersion: weighbridge/v1
kind: Gateway
metadata: { name: house }
spec:
  channels:
    - { name: chat, releases: [{ decision: d, servers: [{ url: 'http://127.0.0.1', unattested: a test }] }] }
    - { name: other, releases: [{ decision: d, servers: [{ url: 'http://127.0.0.1', unattested: a test }] }] }
  issuers:
    - name: house
      issuer: ${issuer}
      audience: ${AUDIENCE}${more}
      callers:${CALLERS}
`;
  return parseGateway(text, 'gateway.yaml', []);
}

function deskFor(issuer = provider.issuer, more = ''): TokenDesk {
  const trustedHosts = [new URL(issuer).host];
  return createTokenDesk(configFor(issuer, more), (one: GatewayIssuer) => createTokenIssuer({ ...one, trustedHosts }));
}

const use = (tokens: TokenDesk): void => own.use({ tokens });

/** What a caller with this token hears: 200, or the status and the code. */
async function heard(token: string): Promise<unknown> {
  const client = new OpenAI({ apiKey: token, baseURL: `${own.address}/v1`, maxRetries: 0 });
  try {
    await client.chat.completions.create({ model: 'chat', messages: [{ role: 'user', content: 'Hello' }] });
    return 200;
  } catch (error) {
    if (!(error instanceof APIError)) throw error;
    return [error.status, error.code];
  }
}

const soon = (seconds: number): number => Math.floor(Date.now() / 1000) + seconds;
const claims = (more: object = {}) => ({
  iss: provider.issuer,
  aud: AUDIENCE,
  sub: 'ann',
  exp: soon(300),
  groups: ['chat'],
  ...more,
});

describe('a token of an OpenID provider', () => {
  it('is as good as a key for the groups that the file names, and is written down by its subject', async () => {
    expect(await heard(await provider.token(['something', 'chat']))).toBe(200);
    expect(own.records.at(-1)).toMatchObject({ key: 'house:a-machine', status: 200 });
    expect(await heard(await provider.token(['others']))).toEqual([403, 'model_not_allowed']);
    expect(await heard(await provider.token(['something']))).toEqual([403, 'not_a_caller']);
    expect(await heard(await provider.token([]))).toEqual([403, 'not_a_caller']);
  });

  it('never reaches a model server', async () => {
    await heard(await provider.token(['chat']));
    expect(JSON.stringify(own.upstream.seen.at(-1))).not.toMatch(/ey[\w-]+\.[\w-]+\.[\w-]+/);
  });

  it.each<[string, () => Promise<string>]>([
    ['expired', () => key.sign(claims({ exp: soon(-60) }))],
    ['not valid yet', () => key.sign(claims({ nbf: soon(60) }))],
    ['for somebody else', () => key.sign(claims({ aud: 'https://elsewhere.example' }))],
    ['of another issuer', () => key.sign(claims({ iss: 'https://elsewhere.example' }))],
    ['without an end', () => key.sign(claims({ exp: undefined }))],
    ['without a subject', () => key.sign(claims({ sub: undefined }))],
    ['for a logout', () => key.sign(claims(), { typ: 'logout+jwt' })],
    ['with groups that are no list', () => key.sign(claims({ groups: { chat: true } }))],
    ['with a critical header that nobody knows', () => key.sign(claims(), { crit: ['tomorrow'], tomorrow: 1 })],
    ['signed by a stranger under the name of the key', async () => (await signingKey('one')).sign(claims())],
    ['signed by a key that the issuer never published', async () => (await signingKey('two')).sign(claims())],
    ['signed in a way that the file does not allow', async () => (await signingKey('one', 'ES384')).sign(claims())],
    ['unsigned', async () => `${part({ alg: 'none', kid: 'one' })}.${part(claims())}.AA`],
    ['signed with the public key as a secret', async () => forgedWithPublicKey()],
    ['changed', async () => changed(await key.sign(claims({ groups: [] })))],
  ])('that is %s is refused', async (_, make) => {
    expect(await heard(await make())).toEqual([401, 'invalid_token']);
  });

  it('may be a little late or early, by what the file says and no more', async () => {
    expect(await heard(await key.sign(claims({ exp: soon(-20) })))).toBe(200);
    expect(await heard(await key.sign(claims({ nbf: soon(20) })))).toBe(200);
    use(deskFor(provider.issuer, '\n      skewSeconds: 0'));
    expect(await heard(await key.sign(claims({ exp: soon(-2) })))).toEqual([401, 'invalid_token']);
  });

  it('ends when it says so, although it was read a moment ago', async () => {
    use(deskFor(provider.issuer, '\n      skewSeconds: 0'));
    const token = await key.sign(claims({ exp: soon(2) }));
    expect(await heard(token)).toBe(200);
    await expect.poll(() => heard(token)).toEqual([401, 'invalid_token']);
  });

  it('asks for the keys once, and again only when an unknown one signs, and not at once', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    const before = provider.asked();
    for (const sub of ['ann', 'ben', 'eve']) expect(await heard(await key.sign(claims({ sub })))).toBe(200);
    expect(provider.asked()).toBe(before + 1);
    const next = await signingKey('next');
    provider.restart([next, key]);
    for (let made = 0; made < 5; made++)
      expect(await heard(await next.sign(claims({ sub: `${made}` })))).toEqual([401, 'invalid_token']);
    expect(provider.asked()).toBe(before + 1);
    vi.setSystemTime(Date.now() + 31_000);
    expect(await heard(await next.sign(claims()))).toBe(200);
    expect(await heard(await key.sign(claims({ sub: 'ben' })))).toBe(200);
    expect(provider.asked()).toBe(before + 2);
    vi.useRealTimers();
    provider.restart([key]);
  });

  it('is refused for now, not for good, when the issuer is away and its keys are not known', async () => {
    use(deskFor('http://127.0.0.1:9'));
    const away = await key.sign(claims({ iss: 'http://127.0.0.1:9' }));
    expect(await heard(away)).toEqual([503, 'issuer_unreachable']);
    // A key of our own goes on.
    await own.client.chat.completions.create({ model: 'chat', messages: [{ role: 'user', content: 'Hello' }] });
  });

  it('counts on while the issuer is away, once its keys are known', async () => {
    expect(await heard(await key.sign(claims()))).toBe(200);
    provider.away();
    expect(await heard(await key.sign(claims({ sub: 'ben' })))).toBe(200);
    provider.restart([key]);
  });

  it('is nothing where no issuer is written down', async () => {
    own.use();
    expect(await heard(await key.sign(claims()))).toEqual([401, 'invalid_api_key']);
  });
});

function part(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

/** The oldest of tricks: the public half taken for a shared secret. */
async function forgedWithPublicKey(): Promise<string> {
  const { createHmac } = await import('node:crypto');
  const { d: _, ...open } = key.jwk;
  const signed = `${part({ alg: 'HS256', kid: 'one' })}.${part(claims())}`;
  return `${signed}.${createHmac('sha256', JSON.stringify(open)).update(signed).digest('base64url')}`;
}

function changed(token: string): string {
  const [head = '', , signature = ''] = token.split('.');
  return `${head}.${part(claims())}.${signature}`;
}
