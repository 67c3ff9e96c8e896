import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { EmbeddedDatabase } from '../../src/adapters/database/embedded.ts';
import type { OutputOf } from '../../src/contract/control/operations.ts';
import type { Running } from '../../src/contract/control/up.ts';
import { type Cable, cableTo } from '../support/cable.ts';
import { NO_DATABASE, ownDatabaseIn, type Signed, serverIn, signIn, somebody } from '../support/control.ts';
import { startNodeHere } from '../support/node-here.ts';
import { type Node, startNode, writeFollowing } from '../support/nodes.ts';
import { scratchFolder } from '../support/scratch.ts';
import { rests, until } from '../support/until.ts';
import { wb } from '../support/world.ts';
import { chunk, completion, json, scriptedUpstream } from './scripted-upstream.ts';

const KEY = 'wbk_nodes_0123456789';
const home = scratchFolder();
const kept = join(home, 'nodes', 'gateway', 'house.json');
let database: EmbeddedDatabase;
let cable: Cable;
let running: Running;
let admin: Signed;
let releases: Signed;
/** The last of them is a process of its own. */
let nodes: Omit<Node, 'child'>[] = [];
let apart: Node | null = null;
let upstreams: Awaited<ReturnType<typeof scriptedUpstream>>[] = [];
let file = '';

