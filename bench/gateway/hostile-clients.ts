import { fork } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { cpus, loadavg } from 'node:os';
import { Pool } from 'undici';
import { startChild } from './child.ts';
import { ATTACKS, type Attack, attack, type Tally } from './hostile-attacks.ts';

/**
 * What callers who mean harm do to the gateway and to a caller who means none: each attack goes on for seconds in a process of its own
 * while that caller asks fifty times a second. `npm run prove:hostile-clients`; about three minutes.
 */
const [, self = '', attacking, at] = process.argv;
if (attacking !== undefined) {
  const chosen = ATTACKS[Number(attacking)];
  if (chosen !== undefined) process.send?.(await attack(chosen, Number(at)));
  process.exit();
}

const upstream = createServer((request, response) => {
  let said = '';
  request.on('data', (part: Buffer) => {
    said += part.toString('latin1');
  });
  request.on('end', () => {
    if (said.includes('idle')) {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      response.write('data: {"choices":[{"index":0,"delta":{"content":"one "},"finish_reason":null}]}\n\n');
    } else response.writeHead(200, { 'content-type': 'application/json' }).end(ANSWER);
  });
});
const ANSWER = JSON.stringify({
  id: '1',
  object: 'chat.completion',
  model: 'tiny',
  choices: [{ index: 0, message: { role: 'assistant', content: 'Hello to you.' }, finish_reason: 'stop' }],
  usage: { prompt_tokens: 2, completion_tokens: 4, total_tokens: 6 },
});
await new Promise<void>((resolve) => upstream.listen(0, '127.0.0.1', resolve));
const origin = `http://127.0.0.1:${(upstream.address() as AddressInfo).port}`;
const gateway = await startChild(new URL('./gateway/ours.js', import.meta.url).pathname, null, origin, 'light');
const pool = new Pool(`http://127.0.0.1:${gateway.port}`, { connections: 4, pipelining: 1 });

/** One call of the caller who means no harm. Milliseconds; null when it was not answered. */
async function askOnce(): Promise<number | null> {
  const started = performance.now();
  try {
    const { statusCode, body } = await pool.request({
      method: 'POST',
      path: '/v1/chat/completions',
      headers: { authorization: 'Bearer wbk_bench', 'content-type': 'application/json' },
      body: JSON.stringify({ model: 'tiny', messages: [{ role: 'user', content: 'Good morning.' }] }),
    });
    await body.dump();
    return statusCode === 200 ? performance.now() - started : null;
  } catch {
    return null;
  }
}

interface Served {
  readonly asked: number;
  readonly failed: number;
  readonly p50: number;
  readonly p99: number;
}

async function askWhile(going: Promise<unknown>): Promise<Served> {
  const took: number[] = [];
  const asking: Promise<void>[] = [];
  const state = { asked: 0, over: false };
  void going.finally(() => {
    state.over = true;
  });
  while (!state.over) {
    state.asked++;
    asking.push(
      askOnce().then((milliseconds) => {
        if (milliseconds !== null) took.push(milliseconds);
      }),
    );
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  await Promise.all(asking);
  took.sort((a, b) => a - b);
  const of = (share: number): number => took[Math.floor(took.length * share)] ?? 0;
  const { asked } = state;
  return { asked, failed: asked - took.length, p50: of(0.5), p99: of(0.99) };
}

function attackApart(index: number): Promise<Tally> {
  const child = fork(self, [String(index), String(gateway.port)], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  return new Promise((resolve, reject) => {
    child.once('message', (tally) => resolve(tally as Tally));
    child.once('exit', (code) => reject(new Error(`an attack ended with ${code}`)));
  });
}

function row(
  { name, bounded, holds }: Attack,
  tally: Tally,
  { asked, failed, p50, p99 }: Served,
  peak: number,
): string {
  const answers = Object.entries(tally.answers).map(([status, count]) => `${count} × ${status}`);
  const held = holds(tally) ? `yes, in ${tally.seconds} s` : '**no**';
  const cells = [tally.opened, tally.closed, answers.join(', '), bounded, held];
  return `| ${name} | ${[...cells, `${failed} of ${asked}`, p50.toFixed(1), p99.toFixed(1), peak.toFixed(0)].join(' | ')} |`;
}

const pause = (seconds: number) => new Promise((resolve) => setTimeout(resolve, seconds * 1_000));
const before = loadavg()[0]?.toFixed(1);
await askWhile(pause(3));
const alone = await askWhile(pause(8));
const rows = [
  `| none | | | | | | ${alone.failed} of ${alone.asked} | ${alone.p50.toFixed(1)} | ${alone.p99.toFixed(1)} | ${(await gateway.peak()).toFixed(0)} |`,
];
let kept = alone.failed === 0;
for (const [index, one] of ATTACKS.entries()) {
  const going = attackApart(index);
  const served = await askWhile(going);
  const tally = await going;
  kept &&= one.holds(tally) && served.failed === 0;
  rows.push(row(one, tally, served, await gateway.peak()));
  console.log(rows.at(-1));
  await pause(1);
}
const report = `# Hostile clients

\`npm run prove:hostile-clients\`, ${new Date().toISOString().slice(0, 10)}, ${cpus().length} cores, Node ${process.version}, all on one machine with a load of
${before} over the minute before and of ${loadavg()[0]?.toFixed(1)} over the last one, of which the attacks are a part.

Each attack goes on in a process of its own while a caller with another key asks fifty times a second; that caller's failures and
latency stand beside it. The attackers share the cores with the gateway and with that caller, so the latency has their own work in it.
The gateway has the light set of guards on, and its attacker's key 200 calls at once.

| attack | connections | closed by the gateway | answers | bounded by | held | the other's failures | p50 ms | p99 ms | peak MB so far |
| --- | ---: | ---: | --- | --- | --- | ---: | ---: | ---: | ---: |
${rows.join('\n')}

${kept ? 'Every attack was bounded, and no call of the other failed.' : 'Not every attack was bounded as it should be.'} A key without a limit of parallel calls can fill the 512
connections to a model server with idle streams: give keys one. What servers that mean harm answer is in \`test/gateway/hostile.test.ts\`.
`;
writeFileSync('docs/proofs/hostile-clients.md', report);
gateway.stop();
process.exit(kept ? 0 : 1);
