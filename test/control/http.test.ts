import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OPERATIONS } from '../../src/contract/control/operations.ts';
import type { FirstSignIn, Running } from '../../src/contract/control/up.ts';
import { EMBEDDED, NO_DATABASE, ownDatabaseIn, ownServerIn, type Signed, signIn } from '../support/control.ts';
import { scratchFolder } from '../support/scratch.ts';
import { wb } from '../support/world.ts';

const folder = join(scratchFolder(), 'server');
let running: Running;
let first: FirstSignIn;
let admin: Signed;

interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: { readonly [member: string]: unknown };
}

async function ask(path: string, init: RequestInit & { readonly json?: unknown } = {}): Promise<Answer> {
  const { json, ...rest } = init;
  const body = json === undefined ? {} : { method: 'POST', body: JSON.stringify(json) };
  const headers = { 'content-type': 'application/json', ...(rest.headers as object) };
  const response = await fetch(new URL(path, running.address), { ...body, ...rest, headers });
  return {
    status: response.status,
    headers: response.headers,
    body: (await response.json().catch(() => ({}))) as Answer['body'],
  };
}

const bearer = (token: string) => ({ authorization: `Bearer ${token}` });

describe.skipIf(NO_DATABASE !== null)('the API', () => {
  beforeAll(async () => {
    running = await ownServerIn(folder);
    if (running.first === null) throw new Error('no first sign-in');
    first = running.first;
    admin = await signIn(running.address, first.email, first.password);
  });
  afterAll(() => running?.stop());

  it('describes every operation in OpenAPI 3.1, and nothing else', async () => {
    const { body } = await ask('/openapi.json');
    expect(body.openapi).toBe('3.1.0');
    const described = Object.values(body.paths as Record<string, Record<string, { operationId: string }>>)
      .flatMap((path) => Object.values(path))
      .map(({ operationId }) => operationId);
    expect(described.sort()).toEqual(Object.keys(OPERATIONS).sort());
  });

  it('answers mistakes with problem documents that name the field and the remedy', async () => {
    const headers = bearer(admin.token);
    const wrong = await ask('/v1/people', {
      json: { email: 'no address', name: '', roles: ['king'], admin: true },
      headers,
    });
    expect(wrong.status).toBe(400);
    expect(wrong.headers.get('content-type')).toContain('application/problem+json');
    expect(wrong.body).toMatchObject({ code: 'input-invalid', status: 400 });
    for (const field of ['email', 'name', 'roles.0', 'password', 'admin']) expect(wrong.body.detail).toContain(field);
    expect((await ask('/v1/people', { method: 'POST', body: '{', headers })).body.code).toBe('input-invalid');
    expect((await ask('/v1/people', { method: 'POST', body: '[]', headers })).body.code).toBe('input-invalid');
    expect((await ask('/v1/people', { json: { name: 'x'.repeat(70_000) }, headers })).status).toBe(413);
    expect((await ask('/v1/nothing', { headers })).body.code).toBe('operation-not-found');
    expect((await ask('/v1/requests/..%2f..%2fetc', { headers })).status).toBe(400);
    expect((await ask(`/v1/people?cursor=${encodeURIComponent("1' or '1'='1")}`, { headers })).status).toBe(400);
  });

  it('takes SQL and markup in a text for a text', async () => {
    const name = `Robert'); drop table people;-- <script>alert(1)</script>`;
    const json = { email: "o'hara@example.org", name, password: 'correct horse battery', roles: [] };
    expect((await ask('/v1/people', { json, headers: bearer(admin.token) })).body.name).toBe(name);
    expect((await admin.call('person.list', {})).items.map((person) => person.name)).toContain(name);
  });

  it('says what browsers must not do, and remembers nothing in caches', async () => {
    const { headers } = await ask('/v1/key');
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('cache-control')).toBe('no-store');
    const again = await ask('/v1/key', { headers: { 'if-none-match': headers.get('etag') ?? '' } });
    expect(again.status).toBe(304);
  });

  it.each([
    ['a key twice', '{"name": "a", "na\\u006de": "b"}', 'name: stands twice'],
    [
      'a key twice further in',
      '{"name": "a", "environment": "e", "gate": {"hours": 1, "hours": 0}}',
      'gate.hours: stands twice',
    ],
    ['a name that says nothing', '{"name": "a", "environment": " \\u00a0\\u3000"}', 'environment: says nothing'],
    ['a name that turns others round', '{"name": "a", "environment": "a\\u202eb"}', 'environment: has characters'],
  ])('refuses %s', async (_, body, says) => {
    const { status, body: answer } = await ask('/v1/channels', { method: 'POST', body, headers: bearer(admin.token) });
    expect(status).toBe(400);
    expect(answer.detail).toContain(says);
  });

  it('refuses a key of a call that it would have to cut', async () => {
    const headers = { ...bearer(admin.token), 'idempotency-key': 'k'.repeat(201) };
    expect((await ask('/v1/teams', { json: { name: 'x' }, headers })).body.detail).toContain('Idempotency-Key');
  });

  it('names each state by an ETag, sends it once, and changes nothing that is otherwise than somebody read it', async () => {
    const [headers, path] = [bearer(admin.token), '/v1/channels/etags'];
    const json = (body: object) => JSON.stringify(body);
    await admin.call('channel.open', { name: 'etags', environment: 'test' });
    const etag = async () => (await ask(path, { headers })).headers.get('etag') ?? '';
    const first = await etag();
    expect(await etag()).toBe(first);
    for (const known of [first, `"x", W/${first}`, '*'])
      expect((await ask(path, { headers: { ...headers, 'if-none-match': known } })).status, known).toBe(304);
    const freeze = (ifMatch: string, more: object = {}) =>
      ask(`${path}/freeze`, {
        method: 'POST',
        body: json({ reason: 'Because.' }),
        headers: { ...headers, ...more, 'if-match': ifMatch },
      });
    for (const wrong of ['"another"', `W/${first}`, `"${'0'.repeat(64)}.0000"`])
      expect((await freeze(wrong)).status, wrong).toBe(412);
    for (const wrong of ['unquoted', `${first}, `, Array(30).fill(first).join()])
      expect((await freeze(wrong)).status, wrong).toBe(400);
    expect(await etag()).toBe(first);
    const once = { 'idempotency-key': 'freeze' };
    expect((await freeze(`"another", ${first}`, once)).status).toBe(200);
    const late = await freeze(first);
    expect(late.status).toBe(412);
    expect(late.body.code).toBe('changed-meanwhile');
    expect(late.body.detail).toMatch(/since then changed: frozen$/);
    // Sent again because its answer was lost, it gets the answer.
    expect((await freeze(`"another", ${first}`, once)).status).toBe(200);
    expect((await ask(path, { headers: { ...headers, 'if-none-match': first } })).status).toBe(200);
    const read = await etag();
    const all = await Promise.all([1, 2, 3, 4].map(() => freeze(read)));
    expect(all.map(({ status }) => status).sort((one, other) => one - other)).toEqual([200, 412, 412, 412]);
    const { id: team } = await admin.call('team.add', { name: 'etags', members: [] });
    const lists = (await ask('/v1/teams', { headers })).headers.get('etag') ?? '';
    for (const known of [lists, `W/${lists}`])
      expect((await ask('/v1/teams', { headers: { ...headers, 'if-none-match': known } })).status).toBe(304);
    const named = (name: string) =>
      ask(`/v1/teams/${team}`, { method: 'PATCH', body: json({ name }), headers: { ...headers, 'if-match': lists } });
    const renamed = await Promise.all(['a', 'b', 'c', 'd'].map(named));
    expect(renamed.map(({ status }) => status).sort((one, other) => one - other)).toEqual([200, 412, 412, 412]);
    const none = await ask('/v1/teams', { json: { name: 'x' }, headers: { ...headers, 'if-match': '*' } });
    expect(none.body).toMatchObject({ status: 400, detail: expect.stringContaining('If-Match') as unknown });
    const env = { WEIGHBRIDGE_SERVER: running.address, WEIGHBRIDGE_TOKEN: admin.token };
    const shown = await wb(['channel', 'show', 'etags', '--etag', '--format', 'json'], { home: folder, env });
    const { etag: told } = JSON.parse(shown.stdout) as { etag: string };
    const thaw = () => wb(['channel', 'thaw', 'etags', '--if-match', told], { home: folder, env });
    expect((await thaw()).code).toBe(0);
    expect((await thaw()).stderr).toContain('[changed-meanwhile]');
  });

  it('heeds a cookie only with its CSRF token, and never a page of another origin', async () => {
    const json = { organisation: first.organisation, email: first.email, password: first.password };
    const opened = await ask('/v1/sessions', { json });
    const cookie = opened.headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(/^wb_session=wbs_main_[\w-]{43}; HttpOnly; Path=\/; SameSite=Strict; [^,]+,[^,]+, wb_csrf=/);
    expect(cookie).toMatch(/wb_csrf=[\w-]{43}; Path=\/; SameSite=Strict/);
    const headers = { cookie: cookie.split(';')[0] ?? '' };
    expect((await ask('/v1/me', { headers })).status).toBe(200);
    const token = { name: 'x', scopes: ['read'], days: 1 };
    expect((await ask('/v1/tokens', { json: token, headers })).status).toBe(401);
    const csrf = { 'x-csrf-token': String(opened.body.csrf) };
    expect((await ask('/v1/tokens', { json: token, headers: { ...headers, ...csrf } })).status).toBe(200);
    const foreign = { ...headers, ...csrf, origin: 'https://evil.example' };
    expect((await ask('/v1/tokens', { json: token, headers: foreign })).status).toBe(403);
    // A session that somebody planted before the sign-in is not the one that comes of it, and an ended one is none.
    const planted = await ask('/v1/sessions', { json, headers });
    expect(planted.body.session).not.toBe(opened.body.session);
    const ended = await ask('/v1/sessions/current', { method: 'DELETE', body: '{}', headers: { ...headers, ...csrf } });
    expect(ended.body).toEqual({ closed: true });
    expect((await ask('/v1/me', { headers })).status).toBe(401);
  });

  it('does the same call under one Idempotency-Key once, at the same time too', async () => {
    const { id } = await admin.call('me.show', {});
    const json = { direction: 'adopt', reference: 'plover-1m', use: {}, owner: id, role: 'deployer' };
    const headers = { ...bearer(admin.token), 'idempotency-key': 'k-1' };
    const answers = await Promise.all([1, 2, 3, 4].map(() => ask('/v1/requests', { json, headers })));
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
    expect((await admin.call('request.list', {})).items).toHaveLength(1);
    const other = await ask('/v1/requests', { json: { ...json, role: 'provider' }, headers });
    expect(other).toMatchObject({ status: 409, body: { code: 'idempotency-mismatch' } });
  });

  it('gives lists a page at a time, without a gap', async () => {
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await admin.call('token.list', { limit: 1, cursor });
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.next ?? undefined;
    } while (cursor !== undefined);
    expect(new Set(seen).size).toBe((await admin.call('token.list', {})).items.length);
    expect(new Set(seen).size).toBe(seen.length);
  });

  it('ends what somebody holds when they are shut out, and always keeps an admin', async () => {
    const json = {
      email: 'gone@example.org',
      name: 'Gone',
      password: 'correct horse battery',
      roles: ['admin'] as const,
    };
    const { id } = await admin.call('person.add', { ...json, roles: [...json.roles] });
    const gone = await signIn(running.address, json.email, json.password);
    await admin.call('person.change', { person: id, disabled: true });
    await expect(gone.call('me.show', {})).rejects.toMatchObject({ code: 'unauthenticated' });
    await expect(signIn(running.address, json.email, json.password)).rejects.toMatchObject({ code: 'sign-in-refused' });
    const leave = admin.call('person.change', { person: admin.id, roles: [] });
    await expect(leave).rejects.toMatchObject({ code: 'last-admin' });
  });

  it('lets nobody guess passwords, not even many at once, and tells nobody who exists', async () => {
    const guess = (email: string) => ask('/v1/sessions', { json: { organisation: 'main', email, password: 'guess' } });
    const [known, unknown] = [await guess(first.email), await guess('nobody@example.org')];
    expect([known.status, known.body.code]).toEqual([unknown.status, unknown.body.code]);
    const guesses = await Promise.all(Array.from({ length: 14 }, () => guess(first.email)));
    expect(guesses.filter(({ status }) => status === 401)).toHaveLength(9);
    expect(guesses.filter(({ status }) => status === 429)).toHaveLength(5);
    const right = { organisation: first.organisation, email: first.email, password: first.password };
    expect((await ask('/v1/sessions', { json: right })).status).toBe(429);
  });

  it('shares its folder with nobody, keeps its people, and shows the first sign-in once', async () => {
    if (EMBEDDED) await expect(ownDatabaseIn(folder)).rejects.toMatchObject({ code: 'folder-in-use' });
    await running.stop();
    running = await ownServerIn(folder);
    expect(running.first).toBeNull();
    const again = await ask('/v1/me', { headers: bearer(admin.token) });
    expect(again.body.email).toBe(first.email);
  });
});
