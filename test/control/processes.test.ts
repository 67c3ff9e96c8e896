import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase } from '../../src/adapters/store/open-database.ts';
import type { Database } from '../../src/adapters/store/sql.ts';
import { type Hub, startHub } from '../hub/emulator.ts';
import { repository } from '../hub/repository.ts';
import { databaseIn, NO_DATABASE, passable, type Signed, signIn } from '../support/control.ts';
import { scratchFolder } from '../support/scratch.ts';
import { until } from '../support/until.ts';

const WEIGHTS = 'examples/models/plover-1m/model.safetensors';
const home = scratchFolder();
const MODEL = repository('org/open', {
  files: { 'config.json': '{"model_type":"llama"}', 'model.safetensors': readFileSync(WEIGHTS) },
});
/** By its token the hub tells who asks. */
const WORKERS = ['hf_first', 'hf_second'] as const;

/** The parts as they run in production: each a process of the built command, which shares the database and the keys. */
describe.skipIf(NO_DATABASE !== null)('server and workers as processes of their own', () => {
  const started: ChildProcess[] = [];
  const end: (() => Promise<unknown>)[] = [];
  let hub: Hub;
  let database: Database;
  let admin: Signed;
  let start: (
    args: readonly string[],
    token?: string,
  ) => { child: ChildProcess; said: (what: RegExp) => Promise<string> };

  beforeAll(async () => {
    const postgres = await databaseIn(join(home, 'server'));
    const { url } = postgres;
    end.push(() => postgres.stop());
    hub = await startHub({ repositories: [MODEL], tokens: { [WORKERS[0]]: [], [WORKERS[1]]: [] } });
    end.push(() => hub.close());
    const shared = ['--database-url', url, '--data', passable(join(home, 'keys'))];
    start = (args, token = WORKERS[0]) => {
      const child = spawn(process.execPath, ['dist/bin.js', ...args, ...shared], {
        env: { ...process.env, WEIGHBRIDGE_HOME: join(home, token), ...hubFor(hub, token) },
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      started.push(child);
      return { child, said: saying(child) };
    };
    const server = start(['server', '--port', '0']);
    const password = await server.said(/password +(\S+)/);
    database = await openDatabase(url);
    end.push(() => database.close());
    admin = await signIn(await server.said(/listens on (\S+)/), 'admin@localhost', password);
  });

  afterAll(async () => {
    for (const child of started.filter(lives)) {
      child.kill('SIGTERM');
      await once(child, 'close');
    }
    for (const one of end.reverse()) await one();
  });

  const entriesOf = async (act: string): Promise<number> =>
    (await admin.call('audit.list', { since: 0, limit: 1000 })).items.filter(
      ({ entry }) => (JSON.parse(entry) as { readonly act: string }).act === act,
    ).length;

  it('finish the job of a worker that is killed in the middle of it, once', async () => {
    hub.break({ host: 'hub', fault: { kind: 'silence' }, times: 1 });
    const workers = new Map(WORKERS.map((token) => [token as string, start(['worker'], token)]));
    await Promise.all([...workers.values()].map(({ said }) => said(/(Takes jobs)/)));
    const { id } = await admin.call('request.open', {
      direction: 'adopt',
      reference: 'hf:org/open',
      use: {},
      owner: admin.id,
      role: 'deployer',
    });
    await until(async () => hub.seen.length > 0);
    const holder = hub.seen[0]?.authorization?.replace('Bearer ', '') ?? '';
    const { child } = workers.get(holder) ?? {};
    child?.kill('SIGKILL');
    await once(child as ChildProcess, 'close');
    expect(await admin.call('request.show', { request: id })).toMatchObject({ state: 'vetting' });
    // The minute that a lease lasts goes by.
    await database.transaction('worker', (sql) =>
      sql.run("update jobs set leased_until = now() - interval '1 second' where subject = $1", [id]),
    );
    await until(async () => (await admin.call('request.show', { request: id })).state !== 'vetting');
    expect(await admin.call('request.show', { request: id })).toMatchObject({ state: 'admitted' });
    expect(await entriesOf('request.vet')).toBe(1);
    expect(await entriesOf('request.decide')).toBe(1);
    const askers = new Set(hub.seen.filter(({ host }) => host === 'hub').map(({ authorization }) => authorization));
    expect(askers).toEqual(new Set(WORKERS.map((token) => `Bearer ${token}`)));
  });

  it('end with 0 when they are told to stop', async () => {
    const left = started.filter(lives);
    expect(left).toHaveLength(2);
    const ends = left.map((child) => once(child, 'close'));
    for (const child of left) child.kill('SIGTERM');
    expect(await Promise.all(ends)).toEqual([
      [0, null],
      [0, null],
    ]);
  });
});

function lives({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode === null && signalCode === null;
}

function hubFor(hub: Hub, token: string): Record<string, string> {
  return { HF_ENDPOINT: hub.url, HF_TOKEN: token, WEIGHBRIDGE_TRUSTED_HOSTS: hub.downloadHost };
}

/** What a process says on standard output, once it has said it. */
function saying(child: ChildProcess): (what: RegExp) => Promise<string> {
  let text = '';
  child.stdout?.on('data', (chunk: Buffer) => (text += chunk.toString('utf8')));
  return async (what) => {
    await until(async () => what.test(text) || child.exitCode !== null);
    return what.exec(text)?.[1] ?? `nothing: it ended with ${child.exitCode}`;
  };
}
