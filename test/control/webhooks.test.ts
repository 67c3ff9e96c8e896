import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { Webhook as Verifier } from 'standardwebhooks';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { EmbeddedDatabase } from '../../src/adapters/database/embedded.ts';
import { createPoster } from '../../src/adapters/net/poster.ts';
import { controlStoreOn } from '../../src/adapters/store/control-store.ts';
import { openDatabase } from '../../src/adapters/store/open-database.ts';
import type { Database } from '../../src/adapters/store/sql.ts';
import { deliverNext } from '../../src/app/control/telling/deliver.ts';
import type { Running } from '../../src/contract/control/up.ts';
import { PATIENCE } from '../../src/domain/webhook.ts';
import { databaseIn, NO_DATABASE, type Signed, serverIn, signIn } from '../support/control.ts';
import { scratchFolder } from '../support/scratch.ts';
import { rests } from '../support/until.ts';
import { wb } from '../support/world.ts';

const home = scratchFolder();
let embedded: EmbeddedDatabase;
let database: Database;
let running: Running;
let admin: Signed;
let receiver: Server;
let address = '';

interface Heard {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}
const heard: Heard[] = [];
const answers = new Map<string, () => { readonly status: number; readonly location?: string }>();

async function until<Answer>(ask: () => Answer | undefined | Promise<Answer | undefined>): Promise<Answer> {
  const rest = rests();
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    await rest();
  }
}
const open = () =>
  admin.call('request.open', {
    direction: 'adopt',
    reference: 'plover-1m',
    use: {},
    owner: admin.id,
    role: 'deployer',
  });

