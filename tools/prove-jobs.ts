import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbedded } from '../src/adapters/database/embedded.ts';
import { controlStoreOn } from '../src/adapters/store/control-store.ts';
import { openDatabase } from '../src/adapters/store/open-database.ts';
import { createClient } from '../src/client/client.ts';
import type { Control } from '../src/contract/control/operations.ts';
import { databaseNamed, debianPostgres, startDebianPostgres } from '../test/support/debian-postgres.ts';

/** Models that one PostgreSQL has vetted, each once. */
const MODELS = 1_000;
/**
 * Of each worker in a timed round: an engine that is not warm yet takes half as long again, so four do four times as much as
 * one. Rounds of one and of four workers alternate, so that what else the machine does hits both.
 */
const ROUND = 600;
const ROUNDS = 3;
const EMPTY = 500;

/** What many workers on one PostgreSQL give: every model vetted once, throughput of four against one, cost of a job. */
async function main(): Promise<void> {
  const home = mkdtempSync(join(tmpdir(), 'weighbridge-jobs-'));
  chmodSync(home, 0o711);
  const server = await postgres(home);
  try {
    const load = loadavg()[0]?.toFixed(1);
    console.log(`${server.name}, ${availableParallelism()} cores, Node ${process.version}, load at the start ${load}`);
    makeModels(join(home, 'models'), Math.max(MODELS, 4 * ROUND));
    await emptyJobs(await server.database('wb_empty'));
    await throughput(home, (name) => server.database(name));
    await eachOnce(home, await server.database('wb_each_once'));
  } finally {
    await server.stop();
    rmSync(home, { recursive: true, force: true, maxRetries: 10 });
  }
}

interface Postgres {
  readonly name: string;
  /** A database of its own, by its name. */
  database(name: string): Promise<string>;
  stop(): Promise<void>;
}

async function postgres(home: string): Promise<Postgres> {
  const debian = debianPostgres();
  if (debian !== null) {
    const external = await startDebianPostgres(debian.bin);
    const database = (name: string) => databaseNamed(external.url, name);
    return { name: `Debian's PostgreSQL ${debian.major}`, database, stop: async () => external.stop() };
  }
  const embedded = await startEmbedded(join(home, 'postgres'), { allowRoot: true });
  const superuser = embedded.url.replace('//weighbridge@/weighbridge', '//postgres@/postgres');
  return {
    name: 'embedded PostgreSQL',
    database: (name) => databaseNamed(superuser, name),
    stop: () => embedded.stop(),
  };
}

/** Each of two files, with weights of its own. */
function makeModels(folder: string, models: number): void {
  for (let at = 0; at < models; at++) {
    const model = join(folder, `model-${at}`);
    mkdirSync(model, { recursive: true });
    const header = JSON.stringify({ weight: { dtype: 'F32', shape: [16], data_offsets: [0, 64] } });
    const bytes = Buffer.alloc(8 + header.length + 64, at % 251);
    bytes.writeBigUInt64LE(BigInt(header.length));
    bytes.write(header, 8);
    bytes.writeUInt32LE(at, bytes.length - 4);
    writeFileSync(join(model, 'model.safetensors'), bytes);
    writeFileSync(join(model, 'config.json'), JSON.stringify({ model_type: 'llama', hidden_size: 16 }));
  }
}

/** What taking and finishing a job costs beside the work, and what looking for one in vain. */
async function emptyJobs(url: string): Promise<void> {
  const database = await openDatabase(url);
  const store = controlStoreOn(database);
  await store.within('main', async (books) => {
    await books.found(new Date());
    for (let at = 0; at < EMPTY; at++)
      await books.jobs.queue({ id: `j${at}`, kind: 'vet', subject: `s${at}` }, new Date());
  });
  const begun = performance.now();
  for (let job = await store.takeJob('w', 60_000); job !== null; job = await store.takeJob('w', 60_000)) {
    const taken = job;
    await store.within('main', ({ jobs }) => jobs.finish(taken, 'w', null));
  }
  const taking = (performance.now() - begun) / EMPTY;
  const idle = performance.now();
  for (let at = 0; at < EMPTY; at++) await store.takeJob('w', 60_000);
  const looking = (performance.now() - idle) / EMPTY;
  await database.close();
  console.log(
    `empty job: ${taking.toFixed(2)} ms to take and finish; a look in vain: ${looking.toFixed(2)} ms, once a second`,
  );
}

async function throughput(home: string, database: Postgres['database']): Promise<void> {
  const rates: Record<1 | 4, number[]> = { 1: [], 4: [] };
  for (let round = 0; round < ROUNDS; round++) {
    for (const workers of [1, 4] as const) {
      const url = await database(`wb_round_${round}_${workers}`);
      const models = workers * ROUND;
      const { rate, busy } = await worked(home, url, workers, models);
      rates[workers].push(rate);
      const cost = `${(busy / models).toFixed(1)} ms of a core each, with their start`;
      console.log(`  ${workers} worker${workers === 1 ? '' : 's'}: ${rate.toFixed(1)} models a second, ${cost}`);
    }
  }
  const [one, four] = [median(rates[1]), median(rates[4])];
  console.log(
    `four workers against one: ${(four / one).toFixed(2)} times (medians of ${ROUNDS} rounds of ${ROUND} models a worker)`,
  );
}