/** What a node answers: the text, or the refusal's code. */
async function asked({ address }: Pick<Node, 'address'>, session = 'one', pin: string | null = null): Promise<string> {
  const response = await fetch(`${address}/v1/chat/completions`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${KEY}`,
      'x-weighbridge-session': session,
      'content-type': 'application/json',
      ...(pin === null ? {} : { 'x-weighbridge-release': pin }),
    },
    body: JSON.stringify({ model: 'assistant', messages: [{ role: 'user', content: 'Who are you?' }] }),
  });
  const body = (await response.json()) as {
    choices?: { message: { content: string } }[];
    error?: { code: string };
  };
  return body.choices?.[0]?.message.content ?? body.error?.code ?? '';
}
const everywhere = (session?: string) => Promise.all(nodes.map((node) => asked(node, session)));

async function admitted(reference: string): Promise<OutputOf<'request.open'>> {
  const use = { exposure: 'internal' } as const;
  const { id } = await admin.call('request.open', {
    direction: 'adopt',
    reference,
    role: 'deployer',
    owner: admin.id,
    use,
  });
  const rest = rests();
  for (;;) {
    const request = await admin.call('request.show', { request: id });
    if (request.state === 'admitted') return request;
    if (request.state !== 'vetting') throw new Error(`${reference} is ${request.state}: ${request.failure}`);
    await rest();
  }
}

const command = (...args: string[]) => wb([...args, '--server', running.address, '--token', releases.token], { home });
/** For every gateway to take it up, on a machine however slow. */
const everywhereBy = (...args: string[]) => command(...args, '--wait', '120');

describe.skipIf(NO_DATABASE !== null)('three gateways on one database', () => {
  let first: OutputOf<'request.open'>;
  let second: OutputOf<'request.open'>;

  beforeAll(async () => {
    database = await ownDatabaseIn(join(home, 'database'));
    cable = await cableTo(database.url);
    running = await serverIn(join(home, 'server'), { databaseUrl: cable.url });
    if (running.first === null) throw new Error('no first sign-in');
    admin = await signIn(running.address, running.first.email, running.first.password);
    releases = await somebody(running.address, admin.call, 'releases', ['release-manager']);
    // The second's base is vetted first, so that the policy leaves nothing to people.
    first = await admitted('plover-1m');
    second = await admitted('plover-1m-harbour');
    await releases.call('channel.open', { name: 'production', environment: 'production' });
    upstreams = [await scriptedUpstream(), await scriptedUpstream()];
    for (const [at, upstream] of upstreams.entries()) upstream.script = json(200, completion(`model ${at + 1}`));
    const [one = '', two = ''] = upstreams.map(({ origin }) => origin);
    const servers = { 'plover-1m': one, 'plover-1m-harbour': two };
    file = writeFollowing(home, {
      trust: join(home, 'server', 'signing.pub'),
      key: KEY,
      servers,
      channelMore: '      pinning: allowed\n',
    });
    const world = { home: join(home, 'nodes'), env: { DATABASE: cable.url } };
    apart = await startNode('gw-3', file, world);
    nodes = [...(await Promise.all(['gw-1', 'gw-2'].map((name) => startNodeHere(name, file, world)))), apart];
  });
  afterAll(async () => {
    await Promise.all(nodes.map((node) => node.stop('SIGKILL')));
    await running?.stop();
    await cable?.close();
    await database?.stop();
    for (const upstream of upstreams) await upstream.close();
  });

  it('serve nothing before anything is released, and the release everywhere once all have acknowledged it', async () => {
    expect(await everywhere()).toEqual(['not_released', 'not_released', 'not_released']);
    const released = await everywhereBy('release', 'promote', first.id, '--channel', 'production');
    expect(released).toMatchObject({ code: 0, stdout: expect.stringContaining('released on 3 of 3') });
    expect(await everywhere()).toEqual(['model 1', 'model 1', 'model 1']);
  });

  it('give a caller the same release of a shared channel, whichever is asked', async () => {
    await everywhereBy('release', 'promote', second.id, '--channel', 'production', '--share', '50');
    const seen = new Set<string>();
    for (let session = 0; session < 12; session++) {
      const [one = '', ...others] = await everywhere(`session ${session}`);
      expect(others).toEqual([one, one]);
      seen.add(one);
    }
    expect([...seen].toSorted()).toEqual(['model 1', 'model 2']);
  });

  it('go back together, and let what was under way end its sentence', async () => {
    await everywhereBy('release', 'promote', second.id, '--channel', 'production');
    const [, model] = upstreams;
    if (model === undefined) throw new Error('no server');
    let finish = (): void => {};
    model.script = (_, response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' }).write(chunk({ content: 'begun ' }));
      finish = () => response.end(`${chunk({ content: 'and ended.' })}${chunk({}, 'stop')}data: [DONE]\n\n`);
    };
    const stream = await streamed(nodes[0]);
    const back = await everywhereBy('rollback', 'production', '--reason', 'It answers slowly.');
    expect(back).toMatchObject({ code: 0, stdout: expect.stringContaining('rolled back on 3 of 3') });
    expect(await everywhere()).toEqual(['model 1', 'model 1', 'model 1']);
    finish();
    expect(await stream.rest).toContain('[DONE]');
    model.script = json(200, completion('model 2'));
    // Whoever names it may still be served by it.
    const { items } = await releases.call('release.list', { channel: 'production' });
    const earlier = items.find(({ request, share }) => request === second.id && share === 100)?.id ?? '';
    for (const node of nodes) expect(await asked(node, 'one', earlier)).toBe('model 2');
  });

  it('cut what is under way when a release is withdrawn, and refuse it', async () => {
    const again = await releases.call('release.promote', { channel: 'production', request: second.id });
    await until(async () => (await everywhere()).every((said) => said === 'model 2'));
    const [, model] = upstreams;
    if (model === undefined) throw new Error('no server');
    model.script = (_, response) =>
      void response.writeHead(200, { 'content-type': 'text/event-stream' }).write(chunk({ content: 'begun ' }));
    const streams = await Promise.all(nodes.map(streamed));
    const withdrawn = await everywhereBy('release', 'withdraw', again.id, '--reason', 'It tells secrets.');
    expect(withdrawn.stdout).toContain('withdrawn on 3 of 3');
    for (const { rest } of streams) expect(await rest).toContain('error');
    expect(await everywhere()).toEqual(['not_admitted', 'not_admitted', 'not_admitted']);
    model.script = json(200, completion('model 2'));
    await everywhereBy('rollback', 'production', '--reason', 'It tells secrets.');
    expect(await everywhere()).toEqual(['model 1', 'model 1', 'model 1']);
  });

  it('serve on while the database is gone, and hear what happened when it is back', async () => {
    cable.cut();
    await until(() => nodes.every((node) => node.said().includes('control-plane-lost')));
    expect(await everywhere()).toEqual(['model 1', 'model 1', 'model 1']);
    await database.stop();
    database = await ownDatabaseIn(join(home, 'database'));
    cable.join(database.url);
    await until(() =>
      releases.call('release.promote', { channel: 'production', request: second.id }).then(
        () => true,
        () => false,
      ),
    );
    await until(async () => (await everywhere()).every((said) => said === 'model 2'));
    await until(async () => (await releases.call('channel.nodes', { channel: 'production' })).current === 3);
    const [first] = (await releases.call('channel.nodes', { channel: 'production' })).items;
    expect(first?.traffic?.calls).toBeGreaterThan(0);
    expect(first?.releases[0]?.servers).toHaveLength(1);
    expect(nodes[0]?.said()).toContain('found again');
  });

  it('start without the database by what they kept, which only their owner may read, and not by what was damaged', async () => {
    expect(statSync(kept).mode & 0o777).toBe(0o600);
    const alone = { home: join(home, 'nodes'), env: { DATABASE: 'postgresql://nobody@127.0.0.1:1/none' } };
    const damaged = join(home, 'damaged');
    mkdirSync(join(damaged, 'gateway'), { recursive: true });
    const text = readFileSync(kept, 'utf8').replace(/"share":100/, '"share":99');
    writeFileSync(join(damaged, 'gateway', 'house.json'), text, { mode: 0o600 });
    const [node, blind] = await Promise.all([
      startNodeHere('gw-4', file, alone),
      startNodeHere('gw-5', file, { ...alone, home: damaged }),
    ]);
    expect(await asked(node)).toBe('model 2');
    expect(await asked(blind)).toBe('not_ready');
    expect(blind.said()).toContain('is damaged');
    await Promise.all([node.stop(), blind.stop()]);
  });

  it('believe no row: a gateway that trusts another key serves nothing, and says why', async () => {
    await wb(['key', 'new', join(home, 'other.key')], { home });
    const [, two = ''] = upstreams.map(({ origin }) => origin);
    const servers = { 'plover-1m-harbour': two };
    const doubting = writeFollowing(home, { name: 'doubting', trust: join(home, 'other.pub'), key: KEY, servers });
    const node = await startNodeHere('gw-6', doubting, { home: join(home, 'nodes'), env: { DATABASE: cable.url } });
    expect(await asked(node)).toBe('not_admitted');
    await expect
      .poll(async () => (await command('channel', 'nodes', 'production')).stdout)
      .toMatch(/up to date on 4 of 4\s+NOT SERVED on gw-6: no trusted key signed its decision/);
    await node.stop();
    expect(existsSync(join(home, 'nodes', 'gateway', 'doubting.json'))).toBe(true);
    expect((await releases.call('channel.nodes', { channel: 'production' })).items.map(({ name }) => name)).toEqual([
      'gw-1',
      'gw-2',
      'gw-3',
    ]);
  });

  it('are named when one of them does not acknowledge', async () => {
    apart?.child.kill('SIGSTOP');
    const back = await command('rollback', 'production', '--reason', 'To see.', '--wait', '5');
    expect(back).toMatchObject({ code: 3, stdout: expect.stringMatching(/rolled back on 2 of 3\s+NOT on gw-3/) });
    apart?.child.kill('SIGCONT');
    await until(async () => (await asked({ address: nodes[2]?.address ?? '' })) === 'model 1');
  });
});

/** A stream that has begun, and all that comes after. */
async function streamed(node: Pick<Node, 'address'> | undefined): Promise<{ readonly rest: Promise<string> }> {
  const { request } = await import('node:http');
  const { port } = new URL(node?.address ?? '');
  const call = request({
    port,
    host: '127.0.0.1',
    path: '/v1/chat/completions',
    method: 'POST',
    headers: { authorization: `Bearer ${KEY}` },
  });
  call.end(JSON.stringify({ model: 'assistant', stream: true, messages: [{ role: 'user', content: 'Hello' }] }));
  const [response] = (await once(call, 'response')) as [import('node:http').IncomingMessage];
  let said = '';
  response.on('data', (piece: Buffer) => (said += piece.toString()));
  await once(response, 'data');
  return { rest: once(response, 'close').then(() => said) };
}