describe.skipIf(NO_DATABASE !== null)('webhooks', () => {
  beforeAll(async () => {
    receiver = createServer((request, response) => {
      const path = request.url ?? '';
      let body = '';
      request.on('data', (piece: Buffer) => (body += piece.toString()));
      request.on('end', () => {
        heard.push({ path, headers: request.headers, body });
        const { status, location } = answers.get(path)?.() ?? { status: 204 };
        response.writeHead(status, location === undefined ? {} : { location }).end();
      });
    });
    await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
    address = `127.0.0.1:${(receiver.address() as AddressInfo).port}`;
    embedded = await databaseIn(join(home, 'database'));
    running = await serverIn(join(home, 'server'), { databaseUrl: embedded.url }, [address]);
    if (running.first === null) throw new Error('no first sign-in');
    admin = await signIn(running.address, running.first.email, running.first.password);
    database = await openDatabase(embedded.url);
  });
  afterAll(async () => {
    await running?.stop();
    await database?.close();
    await embedded?.stop();
    receiver?.close();
  });

  const of = (path: string): readonly Heard[] => heard.filter((one) => one.path === path);

  it('tell what is done with models in order, signed as the official library checks it', async () => {
    const { id, secret } = await admin.call('webhook.add', { url: `http://${address}/all`, kinds: [] });
    const request = await open();
    const told = await until(() => (of('/all').length >= 3 ? of('/all') : undefined));
    for (const { headers, body } of told) new Verifier(secret).verify(body, headers as Record<string, string>);
    expect(() =>
      new Verifier(secret).verify(`${told[0]?.body} `, told[0]?.headers as Record<string, string>),
    ).toThrow();
    const bodies = told.map(
      ({ body }) => JSON.parse(body) as { type: string; data: { subject: string; position: number } },
    );
    expect(bodies.map(({ type }) => type)).toEqual(['request.open', 'request.vet', 'request.decide']);
    expect(new Set(bodies.map(({ data }) => data.subject))).toEqual(new Set([request.id]));
    expect(bodies.every(({ data }, at) => at === 0 || data.position > (bodies[at - 1]?.data.position ?? 0))).toBe(true);
    const { items } = await admin.call('webhook.deliveries', { webhook: id });
    expect(items.map(({ status, failure }) => ({ status, failure }))).toContainEqual({ status: 204, failure: null });
    await admin.call('webhook.end', { webhook: id });
    await open();
    await new Promise((resolve) => setTimeout(resolve, 700));
    expect(of('/all')).toHaveLength(3);
  });

  it('tell the kinds they were made for, and nothing about people', async () => {
    await admin.call('webhook.add', { url: `http://${address}/some`, kinds: ['request.decide', 'person.'] });
    await admin.call('person.add', { email: 'p@example.org', name: 'P', password: 'correct horse battery', roles: [] });
    await open();
    const [first] = await until(() => (of('/some').length > 0 ? of('/some') : undefined));
    expect(JSON.parse(first?.body ?? '{}')).toMatchObject({ type: 'request.decide' });
    expect(of('/some').some(({ body }) => body.includes('person.'))).toBe(false);
  });

  it('try again under the same id, later each time, stop at last, and lose nothing', async () => {
    let works = false;
    answers.set('/flaky', () => ({ status: works ? 200 : 500 }));
    const { id } = await admin.call('webhook.add', { url: `http://${address}/flaky`, kinds: ['request.open'] });
    await open();
    const find = async () => (await admin.call('webhook.list', {})).items.find((one) => one.id === id);
    const failed = await until(async () => ((await find())?.failures === 1 ? find() : undefined));
    expect(failed?.state).toBe('active');
    // The clock of a worker that looks later.
    let now = Date.now() + 1000 * 60 * 60;
    const poster = createPoster([address]);
    const later = { store: controlStoreOn(database), poster, clock: { now: () => new Date(now), monotonic: () => 0 } };
    for (let more = 1; more < PATIENCE.length + 1; more++) {
      await deliverNext(later, { organisation: 'main', id });
      now += 1000 * 60 * 60 * 24;
    }
    expect(await find()).toMatchObject({ state: 'stopped', failures: PATIENCE.length + 1 });
    expect(new Set(of('/flaky').map(({ headers }) => headers['webhook-id'])).size).toBe(1);
    expect(await deliverNext(later, { organisation: 'main', id })).toBe(false);
    works = true;
    const before = of('/flaky').length;
    const env = { WEIGHBRIDGE_SERVER: running.address, WEIGHBRIDGE_TOKEN: admin.token };
    expect((await wb(['webhook', 'resume', id], { home, env })).stdout).toContain('active');
    await until(() => (of('/flaky').length > before ? true : undefined));
    expect(of('/flaky').at(-1)?.headers['webhook-id']).toBe(of('/flaky')[0]?.headers['webhook-id']);
    expect((await wb(['webhook', 'deliveries', id], { home, env })).stdout).toMatch(
      /200 {2}told\n.*500 {2}answered 500/,
    );
    await poster.close();
  });

  it('never call private addresses, other schemes, or where a receiver redirects to', async () => {
    for (const url of [
      'http://127.0.0.1:1/x',
      'https://127.0.0.1/x',
      'https://10.0.0.1/x',
      'https://[::1]/x',
      'https://[::ffff:169.254.169.254]/x',
      'https://169.254.169.254/latest/meta-data',
      'http://example.org/x',
      'ftp://example.org/x',
      'https://user:pass@example.org/x',
      "'; drop table webhooks; --",
    ])
      await expect(admin.call('webhook.add', { url })).rejects.toMatchObject({ code: 'address-refused' });
    // A name is looked at when it is called: this one is public in a DNS that lies, or was.
    const poster = createPoster([]);
    await expect(poster.post('https://localhost/x', {}, '{}')).rejects.toMatchObject({ code: 'address-refused' });
    await poster.close();
    answers.set('/away', () => ({ status: 307, location: `http://${address}/inner` }));
    const trusting = createPoster([address]);
    expect(await trusting.post(`http://${address}/away`, {}, '{}')).toBe(307);
    expect(of('/inner')).toEqual([]);
    await trusting.close();
  });

  it('give events as they come, from where somebody was, to who may hear them', async () => {
    const stream = async (headers: Record<string, string>, query = '') =>
      fetch(new URL(`/v1/events/stream${query}`, running.address), { headers });
    expect((await stream({})).status).toBe(401);
    const headers = { authorization: `Bearer ${admin.token}` };
    expect((await stream(headers, "?since=1'or'1")).status).toBe(400);
    const { items, next } = await admin.call('event.list', { limit: 1000 });
    const last = items.at(-1);
    const response = await stream({ ...headers, 'last-event-id': String(next - 1) });
    expect(response.headers.get('content-type')).toContain('text/event-stream');
    const request = await open();
    let text = '';
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    while (!text.includes('event: request.decide')) text += (await reader?.read())?.value ?? '';
    await reader?.cancel();
    expect(text).toContain(`"subject":"${request.id}"`);
    expect(text).not.toContain(`id: ${last?.position ?? -1}\n`);
    // Whoever may no longer call hears no more.
    const gone = await admin.call('token.add', { name: 'gone', scopes: ['read'], days: 1 });
    const ending = await stream({ authorization: `Bearer ${gone.secret}` }, `?since=${next}`);
    await admin.call('token.revoke', { token: gone.id });
    await ending.text();
  });
});
