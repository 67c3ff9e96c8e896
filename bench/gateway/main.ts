import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { guardFor } from '../guard/sets.ts';
import { chatText } from '../guard/texts.ts';
import { type Child, CORES, pinOwn, startChild } from './child.ts';
import { load } from './load.ts';
import { installPortkey, portkeyHeaders } from './portkey.ts';
import { ANSWER } from './upstream-texts.ts';

/**
 * What the gateway costs beside the least that a proxy in Node can do: CPU of the proxy's own process for each call, in the same
 * run on one core, and the latency it adds to asking the server directly. Everything on loopback. Aims: with the light set 1.5
 * times the bare proxy for 1 KB and for a stream of 64 tokens, 2.5 times for 32 KB. With `BENCH_PEERS=1` Portkey is installed and
 * measured beside us: it should cost 10 times as much for 1 KB, 8 for 32 KB and 4 for the stream.
 */
const here = (name: string): string => new URL(`./gateway/${name}.js`, import.meta.url).pathname;
const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 2);
/** Milliseconds of a round of one proxy under one load. */
const WINDOW = Number(process.env.BENCH_WINDOW ?? 500);
const SETTLING = 200;
/** Programs are slow until the engine has compiled them, and a gateway runs for days: so many calls of each kind, or so many rounds. */
const WARM = { calls: 5_000, rounds: 12 };

const promptOf = (length: number): string => chatText(length).slice(0, length - 90);
const bodyOf = (length: number, stream: boolean): Buffer =>
  Buffer.from(
    JSON.stringify({
      model: 'tiny',
      messages: [{ role: 'user', content: promptOf(length) }],
      ...(stream ? { stream: true } : {}),
    }),
  );
const KINDS = [
  { name: 'JSON 1 KB', length: 1024, stream: false },
  { name: 'JSON 32 KB', length: 32_768, stream: false },
  { name: 'stream 1 KB', length: 1024, stream: true },
  { name: 'stream 32 KB', length: 32_768, stream: true },
].map((kind) => ({ ...kind, body: bodyOf(kind.length, kind.stream) }));

interface Target {
  readonly name: string;
  readonly child: Child;
  readonly headers: Readonly<Record<string, string>>;
}
interface Best {
  readonly cpu: number;
  readonly p50: number;
  readonly p99: number;
}

const pinned = pinOwn(CORES.around);
const peer = process.env.BENCH_PEERS === '1' ? installPortkey() : null;
const upstream = await startChild(here('upstream'), CORES.around);
const origin = `http://127.0.0.1:${upstream.port}`;
const proxy = async (name: string, module: string, ...args: readonly string[]): Promise<Target> => ({
  name,
  child: await startChild(here(module), CORES.proxy, ...args),
  headers: {},
});
const DIRECT: Target = { name: 'none: the server itself', child: upstream, headers: {} };
const BARE = await proxy('bare node:http + undici', 'bare', origin);
const OURS = await proxy('gateway, no guard', 'ours', origin, 'none');
const LIGHT = await proxy('gateway, light set', 'ours', origin, 'light');
const ALL = await proxy('gateway, every detector', 'ours', origin, 'all');
const PEERS =
  peer === null
    ? []
    : [{ ...(await proxy('Portkey 1.15.2', 'portkey-child', peer.module)), headers: portkeyHeaders(upstream.port) }];
const targets: readonly Target[] = [DIRECT, BARE, OURS, LIGHT, ALL, ...PEERS];

async function measure({ child, headers, name }: Target, body: Buffer, connections: number): Promise<Best> {
  const asked = { port: child.port, body, connections, headers };
  // What the engine tidies up when a process was idle is no call's cost.
  await load({ ...asked, milliseconds: SETTLING });
  const before = await child.cpu();
  const { latencies, failures, calls } = await load({ ...asked, milliseconds: WINDOW });
  if (failures > 0) throw new Error(`${failures} of ${calls} calls failed through ${name}`);
  const of = (share: number) => latencies[Math.floor(latencies.length * share)] ?? 0;
  return { cpu: ((await child.cpu()) - before) / calls, p50: of(0.5), p99: of(0.99) };
}

/** Microseconds that the guard alone takes for the texts of a call and of its answer. */
function guardAlone(length: number): number {
  const guard = guardFor('all');
  const texts = [promptOf(length), ANSWER];
  const once = (): number => {
    const before = process.cpuUsage();
    for (let round = 0; round < 20; round++)
      for (const text of texts) guard.check(text, { origin: text === ANSWER ? 'assistant' : 'user' });
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 20;
  };
  return Math.min(...Array.from({ length: 8 }, once));
}

