import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { ERRORS, WeighbridgeError } from '../src/kernel/errors.ts';
import { member } from '../src/kernel/json.ts';
import { printable } from '../src/kernel/printable.ts';
import { createRunner } from '../src/main/runner.ts';
import { type Beside, runBeside, startBeside } from './beside.ts';
import { freePort } from './free-port.ts';

/** A chat with the example model through a gateway. */
export interface Chat {
  /** Prints where it is and how to call it. */
  introduce(): void;
  /** Takes questions from the terminal until there are no more, or `until` settles. */
  talk(until: Promise<unknown>): Promise<void>;
  stop(): Promise<void>;
}

const BASE = join('examples', 'models', 'plover-1m');
const MODEL = join('examples', 'models', 'plover-1m-gguf');
const FILE = join(MODEL, 'plover-1m-f32.gguf');
const QUESTION = 'What does the curlew weigh?';
/** Milliseconds for 85 MB to come, and for a model of one megabyte to be loaded. */
const INSTALLING = 120_000;
const STARTING = 60_000;
/** Where a gateway usually listens. */
const USUAL_PORT = 7204;

/** Admits the example model, serves it behind a gateway and asks it something; null where that cannot be, with the reason printed. */
export async function startChat({ stay }: { readonly stay: boolean }): Promise<Chat | null> {
  console.log('\nA chat through the gateway, with plover-1m in GGUF:');
  const home = mkdtempSync(join(tmpdir(), 'weighbridge-chat-'));
  const begun: Beside[] = [];
  const stop = async (): Promise<void> => {
    // The gateway first: it must not hear its server go.
    for (const one of begun.toReversed()) await one.stop();
    rmSync(home, { recursive: true, force: true, maxRetries: 10 });
  };
  try {
    symlinkSync(await installedRunner(), join(home, 'runner'), 'junction');
    const door = await serveIn(home, stay, begun);
    const answer = await ask(door, QUESTION);
    console.log(`  you    ${QUESTION}\n  birds  ${answer}`);
    return { introduce: () => introduce(door), talk: (until) => talk(door, until), stop };
  } catch (error) {
    await stop();
    console.log(`No chat is shown: ${reasonOf(error)}`);
    return null;
  }
}

/** Where the runner is; puts it there first when it is missing. */
async function installedRunner(): Promise<string> {
  const runner = createRunner(process.env);
  const { kind, folder, packages } = await runner.state();
  if (kind === 'absent')
    console.log(
      `$ weighbridge runner install\n  npm puts ${packages.join(' and ')} into\n  ${folder}: about 85 MB, once; weighbridge runner remove takes it away`,
    );
  await runner.install(AbortSignal.timeout(INSTALLING));
  return folder;
}

export interface Door {
  readonly address: string;
  readonly key: string;
}

async function serveIn(home: string, stay: boolean, begun: Beside[]): Promise<Door> {
  const env = { ...process.env, WEIGHBRIDGE_HOME: home };
  const at = (name: string): string => join(home, name);
  for (const name of ['own', 'attester']) await runBeside(['key', 'new', at(`${name}.key`)], env);
  const use = ['--purpose', 'trying Weighbridge out', '--commercial', 'no', '--exposure', 'internal', '--quiet'];
  // Its base first: what that may be used for bounds what this may be used for.
  await runBeside(['vet', BASE, ...use], env);
  const signed = ['--sign', at('own.key'), '--decision', at('birds.decision.json')];
  console.log(`$ weighbridge vet ${MODEL} --sign own.key --decision birds.decision.json`);
  await runBeside(['vet', MODEL, ...use, ...signed], env);
  console.log('  admitted, and the decision signed');

  const port = await freePort(null);
  const url = `http://127.0.0.1:${port}`;
  const decision = ['--decision', at('birds.decision.json'), '--key', at('own.pub')];
  const attest = ['--sign', at('attester.key'), '--url', url, '--attest', at('birds.serving.json'), '--quiet'];
  const serve = [process.execPath, resolve('dist/bin.js'), 'runner', 'serve', FILE, '--port', String(port)];
  console.log(`$ weighbridge run ${MODEL} --decision birds.decision.json -- weighbridge runner serve ${FILE}`);
  await begin(['run', MODEL, ...decision, ...attest, '--', ...serve], env, /answers on \S+/, begun);
  console.log('  every byte is what was admitted; the server was started');

  const { out: row, err } = await runBeside(['gateway', 'key', 'you'], env);
  writeFileSync(at('gateway.yaml'), gatewayFile(url, row));
  const listen = ['--port', String(stay ? await freePort(USUAL_PORT) : 0)];
  console.log('$ weighbridge gateway --config gateway.yaml');
  const gateway = await begin(
    ['gateway', '--config', at('gateway.yaml'), '--log', 'off', ...listen],
    env,
    /listens on (\S+)\/v1/,
    begun,
  );
  return { address: gateway.said[1] ?? '', key: /once: (\S+)/.exec(err)?.[1] ?? '' };
}

async function begin(args: readonly string[], env: NodeJS.ProcessEnv, until: RegExp, begun: Beside[]): Promise<Beside> {
  const one = await startBeside(args, { env, until, patience: STARTING });
  if ('failed' in one) throw new Error(one.failed);
  begun.push(one);
  return one;
}

export function gatewayFile(url: string, keyRow: string): string {
  return `apiVersion: weighbridge/v1
kind: Gateway
metadata: { name: trial }
spec:
  trust: [own.pub]
  attesters: [attester.pub]
  channels:
    - name: birds
      releases:
        - decision: birds.decision.json
          servers:
            - { url: "${url}", attestation: birds.serving.json }
  keys:
${keyRow}`;
}

function introduce({ address, key }: Door): void {
  const call = { model: 'birds', messages: [{ role: 'user', content: QUESTION }], temperature: 0 };
  console.log(`
Chat with the admitted model through the gateway:
  address  ${address}/v1
  key      ${key}

  curl ${address}/v1/chat/completions -H 'authorization: Bearer ${key}' -H 'content-type: application/json' \\
    -d '${JSON.stringify(call)}'`);
}

async function talk(door: Door, until: Promise<unknown>): Promise<void> {
  console.log('\nAsk it something; it knows eight birds, and often mixes them up.');
  // No raw mode: ^C stays a signal, for us and for all that runs beside us.
  const lines = createInterface({ input: process.stdin, terminal: false });
  void until.then(() => lines.close());
  process.stdout.write('you    ');
  for await (const line of lines) {
    if (line.trim() !== '') console.log(`birds  ${await ask(door, line).catch(reasonOf)}`);
    process.stdout.write('you    ');
  }
}

/** What the model answers, or why the gateway refuses. */
export async function ask({ address, key }: Door, content: string): Promise<string> {
  const response = await fetch(`${address}/v1/chat/completions`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    body: JSON.stringify({ model: 'birds', messages: [{ role: 'user', content }], temperature: 0 }),
    signal: AbortSignal.timeout(STARTING),
  });
  const answer: unknown = await response.json();
  const said = member(member(firstOf(member(answer, 'choices')), 'message'), 'content');
  if (typeof said === 'string') return printable(said.trim());
  const why = member(member(answer, 'error'), 'message');
  throw new Error(typeof why === 'string' ? printable(why) : `the gateway answered ${response.status}`);
}

function firstOf(value: unknown): unknown {
  return Array.isArray(value) ? value[0] : undefined;
}

function reasonOf(error: unknown): string {
  if (error instanceof WeighbridgeError) return `${error.message}\n  ${ERRORS[error.code].remedy}`;
  return error instanceof Error ? error.message : String(error);
}
