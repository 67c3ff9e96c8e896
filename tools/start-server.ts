import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient } from '../src/client/client.ts';
import type { Control } from '../src/contract/control/operations.ts';
import { freePort } from './free-port.ts';
import type { Chat } from './start-chat.ts';

/** How long a first start may take: a database is made. Milliseconds. */
const PATIENCE = 90_000;
/** Where `weighbridge up` listens. */
const USUAL_PORT = 7203;

/**
 * `weighbridge up` in a folder that goes when it ends, with the examples vetted. `stay`: until ^C. Where no database can
 * run, says why; what `npm start` is for was done by then.
 */
export async function showServer(
  models: readonly string[],
  { stay, chat }: { readonly stay: boolean; readonly chat: Chat | null },
): Promise<void> {
  console.log('\n$ weighbridge up --models examples/models');
  // Where root runs it the database runs as somebody lesser, who must pass through.
  const data = mkdtempSync(join(tmpdir(), 'weighbridge-start-'));
  chmodSync(data, 0o711);
  const args = [
    'dist/bin.js',
    'up',
    '--data',
    data,
    '--models',
    'examples/models',
    '--port',
    String(stay ? await freePort(USUAL_PORT) : 0),
  ];
  const child = spawn(process.execPath, [...args, ...(process.getuid?.() === 0 ? ['--allow-root'] : [])], {
    stdio: ['ignore', 'pipe', 'inherit'],
    // What this machine knows of bases and advisories is for its own vettings.
    env: { ...process.env, WEIGHBRIDGE_HOME: join(data, 'home') },
  });
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  // ^C goes to the child, too; we stay for its last words, and to clear up.
  const wait = (): void => {};
  process.on('SIGINT', wait);
  try {
    const said = await firstWords(child, ended);
    if (said === null) console.log('No server is shown: it could not start, for the reason above.');
    else await showExamples(said, models, stay, child);
    if (!stay) child.kill('SIGTERM');
    else if (chat !== null) {
      chat.introduce();
      await chat.talk(said === null ? stopped() : ended);
      child.kill('SIGTERM');
    }
    await ended;
  } finally {
    process.off('SIGINT', wait);
    rmSync(data, { recursive: true, force: true, maxRetries: 10 });
  }
}

/** ^C. */
function stopped(): Promise<void> {
  return new Promise((resolve) => process.once('SIGINT', () => resolve()));
}

interface FirstWords {
  readonly address: string;
  readonly password: string;
}

/** Where it listens, and the first sign-in; null when it ended instead. */
async function firstWords(child: ChildProcess, ended: Promise<unknown>): Promise<FirstWords | null> {
  let text = '';
  const heard = new Promise<FirstWords>((resolve) => {
    child.stdout?.on('data', (chunk: Buffer) => {
      text += chunk.toString('utf8');
      const address = /listens on (\S+)/.exec(text)?.[1];
      const password = /password\s+(\S+)/.exec(text)?.[1];
      if (address !== undefined && password !== undefined) resolve({ address, password });
    });
  });
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => {
      child.kill();
      resolve(null);
    }, PATIENCE);
  });
  const first = await Promise.race([heard, late, ended.then(() => null)]);
  clearTimeout(timer);
  return first;
}

async function showExamples(
  { address, password }: FirstWords,
  models: readonly string[],
  stay: boolean,
  child: ChildProcess,
): Promise<void> {
  const admin = await signIn(address, 'admin@localhost', password);
  // Nobody rules on what they asked for: somebody else asks, so that there is something to rule on.
  const secret = randomUUID();
  const who = { email: 'riley@localhost', name: 'Riley, who asks', password: secret, roles: ['requester' as const] };
  const owner = (await admin('person.add', who)).id;
  const riley = await signIn(address, who.email, secret);
  // What was made from a base before the base: whose base was vetted here leaves people nothing to rule on.
  for (const reference of models.toReversed()) {
    const use = { purpose: 'trying Weighbridge out', commercial: true, exposure: 'internal' } as const;
    const { id } = await riley('request.open', { direction: 'adopt', reference, use, owner, role: 'deployer' });
    console.log(`  ${(await settled(admin, id, child)).padEnd(9)} ${reference}`);
  }
  if (!stay) {
    console.log(
      '\nThe server answered, and is stopped again: this is no terminal. weighbridge up starts one that stays.',
    );
    return;
  }
  console.log(`
Open ${address} and sign in:
  organisation  main
  e-mail        admin@localhost
  password      ${password}

^C stops all that runs here; what it holds goes with it. weighbridge up starts one that keeps what it holds.`);
}

async function signIn(server: string, email: string, password: string): Promise<Control> {
  const who = { organisation: 'main', email, password };
  const { session, csrf } = await createClient({ server, token: null })('session.open', who);
  return createClient({ server, token: null, session: { cookie: session, csrf } });
}

async function settled(admin: Control, request: string, child: ChildProcess): Promise<string> {
  for (;;) {
    const { state } = await admin('request.show', { request });
    if (state !== 'vetting' || child.exitCode !== null) return state;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
