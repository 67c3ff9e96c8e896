import { writeFileSync } from 'node:fs';
import { arch, cpus, loadavg } from 'node:os';
import { heldStream, overLimit, pause, type Taken, timeUntil } from './soak/changes.ts';
import { createLoad } from './soak/load.ts';
import { residentAt, slopeOf, watchMemory } from './soak/memory.ts';
import { HEAP, startWorld, type World } from './soak/world.ts';

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
    await world.call('release.promote', { channel: 'production', request: one });
    // The first call of a gateway makes its guard ready: that is no part of what is timed.
    await timeUntil(
      world,
      async () => {},
      (said) => said === 'one',
    );
    const quiet = await changed(world, two);
    const limit = await overLimit(world, 30);
    console.log(`limits: ${limit.allowed} of ${limit.may.toFixed(0)} were let through`);
    const load = createLoad(world.nodes, { at: atOnce, total: calls });
    const started = performance.now();
    const memory = watchMemory(world.nodes, () => load.seen.asked, 2_000);
    const timer = setTimeout(() => load.stop(), minutes * 60_000);
    const running = load.run();
    const part = (): number => Math.max(load.seen.asked / calls, (performance.now() - started) / (minutes * 60_000));
    const until = async (share: number): Promise<void> => {
      while (part() < share) await pause(100);
      console.log(`${load.seen.asked} calls, ${load.seen.wrong} wrong, ${JSON.stringify([...load.seen.refused])}`);
    };
    await until(0.2);
    const busy = await changed(world, two);
    await until(0.5);
    const before = load.seen.right;
    await world.restartDatabase();
    const whileDatabase = load.seen.right - before;
    const heard = await heardAgain(world, two);
    await until(0.65);
    const refusedBefore = total(load.seen.refused);
    await world.redis.kill();
    await pause(3_000);
    await world.redis.start();
    await pause(3_000);
    const whileRedis = total(load.seen.refused) - refusedBefore;
    await until(0.8);
    await running;
    clearTimeout(timer);
    memory.stop();
    const seconds = (performance.now() - started) / 1000;
    await pause(1_000);
    const again = await overLimit(world, 30);
    const tally = await world.tally();
    const { seen } = load;
    const slopes = world.nodes.map((_, node) => slopeOf(memory.samples, node));
    const resident = world.nodes.map((_, node) => [
      residentAt(memory.samples, node, 1 / 3),
      residentAt(memory.samples, node, 1),
    ]);
    const off = (one: typeof limit): number => Math.abs(one.allowed / one.may - 1);
    const worst = Math.max(...Object.values(busy).flatMap(({ nodes }) => nodes));
    const holds =
      seen.wrong === 0 && tally.begun === tally.hungUp && worst <= 1_000 && off(limit) <= 0.02 && off(again) <= 0.02;
    const report = `# Three gateways under load, with everything restarted

\`npm run prove:soak -- ${calls} ${minutes} ${atOnce}\`, ${new Date().toISOString().slice(0, 10)}, ${cpus().length} shared ${arch()} cores, Node ${process.version}, a load of ${loadavg()[2]?.toFixed(1)} over the last
quarter of an hour, of which this run is a part.

Three \`weighbridge gateway\` processes follow a channel by one PostgreSQL and share limits by one Redis server, before two model servers whose
every answer is known from the question. ${atOnce} callers at once; one call in twenty streams; one in a hundred is a stream whose caller hangs up after
the first word, and one in a hundred a call whose caller hangs up while it waits. In the middle: a release, a rollback, a withdrawal, a restart of
the database, and a kill and a start of Redis. The light guard set (secrets, mail addresses, cards) is on. Not the million calls of the plan unless the table says so.

| what | figure |
| --- | ---: |
| calls made | ${seen.asked.toLocaleString('en')} in ${seconds.toFixed(0)} s (${(seen.asked / seconds).toFixed(0)} a second) |
| answers held against what the model server wrote | ${(seen.right + seen.wrong).toLocaleString('en')} |
| of these wrong | ${seen.wrong} |
| callers who hung up and were seen to by the gateway's server | ${tally.hungUp} of ${tally.begun} |
| refusals and failures, by code | ${[...seen.refused].map(([code, count]) => `${count} ${code}`).join(', ') || 'none'} |
| release until served, each node, without load | ${shown(quiet.release)} |
| the same under load | ${shown(busy.release)} |
| rollback until served, without load | ${shown(quiet.rollback)} |
| the same under load | ${shown(busy.rollback)} |
| withdrawal until refused, without load | ${shown(quiet.refused)} |
| the same under load | ${shown(busy.refused)} |
| withdrawal until a stream under way was cut, without load | ${shown(quiet.cut)} |
| the same under load | ${shown(busy.cut)} |
| answers while the database was restarted | ${whileDatabase} right; a release after it arrived in ${shown(heard)} |
| refusals while Redis was killed for 3 s | ${whileRedis} (each gateway counts alone meanwhile) |
| limit over three nodes, 30 s before the load | ${limit.allowed} of ${limit.may.toFixed(0)} let through (${(100 * off(limit)).toFixed(2)} % off) |
| limit over three nodes, 30 s after it | ${again.allowed} of ${again.may.toFixed(0)} let through (${(100 * off(again)).toFixed(2)} % off) |
| memory, after a third and at the end, each node | ${resident.map(([then, now]) => `${then?.toFixed(0)} → ${now?.toFixed(0)} MB`).join(', ')} |
| its slope over the last two thirds | ${slopes.map((slope) => slope.toFixed(1)).join(', ')} MB in 100,000 calls |

Refusals by \`not_admitted\` and \`release_killed\` are what the withdrawal is for: until the rollback behind it nothing was released.
The times are from before the call to the control plane until a caller of that node saw it, asked every 5 ms. Each gateway ran with a heap of
${HEAP} MB at most: V8 lets garbage stand while there is memory, and what grows for ever would have ended the process.
`;
    console.log(report);
    writeFileSync('docs/proofs/soak.md', report);
    process.exitCode = holds ? 0 : 1;
  } finally {
    await world.close();
  }
}

