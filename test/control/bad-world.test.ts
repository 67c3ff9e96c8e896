import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, statfsSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createBlobFolder } from '../../src/adapters/blobs/folder.ts';
import type { EmbeddedDatabase } from '../../src/adapters/database/embedded.ts';
import { createClient } from '../../src/client/client.ts';
import type { Running } from '../../src/contract/control/up.ts';
import { SILENT } from '../../src/contract/progress.ts';
import { assembleDossier } from '../../src/domain/dossier.ts';
import { evidenceOf } from '../../src/domain/evidence.ts';
import { UNSTATED_USE } from '../../src/domain/use.ts';
import type { Vetting } from '../../src/domain/vetting.ts';
import {
  EMBEDDED,
  NO_DATABASE,
  ownDatabaseIn,
  PASSWORD,
  type Signed,
  serverIn,
  signIn,
  somebody,
} from '../support/control.ts';
import { type Road, roadTo } from '../support/road.ts';
import { scratchFolder } from '../support/scratch.ts';
import { until } from '../support/until.ts';
import { appIn } from '../support/world.ts';

const home = scratchFolder();
const full = join(home, 'full');
/** A disk of 64 KiB, where this machine lets us have one. */
const NO_DISK = diskAt(full, '64k');
const records = join(home, 'database');
/** One that the database has for itself; a server that somebody else runs has its own. */
const NO_DATABASE_DISK = EMBEDDED ? diskAt(records, '512m') : 'the database lies on somebody else’s disk';
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
/** The server's way to it. */
let road: Road;
let running: Running;
let admin: Signed;

const code = (call: Promise<unknown>) => call.then(() => 'done').catch((error: { code?: unknown }) => error.code);

describe.skipIf(NO_DATABASE !== null)('a server in a bad world', () => {
  beforeAll(async () => {
    await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
    database = await ownDatabaseIn(records);
    road = await roadTo(database.url);
    const clock = { now: () => new Date(Date.now() + jump), monotonic: () => performance.now() };
    const { port } = receiver.address() as AddressInfo;
    const blobs = NO_DISK === null ? createBlobFolder(full) : null;
    const world = { clock, blobs };
    running = await serverIn(
      join(home, 'server'),
      // Longer than a machine that others share takes for a few small statements.
      { databaseUrl: `${road.url}query_timeout=4000` },
      [`127.0.0.1:${port}`],
      world,
    );
    if (running.first === null) throw new Error('no first sign-in');
    admin = await signIn(running.address, running.first.email, running.first.password);
  });
  afterAll(async () => {
    await running?.stop();
    road?.close();
    await database?.stop();
    receiver.close();
    if (NO_DISK === null) spawnSync('umount', [full]);
    if (NO_DATABASE_DISK === null) spawnSync('umount', [records]);
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

  it.each<['cut' | 'swallows']>([['cut'], ['swallows']])(
    'says so while the way to its database is %s, waits for nothing, and goes on when there is one',
    async (state) => {
      road.is(state);
      const answers = await Promise.all(
        [1, 2, 3].map((at) => code(admin.call('team.add', { name: `${state} ${at}`, members: [] }))),
      );
      expect(answers).toEqual(['database-failed', 'database-failed', 'database-failed']);
      road.is('open');
      expect(await code(admin.call('team.add', { name: `${state} after`, members: [] }))).toBe('done');
      const names = (await admin.call('team.list', { limit: 100 })).items.map(({ name }) => name);
      expect(names.filter((name) => name.startsWith(state))).toEqual([`${state} after`]);
      expect(await admin.call('audit.verify', {})).toMatchObject({ ok: true });
    },
  );

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
    await until(() => told.length > 0);
    jump = -10 * 365 * 24 * HOUR;
    expect(await code(admin.call('me.show', {}))).toBe('unauthenticated');
    jump = 0;
    expect(await admin.call('audit.verify', {})).toMatchObject({ ok: true });
  });

  it.skipIf(NO_DATABASE_DISK !== null)(
    'refuses every act while its database has no room, says what to do, and goes on when there is room',
    async () => {
      const names = Array.from({ length: 40 }, (_, at) => `crowd ${at} ${'of many '.repeat(10)}`);
      const add = (name: string) => admin.call('team.add', { name, members: [] }).then(() => null);
      // What is read needs no room; what was acknowledged is there with its act, and nothing else is.
      const written = async () => {
        const first = await admin.call('team.list', { limit: 100 });
        const rest =
          first.next === null ? [] : (await admin.call('team.list', { limit: 100, cursor: first.next })).items;
        const { items } = await admin.call('audit.list', { limit: 1000 });
        return {
          teams: [...first.items, ...rest].map(({ name }) => name),
          acts: items.filter(({ entry }) => entry.includes('"team.add"')),
        };
      };
      const before = await written();
      // Anew where the database wrote meanwhile: no disk is made smaller than what is on it.
      await until(() => {
        const { blocks, bfree, bsize } = statfsSync(records);
        return sized(records, `${(blocks - bfree) * bsize}`);
      });
      const answers = await inFives(names, (name) => add(name).catch((error: unknown) => error));
      const refused = answers.filter((answer) => answer !== null);
      expect(refused.length).toBeGreaterThan(0);
      for (const answer of refused)
        expect(answer).toMatchObject({ code: 'database-full', remedy: expect.stringContaining('Make room') });
      const during = await written();
      expect(during.teams.filter((name) => names.includes(name)).sort()).toEqual(
        names.filter((_, at) => answers[at] === null).sort(),
      );
      expect(during.acts).toHaveLength(during.teams.length);
      resize(records, '512m');
      const left = names.filter((_, at) => answers[at] !== null);
      expect(await inFives(left, add)).toEqual(left.map(() => null));
      const after = await written();
      expect(after.acts).toHaveLength(after.teams.length);
      expect([...after.teams].sort()).toEqual([...new Set([...before.teams, ...names])].sort());
      expect(await admin.call('audit.verify', {})).toMatchObject({ ok: true });
    },
  );

  it.skipIf(NO_DISK !== null)('runs out of disk, keeps nothing by halves, and goes on when there is room', async () => {
    const large = await largeVetting();
    const { digest } = large.dossier;
    const push = () => code(admin.call('dossier.push', { document: { ...large } }));
    expect(await push()).toBe('write-failed');
    expect(filesIn(full)).toEqual([]);
    const [kept, audit] = [await admin.call('dossier.list', {}), await admin.call('audit.verify', {})];
    expect(kept.items.map((one) => one.dossier)).not.toContain(digest);
    expect(audit).toMatchObject({ ok: true });
    expect(await code(admin.call('team.add', { name: 'meanwhile', members: [] }))).toBe('done');
    resize(full, '8m');
    expect(await push()).toBe('done');
    expect((await admin.call('dossier.list', {})).items.map((one) => one.dossier)).toContain(digest);
  });

  it.skipIf(NO_DISK !== null)(
    'says of a blob that changed or vanished that it did, and shows nothing of it',
    async () => {
      const { dossier } = await largeVetting();
      const show = () => code(admin.call('dossier.show', { dossier: dossier.digest }));
      expect(await show()).toBe('done');
      const [file = ''] = filesIn(full);
      writeFileSync(join(full, file), readFileSync(join(full, file), 'utf8').replace('long ', 'lung '));
      expect(await show()).toBe('blob-changed');
      rmSync(join(full, file));
      expect(await show()).toBe('blob-missing');
      expect(await code(admin.call('me.show', {}))).toBe('done');
    },
  );
});

