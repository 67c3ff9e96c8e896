import { writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { startCallers } from './soak/callers.ts';
import { changed, heardAgain, type Limited, overLimit, pause, promote, type Taken, timeUntil } from './soak/changes.ts';
import { cpuOf } from './soak/cpu.ts';
import { watchMemory } from './soak/memory.ts';
import { createDiary } from './soak/odd.ts';
import { type Changed, reportOf, type Soaked } from './soak/report.ts';
import { startWorld, type World } from './soak/world.ts';

/** `npm run prove:soak -- [calls] [minutes] [callers]`: it ends with the first of the first two. */
const calls = Number(process.argv[2] ?? 1_000_000);
const minutes = Number(process.argv[3] ?? 60);
/** Calls at the same time, over three nodes. */
const atOnce = Number(process.argv[4] ?? 12);

/** Of a run of fewer calls the page is shown and not kept. */
const KEPT_FROM = 1_000_000;

const diary = createDiary();

/** A step that fails is told, and what comes after it still runs: a long run always ends with its page. */
async function step<T>(what: string, work: () => Promise<T>, otherwise: T): Promise<T> {
  diary.note(what);
  try {
    return await work();
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    diary.note(`${what} failed: ${why}`);
    console.error(`${what} failed: ${why}`);
    return otherwise;
  }
}

/** Three gateways, one PostgreSQL, one Redis server: a long load, with everything changed and restarted in the middle of it. */
async function main(): Promise<void> {
  const world = await startWorld();
  try {
    const [one, two] = world.requests;
    await promote(world, one);
    // The first call of a gateway makes its guard ready: that is no part of what is timed.
    await timeUntil(
      world,
      async () => {},
      (said) => said === 'one',
    );
    const quiet: Changed[] = [];
    for (let times = 0; times < CHANGES; times++) await change(world, two, quiet);
    const limitBefore = await step<Limited | null>('a limit', () => overLimit(world, 30), null);
    const callers = startCallers({ addresses: world.nodes.map(({ address }) => address), at: atOnce, total: calls });
    const started = performance.now();
    const pids = world.nodes.map(({ child }) => child.pid ?? 0);
    const cpuBefore = cpuOf(pids);
    const memory = watchMemory(world.nodes, () => callers.seen().asked, 2_000);
    const timer = setTimeout(() => callers.stop(), minutes * 60_000);
    const part = (): number =>
      Math.max(callers.seen().asked / calls, (performance.now() - started) / (minutes * 60_000));
    const until = async (share: number): Promise<void> => {
      while (part() < share) await pause(100);
      const { asked, wrong, refused } = callers.seen();
      console.log(
        `${asked} calls in ${((performance.now() - started) / 1_000).toFixed(0)} s, ${wrong} wrong, ${JSON.stringify([...refused])}, load ${loadavg()[0]?.toFixed(1)}`,
      );
    };
    const busy: Changed[] = [];
    for (let times = 0; times < CHANGES; times++) {
      await until(0.1 + 0.1 * times);
      // All stands on one machine, which is full: what is timed then is how long each process waits for its turn.
      callers.pace(callers.seen().asked / ((performance.now() - started) / 1_000) / 2);
      await pause(2_000);
      await change(world, two, busy);
      callers.pace(null);
    }
    await until(0.5);
    const before = callers.seen().right;
    await step('the database restarts', () => world.restartDatabase(), undefined);
    const whileDatabase = callers.seen().right - before;
    const heard = await step<Taken | null>('a release after that', () => heardAgain(world, two), null);
    await until(0.65);
    const refusedBefore = total(callers.seen().refused);
    await step('redis is killed', () => world.redis.kill(), undefined);
    await pause(3_000);
    await step('redis starts', () => world.redis.start(), undefined);
    await pause(3_000);
    const whileRedis = total(callers.seen().refused) - refusedBefore;
    await until(0.8);
    await callers.over;
    clearTimeout(timer);
    memory.stop();
    const seconds = (performance.now() - started) / 1000;
    const cpu = cpuOf(pids) - cpuBefore;
    await pause(1_000);
    const limitAfter = await step<Limited | null>('a limit', () => overLimit(world, 30), null);
    const soaked: Soaked = {
      command: `npm run prove:soak -- ${calls} ${minutes} ${atOnce}`,
      atOnce,
      seconds,
      cpu,
      seen: callers.seen(),
      odd: callers.odd,
      events: diary.events,
      recordOf: (id) => world.recordOf(id),
      tally: await world.tally(),
      quiet,
      busy,
      whileDatabase,
      heard,
      whileRedis,
      limits: [limitBefore, limitAfter],
      samples: memory.samples,
    };
    const { text, holds } = reportOf(soaked);
    console.log(text);
    if (calls >= KEPT_FROM) writeFileSync('docs/proofs/soak.md', text);
    process.exitCode = holds ? 0 : 1;
  } finally {
    await world.close();
  }
}

/** How often everything is changed, with and without load: one time says little on a machine that others use. */
const CHANGES = 3;

async function change(world: World, request: string, into: Changed[]): Promise<void> {
  const [load = 0] = loadavg();
  const taken = await step(
    'a release, a rollback and a withdrawal',
    async () => ({ ...(await changed(world, request, diary.note)), load }),
    null,
  );
  if (taken !== null) into.push(taken);
}

function total(counts: ReadonlyMap<string, number>): number {
  return [...counts.values()].reduce((sum, count) => sum + count, 0);
}

await main();
