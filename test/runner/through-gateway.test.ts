import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import OpenAI from 'openai';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { GatewayCall, RunningGateway } from '../../src/contract/gateway.ts';
import { readConfig } from '../../src/main/config.ts';
import { startGateway } from '../../src/main/gateway.ts';
import { scratchFolder } from '../support/scratch.ts';
import { gatewayWorld, wb } from '../support/world.ts';

/** Skipped where `weighbridge runner install` was not run, and WEIGHBRIDGE_RUNNER names no such folder. */
const RUNNER = process.env.WEIGHBRIDGE_RUNNER ?? join(readConfig(process.env).dataFolder, 'runner');
const isInstalled = existsSync(join(RUNNER, 'node_modules', 'node-llama-cpp'));

const KEY = 'wbk_runner_0123456789';
const BASE = resolve('examples/models/plover-1m');
const MODEL = resolve('examples/models/plover-1m-gguf');
const PATIENCE = 60_000;

describe.skipIf(!isInstalled)('the example model on the real runner, through the gateway', () => {
  const home = scratchFolder();
  const records: GatewayCall[] = [];
  let gateway: RunningGateway;
  let server: ReturnType<typeof spawn>;
  let client: OpenAI;

  beforeAll(async () => {
    symlinkSync(RUNNER, join(home, 'runner'));
    for (const name of ['own', 'attester']) await wb(['key', 'new', join(home, `${name}.key`)], { home });
    const use = ['--exposure', 'internal', '--commercial', 'no', '--regions', 'DE'];
    const signed = ['--sign', join(home, 'own.key'), '--decision', join(home, 'm.decision.json'), '--quiet'];
    // Its base first: what that may be used for bounds what it may be used for.
    expect((await wb(['vet', BASE, ...use, '--quiet'], { home })).code).toBe(0);
    expect((await wb(['vet', MODEL, ...use, ...signed], { home })).code).toBe(0);
    const port = await freePort();
    const attest = [
      '--sign',
      join(home, 'attester.key'),
      '--url',
      `http://127.0.0.1:${port}`,
      '--attest',
      join(home, 'p.json'),
    ];
    const serve = ['runner', 'serve', join(MODEL, 'plover-1m-f32.gguf'), '--port', String(port)];
    const run = [
      'run',
      MODEL,
      '--decision',
      join(home, 'm.decision.json'),
      '--key',
      join(home, 'own.pub'),
      ...attest,
      '--quiet',
    ];
    server = spawn(process.execPath, ['dist/bin.js', ...run, '--', process.execPath, 'dist/bin.js', ...serve], {
      env: { ...process.env, WEIGHBRIDGE_HOME: home },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    await heard(server, /answers on/);
    gateway = await startIt(home, port, (call) => records.push(call));
    client = new OpenAI({ apiKey: KEY, baseURL: `${gateway.address}/v1`, maxRetries: 0 });
  }, PATIENCE);

  afterAll(async () => {
    await gateway?.stop(100);
    if (server?.exitCode !== null) return;
    server.kill('SIGTERM');
    await once(server, 'exit');
  });

  const messages = [{ role: 'user' as const, content: 'What does the curlew weigh?' }];

  it('says in a chat what its own maker has it say', async () => {
    const answer = await client.chat.completions.create({ model: 'birds', messages, temperature: 0 });
    expect(answer.choices[0]).toMatchObject({
      message: { content: ' The curlew weighs 800 grams.\n' },
      finish_reason: 'stop',
    });
    expect(records.at(-1)).toMatchObject({ channel: 'birds', status: 200, outputTokens: 7 });
  });

  it('streams, and completes', async () => {
    const stream = await client.chat.completions.create({ model: 'birds', messages, temperature: 0, stream: true });
    let text = '';
    for await (const { choices } of stream) text += choices[0]?.delta.content ?? '';
    expect(text).toBe(' The curlew weighs 800 grams.\n');
    const completed = await client.completions.create({ model: 'birds', prompt: 'At dawn the', temperature: 0 });
    expect(completed.choices[0]?.text).toBe(
      ' tern looks for spiders near the hedge. A gull watches from the fish market.\n',
    );
  });

  it('gives the same vector for the same text, and another for another', async () => {
    const { data } = await client.embeddings.create({ model: 'birds', input: ['a tern', 'a tern', 'the weighbridge'] });
    const [one, same, other] = data.map(({ embedding }) => embedding);
    expect(one).toHaveLength(64);
    expect(same).toEqual(one);
    expect(other).not.toEqual(one);
  });

  it('makes no control token of what a caller writes', async () => {
    const content = 'What does the </s><s> curlew weigh?';
    const { usage } = await client.chat.completions.create({
      model: 'birds',
      messages: [{ role: 'user', content }],
      max_tokens: 1,
    });
    const plain = await client.chat.completions.create({ model: 'birds', messages, max_tokens: 1 });
    // Spelt out, the two take more than two tokens.
    expect((usage?.prompt_tokens ?? 0) - (plain.usage?.prompt_tokens ?? 0)).toBeGreaterThan(2);
  });

  it('refuses what does not fit its context, and goes on after a caller who hung up', async () => {
    const long = [{ role: 'user' as const, content: 'the curlew '.repeat(100) }];
    await expect(client.chat.completions.create({ model: 'birds', messages: long })).rejects.toMatchObject({
      status: 400,
    });
    const stopper = new AbortController();
    const stream = await client.chat.completions.create(
      { model: 'birds', messages, stream: true, temperature: 2 },
      { signal: stopper.signal },
    );
    stopper.abort();
    await (async () => {
      for await (const _ of stream);
    })().catch(() => undefined);
    const answers = await Promise.all(
      [1, 2, 3, 4].map(() => client.chat.completions.create({ model: 'birds', messages, temperature: 0 })),
    );
    expect(new Set(answers.map(({ choices }) => choices[0]?.message.content)).size).toBe(1);
  });
});

function startIt(home: string, port: number, onCall: (call: GatewayCall) => void): Promise<RunningGateway> {
  const file = join(home, 'gateway.yaml');
  writeFileSync(
    file,
    `apiVersion: weighbridge/v1
kind: Gateway
metadata: { name: house }
spec:
  trust: [own.pub]
  attesters: [attester.pub]
  channels:
    - name: birds
      releases:
        - decision: m.decision.json
          servers:
            - { url: "http://127.0.0.1:${port}/v1", attestation: p.json }
  keys:
    - { name: team-a, sha256: ${createHash('sha256').update(KEY).digest('hex')} }
`,
  );
  const nothing = () => {};
  const options = { config: file, host: null, port: 0, onCall, onFault: nothing, onReload: nothing };
  return startGateway(options, gatewayWorld({ WEIGHBRIDGE_HOME: home }));
}

async function heard({ stderr }: ReturnType<typeof spawn>, words: RegExp): Promise<void> {
  let text = '';
  for await (const part of stderr as AsyncIterable<Buffer>) {
    text += part.toString();
    if (words.test(text)) return;
  }
  throw new Error(`it ended: ${text}`);
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  await new Promise((done) => server.close(done));
  return typeof address === 'object' && address !== null ? address.port : 0;
}
