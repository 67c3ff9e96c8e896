import { createHash } from 'node:crypto';
import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import OpenAI from 'openai';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { GatewayCall, GatewayReload, RunningGateway } from '../../src/contract/gateway.ts';
import { startGateway } from '../../src/main/gateway.ts';
import { scratchFolder } from '../support/scratch.ts';
import { until } from '../support/until.ts';
import { gatewayWorld, wb } from '../support/world.ts';
import { chunk, completion, json, scriptedUpstream } from './scripted-upstream.ts';

const KEY = 'wbk_story';
const home = scratchFolder();
const decision = join(home, 'tiny.decision.json');
const MODEL = new URL('../../examples/models/plover-1m', import.meta.url).pathname;
let running: RunningGateway | null = null;
let upstream: Awaited<ReturnType<typeof scriptedUpstream>>;
const calls: GatewayCall[] = [];
const reloads: GatewayReload[] = [];

// From the vetting of a real model to the answer of a server, and to the end of it when the decision goes.
beforeAll(async () => {
  upstream = await scriptedUpstream();
  await wb(['key', 'new', join(home, 'own.key')], { home });
  const use = ['--exposure', 'internal', '--commercial', 'no', '--regions', 'DE'];
  const signed = ['--sign', join(home, 'own.key'), '--decision', decision, '--quiet'];
  const { code, stdout } = await wb(['vet', MODEL, ...use, ...signed], { home });
  expect(code, stdout).toBe(0);
  await writeFile(join(home, 'gateway.yaml'), config(upstream.origin));
  running = await startGateway(
    {
      config: join(home, 'gateway.yaml'),
      host: null,
      port: 0,
      onCall: (call) => calls.push(call),
      onFault: (error) => {
        throw error;
      },
      onReload: (what) => reloads.push(what),
    },
    gatewayWorld({ WEIGHBRIDGE_HOME: home }),
  );
});
afterAll(async () => {
  await running?.stop(100);
  await upstream.close();
});

const client = () => new OpenAI({ apiKey: KEY, baseURL: `${running?.address}/v1`, maxRetries: 0 });
const ask = () =>
  client().chat.completions.create({ model: 'assistant', messages: [{ role: 'user', content: 'Hello there' }] });

describe('a gateway by its file', () => {
  it('serves what a signed decision admits', async () => {
    expect((await ask()).choices[0]?.message.content).toBe('Hello there');
    expect(calls[0]).toMatchObject({ key: 'team-a', channel: 'assistant', status: 200 });
    expect(calls[0]?.release).toMatch(/^sha256:/);
  });

  it('stops serving, in the middle of a stream, when the decision is gone; and serves again when it is back', async () => {
    upstream.script = (_, response) =>
      void response.writeHead(200, { 'content-type': 'text/event-stream' }).write(chunk({ content: 'one two. ' }));
    const stream = await client().chat.completions.create({ model: 'assistant', messages: [], stream: true });
    const read = (async () => {
      for await (const _ of stream);
    })();
    read.catch(() => {});
    await copyFile(decision, join(home, 'kept.json'));
    await writeFile(decision, '{}');
    await expect(read).rejects.toThrow();
    await expect(ask()).rejects.toMatchObject({ status: 403, code: 'not_admitted' });
    await copyFile(join(home, 'kept.json'), decision);
    upstream.script = (_, response) =>
      void response.writeHead(200, { 'content-type': 'application/json' }).end('{"choices":[]}');
    await until(() => reloads.length >= 2);
    expect((await ask()).choices).toEqual([]);
  });

  it('goes on as it was when its file has a mistake, and says so', async () => {
    const before = reloads.length;
    await writeFile(join(home, 'gateway.yaml'), config(upstream.origin).replace('channels:', 'chanels:'));
    await until(() => reloads.length > before);
    expect((reloads.at(-1) as { error: Error }).error.message).toContain('did you mean channels?');
    expect((await ask()).choices).toEqual([]);
  });
});

describe('a file with mistakes', () => {
  it.each([
    ['shares that do not come to 100', (text: string) => text.replace('share: 100', 'share: 90'), /come to 90/],
    [
      'a key for a channel that is not there',
      (text: string) => text.replace('channels: [assistant]', 'channels: [assistent]'),
      /did you mean assistant/,
    ],
    [
      'a server that nobody answers for',
      (text: string) => text.replace(/, unattested: .*?}/, '}'),
      /needs either\s+attestation/,
    ],
    [
      'a server that is no address',
      (text: string) => text.replace(/url: [^,]+/, 'url: file:///etc/passwd'),
      /must be an http/,
    ],
  ])('with %s is refused with the place', async (_, change, said) => {
    await mkdir(join(home, 'wrong'), { recursive: true });
    const file = join(home, 'wrong', 'gateway.yaml');
    await writeFile(file, change(config(upstream.origin)));
    const { code, stderr } = await wb(['gateway', '--config', file, '--port', '0'], { home });
    expect(code).toBe(2);
    expect(stderr).toMatch(said);
    expect(stderr).toMatch(/gateway\.yaml:\d+:\d+/);
  });
});

describe('a policy with a judge', () => {
  const policy = (origins: string) => `apiVersion: weighbridge/v1
kind: GuardPolicy
metadata: { name: clinic, version: 1, description: d }
spec:
  judges:
    - { id: advice, question: Is it about medicine?, endpoint: "${upstream.origin}/v1", model: judge, origins: [${origins}] }
  rules: [{ id: advice, types: [judge/advice], threshold: 0.7, action: block }]
`;
  const withPolicy = async (origins: string): Promise<string> => {
    await writeFile(join(home, 'judged.policy.yaml'), policy(origins));
    const file = join(home, 'judged.yaml');
    await writeFile(file, config(upstream.origin).replace('spec:', 'spec:\n  guard: judged.policy.yaml'));
    return file;
  };

  it('about what callers send has it asked', async () => {
    upstream.script = ({ body }, response) => {
      const isJudged = (JSON.parse(body) as { model: string }).model === 'judge';
      const content = isJudged ? JSON.stringify({ answer: body.includes('pills'), confidence: 0.9 }) : 'Good day';
      return json(200, completion(content))({} as never, response);
    };
    const unexpected = (error: unknown) => {
      throw error;
    };
    const judged = await startGateway(
      {
        config: await withPolicy('user'),
        host: null,
        port: 0,
        onCall: () => {},
        onFault: unexpected,
        onReload: () => {},
      },
      gatewayWorld({ WEIGHBRIDGE_HOME: home }),
    );
    try {
      const asking = new OpenAI({ apiKey: KEY, baseURL: `${judged.address}/v1`, maxRetries: 0 });
      const say = (content: string) =>
        asking.chat.completions.create({ model: 'assistant', messages: [{ role: 'user', content }] });
      expect((await say('Hello')).choices[0]?.message.content).toBe('Good day');
      await expect(say('How many pills?')).rejects.toMatchObject({ status: 400, code: 'content_filter' });
    } finally {
      await judged.stop(100);
    }
  });
});

function config(origin: string): string {
  return `apiVersion: weighbridge/v1
kind: Gateway
metadata: { name: house }
spec:
  trust: [own.pub]
  channels:
    - name: assistant
      releases:
        - decision: tiny.decision.json
          share: 100
          servers:
            - { url: ${origin}/v1, model: tiny, unattested: a script of this test }
  keys:
    - { name: team-a, sha256: ${createHash('sha256').update(KEY).digest('hex')}, channels: [assistant] }
`;
}
