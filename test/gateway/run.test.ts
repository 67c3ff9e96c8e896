import { createHash } from 'node:crypto';
import { appendFileSync, cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import OpenAI from 'openai';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunningGateway } from '../../src/contract/gateway.ts';
import { startGateway } from '../../src/main/gateway.ts';
import { scratchFolder } from '../support/scratch.ts';
import { gatewayWorld, wb } from '../support/world.ts';

const KEY = 'wbk_run_0123456789';
const home = scratchFolder();
const model = join(home, 'model');
const marker = join(home, 'started');
const proof = join(home, 'serving.json');

/** A model server of three lines: it says that it was started, and answers every call. */
const SERVER = `
require('node:fs').writeFileSync(process.argv[2], 'yes');
const answer = JSON.stringify({ id: 'x', object: 'chat.completion', created: 1, model: 'm', choices: [{ index: 0, message: { role: 'assistant', content: 'here' }, finish_reason: 'stop' }] });
require('node:http').createServer((q, r) => { q.resume(); r.writeHead(200, { 'content-type': 'application/json' }); r.end(answer); }).listen(Number(process.argv[1]), '127.0.0.1');
`;

let port = 0;
let gateway: RunningGateway | null = null;

beforeAll(async () => {
  cpSync(new URL('../../examples/models/plover-1m', import.meta.url).pathname, model, { recursive: true });
  for (const name of ['own', 'runner', 'other']) await wb(['key', 'new', join(home, `${name}.key`)], { home });
  const use = ['--exposure', 'internal', '--commercial', 'no', '--regions', 'DE'];
  const signed = ['--sign', join(home, 'own.key'), '--decision', join(home, 'm.decision.json'), '--quiet'];
  expect((await wb(['vet', model, ...use, ...signed], { home })).code).toBe(0);
  port = await freePort();
});
afterAll(() => gateway?.stop(100));

function run(key: string, folder: string, signal?: AbortSignal) {
  const attest = ['--sign', join(home, `${key}.key`), '--url', `http://127.0.0.1:${port}`, '--attest', proof];
  const command = ['--', process.execPath, '-e', SERVER, String(port), marker];
  return wb(['run', folder, '--decision', join(home, 'm.decision.json'), ...attest, '--quiet', ...command], {
    home,
    ...(signal === undefined ? {} : { signal }),
  });
}

async function startIt(): Promise<RunningGateway> {
  const file = join(home, 'gateway.yaml');
  writeFileSync(
    file,
    `apiVersion: weighbridge/v1
kind: Gateway
metadata: { name: house }
spec:
  trust: [own.pub]
  attesters: [runner.pub]
  channels:
    - name: assistant
      releases:
        - decision: m.decision.json
          servers:
            - { url: "http://127.0.0.1:${port}/v1", attestation: serving.json }
  keys:
    - { name: team-a, sha256: ${createHash('sha256').update(KEY).digest('hex')} }
`,
  );
  const nothing = () => {};
  return startGateway(
    { config: file, host: null, port: 0, onCall: nothing, onFault: nothing, onReload: nothing },
    gatewayWorld({ WEIGHBRIDGE_HOME: home }),
  );
}

/** What a caller hears. */
async function said(): Promise<string> {
  const client = new OpenAI({ apiKey: KEY, baseURL: `${gateway?.address}/v1`, maxRetries: 0 });
  try {
    const messages = [{ role: 'user' as const, content: 'Hello' }];
    const answer = await client.chat.completions.create({ model: 'assistant', messages });
    return answer.choices[0]?.message.content ?? '';
  } catch (error) {
    return error instanceof Error ? error.message : 'no error';
  }
}

describe('weighbridge run', () => {
  it('starts nothing on bytes that were not admitted', async () => {
    const changed = join(home, 'changed');
    cpSync(model, changed, { recursive: true });
    appendFileSync(join(changed, 'model.safetensors'), 'x');
    const { code, stderr } = await run('runner', changed);
    expect([code, stderr]).toEqual([1, expect.stringContaining('model.safetensors')]);
    expect([existsSync(marker), existsSync(proof)]).toEqual([false, false]);
  });

  it('starts no server that is told to load weights from elsewhere', async () => {
    const other = join(home, 'other.gguf');
    writeFileSync(other, 'GGUF');
    const command = ['--', process.execPath, '-e', SERVER, '0', marker, `--model=${other}`];
    const { code, stderr } = await wb(['run', model, '--decision', join(home, 'm.decision.json'), ...command], {
      home,
    });
    expect([code, stderr]).toEqual([1, expect.stringContaining(`--model=${other}`)]);
    expect(existsSync(marker)).toBe(false);
  });

  it('lets a gateway serve what it proves, as long as it does', async () => {
    gateway = await startIt();
    expect(await said()).toMatch(/not proven/);
    const stopper = new AbortController();
    // A document that no loader takes up may be absent.
    rmSync(join(model, 'README.md'));
    const ended = run('runner', model, stopper.signal);
    await expect.poll(said, { interval: 200 }).toBe('here');
    expect(readFileSync(marker, 'utf8')).toBe('yes');
    stopper.abort();
    expect((await ended).code).toBe(143);
    await expect.poll(said, { interval: 200 }).toMatch(/not proven: the statement has expired/);
  });

  it('proves nothing with the key of somebody who is no attester', async () => {
    const stopper = new AbortController();
    const ended = run('other', model, stopper.signal);
    await expect.poll(said, { interval: 200 }).toMatch(/no attester signed it/);
    stopper.abort();
    await ended;
  });
});

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address !== null ? address.port : 0;
}
