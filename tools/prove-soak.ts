import { writeFileSync } from 'node:fs';
import { startCallers } from './soak/callers.ts';
import { changed, heardAgain, overLimit, pause, promote, timeUntil } from './soak/changes.ts';
import { watchMemory } from './soak/memory.ts';
import { type Changed, reportOf, type Soaked } from './soak/report.ts';
import { startWorld } from './soak/world.ts';

/** `npm run prove:soak -- [calls] [minutes] [callers]`: it ends with the first of the first two. */
const calls = Number(process.argv[2] ?? 1_000_000);
const minutes = Number(process.argv[3] ?? 60);
/** Calls at the same time, over three nodes. */
const atOnce = Number(process.argv[4] ?? 12);

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
    for (let times = 0; times < CHANGES; times++) quiet.push(await changed(world, two));
    const limitBefore = await overLimit(world, 30);
    const callers = startCallers({ addresses: world.nodes.map(({ address }) => address), at: atOnce, total: calls });
    const started = performance.now();
    const memory = watchMemory(world.nodes, () => callers.seen().asked, 2_000);
    const timer = setTimeout(() => callers.stop(), minutes * 60_000);
    const part = (): number =>
      Math.max(callers.seen().asked / calls, (performance.now() - started) / (minutes * 60_000));
    const until = async (share: number): Promise<void> => {
      while (part() < share) await pause(100);
      const { asked, wrong, refused } = callers.seen();
      console.log(`${asked} calls, ${wrong} wrong, ${JSON.stringify([...refused])}`);
    };
    const busy: Changed[] = [];
    for (let times = 0; times < CHANGES; times++) {
      await until(0.1 + 0.1 * times);
      // All stands on one machine, which is full: what is timed then is how long each process waits for its turn.
      callers.pace(callers.seen().asked / ((performance.now() - started) / 1_000) / 2);
      await pause(2_000);
      busy.push(await changed(world, two));
      callers.pace(null);
    }
    await until(0.5);
    const before = callers.seen().right;
    await world.restartDatabase();
    const whileDatabase = callers.seen().right - before;
    const heard = await heardAgain(world, two);
    await until(0.65);
    const refusedBefore = total(callers.seen().refused);
    await world.redis.kill();
    await pause(3_000);
    await world.redis.start();
    await pause(3_000);
    const whileRedis = total(callers.seen().refused) - refusedBefore;
    await until(0.8);
    await callers.over;
    clearTimeout(timer);
    memory.stop();
    const seconds = (performance.now() - started) / 1000;
    await pause(1_000);
    const limitAfter = await overLimit(world, 30);
    const soaked: Soaked = {
      command: `npm run prove:soak -- ${calls} ${minutes} ${atOnce}`,
      atOnce,
      seconds,
      seen: callers.seen(),
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
    writeFileSync('docs/proofs/soak.md', text);
    process.exitCode = holds ? 0 : 1;
  } finally {
    await world.close();
  }
}

/** How often everything is changed, with and without load: one time says little on a machine that others use. */
const CHANGES = 3;

function total(counts: ReadonlyMap<string, number>): number {
  return [...counts.values()].reduce((sum, count) => sum + count, 0);
}

await main();