function promote({ call }: World, request: string) {
  return call('release.promote', { channel: 'production', request });
}

/**
 * Releases a model and rolls it back; releases it again, begins a stream on each node, and takes the release back: until it
 * is refused, and until the streams end.
 */
async function changed(world: World, request: string) {
  const { call } = world;
  const back = () => call('release.rollback', { channel: 'production', reason: 'Soak.' });
  const release = await timeUntil(
    world,
    () => promote(world, request),
    (said) => said === 'two',
  );
  await pause(1_000);
  const rollback = await timeUntil(world, back, (said) => said === 'one');
  const { id } = await promote(world, request);
  await pause(1_000);
  const streams = await Promise.all(world.nodes.map(heldStream));
  const started = performance.now();
  const withdraw = () => call('release.withdraw', { release: id, reason: 'Soak.' });
  const refused = await timeUntil(world, withdraw, (said) => said === 'not_admitted' || said === 'release_killed');
  const cut = (await Promise.all(streams.map(({ ended }) => ended))).map((at) => at - started);
  await back();
  return { release, rollback, refused, cut: { ...refused, nodes: cut } };
}

/** The server finds its database again by itself, as the gateways do. */
async function heardAgain(world: World, request: string): Promise<Taken> {
  for (let tries = 0; ; tries++) {
    try {
      await world.call('channel.list', {});
      break;
    } catch (error) {
      if (tries > 100) throw error;
      await pause(100);
    }
  }
  return timeUntil(
    world,
    () => promote(world, request),
    (said) => said === 'two',
  );
}

function total(counts: ReadonlyMap<string, number>): number {
  return [...counts.values()].reduce((sum, count) => sum + count, 0);
}

function shown({ nodes, own }: Taken): string {
  return `${nodes.map((time) => `${time.toFixed(0)} ms`).join(', ')} (${own.toFixed(0)} ms of it the control plane’s)`;
}

await main();