async function eachOnce(home: string, url: string): Promise<void> {
  const { rate, times } = await worked(home, url, 4, MODELS);
  const vetted = new Map<string, number>();
  for (const { subject } of times) vetted.set(subject, (vetted.get(subject) ?? 0) + 1);
  const once = [...vetted.values()].filter((count) => count === 1).length;
  console.log(`${MODELS} models by 4 workers: ${once} vetted once, ${vetted.size - once} more than once`);
  console.log(`  at ${rate.toFixed(1)} models a second`);
  if (once !== MODELS || vetted.size !== MODELS) process.exitCode = 1;
}

/** Has so many models vetted, and tells when each was, and how fast that went once everybody was warm. */
async function worked(
  home: string,
  url: string,
  workers: number,
  models: number,
): Promise<{ readonly rate: number; readonly times: readonly Vetted[]; readonly busy: number }> {
  const data = join(home, 'data');
  const shared = ['--database-url', url, '--data', data, '--models', join(home, 'models')];
  const started: ChildProcess[] = [];
  const start = (args: readonly string[]) => {
    const child = spawn(process.execPath, ['dist/bin.js', ...args, ...shared], {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, WEIGHBRIDGE_HOME: join(home, 'home') },
    });
    started.push(child);
    return child;
  };
  try {
    const call = await admin(start(['server', '--port', '0']));
    await askForAll(call, models);
    for (let at = 0; at < workers; at++) start(['worker']);
    // Seldom, so that asking costs the workers nothing.
    while ((await call('request.list', { state: 'vetting', limit: 1 })).items.length > 0)
      await new Promise((resolve) => setTimeout(resolve, 500));
    const busy = started.slice(1).reduce((sum, { pid = 0 }) => sum + processorTime(pid), 0);
    const times = await vettedIn(call);
    return { rate: rateOf(times), times, busy };
  } finally {
    for (const child of started) child.kill('SIGTERM');
    await Promise.all(started.map((child) => new Promise((resolve) => child.once('close', resolve))));
  }
}

/** Milliseconds that a process and its threads have had a core; 0 where nobody says (proc(5), fields 14 and 15, in hundredths). */
function processorTime(pid: number): number {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return (Number(fields[11]) + Number(fields[12])) * 10;
  } catch {
    return 0;
  }
}

async function admin(server: ChildProcess): Promise<Control> {
  let text = '';
  const { address, password } = await new Promise<{ address: string; password: string }>((resolve) => {
    server.stdout?.on('data', (chunk: Buffer) => {
      text += chunk.toString('utf8');
      const [, listens] = /listens on (\S+)/.exec(text) ?? [];
      const [, secret] = /password\s+(\S+)/.exec(text) ?? [];
      if (listens !== undefined && secret !== undefined) resolve({ address: listens, password: secret });
    });
  });
  const who = { organisation: 'main', email: 'admin@localhost', password };
  const { session, csrf } = await createClient({ server: address, token: null })('session.open', who);
  return createClient({ server: address, token: null, session: { cookie: session, csrf } });
}

async function askForAll(call: Control, models: number): Promise<void> {
  const { id: owner } = await call('me.show', {});
  const references = Array.from({ length: models }, (_, at) => `model-${at}`);
  const ask = async (): Promise<void> => {
    for (let reference = references.pop(); reference !== undefined; reference = references.pop())
      await call('request.open', { direction: 'adopt', reference, use: {}, owner, role: 'deployer' });
  };
  await Promise.all([ask(), ask(), ask(), ask()]);
}

interface Vetted {
  readonly subject: string;
  readonly at: number;
}

/** Every vetting, as the log has it. */
async function vettedIn(call: Control): Promise<readonly Vetted[]> {
  const vetted: Vetted[] = [];
  for (let since = 0; ; ) {
    const { items } = await call('audit.list', { since, limit: 1000 });
    for (const { entry } of items) {
      const { act, subject, at } = JSON.parse(entry) as { readonly act: string; readonly subject: string; at: string };
      if (act === 'request.vet') vetted.push({ subject, at: Date.parse(at) });
    }
    const last = items.at(-1);
    if (last === undefined) return vetted;
    since = last.position + 1;
  }
}

/** Models a second over the last half: in the first, workers start and warm up. */
function rateOf(times: readonly Vetted[]): number {
  const sorted = times.map(({ at }) => at).toSorted((a, b) => a - b);
  const from = Math.floor(sorted.length / 2);
  const [begun = 0, ended = 0] = [sorted[from], sorted.at(-1)];
  return ((sorted.length - 1 - from) * 1000) / Math.max(1, ended - begun);
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

await main();