/** Five at a time: each waits for the others at the head of the log, and more of them for longer than a statement may take. */
async function inFives<T>(names: readonly string[], ask: (name: string) => Promise<T>): Promise<readonly T[]> {
  const answers: T[] = [];
  for (let at = 0; at < names.length; at += 5) answers.push(...(await Promise.all(names.slice(at, at + 5).map(ask))));
  return answers;
}

/** Mounted there; otherwise why not. */
function diskAt(folder: string, size: string): string | null {
  mkdirSync(folder, { recursive: true });
  const { status } = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'weighbridge-test', folder]);
  return status === 0 ? null : 'no small disk can be mounted here';
}

function resize(disk: string, size: string): void {
  expect(sized(disk, size)).toBe(true);
}

function sized(disk: string, size: string): boolean {
  return spawnSync('mount', ['-o', `remount,size=${size}`, disk]).status === 0;
}

function filesIn(folder: string): readonly string[] {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return names.filter((name) => statSync(join(folder, name)).isFile());
}

/** Of a model that the server has not seen, with a dossier that is kept as a blob. */
async function largeVetting(): Promise<Vetting> {
  const request = { reference: 'examples/models/plover-1m', policy: null, use: null, useFlags: UNSTATED_USE };
  const more = { downloadTo: null, sign: null, keep: false };
  const vetting = await appIn(home).vet(
    { ...request, ...more },
    { signal: new AbortController().signal, progress: SILENT },
  );
  const long = evidenceOf('external', 'test', '2026-03-11T14:00:00.000Z', { text: 'long '.repeat(120_000) });
  const { digest: _, ...rest } = vetting.dossier;
  return { ...vetting, dossier: assembleDossier({ ...rest, evidence: [...rest.evidence, long] }) };
}