const INTRODUCTION = `The CPU of the proxy's own process for each call beside
the least that a proxy in Node can do, in one run, on loopback; the latency is what the caller sees, beside that of the server asked
directly. Callers ask again as soon as they were answered, so with 32 and 256 at once latency is mostly queueing. The gateway has
admission, keys, limits, a record of each call, its metrics and the named guard on; what comes within four milliseconds of a stream goes out in one
piece. The best of ${ROUNDS} rounds of ${WINDOW} ms each, after a warm-up: single figures move by a fifth.`;

const lines: string[] = [];
function say(text: string): void {
  console.log(text);
  lines.push(text);
}

say(`${pinned ? 'Each proxy on one core, everything around it on another.' : 'No process has a core of its own.'}\n`);
say(
  '| load | proxy | CPU µs a call | times bare | p50 ms | added p50 | p99 ms |\n| --- | --- | ---: | ---: | ---: | ---: | ---: |',
);
for (const { child, headers } of targets) {
  for (const { body } of KINDS) {
    let calls = 0;
    for (let round = 0; round < WARM.rounds && calls < WARM.calls; round++)
      calls += (await load({ port: child.port, body, connections: 16, milliseconds: 500, headers })).calls;
  }
}
const added: string[] = [];
const costs = new Map<string, number>();
for (const connections of [1, 32, 256]) {
  for (const { name, body, length, stream } of KINDS) {
    const best = new Map<Target, Best>();
    for (let round = 0; round < ROUNDS; round++) {
      for (const target of targets) {
        const found = await measure(target, body, connections);
        if (found.cpu < (best.get(target)?.cpu ?? Number.POSITIVE_INFINITY)) best.set(target, found);
      }
    }
    const of = (target: Target): Best => best.get(target) ?? { cpu: 0, p50: 0, p99: 0 };
    for (const target of targets) {
      const { cpu, p50, p99 } = of(target);
      costs.set(`${name}, ${connections}, ${target.name}`, cpu);
      const cells =
        target === DIRECT
          ? ['', '', p50.toFixed(2), '']
          : [cpu.toFixed(0), (cpu / of(BARE).cpu).toFixed(2), p50.toFixed(2), (p50 - of(DIRECT).p50).toFixed(2)];
      say(`| ${name}, ${connections} at once | ${target.name} | ${cells.join(' | ')} | ${p99.toFixed(2)} |`);
    }
    if (stream) continue;
    const [more, alone] = [of(ALL).cpu - of(OURS).cpu, guardAlone(length)];
    added.push(
      `| ${name}, ${connections} at once | ${more.toFixed(0)} | ${alone.toFixed(0)} | ${(more / alone).toFixed(2)} | ${of(ALL).p50.toFixed(2)} |`,
    );
  }
}
say(`\n${aims()}`);
say(
  `\nWhat every detector adds to a call, beside what the guard alone takes for its texts:\n\n| load | added µs | guard alone µs | times | p50 ms |\n| --- | ---: | ---: | ---: | ---: |\n${added.join('\n')}`,
);
function aims(): string {
  const rows: string[] = [];
  const shares = [
    { of: 'JSON 1 KB', bare: 1.5, peer: 10 },
    { of: 'JSON 32 KB', bare: 2.5, peer: 8 },
    { of: 'stream 1 KB', bare: 1.5, peer: 4 },
  ];
  for (const { of, bare, peer: less } of shares) {
    for (const connections of [1, 32, 256]) {
      const cost = (target: Target): number => costs.get(`${of}, ${connections}, ${target.name}`) ?? 0;
      const times = cost(LIGHT) / cost(BARE);
      const [other] = PEERS;
      const beside = other === undefined ? null : cost(other) / cost(LIGHT);
      rows.push(
        `| ${of}, ${connections} at once | ${times.toFixed(2)} | ${bare} | ${times <= bare ? 'met' : 'missed'} | ${beside === null ? '' : beside.toFixed(1)} | ${less} | ${beside === null ? '' : beside >= less ? 'met' : 'missed'} |`,
      );
    }
  }
  return `The aims, of the gateway with the light set:\n\n| load | times bare | at most | | Portkey costs so many times ours | at least | |\n| --- | ---: | ---: | --- | ---: | ---: | --- |\n${rows.join('\n')}`;
}

const peaks = targets.slice(1).map(async ({ name, child }) => `${name} ${(await child.peak()).toFixed(0)}`);
say(`\nPeak memory in MB: ${(await Promise.all(peaks)).join(', ')}`);
for (const { child } of targets) child.stop();
peer?.remove();
if (process.env.BENCH_KEEP === '1') {
  const about = `\`BENCH_PEERS=${process.env.BENCH_PEERS ?? 0} BENCH_KEEP=1 npm run bench:gateway\`, ${new Date().toISOString().slice(0, 10)}, Node ${process.version}, ${cpus().length} cores`;
  writeFileSync(
    'docs/proofs/gateway-bench.md',
    `# What the gateway costs\n\n${about}. ${INTRODUCTION}\n\n${lines.join('\n')}\n`,
  );
}
