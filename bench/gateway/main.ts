import { writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { guardFor } from '../guard/sets.ts';
import { chatText } from '../guard/texts.ts';
import { median } from '../pairs.ts';
import { CORES, pinOwn, startChild } from './child.ts';
import { CONNECTIONS, measure, noiseOf, type Target, warm } from './measure.ts';
import { installPortkey, portkeyHeaders } from './portkey.ts';
import { ADDED, addedRow, aimsTable, COSTS, costRows, figuresOf, type Measured, type Row } from './report.ts';
import { ANSWER } from './upstream-texts.ts';

/**
 * What the gateway costs beside the least that a proxy in Node can do: CPU of the proxy's own process for each call, in the same
 * run on one core, and the latency it adds to asking the server directly. Everything on loopback. Aims: with the light set 1.5
 * times the bare proxy for 1 KB and for a stream of 64 tokens, 2.5 times for 32 KB. With `BENCH_PEERS=1` Portkey is installed and
 * measured beside us: it should cost 10 times as much for 1 KB, 8 for 32 KB and 4 for the stream.
 */
const here = (name: string): string => new URL(`./gateway/${name}.js`, import.meta.url).pathname;
/** Rounds of what the aims compare, and of what stands beside it. */
const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 5);
const FEWER = Math.min(2, ROUNDS);

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

type Measuring = Target & Pick<Row, 'role'>;

const pinned = pinOwn(CORES.around);
const peer = process.env.BENCH_PEERS === '1' ? installPortkey() : null;
const upstream = await startChild(here('upstream'), CORES.around);
const origin = `http://127.0.0.1:${upstream.port}`;
const proxy = async (
  role: Row['role'],
  name: string,
  module: string,
  ...args: readonly string[]
): Promise<Measuring> => ({
  role,
  name,
  child: await startChild(here(module), CORES.proxy, ...args),
  headers: {},
  rounds: role === 'all' || role === 'peer' ? FEWER : ROUNDS,
});
const targets: readonly Measuring[] = [
  { role: 'direct', name: 'none: the server itself', child: upstream, headers: {}, rounds: FEWER },
  await proxy('bare', 'bare node:http + undici', 'bare', origin),
  await proxy('light', 'gateway, light set', 'ours', origin, 'light'),
  await proxy('none', 'gateway, no guard', 'ours', origin, 'none'),
  await proxy('all', 'gateway, every detector', 'ours', origin, 'all'),
  ...(peer === null
    ? []
    : [
        {
          ...(await proxy('peer', 'Portkey 1.15.2', 'portkey-child', peer.module)),
          headers: portkeyHeaders(upstream.port),
        },
      ]),
];

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

const lines: string[] = [];
function say(text: string): void {
  console.log(text);
  lines.push(text);
}

const began = performance.now();
const load = loadavg()[0]?.toFixed(1);
say(`${pinned ? 'Each proxy on one core, everything around it on another.' : 'No process has a core of its own.'}\n`);
say(COSTS);
// Twice: the first calls of a kind are slow again once others have been made.
for (let pass = 0; pass < 2; pass++)
  for (const target of targets) for (const { body } of KINDS) await warm(target, body);
const measured: Measured[] = [];
const added: string[] = [];
for (const connections of CONNECTIONS) {
  for (const { name, body, length, stream } of KINDS) {
    const figures = await measure(targets, { body, connections });
    const rows = targets.flatMap((target) => {
      const own = figures.get(target);
      return own === undefined ? [] : [{ name: target.name, role: target.role, figures: own }];
    });
    const row = { load: `${name}, ${connections} at once`, kind: name, rows };
    measured.push(row);
    say(costRows(row));
    if (!stream) added.push(addedRow(row, guardAlone(length)));
  }
}
const noise = median(measured.map(({ rows }) => noiseOf(figuresOf(rows, 'bare'))));
say(`\n${aimsTable(measured)}`);
say(`\n${ADDED}\n${added.join('\n')}`);
say(
  `\nNoise: the bare proxy's CPU a call differs from its own of the round before by ${(100 * noise).toFixed(0)} % in the middle of all loads; what the ratios of the rounds came to stands under "from - to". Two processes of one build differ by up to a tenth, as the engine happened to compile them. The run took ${((performance.now() - began) / 60_000).toFixed(1)} minutes.`,
);
const peaks = targets.slice(1).map(async ({ name, child }) => `${name} ${(await child.peak()).toFixed(0)}`);
say(`\nPeak memory in MB: ${(await Promise.all(peaks)).join(', ')}`);
for (const { child } of targets) child.stop();
peer?.remove();
if (process.env.BENCH_KEEP === '1') {
  const about = `\`BENCH_PEERS=${process.env.BENCH_PEERS ?? 0} BENCH_KEEP=1 npm run bench:gateway\`, ${new Date().toISOString().slice(0, 10)}, Node ${process.version}, ${cpus().length} cores, with a load of ${load} over the minute before`;
  writeFileSync(
    'docs/proofs/gateway-bench.md',
    `# What the gateway costs

${about}. The CPU of the proxy's own process for each call beside
the least that a proxy in Node can do, in one run, on loopback; the latency is what the caller sees, beside that of the server asked
directly. Callers ask again as soon as they were answered, so with 32 and 256 at once latency is mostly queueing. The gateway has
admission, keys, limits, a record of each call, its metrics and the named guard on; what comes within four milliseconds of a stream goes out in one
piece. The proxies take turns, forth and back, for ${ROUNDS} rounds (${FEWER} for the server itself, every detector and Portkey), each on connections that have
carried calls before the counting begins; figures are medians of the rounds, and the times are those of proxies in the same round.

${lines.join('\n')}
`,
  );
}
