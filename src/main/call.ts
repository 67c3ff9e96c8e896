import { isAbsolute, join, relative, resolve } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { createStallWatch } from '../adapters/isolation/stall-watch.ts';
import { passed } from '../adapters/process/worked.ts';
import { LIMITS } from '../kernel/limits.ts';
import type { StallWatch } from '../ports/stall-watch.ts';
import { compileAsBuilt, compileLater } from './compile-later.ts';
import { VERSION } from './version.ts';

const HERE = import.meta.url;

const THREADS = {
  hash: new URL('./workers/hash.js', HERE),
  policyCondition: new URL('./workers/policy-condition.js', HERE),
  readFile: new URL('./workers/read-file.js', HERE),
  classify: new URL('./workers/classify.js', HERE),
  guard: new URL('./workers/guard.js', HERE),
};

const WATCH_STALLS = new URL('./workers/watch-stalls.js', HERE);

/** The pages of the server. */
const CONSOLE = new URL('./web/', HERE);

const stopper = new AbortController();
process.once('SIGINT', () => stopper.abort());
process.once('SIGTERM', () => stopper.abort());
// A reader that went away (| head) is told nothing more, and the answer stays what it is. Output that was lost for any
// other reason, a full disk, is an answer that nobody got: that never looks like an admission.
let lost = false;
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') lost = true;
});

const args = process.argv.slice(2);

/** One call of the command, to its end. */
export async function call(): Promise<void> {
  process.exitCode = await start();
  await new Promise((flushed) => process.stdout.write('', flushed));
  if (lost) {
    process.stderr.write('error  The output could not be written [write-failed]\n');
    process.exitCode ||= 4;
  }
  // Threads that are still at work would hold us for up to a minute.
  if (stopper.signal.aborted) process.exit();
}

async function start(): Promise<number> {
  const stream = (to: NodeJS.WriteStream) => ({
    isTTY: to.isTTY,
    columns: to.columns ?? 80,
    write: (text: string) => void to.write(text),
    drained: () => drained(to),
  });
  const stalls = createStallWatch({
    code: WATCH_STALLS,
    milliseconds: LIMITS.stallMilliseconds,
    onLong: compileAsBuilt,
  });
  const [{ run }, own, { standardInput }] = await Promise.all([
    import('../cli/run.ts'),
    import('../adapters/files/own-files.ts'),
    import('../adapters/process/standard-input.ts'),
  ]);
  return run(args, {
    stdin: standardInput(() => process.stdin),
    stdout: stream(process.stdout),
    stderr: stream(process.stderr),
    env: process.env,
    cwd: process.cwd(),
    version: VERSION,
    signal: stopper.signal,
    weighbridge: async () => {
      const [{ compose, SYSTEM_CLOCK, isolationIn }, { readConfig }] = await Promise.all([
        import('./compose.ts'),
        import('./config.ts'),
      ]);
      if (args[0] === 'scan') compileLater();
      const threads = isolationIn(THREADS);
      const isolation: typeof threads = {
        ...threads,
        run: (...piece) => {
          // A thread takes what Node and we kept as it was compiled under its own flags alone.
          compileAsBuilt();
          return threads.run(...piece);
        },
      };
      return compose(readConfig(process.env), { ...THREADS, alone: true }, SYSTEM_CLOCK, isolation, stalls);
    },
    up: async (options) => (await import('./up.ts')).up(options, await world(stalls)),
    serve: async (options) => (await import('./separate.ts')).serve(options, await world(stalls)),
    work: async (options) => (await import('./separate.ts')).work(options, await world(stalls)),
    migrate: async (url) => {
      const { openDatabase } = await import('../adapters/store/open-database.ts');
      await (await openDatabase(url)).close();
      return (await import('../adapters/store/migrate.ts')).NEWEST_SCHEMA;
    },
    backup: async (options) => (await import('./backup.ts')).backup(options, await world(stalls)),
    restore: async (options) => (await import('./backup.ts')).restore(options, await world(stalls)),
    loadedElsewhere: async (words, within) =>
      (await import('../adapters/process/loaded-elsewhere.ts')).loadedElsewhere(words, { within, cwd: process.cwd() }),
    startProgram: async (...call) => (await import('../adapters/process/start-program.ts')).startProgram(...call),
    gateway: async (options) => {
      boundGarbage();
      compilePatternsAtOnce();
      const [{ startGateway }, { SYSTEM_CLOCK }, { readConfig }] = await Promise.all([
        import('./gateway.ts'),
        import('./compose.ts'),
        import('./config.ts'),
      ]);
      const { settingsFolder, dataFolder } = readConfig(process.env);
      const keyFolder = join(settingsFolder, 'keys');
      return startGateway(options, {
        keyFolder,
        dataFolder,
        env: process.env,
        clock: SYSTEM_CLOCK,
        classify: () => THREADS.classify,
      });
    },
    rotateKey: async (rotation) => (await import('./rotate-key.ts')).rotateKey(rotation, new Date()),
    control: async (server, token) => (await import('../client/client.ts')).createClient({ server, token }),
    auditor: async () => (await import('./auditor.ts')).auditor(),
    newToken: async (...call) => (await import('../client/client.ts')).newToken(...call),
    guard: async (policy, how) => {
      compilePatternsAtOnce();
      return (await here()).guard(policy, how);
    },
    guardApart: async (setup, threads) => {
      compilePatternsAtOnce();
      return (await import('./guard-apart.ts')).guardApart(setup, {
        env: process.env,
        code: THREADS.guard,
        threads,
      });
    },
    installClassifiers: async () => {
      const [{ installPeers }, { CLASSIFIER }, { classifierFolder }] = await Promise.all([
        import('../adapters/peers/install-peers.ts'),
        import('../adapters/peers/table.ts'),
        import('./advisers.ts'),
      ]);
      const folder = classifierFolder(process.env);
      await installPeers(folder, CLASSIFIER, process.env, stopper.signal);
      return folder;
    },
    runner: async () => (await import('./runner.ts')).createRunner(process.env),
    findModels: async (folder) => (await import('../adapters/adopt/find-models.ts')).findModels(resolve(folder)),
    belowFolder: (folder, reference) =>
      isAbsolute(reference) ? relative(resolve(folder), reference) || '.' : reference,
    readText: own.readOwnText,
    readChunks: own.readOwnChunks,
    write: async (path, content) => (await import('../adapters/files/write-whole.ts')).writeWhole(path, content),
    ownFile: async (name, vetted) =>
      (await import('./own-settings.ts')).ownSettingsFile(name, vetted, process.cwd(), process.env),
    isVetted: async (file, vetted) => (await import('./own-settings.ts')).isVetted(file, vetted, process.cwd()),
    now: () => new Date(),
    monotonic: passed,
  });
}

