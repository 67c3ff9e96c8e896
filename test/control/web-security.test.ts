import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OPERATION_NAMES, OPERATIONS } from '../../src/contract/control/operations.ts';
import type { FirstSignIn, Running } from '../../src/contract/control/up.ts';
import { NO_DATABASE, PASSWORD, type Signed, serverIn, signIn, somebody } from '../support/control.ts';
import { sampledFrom } from '../support/deep.ts';
import { scratchFolder } from '../support/scratch.ts';

const home = scratchFolder();
let running: Running;
let first: FirstSignIn;
let admin: Signed;
/** Milliseconds by which the server's clock is ahead. */
let ahead = 0;

interface Session {
  readonly session: string;
  readonly csrf: string;
}

async function ask(path: string, init: RequestInit = {}) {
  const response = await fetch(new URL(path, running.address), init);
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: JSON.parse(text || '{}') as { code?: string } };
}

function open(email: string, password: string, headers: Record<string, string> = {}) {
  const body = JSON.stringify({ organisation: first.organisation, email, password });
  return ask('/v1/sessions', { method: 'POST', body, headers: { 'content-type': 'application/json', ...headers } });
}

interface Act {
  readonly actor: string;
  readonly act: string;
  readonly subject: string;
  readonly detail: Readonly<Record<string, string>>;
}
const log = async () =>
  (await admin.call('audit.list', { limit: 1000 })).items.map(({ entry }) => JSON.parse(entry) as Act);
/** A refusal is written down, and changes nothing. */
const acts = async () => (await log()).filter(({ act }) => act !== 'refused').length;
const refusals = async () => (await log()).filter(({ act }) => act === 'refused');
const CHANGING = OPERATION_NAMES.filter(
  (name) => OPERATIONS[name].method !== 'GET' && OPERATIONS[name].who !== 'anyone',
);
const READING = OPERATION_NAMES.filter(
  (name) => OPERATIONS[name].method === 'GET' && OPERATIONS[name].who !== 'anyone',
);
const pathOf = (path: string) => path.replaceAll(/:\w+/g, 'x');

