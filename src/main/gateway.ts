import { randomUUID } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, resolve } from 'node:path';
import { readOwnIndex, readOwnText } from '../adapters/files/own-files.ts';
import { createKeyFolder } from '../adapters/signers/key-folder.ts';
import { channelStates } from '../app/gateway/channel-states.ts';
import { snapshotOf } from '../app/gateway/snapshot.ts';
import { openGuard } from '../app/guard.ts';
import type { GatewayOptions, RunningGateway } from '../contract/gateway.ts';
import type { GatewayConfig } from '../domain/gateway.ts';
import { createGateway } from '../gateway/gateway.ts';
import { WeighbridgeError } from '../kernel/errors.ts';
import { LIMITS } from '../kernel/limits.ts';
import { parseGateway } from '../policy/gateway/parse.ts';
import type { Clock } from '../ports/clock.ts';
import { SURFACES } from '../wire/table.ts';
import { openLimiter } from './gateway-limits.ts';
import { openTelemetry } from './gateway-telemetry.ts';

interface World {
  readonly keyFolder: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly clock: Clock;
}

/** Milliseconds between looks at the files: a decision that was withdrawn is no longer served a second later. */
const LOOK = 1_000;

/** Starts a gateway by its file, and follows the file, its decisions and its policies as they change. */
export async function startGateway(options: GatewayOptions, world: World): Promise<RunningGateway> {
  const { clock } = world;
  const beside = (path: string): string => resolve(dirname(options.config), path);
  const parts = {
    readText: (path: string) => readOwnText(beside(path), LIMITS.document),
    trusted: (files: readonly string[]) => createKeyFolder(world.keyFolder).trusted(files.map(beside)),
    openGuard: async (path: string | null) =>
      openGuard({
        policy: path === null ? null : { name: beside(path), text: await readOwnText(beside(path), LIMITS.document) },
        readIndex: readOwnIndex,
        clock: () => clock.monotonic(),
      }),
    env: world.env,
    now: () => clock.now(),
  };
  const load = async (version: number) => {
    const text = await readOwnText(options.config, LIMITS.document);
    const config = parseGateway(
      text,
      options.config,
      SURFACES.map(({ id }) => id),
    );
    return { config, snapshot: await snapshotOf(config, version, parts) };
  };

  let { config, snapshot } = await load(1);
  const telemetry = await openTelemetry(config, world.env);
  const limits = await openLimiter(config, { env: world.env, clock, onFault: options.onFault });
  const gateway = createGateway({
    limiter: limits.limiter,
    clock: () => clock.monotonic(),
    now: () => clock.now(),
    random: Math.random,
    newId: randomUUID,
    spoolFolder: tmpdir(),
    record: (call) => {
      telemetry.record(call);
      options.onCall(call);
    },
    fault: options.onFault,
  });
  gateway.use(snapshot);
  const address = await listening(gateway.server, {
    host: options.host ?? config.listen.host,
    port: options.port ?? config.listen.port,
  });

  const stamps = async () => ({
    config: await stampOf(filesOf(options.config, config, beside)),
    proofs: await stampOf(attestationsOf(config, beside)),
  });
  let seen = await stamps();
  let looking = false;
  const look = async (): Promise<void> => {
    const stamp = await stamps();
    const renewed = stamp.config === seen.config;
    if (renewed && stamp.proofs === seen.proofs) return;
    seen = stamp;
    const before = JSON.stringify(channelStates(snapshot));
    try {
      const next = await load(snapshot.version + 1);
      const gone = served(snapshot).filter((release) => !served(next.snapshot).includes(release));
      ({ config, snapshot } = next);
      gateway.use(snapshot);
      // What is no longer admitted does not finish its sentence.
      for (const release of gone) gateway.kill(release);
      if (!renewed || JSON.stringify(channelStates(snapshot)) !== before)
        options.onReload({ kind: 'loaded', channels: channelStates(snapshot) });
    } catch (error) {
      options.onReload({ kind: 'kept', error });
    }
  };
  const timer = setInterval(() => {
    if (looking) return;
    looking = true;
    void look().finally(() => {
      looking = false;
    });
  }, LOOK);

  return {
    address,
    metrics: telemetry.address,
    channels: channelStates(snapshot),
    stop: async (grace) => {
      clearInterval(timer);
      await gateway.stop(grace);
      await limits.close();
      await telemetry.close();
    },
  };
}

function served({ channels }: Awaited<ReturnType<typeof snapshotOf>>): readonly string[] {
  return [...channels.values()].flatMap(({ releases }) =>
    releases.filter(({ admission }) => admission.kind === 'admitted').map(({ id }) => id),
  );
}

function filesOf(file: string, config: GatewayConfig, beside: (path: string) => string): readonly string[] {
  const guards = [config.guard, ...config.channels.map(({ guard }) => guard)].filter((path) => path !== null);
  const decisions = config.channels.flatMap(({ releases }) => releases.map(({ decision }) => decision));
  return [file, ...[...guards, ...decisions, ...config.trust, ...config.attesters].map(beside)];
}

/** Renewed again and again by `weighbridge run`: no news for people. */
function attestationsOf(config: GatewayConfig, beside: (path: string) => string): readonly string[] {
  return config.channels.flatMap(({ releases }) =>
    releases.flatMap(({ servers }) =>
      servers.flatMap(({ attestation }) => (attestation === null ? [] : [beside(attestation)])),
    ),
  );
}

/** What tells that one of the files is no longer what it was; a missing one counts as well. */
async function stampOf(files: readonly string[]): Promise<string> {
  const stamps = files.map(async (file) => {
    try {
      const { mtimeMs, size, ino } = await stat(file);
      return `${mtimeMs} ${size} ${ino}`;
    } catch {
      return 'missing';
    }
  });
  return (await Promise.all(stamps)).join('\n');
}

function listening(
  server: ReturnType<typeof createGateway>['server'],
  { host, port }: { readonly host: string; readonly port: number },
): Promise<string> {
  return new Promise((found, reject) => {
    server.once('error', (cause: Error) =>
      reject(new WeighbridgeError('call-invalid', `cannot listen on ${host}:${port}: ${cause.message}`, { cause })),
    );
    server.listen(port, host, () => {
      const at = server.address();
      const named = host.includes(':') ? `[${host}]` : host;
      found(`http://${named}:${typeof at === 'object' && at !== null ? at.port : port}`);
    });
  });
}