/**
 * V8 lets garbage grow to as much as four times of what is in use before it sweeps: in a program that runs for months that
 * looks like a leak, and is paid for on each node. A bound of the whole heap would end the gateway at a large body.
 */
function boundGarbage(): void {
  setFlagsFromString('--heap-growing-percent=50');
}

/**
 * V8 interprets a pattern the first time and compiles it the second, so that each is translated twice. A guard asks most
 * of its patterns of every text: compiled at once, they take a fifth off what its first texts cost. A scan asks many once.
 */
function compilePatternsAtOnce(): void {
  setFlagsFromString('--no-regexp-tier-up');
}

/** The guard in this thread. */
async function here() {
  return (await import('./guard-here.ts')).guardHere({ env: process.env, classify: () => THREADS.classify });
}

/** What a server finds around it. */
async function world(stalls: StallWatch) {
  const [{ compose, SYSTEM_CLOCK, isolationIn }, { readConfig }, { blobsIn }, { mailerIn }, { kmsOf }, { logLines }] =
    await Promise.all([
      import('./compose.ts'),
      import('./config.ts'),
      import('./blobs.ts'),
      import('./mailer.ts'),
      import('./kms.ts'),
      import('./log-lines.ts'),
    ]);
  const config = readConfig(process.env);
  return {
    dataFolder: config.dataFolder,
    weighbridge: compose(config, THREADS, SYSTEM_CLOCK, isolationIn(THREADS), stalls),
    blobs: blobsIn(config.blobs),
    mailer: mailerIn(config.mail),
    openKey: async (reference: string) =>
      (await import('../adapters/signers/open-signer.ts')).openSigner(reference, kmsOf(config)),
    updateAdvisories: config.advisories.update,
    trustedHosts: config.hub.trustedHosts,
    upstreams: config.upstreams,
    version: VERSION,
    clock: SYSTEM_CLOCK,
    console: CONSOLE,
    log: logLines(
      (line) => void process.stderr.write(`${line}\n`),
      () => performance.now(),
    ),
  };
}

/** Until what was written has gone out, or nobody reads it any more. */
async function drained(to: NodeJS.WriteStream): Promise<void> {
  if (!to.writableNeedDrain || !to.writable) return;
  await new Promise<void>((resolve) => {
    const done = () => {
      to.off('drain', done).off('close', done).off('error', done);
      resolve();
    };
    to.on('drain', done).on('close', done).on('error', done);
  });
}
