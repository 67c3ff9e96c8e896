import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createBlobFolder } from '../../src/adapters/blobs/folder.ts';
import type { EmbeddedDatabase } from '../../src/adapters/database/embedded.ts';
import { createClient } from '../../src/client/client.ts';
import type { Running } from '../../src/contract/control/up.ts';
import { digestOf } from '../../src/kernel/digest.ts';
import { databaseIn, NO_DATABASE, PASSWORD, type Signed, serverIn, signIn, somebody } from '../support/control.ts';
import { scratchFolder } from '../support/scratch.ts';

const home = scratchFolder();
const full = join(home, 'full');
/** A disk of 64 KiB, where this machine lets us have one. */
const NO_DISK = (() => {
  mkdirSync(full, { recursive: true });
  const { status } = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'weighbridge-test', full]);
  return status === 0 ? null : 'no small disk can be mounted here';
})();
const HOUR = 60 * 60 * 1000;
const told: string[] = [];
const receiver = createServer((request, response) => {
  request.resume().on('end', () => {
    told.push(String(request.headers['webhook-id']));
    response.end();
  });
});
let jump = 0;
let database: EmbeddedDatabase;
let running: Running;
let admin: Signed;

const code = (call: Promise<unknown>) => call.then(() => 'done').catch((error: { code?: unknown }) => error.code);

describe.skipIf(NO_DATABASE !== null)('a server in a bad world', () => {
  beforeAll(async () => {
    await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
    database = await databaseIn(join(home, 'database'));
    const clock = { now: () => new Date(Date.now() + jump), monotonic: () => performance.now() };
    const { port } = receiver.address() as AddressInfo;
    const blobs = NO_DISK === null ? createBlobFolder(full) : null;
    const world = { clock, blobs };
    running = await serverIn(join(home, 'server'), { databaseUrl: database.url }, [`127.0.0.1:${port}`], world);
    if (running.first === null) throw new Error('no first sign-in');
    admin = await signIn(running.address, running.first.email, running.first.password);
  }, 60_000);
  afterAll(async () => {
    await running?.stop();
    await database?.stop();
    receiver.close();
    if (NO_DISK === null) spawnSync('umount', [full]);
  });

  it('loses its database’s connections, says so, and goes on with others', async () => {
    const other = new pg.Client({ connectionString: database.url });
    await other.connect();
    const cut = () =>
      other.query(
        'select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and usename = current_user',
      );
    const names: string[] = [];
    const answers: unknown[] = [];
    for (let round = 0; round < 10; round++) {
      const calls = Array.from({ length: 8 }, (_, at) => {
        names.push(`team ${round}-${at}`);
        return code(admin.call('team.add', { name: `team ${round}-${at}`, members: [] }));
      });
      await cut();
      answers.push(...(await Promise.all(calls)));
    }
    await other.end();
    expect(new Set(answers.filter((answer) => answer !== 'done' && answer !== 'database-failed'))).toEqual(new Set());
    // Whatever was acknowledged is there, with its act, and the log holds.
    const { items } = await admin.call('team.list', { limit: 100 });
    const there = new Set(items.map(({ name }) => name));
    expect(names.filter((name, at) => answers[at] === 'done' && !there.has(name))).toEqual([]);
    const acts = (await admin.call('audit.list', { limit: 1000 })).items.filter(({ entry }) =>
      entry.includes('"team.add"'),
    );
    expect(acts).toHaveLength(items.length);
    expect(await admin.call('audit.verify', {})).toMatchObject({ ok: true });
  });

  it('lives through a clock that jumps: nothing from the future counts, and nothing waits for it', async () => {
    const { port } = receiver.address() as AddressInfo;
    const ada = await somebody(running.address, admin.call, 'ada', ['requester']);
    const sign = (password: string) =>
      createClient({ server: running.address, token: null })('session.open', {
        organisation: 'main',
        email: 'ada@example.org',
        password,
      });
    await admin.call('webhook.add', { url: `http://127.0.0.1:${port}/x`, kinds: ['channel.'] });
    jump = 2 * 365 * 24 * HOUR;
    expect(await code(ada.call('me.show', {}))).toBe('unauthenticated');
    const ahead = await sign(PASSWORD);
    for (let at = 0; at < 12; at++) await code(sign('wrong wrong wrong'));
    // The webhook is looked at, and put off until a time that is not to come.
    await new Promise((resolve) => setTimeout(resolve, 1200));
    jump = 0;
    const session = { cookie: ahead.session, csrf: ahead.csrf };
    expect(await code(createClient({ server: running.address, token: null, session })('me.show', {}))).toBe(
      'unauthenticated',
    );
    expect(await code(ada.call('me.show', {}))).toBe('done');
    expect(await code(sign(PASSWORD))).toBe('done');
    await admin.call('channel.open', { name: 'after', environment: 'test' });
    for (let tries = 0; told.length === 0 && tries < 200; tries++)
      await new Promise((resolve) => setTimeout(resolve, 25));
    expect(told.length).toBeGreaterThan(0);
    jump = -10 * 365 * 24 * HOUR;
    expect(await code(admin.call('me.show', {}))).toBe('unauthenticated');
    jump = 0;
    expect(await admin.call('audit.verify', {})).toMatchObject({ ok: true });
  });

  it.skipIf(NO_DISK !== null)('runs out of disk, keeps nothing by halves, and goes on when there is room', async () => {
    const blobs = createBlobFolder(full);
    const bytes = Buffer.alloc(200_000, 7);
    const put = blobs.put(
      { digest: digestOf(bytes), size: bytes.length },
      (async function* () {
        for (let at = 0; at < bytes.length; at += 10_000) yield bytes.subarray(at, at + 10_000);
      })(),
    );
    expect(await code(put)).toBe('write-failed');
    const left = readdirSync(full, { recursive: true, encoding: 'utf8' }).filter((name) =>
      statSync(join(full, name)).isFile(),
    );
    expect(left).toEqual([]);
    const small = Buffer.from('small');
    await blobs.put(
      { digest: digestOf(small), size: small.length },
      (async function* () {
        yield small;
      })(),
    );
    expect(await code(admin.call('me.show', {}))).toBe('done');
  });
});
