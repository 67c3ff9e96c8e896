import { chatText } from '../guard/texts.ts';
import { type Child, startChild } from './child.ts';
import { load } from './load.ts';

/**
 * What the gateway costs beside the least that a proxy in Node can do: CPU of the proxy's own process for each call, in
 * the same run, and the latency it adds. Everything on loopback. Aims: with the light set 1.5 times the bare proxy for 1 KB and
 * for a stream of 64 tokens, 2.5 times for 32 KB.
 */
const here = (name: string): string => new URL(`./gateway/${name}.js`, import.meta.url).pathname;
const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 3);

const bodyOf = (length: number, stream: boolean): Buffer =>
  Buffer.from(
    JSON.stringify({
      model: 'tiny',
      messages: [{ role: 'user', content: chatText(length).slice(0, length - 90) }],
      ...(stream ? { stream: true } : {}),
    }),
  );
const LOADS = [1, 32, 256].flatMap((connections) => [
  { name: 'JSON 1 KB', body: bodyOf(1024, false), connections, requests: connections === 1 ? 2000 : 8000 },
  { name: 'JSON 32 KB', body: bodyOf(32_768, false), connections, requests: connections === 1 ? 1000 : 4000 },
  { name: 'stream 1 KB', body: bodyOf(1024, true), connections, requests: connections === 1 ? 500 : 2000 },
]);

const upstream = await startChild(here('upstream'));
const origin = `http://127.0.0.1:${upstream.port}`;
const proxies: [string, Child][] = [
  ['bare node:http + undici', await startChild(here('bare'), origin)],
  ['gateway, no guard', await startChild(here('ours'), origin, 'none')],
  ['gateway, light set', await startChild(here('ours'), origin, 'light')],
  ['gateway, every detector', await startChild(here('ours'), origin, 'all')],
];
console.log(
  '| load | proxy | CPU µs a call | times bare | p50 ms | p99 ms |\n| --- | --- | ---: | ---: | ---: | ---: |',
);
for (const [, { port }] of proxies)
  for (const { body } of LOADS) await load({ port, body, connections: 32, requests: 1000 });
for (const { name, ...asked } of LOADS) {
  const best = proxies.map(() => ({ cpu: Number.POSITIVE_INFINITY, p50: 0, p99: 0 }));
  for (let round = 0; round < ROUNDS; round++) {
    for (const [at, [, child]] of proxies.entries()) {
      const before = await child.cpu();
      const { latencies, failures } = await load({ ...asked, port: child.port });
      if (failures > 0) throw new Error(`${failures} of ${asked.requests} calls failed on ${name}`);
      const cpu = ((await child.cpu()) - before) / asked.requests;
      const of = (share: number) => latencies[Math.floor(latencies.length * share)] ?? 0;
      if (cpu < (best[at]?.cpu ?? 0)) best[at] = { cpu, p50: of(0.5), p99: of(0.99) };
    }
  }
  const bare = best[0]?.cpu ?? 1;
  for (const [at, [proxy]] of proxies.entries()) {
    const { cpu = 0, p50 = 0, p99 = 0 } = best[at] ?? {};
    console.log(
      `| ${name}, ${asked.connections} at once | ${proxy} | ${cpu.toFixed(0)} | ${(cpu / bare).toFixed(2)} | ${p50.toFixed(2)} | ${p99.toFixed(2)} |`,
    );
  }
}
console.log(
  `\nPeak memory in MB: ${(await Promise.all(proxies.map(async ([name, child]) => `${name} ${(await child.peak()).toFixed(0)}`))).join(', ')}`,
);
for (const child of [upstream, ...proxies.map(([, child]) => child)]) child.stop();