describe.skipIf(NO_DATABASE !== null)('a stranger on the web', () => {
  beforeAll(async () => {
    const clock = { now: () => new Date(Date.now() + ahead), monotonic: () => performance.now() };
    running = await serverIn(join(home, 'server'), {}, [], { clock });
    if (running.first === null) throw new Error('no first sign-in');
    first = running.first;
    admin = await signIn(running.address, first.email, first.password);
  });
  afterAll(() => running?.stop());

  describe('with a page of their own in somebody’s browser (CSRF)', () => {
    let mine: Session;
    let other: Session;
    beforeAll(async () => {
      mine = (await open(first.email, first.password)).body as Session;
      other = (await open(first.email, first.password)).body as Session;
    });
    const cookie = () => ({ cookie: `wb_session=${mine.session}` });
    const json = { 'content-type': 'application/json' };
    let tricks = 0;

    it.each<[string, () => Record<string, string>, number, string | null]>([
      ['no CSRF token', () => ({ ...json }), 401, 'unauthenticated'],
      ['a token that was guessed', () => ({ ...json, 'x-csrf-token': 'a'.repeat(43) }), 401, 'unauthenticated'],
      ['the token of another session', () => ({ ...json, 'x-csrf-token': other.csrf }), 401, 'unauthenticated'],
      [
        'the token of a page elsewhere',
        () => ({ ...json, 'x-csrf-token': mine.csrf, origin: 'https://evil.example' }),
        403,
        'not-permitted',
      ],
      [
        'the token of a page without an origin',
        () => ({ ...json, 'x-csrf-token': mine.csrf, origin: 'null' }),
        403,
        'not-permitted',
      ],
      ['what a form sends', () => ({ 'content-type': 'application/x-www-form-urlencoded' }), 400, 'input-invalid'],
      ['what a form sends as a text', () => ({ 'content-type': 'text/plain' }), 400, 'input-invalid'],
      [
        'what a form sends in parts',
        () => ({ 'content-type': 'multipart/form-data; boundary=x' }),
        400,
        'input-invalid',
      ],
    ])('changes nothing by any operation, with %s', async (_, headers, status, code) => {
      const before = await acts();
      // One door is in front of all of them: each trick is tried on another third.
      for (const name of sampledFrom(CHANGING, 3, tricks++)) {
        const { method, path } = OPERATIONS[name];
        const answer = await ask(pathOf(path), { method, headers: { ...cookie(), ...headers() }, body: '{}' });
        expect({ name, status: answer.status, code: answer.body.code }).toEqual({ name, status, code });
      }
      expect(await acts()).toBe(before);
      expect((await ask('/v1/me', { headers: cookie() })).status).toBe(200);
    });

    it('changes nothing by what a browser may ask for without asking: to read does nothing', async () => {
      const before = await acts();
      const ways = [
        {},
        { method: 'HEAD' },
        { headers: { 'x-http-method-override': 'DELETE' } },
        { query: `?_method=DELETE&x-csrf-token=${mine.csrf}` },
      ];
      for (const [at, name] of READING.entries())
        for (const { query = '', ...init } of sampledFrom(ways, 4, at))
          await ask(`${pathOf(OPERATIONS[name].path)}${query}`, { ...init, headers: { ...cookie(), ...init.headers } });
      expect(await acts()).toBe(before);
    });

    it('is let read nothing: no answer allows another origin, and none may be put in a frame', async () => {
      const headers = { ...cookie(), origin: 'https://evil.example' };
      const { headers: told, status } = await ask('/v1/me', { headers });
      expect([status, told.get('access-control-allow-origin')]).toEqual([403, null]);
      const asked = {
        ...headers,
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'x-csrf-token',
      };
      const preflight = await ask('/v1/tokens', { method: 'OPTIONS', headers: asked });
      expect([preflight.status, preflight.headers.get('access-control-allow-methods')]).toEqual([403, null]);
      expect(preflight.headers.get('x-frame-options')).toBe('DENY');
    });

    it('signs nobody in as the stranger', async () => {
      const answer = await open(first.email, first.password, { origin: 'https://evil.example' });
      expect([answer.status, answer.headers.get('set-cookie')]).toEqual([403, null]);
    });
  });

  describe('with a session that they chose (fixation)', () => {
    it('finds it not taken: neither before somebody signs in with it, nor after', async () => {
      const planted = `wbs_main_${'a'.repeat(43)}`;
      const headers = { cookie: `wb_session=${planted}; wb_csrf=${'b'.repeat(43)}` };
      expect((await ask('/v1/me', { headers })).status).toBe(401);
      const opened = await open(first.email, first.password, headers);
      const { session, csrf } = opened.body as Session;
      expect(session).not.toBe(planted);
      expect(csrf).not.toBe('b'.repeat(43));
      expect((await ask('/v1/me', { headers })).status).toBe(401);
      // Nor is one that stands in an address or a body a session at all.
      expect((await ask(`/v1/me?wb_session=${session}`)).status).toBe(401);
    });
  });

  describe('who guesses (brute force)', () => {
    it('gets no further tries by another spelling of an address', async () => {
      const { email } = await admin.call('person.add', {
        email: 'Guessed@Example.org',
        name: 'G',
        password: 'correct horse battery',
        roles: [],
      });
      const spellings = [email, email.toUpperCase(), 'gUESSED@example.ORG'];
      const answers: number[] = [];
      for (let at = 0; at < 12; at++) answers.push((await open(spellings[at % 3] ?? '', `guess ${at}`)).status);
      expect(answers).toEqual([...Array.from({ length: 10 }, () => 401), 429, 429]);
      expect((await open(email, 'correct horse battery')).status).toBe(429);
      // Somebody else is not kept out by it.
      expect((await open(first.email, first.password)).status).toBe(200);
    });

    it('finds no session or token by one that is nearly right', async () => {
      const { token } = admin;
      const near = `${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`;
      for (const wrong of [
        near,
        token.slice(0, -1),
        `${token}A`,
        token.toUpperCase(),
        token.replace('_main_', '_acme_'),
      ])
        expect((await ask('/v1/me', { headers: { authorization: `Bearer ${wrong}` } })).status).toBe(401);
      expect((await ask('/v1/me', { headers: { authorization: `Bearer ${token}` } })).status).toBe(200);
    });
  });

  describe('whom a rule refuses', () => {
    const since = async (before: number) => (await refusals()).slice(before);

    it('is in the log by who, what, on what and why, and a flood of refusals is one line with a count', async () => {
      const reader = await somebody(running.address, admin.call, 'reader', []);
      await admin.call('channel.open', { name: 'mine', environment: 'x' });
      const before = (await refusals()).length;
      const freeze = { channel: 'mine', reason: 'A secret reason.' };
      const flood = () =>
        expect(reader.call('channel.freeze', freeze)).rejects.toMatchObject({ code: 'not-permitted' });
      for (let at = 0; at < 5; at++) await flood();
      const one = { actor: reader.id, subject: 'channel.freeze', detail: { code: 'not-permitted', channel: 'mine' } };
      expect(await since(before)).toMatchObject([one]);
      ahead += 61_000;
      await flood();
      expect(await since(before)).toMatchObject([one, { ...one, detail: { ...one.detail, repeats: '4' } }]);
      expect(JSON.stringify(await since(before))).not.toContain('secret');
    });

    it('is in the log for a gate as for a role, and for a credential that counts no more', async () => {
      const held = await somebody(running.address, admin.call, 'held', ['release-manager', 'requester']);
      const before = (await refusals()).length;
      await admin.call('channel.freeze', { channel: 'mine', reason: 'Closed.' });
      const promote = { channel: 'mine', request: 'none' };
      await expect(held.call('release.promote', promote)).rejects.toMatchObject({ code: 'channel-frozen' });
      const other = { ...promote, request: 'another' };
      await expect(held.call('release.promote', other)).rejects.toMatchObject({ code: 'channel-frozen' });
      await admin.call('person.change', { person: held.id, disabled: true });
      expect((await ask('/v1/me', { headers: { authorization: `Bearer ${held.token}` } })).status).toBe(401);
      expect((await ask('/v1/me', { headers: { authorization: `Bearer wbt_main_${'a'.repeat(43)}` } })).status).toBe(
        401,
      );
      expect(await since(before)).toMatchObject([
        { actor: held.id, subject: 'release.promote', detail: { code: 'channel-frozen', ...promote } },
        { actor: held.id, subject: 'release.promote', detail: { code: 'channel-frozen', ...other } },
        {
          actor: 'nobody',
          subject: 'me.show',
          detail: { code: 'unauthenticated', person: held.id, credential: 'token' },
        },
      ]);
    });

    it('has so many lines a minute and no more, whatever it is refused', async () => {
      const reader = await somebody(running.address, admin.call, 'busy', []);
      const before = (await refusals()).length;
      const headers = { authorization: `Bearer ${reader.token}`, 'content-type': 'application/json' };
      for (const name of CHANGING) {
        const { method, path } = OPERATIONS[name];
        await ask(pathOf(path), { method, headers, body: '{}' });
      }
      const written = await since(before);
      expect(written.length).toBeGreaterThan(20);
      expect(written.length).toBeLessThanOrEqual(31);
      expect(written.at(-1)).toMatchObject({ actor: reader.id, subject: 'several', detail: { code: 'several' } });
    });

    it('is in the log when a known account must wait, once', async () => {
      const { id, email } = await admin.call('person.add', {
        email: 'waits@example.org',
        name: 'W',
        password: PASSWORD,
        roles: [],
      });
      const before = (await refusals()).length;
      for (let at = 0; at < 13; at++) await open(email, `guess ${at}`);
      expect(await since(before)).toMatchObject([
        { actor: 'nobody', subject: 'session.open', detail: { code: 'sign-in-paused', person: id } },
      ]);
    });
  });

  describe('with more in a body than was asked for (mass assignment)', () => {
    const MORE = ['organisation', 'roles', 'createdAt', 'state', 'by', 'signed', 'constructor'];

    it('sets nothing: a member that an operation does not name is refused by its name', async () => {
      const before = await acts();
      for (const name of CHANGING) {
        const { method, path, input } = OPERATIONS[name];
        const more = Object.fromEntries(
          MORE.filter((key) => !Object.hasOwn(input.shape, key)).map((key) => [key, ['admin']]),
        );
        const headers = { authorization: `Bearer ${admin.token}`, 'content-type': 'application/json' };
        const { status, body } = await ask(pathOf(path), { method, headers, body: JSON.stringify(more) });
        expect({ name, status, code: body.code }).toEqual({ name, status: 400, code: 'input-invalid' });
        for (const key of Object.keys(more)) expect(JSON.stringify(body)).toContain(key);
        const proto = await ask(pathOf(path), { method, headers, body: '{"__proto__":{"roles":["admin"]}}' });
        expect({ name, status: proto.status }).toEqual({ name, status: 400 });
      }
      expect(await acts()).toBe(before);
    });
  });
});
