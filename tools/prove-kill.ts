import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { arch, cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { createAuditor } from '../src/app/control/audit/auditor.ts';
import { createClient, newToken } from '../src/client/client.ts';
import type { Control } from '../src/contract/control/operations.ts';
import { SCOPES } from '../src/domain/people.ts';

/**
 * Kills the server, with its worker, at random moments while clients ask, rule and release: `npm run prove:kill -- 100 7` is
 * 100 kills, seed 7. In every fourth round the database is killed too. After each, nothing that was acknowledged may be
 * lost, nothing may have happened twice, and the log must hold against the checkpoint that was kept before.
 */
const [kills = 100, seed = 1] = process.argv.slice(2).map(Number);
/** The longest that a server is let live. Milliseconds. */
const LIFE = 1_500;

const folder = mkdtempSync(join(tmpdir(), 'weighbridge-kill-'));
chmodSync(folder, 0o711);
const auditor = createAuditor({
  openKey: () => Promise.reject(new Error('no witness here')),
  clock: { now: () => new Date(), monotonic: () => performance.now() },
});

interface Server {
  readonly child: ChildProcess;
  readonly address: string;
  readonly password: string | null;
}

interface Tally {
  readonly requests: Set<string>;
  readonly releases: Set<string>;
  lost: number;
  twice: number;
  unproved: number;
  databases: number;
  acts: number;
  entries: number;
}

async function main(): Promise<void> {
  const random = generator(seed);
  const tally: Tally = {
    requests: new Set(),
    releases: new Set(),
    lost: 0,
    twice: 0,
    unproved: 0,
    databases: 0,
    acts: 0,
    entries: 0,
  };
  const started = performance.now();
  let server = await start();
  const token = await firstToken(server);
  await channel(clientOf(server, token));
  let kept: string | null = null;
  for (let round = 1; round <= kills; round++) {
    const call = clientOf(server, token);
    const acting = Promise.allSettled([1, 2, 3].map(() => act(call, tally)));
    await pause(Math.floor(random() * LIFE));
    const database = round % 4 === 0 ? databasePid() : null;
    server.child.kill('SIGKILL');
    if (database !== null) process.kill(database, 'SIGKILL');
    tally.databases += database === null ? 0 : 1;
    await acting;
    if (database !== null) await gone(database);
    server = await start();
    kept = await check(clientOf(server, token), tally, kept);
    if (round % 10 === 0) console.log(`${round} kills, ${tally.requests.size} requests, ${tally.entries} entries`);
  }
  await settled(clientOf(server, token), tally);
  const report = reportOf(tally, (performance.now() - started) / 1000);
  server.child.kill('SIGINT');
  await new Promise((resolve) => server.child.once('exit', resolve));
  rmSync(folder, { recursive: true, force: true });
  console.log(report);
  writeFileSync('docs/proofs/kill.md', report);
  process.exitCode = tally.lost + tally.twice + tally.unproved === 0 ? 0 : 1;
}

/** Asks, and releases what was admitted, until nobody answers any more. */
async function act(call: Control, tally: Tally): Promise<void> {
  const { id: owner } = await call('me.show', {});
  for (;;) {
    const request = await call('request.open', {
      direction: 'adopt',
      reference: 'plover-1m',
      use: { exposure: 'internal' },
      owner,
      role: 'deployer',
    });
    tally.requests.add(request.id);
    tally.acts += 1;
    const { items } = await call('request.list', { state: 'admitted', limit: 5 });
    for (const { id } of items) {
      const release = await call('release.promote', { channel: 'production', request: id }).catch(expected);
      if (release === null) continue;
      tally.releases.add(release.id);
      tally.acts += 1;
      const back = await call('release.rollback', { channel: 'production', reason: 'To see.' }).catch(expected);
      if (back !== null) tally.releases.add(back.id);
      tally.acts += back === null ? 0 : 1;
    }
  }
}

/** What the rules refuse is no fault; that nobody answers ends the client. */
function expected(error: unknown): null {
  if (['release-current', 'nothing-to-restore'].includes((error as { code?: string }).code ?? '')) return null;
  throw error;
}

/** Holds what the server has against what it acknowledged; gives the checkpoint to keep. */
async function check(call: Control, tally: Tally, kept: string | null): Promise<string> {
  const state = await auditor.verify(call, { key: null, kept: kept === null ? null : { name: 'kept', text: kept } });
  if (!state.ok) tally.unproved += 1;
  tally.entries = state.size;
  const entries = await entriesOf(call);
  const done = (act: string) => entries.filter((entry) => entry.act === act).map(({ subject }) => subject);
  tally.lost += [...tally.requests].filter((id) => !done('request.open').includes(id)).length;
  const releases = new Set([...done('release.promote'), ...done('release.rollback')]);
  tally.lost += [...tally.releases].filter((id) => !releases.has(id)).length;
  for (const once of ['request.open', 'request.vet', 'request.decide', 'release.promote', 'release.rollback']) {
    const subjects = done(once);
    tally.twice += subjects.length - new Set(subjects).size;
  }
  return state.checkpoint;
}

async function entriesOf(call: Control): Promise<readonly { readonly act: string; readonly subject: string }[]> {
  const entries: { act: string; subject: string }[] = [];
  for (;;) {
    const { items } = await call('audit.list', { since: entries.length, limit: 1000 });
    if (items.length === 0) return entries;
    entries.push(...items.map(({ entry }) => JSON.parse(entry) as { act: string; subject: string }));
  }
}

/** Every request that was acknowledged is there, and comes to an end, however often its worker was killed. */
async function settled(call: Control, tally: Tally): Promise<void> {
  const end = Date.now() + 240_000;
  for (const request of tally.requests) {
    const shown = await call('request.show', { request }).catch(() => null);
    if (shown === null) tally.lost += 1;
    else if (shown.state === 'vetting' && Date.now() < end) {
      await pause(200);
      await untilSettled(call, request, end);
    }
  }
  await check(call, tally, null);
  const entries = await entriesOf(call);
  const decided = new Set(entries.filter(({ act }) => act === 'request.decide').map(({ subject }) => subject));
  // A request whose worker was killed three times is failed, not decided.
  const failed = new Set(entries.filter(({ act }) => act === 'request.fail').map(({ subject }) => subject));
  tally.lost += [...tally.requests].filter((id) => !decided.has(id) && !failed.has(id)).length;
}

async function untilSettled(call: Control, request: string, end: number): Promise<void> {
  while ((await call('request.show', { request })).state === 'vetting' && Date.now() < end) await pause(200);
}

async function start(): Promise<Server> {
  const args = [
    'dist/bin.js',
    'up',
    '--data',
    join(folder, 'server'),
    '--port',
    '0',
    '--models',
    'examples/models',
    '--allow-root',
  ];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  let complained = '';
  child.stderr.on('data', (chunk: Buffer) => (complained += chunk.toString()));
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}: ${complained}`)));
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const address = /listens on (\S+)/.exec(said)?.[1];
      if (address === undefined || !said.includes('openapi.json')) return;
      child.removeAllListeners('exit');
      // The password comes with the same piece: it is written at once.
      resolve({ child, address, password: /password {2,}(\S+)/.exec(said)?.[1] ?? null });
    });
  });
}

async function firstToken({ address, password }: Server): Promise<string> {
  const who = { organisation: 'main', email: 'admin@localhost', password: password ?? '' };
  return (await newToken(address, who, { name: 'kill', scopes: [...SCOPES], days: 2 })).secret;
}

async function channel(call: Control): Promise<void> {
  await call('channel.open', { name: 'production', environment: 'production' });
}

function clientOf({ address }: Server, token: string): Control {
  return createClient({ server: address, token });
}

function databasePid(): number | null {
  const pid = Number(readFileSync(join(folder, 'server', 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]);
  return Number.isInteger(pid) && pid > 1 ? pid : null;
}

/** Its own processes end a moment after it; a new one refuses to start beside them. */
async function gone(pid: number): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    try {
      process.kill(pid, 0);
    } catch {
      break;
    }
    await pause(20);
  }
  await pause(300);
}

function reportOf(tally: Tally, seconds: number): string {
  const { requests, releases, lost, twice, unproved, databases, acts, entries } = tally;
  return `# Killed a hundred times

\`npm run prove:kill -- ${kills} ${seed}\`, ${new Date().toISOString().slice(0, 10)}, ${cpus().length} shared ${arch()} cores, Node ${process.version}, ${seconds.toFixed(0)} s.

The server, with its worker, was killed (SIGKILL) ${kills} times at random moments of its life while three clients asked for models,
released them and rolled back; in ${databases} of the rounds the database's first process was killed at the same moment. After each
start everything that had been acknowledged was looked for, acts were counted, and the audit log was read whole and held against
the checkpoint that was kept before the kill.

| what | count |
| --- | ---: |
| kills | ${kills} |
| acts that were acknowledged | ${acts} |
| requests, releases among them | ${requests.size}, ${releases.size} |
| entries of the log at the end | ${entries} |
| acknowledged acts that were lost | ${lost} |
| effects that were recorded twice | ${twice} |
| times that the log did not verify | ${unproved} |

This shows safety against a crash of the process, not against a loss of power: what was written had reached the kernel. The
database calls fsync as PostgreSQL does by itself.
`;
}

/** The same numbers for the same seed (mulberry32). */
function generator(start: number): () => number {
  let state = start;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

await main();
