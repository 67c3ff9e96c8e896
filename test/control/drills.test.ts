import { appendFileSync, cpSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createUpstreams } from '../../src/adapters/net/upstreams.ts';
import type { Running } from '../../src/contract/control/up.ts';
import { NO_DATABASE, type Signed, serverIn, signIn } from '../support/control.ts';
import { scratchFolder } from '../support/scratch.ts';
import { wb } from '../support/world.ts';

const home = scratchFolder();
const models = join(home, 'models');
let running: Running;
let admin: Signed;
let upstream: Server;
let url = '';
/** What the model server answers. */
let answer = { status: 200, body: '{"data":[{"id":"plover"}]}', location: '' };

async function admitted(reference: string): Promise<string> {
  const use = { exposure: 'internal' } as const;
  const what = { direction: 'adopt', reference, role: 'deployer', owner: admin.id, use } as const;
  const { id } = await admin.call('request.open', what);
  for (;;) {
    const { state } = await admin.call('request.show', { request: id });
    if (state === 'admitted') return id;
    if (state !== 'vetting') throw new Error(state);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

const drill = (...args: string[]) =>
  wb(['drill', 'production', ...args, '--server', running.address, '--token', admin.token], { home });
const warnings = async () => (await admin.call('channel.show', { channel: 'production' })).warnings;

describe.skipIf(NO_DATABASE !== null)('a drill', () => {
  let first: string;

  beforeAll(async () => {
    upstream = createServer((_, response) => {
      response.writeHead(answer.status, answer.location === '' ? {} : { location: answer.location });
      response.end(answer.body);
    });
    await new Promise<void>((resolve) => upstream.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(upstream.address() as AddressInfo).port}`;
    for (const name of ['old', 'new']) cpSync('examples/models/plover-1m', join(models, name), { recursive: true });
    running = await serverIn(join(home, 'server'), { models }, [], { upstreams: [url] });
    if (running.first === null) throw new Error('no first sign-in');
    admin = await signIn(running.address, running.first.email, running.first.password);
    await admin.call('channel.open', { name: 'production', environment: 'production' });
    first = await admitted('old');
    await admin.call('release.promote', { channel: 'production', request: first });
  }, 60_000);
  afterAll(async () => {
    await running?.stop();
    upstream?.close();
  });

  it('comes after a folder was adopted on its server, whose verdicts are waited for unless somebody cannot', async () => {
    cpSync('examples/models/plover-1m-tainted', join(models, 'tainted'), { recursive: true });
    const adopt = async (...more: string[]) => {
      const options = ['--server', running.address, '--token', admin.token, '--format', 'json', ...more];
      const { code, stdout } = await wb(['adopt', models, ...options], { home });
      const found = JSON.parse(stdout) as { models: { name: string; result: string; request: string }[] };
      return { code, models: found.models };
    };
    const waited = await adopt();
    expect(waited.code).toBe(1);
    const states = await Promise.all(
      waited.models.map(async ({ name, result, request }) => {
        const { state, use } = await admin.call('request.show', { request });
        return { name, result, state, purpose: use.purpose };
      }),
    );
    expect(states).toEqual([
      { name: 'new', result: 'admit', state: 'admitted', purpose: 'In use already: new (folder)' },
      { name: 'old', result: 'admit', state: 'admitted', purpose: 'In use already: old (folder)' },
      { name: 'tainted', result: 'deny', state: 'denied', purpose: 'In use already: tainted (folder)' },
    ]);
    const asked = await adopt('--no-wait');
    expect(asked.code).toBe(0);
    expect(asked.models.map(({ result }) => result)).toEqual(['asked', 'asked', 'asked']);
  });

  it('has nothing to try where there is nothing to go back to', async () => {
    expect(await warnings()).toEqual([]);
    expect((await drill()).stderr).toContain('[nothing-to-restore]');
    await admin.call('release.promote', { channel: 'production', request: await admitted('new') });
    expect(await warnings()).toEqual(['no drill was ever run here']);
  });

  it('proves only in part what nobody could ask a model server', async () => {
    const { code, stdout } = await drill();
    expect(code).toBe(3);
    expect(stdout).toMatch(/bytes +held +\d+ files hashed/);
    expect(stdout).toMatch(/upstream +skipped/);
    expect(await warnings()).toEqual(['the last drill proved only a part']);
  });

  it('proves a rollback whose decision, signature, dossier, bytes and server hold, and logs it', async () => {
    const change = (upstreams: string[]) => admin.call('channel.change', { channel: 'production', upstreams });
    for (const stranger of ['http://127.0.0.1:1', 'http://169.254.169.254/latest', `${url}/other`])
      await expect(change([stranger])).rejects.toMatchObject({ code: 'address-refused' });
    await change([url]);
    expect(await drill()).toMatchObject({ code: 0, stdout: expect.stringContaining('(plover)') });
    expect(await warnings()).toEqual([]);
    expect(await drill('--last')).toMatchObject({ code: 0 });
    const log = (await admin.call('audit.list', { limit: 1000 })).items;
    const acts = log.map(({ entry }) => JSON.parse(entry) as { act: string; detail: object });
    expect(acts.filter(({ act }) => act === 'channel.drilled').at(-1)).toMatchObject({
      detail: {
        state: 'proved',
        decision: 'held',
        signature: 'held',
        dossier: 'held',
        bytes: 'held',
        upstream: 'held',
      },
    });
    expect(await admin.call('audit.verify', {})).toMatchObject({ ok: true });
  });

  it.each([
    ['answers with an error', { status: 503, body: '', location: '' }, 'answered 503'],
    ['sends the caller elsewhere', { status: 302, body: '', location: 'http://169.254.169.254/' }, 'answered 302'],
    ['answers without end', { status: 200, body: 'x'.repeat(300_000), location: '' }, 'more than 262144 bytes'],
  ])('fails when the model server %s', async (_, given, why) => {
    const before = answer;
    answer = given;
    const { code, stdout } = await drill();
    answer = before;
    expect({ code, stdout }).toMatchObject({ code: 1, stdout: expect.stringContaining(why) });
    expect(await warnings()).toEqual(['the last drill failed']);
  });

  it('fails when a byte of what it would bring back has changed, and when its decision was revoked nothing is left', async () => {
    appendFileSync(join(models, 'old', 'config.json'), ' ');
    const { code, stdout } = await drill();
    expect(code).toBe(1);
    expect(stdout).toMatch(/bytes +failed .*config\.json: Its bytes are not the admitted ones/);
    await admin.call('decision.revoke', { request: first, reason: 'Withdrawn.' });
    expect((await drill()).stderr).toContain('[nothing-to-restore]');
  });
});

describe('the upstreams of an operator', () => {
  it('are called by no other spelling or path, and never with a password', async () => {
    const upstreams = createUpstreams(['http://127.0.0.1:8000/v1']);
    expect(upstreams.has('http://127.0.0.1:8000')).toBe(true);
    for (const other of ['http://127.0.0.1:8001', 'http://localhost:8000', 'http://127.0.0.1:8000/x', 'no address'])
      expect(upstreams.has(other)).toBe(false);
    const asked = upstreams.ask('http://127.0.0.1:8001', AbortSignal.timeout(1000));
    await expect(asked).rejects.toMatchObject({ code: 'address-refused' });
    expect(() => createUpstreams(['http://user:word@127.0.0.1:8000'])).toThrow('without a password');
  });
});
