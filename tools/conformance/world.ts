import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { readConfig } from '../../src/main/config.ts';
import { scriptedUpstream } from '../../test/gateway/scripted-upstream.ts';

/** A gateway as a process of its own, and what stands behind it. */
export interface World {
  /** `http://127.0.0.1:40123`. */
  readonly gateway: string;
  readonly upstream: Awaited<ReturnType<typeof scriptedUpstream>>;
  /** Why the real runner is not asked; null: it is there, behind the channel `runner`. */
  readonly noRunner: string | null;
  /** A server that others wrote, behind the channel `foreign`; null: nobody started one. */
  readonly foreign: Foreign | null;
  /** A key that may call once a minute, and was not used yet. */
  freshKey(): string;
  close(): Promise<void>;
}

/** `WEIGHBRIDGE_CONFORMANCE_SERVER`, which serves the example model and speaks as OpenAI does, and what it is called. */
export interface Foreign {
  readonly url: string;
  readonly name: string;
}

function foreignIn({ WEIGHBRIDGE_CONFORMANCE_SERVER: url, ...env }: NodeJS.ProcessEnv): Foreign | null {
  return url === undefined
    ? null
    : { url, name: env.WEIGHBRIDGE_CONFORMANCE_SERVER_NAME ?? 'a server that others wrote' };
}

export const KEY = 'wbk_conformance';
export const EXPIRED = 'wbk_conformance_expired';
const ONCE = Array.from({ length: 16 }, (_, at) => `wbk_conformance_once_${at}`);
const BASE = resolve('examples/models/plover-1m');
const GGUF = resolve('examples/models/plover-1m-gguf');
/** Milliseconds for a first start. */
const PATIENCE = 60_000;

/** Vets the example models, signs decisions on them, and starts the gateway by a file, as an operator would. */
export async function openWorld(): Promise<World> {
  const home = mkdtempSync(join(tmpdir(), 'weighbridge-conformance-'));
  const env = { ...process.env, WEIGHBRIDGE_HOME: home };
  const upstream = await scriptedUpstream();
  const children: ChildProcess[] = [];
  const close = async (): Promise<void> => {
    await Promise.all(children.map(ended));
    await upstream.close();
    rmSync(home, { recursive: true, force: true, maxRetries: 10 });
  };
  try {
    const wb = (...args: readonly string[]) => promisify(execFile)(process.execPath, ['dist/bin.js', ...args], { env });
    const use = ['--exposure', 'internal', '--commercial', 'no', '--regions', 'DE', '--quiet'];
    const decide = async (model: string, name: string): Promise<void> => {
      await wb('vet', model, ...use, '--sign', join(home, 'own.key'), '--decision', join(home, `${name}.json`));
    };
    await wb('key', 'new', join(home, 'own.key'));
    await decide(BASE, 'base');
    const runner = process.env.WEIGHBRIDGE_RUNNER ?? join(readConfig(process.env).dataFolder, 'runner');
    const isInstalled = existsSync(join(runner, 'node_modules', 'node-llama-cpp'));
    const foreign = foreignIn(process.env);
    let served: string | null = null;
    if (isInstalled || foreign !== null) await decide(GGUF, 'gguf');
    if (isInstalled) {
      symlinkSync(runner, join(home, 'runner'));
      const serving = child(['runner', 'serve', join(GGUF, 'plover-1m-f32.gguf'), '--port', '0'], env, children);
      served = await saidBy(serving, /answers on (http:\S+)\/v1/);
    }
    writeFileSync(join(home, 'gateway.yaml'), fileFor(upstream.origin, served, foreign?.url ?? null));
    const running = child(
      ['gateway', '--config', join(home, 'gateway.yaml'), '--port', '0', '--log', 'off'],
      env,
      children,
    );
    const gateway = await saidBy(running, /listens on (http:\S+)\/v1/);
    let used = 0;
    const freshKey = (): string => ONCE[used++] ?? '';
    const noRunner = isInstalled ? null : 'weighbridge runner install was not run';
    return { gateway, upstream, noRunner, foreign, freshKey, close };
  } catch (error) {
    await close();
    throw error;
  }
}

function fileFor(scripted: string, runner: string | null, foreign: string | null): string {
  const channel = (name: string, decision: string, url: string, speaks: string): string =>
    `    - { name: ${name}, releases: [{ decision: ${decision}.json, servers: [{ url: "${url}", model: tiny, speaks: ${speaks}, unattested: scripted }] }] }\n`;
  const key = (name: string, secret: string, more = ''): string =>
    `    - { name: ${name}, sha256: ${createHash('sha256').update(secret).digest('hex')}${more} }\n`;
  return `apiVersion: weighbridge/v1
kind: Gateway
metadata: { name: conformance }
spec:
  trust: [own.pub]
  channels:
${['openai', 'anthropic', 'gemini'].map((speaks) => channel(speaks, 'base', scripted, speaks)).join('')}${channel('withdrawn', 'gone', scripted, 'openai')}${runner === null ? '' : channel('runner', 'gguf', runner, 'openai')}${foreign === null ? '' : channel('foreign', 'gguf', foreign, 'openai')}  keys:
${key('all', KEY)}${key('expired', EXPIRED, ', expires: 2020-01-01T00:00:00Z')}${ONCE.map((secret, at) => key(`once-${at}`, secret, ', limits: { requestsPerMinute: 1 }')).join('')}`;
}

function child(args: readonly string[], env: NodeJS.ProcessEnv, children: ChildProcess[]): ChildProcess {
  const started = spawn(process.execPath, ['dist/bin.js', ...args], { env, stdio: ['ignore', 'ignore', 'pipe'] });
  children.push(started);
  return started;
}

/** What the program says once it is up. Rejects with all it said when it ends before. */
function saidBy(program: ChildProcess, wanted: RegExp): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    const timer = setTimeout(() => reject(new Error(`it did not start in time: ${said}`)), PATIENCE);
    program.stderr?.on('data', (piece: Buffer) => {
      said += piece.toString();
      const found = wanted.exec(said)?.[1];
      if (found === undefined) return;
      clearTimeout(timer);
      resolve(found);
    });
    program.once('close', () => {
      clearTimeout(timer);
      reject(new Error(`it ended: ${said}`));
    });
  });
}

async function ended(program: ChildProcess): Promise<void> {
  if (program.exitCode !== null || program.signalCode !== null) return;
  const closed = new Promise<void>((resolve) => program.once('close', () => resolve()));
  program.kill('SIGTERM');
  const timer = setTimeout(() => program.kill('SIGKILL'), 5_000);
  await closed;
  clearTimeout(timer);
}
