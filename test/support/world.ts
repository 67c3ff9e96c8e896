import { isAbsolute, join, relative, resolve } from 'node:path';
import { findModels } from '../../src/adapters/adopt/find-models.ts';
import { readOwnChunks, readOwnIndex, readOwnText } from '../../src/adapters/files/own-files.ts';
import { writeWhole } from '../../src/adapters/files/write-whole.ts';
import { createWorkerIsolation } from '../../src/adapters/isolation/worker-isolation.ts';
import { loadedElsewhere } from '../../src/adapters/process/loaded-elsewhere.ts';
import { startProgram } from '../../src/adapters/process/start-program.ts';
import { openGuard } from '../../src/app/guard.ts';
import { run } from '../../src/cli/run.ts';
import { createClient, newToken } from '../../src/client/client.ts';
import type { Weighbridge } from '../../src/contract/weighbridge.ts';
import { auditor } from '../../src/main/auditor.ts';
import { compose, isolationIn, type ThreadCode } from '../../src/main/compose.ts';
import { type Config, readConfig } from '../../src/main/config.ts';
import { startGateway } from '../../src/main/gateway.ts';
import { guardApart } from '../../src/main/guard-apart.ts';
import { isVetted, ownSettingsFile } from '../../src/main/own-settings.ts';
import { rotateKey } from '../../src/main/rotate-key.ts';
import { createRunner } from '../../src/main/runner.ts';

const NO_SERVER = new Error('tests start servers by serverIn (test/support/control.ts)');
/** Where `npm run build` put the code of the threads; `npm test` has just run it. */
const dist = new URL('../../dist/', import.meta.url);

/** The whole application with its real parts, keeping everything below `home`; `now`, in milliseconds, stops its clock. */
export function appIn(
  home: string,
  env: Readonly<Record<string, string>> = {},
  now: number | null = null,
  threads: Partial<ThreadCode> = {},
): Weighbridge {
  return composeWith(readConfig({ WEIGHBRIDGE_HOME: home, ...env }), now, threads);
}

const THREADS: ThreadCode = {
  hash: new URL('workers/hash.js', dist),
  policyCondition: new URL('workers/policy-condition.js', dist),
  readFile: new URL('workers/read-file.js', dist),
};
/** One for all applications that tests make: each would start threads of its own, and none ends them. */
const isolation = isolationIn(THREADS);
const GUARD = new URL('workers/guard.js', dist);
const guarding = createWorkerIsolation({ entries: { guard: GUARD }, size: 2 });

function composeWith(config: Config, now: number | null = null, others: Partial<ThreadCode> = {}): Weighbridge {
  const threads = { ...THREADS, ...others };
  const clock = { now: () => new Date(now ?? Date.now()), monotonic: () => performance.now() };
  return compose(config, threads, clock, Object.keys(others).length === 0 ? isolation : isolationIn(threads));
}

export interface Printed {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs one command line in this process, as a terminal without colours would see it. */
export async function wb(args: readonly string[], options: WbOptions): Promise<Printed> {
  const env = { WEIGHBRIDGE_HOME: options.home, LANG: 'C.UTF-8', ...options.env };
  const out: string[] = [];
  const err: string[] = [];
  const cwd = options.cwd ?? options.home;
  const code = await run(args, {
    stdin: piecesOf(options.stdin ?? []),
    stdout: {
      isTTY: false,
      columns: 80,
      write: (text) => {
        out.push(text);
        options.printed?.(text);
      },
    },
    stderr: {
      isTTY: false,
      columns: 80,
      write: (text) => {
        err.push(text);
        options.told?.(text);
      },
    },
    env,
    cwd,
    version: '0.0.0-test',
    signal: options.signal ?? new AbortController().signal,
    weighbridge: async () => composeWith(readConfig(env)),
    up: () => Promise.reject(NO_SERVER),
    serve: () => Promise.reject(NO_SERVER),
    work: () => Promise.reject(NO_SERVER),
    migrate: () => Promise.reject(NO_SERVER),
    backup: () => Promise.reject(NO_SERVER),
    restore: () => Promise.reject(NO_SERVER),
    loadedElsewhere: (words, within) => loadedElsewhere(words, { within, cwd: process.cwd() }),
    startProgram: async (...call) => startProgram(...call),
    gateway: (options) => startGateway(options, gatewayWorld(env)),
    rotateKey: (rotation) => rotateKey(rotation, new Date()),
    control: async (server, token) => createClient({ server, token }),
    auditor: async () => auditor(),
    newToken,
    guard: (policy, how) => openGuard({ policy, ...how, readIndex: readOwnIndex, clock: () => performance.now() }),
    guardApart: (setup, threads) => guardApart(setup, { env, code: GUARD, threads, shared: guarding }),
    installClassifiers: () => Promise.reject(new Error('nothing is installed in tests')),
    runner: async () => createRunner(env),
    findModels: async (folder) => findModels(resolve(cwd, folder)),
    belowFolder: (folder, reference) => (isAbsolute(reference) ? relative(resolve(cwd, folder), reference) : reference),
    readText: readOwnText,
    readChunks: readOwnChunks,
    write: (path, content) => writeWhole(path, content),
    ownFile: async (name, vetted) => ownSettingsFile(name, vetted, cwd, env),
    isVetted: async (file, vetted) => isVetted(file, vetted, cwd),
    now: () => new Date(),
    monotonic: () => performance.now(),
  });
  return { code, stdout: out.join(''), stderr: err.join('') };
}

/** What a gateway needs of the world. */
export function gatewayWorld(env: Readonly<Record<string, string | undefined>>) {
  const clock = { now: () => new Date(), monotonic: () => performance.now() };
  const { settingsFolder, dataFolder } = readConfig(env);
  const classify = () => new URL('workers/classify.js', dist);
  return { keyFolder: join(settingsFolder, 'keys'), dataFolder, env, clock, classify };
}

interface WbOptions {
  /** Called with what goes to standard output, as it goes. */
  readonly printed?: (text: string) => void;
  /** Called with what goes to standard error, as it goes. */
  readonly told?: (text: string) => void;
  readonly home: string;
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
  /** Standard input, in the pieces in which it comes. */
  readonly stdin?: readonly (string | Uint8Array)[];
}

async function* piecesOf(pieces: readonly (string | Uint8Array)[]): AsyncIterable<Uint8Array> {
  for (const piece of pieces) yield Buffer.from(piece);
}
