import { hostname, tmpdir } from 'node:os';
import { dirname } from 'node:path';
import { createRequestIds } from '../adapters/net/request-ids.ts';
import { channelStates } from '../app/gateway/channel-states.ts';
import type { Heard } from '../app/gateway/heard.ts';
import { namesFollowed, type Served, serveWith } from '../app/gateway/serve.ts';
import { countTraffic, type TrafficCount } from '../app/gateway/traffic.ts';
import type { GatewayOptions, RunningGateway } from '../contract/gateway.ts';
import type { ServedChannel } from '../domain/gateway-node.ts';
import { createGateway } from '../gateway/gateway.ts';
import { WeighbridgeError } from '../kernel/errors.ts';
import { LIMITS } from '../kernel/limits.ts';
import { openLimiter } from './gateway-limits.ts';
import { openPlane, type Plane } from './gateway-plane.ts';
import { type GatewaySource, gatewaySource, type SourceWorld } from './gateway-source.ts';
import { openTelemetry } from './gateway-telemetry.ts';

interface World extends SourceWorld {
  /** Where what was heard of the control plane is kept. */
  readonly dataFolder: string;
}

/** Milliseconds between looks at the files: a decision that was withdrawn is no longer served a second later. */
const LOOK = 1_000;

/** Starts a gateway by its file; follows the file, its decisions and policies, and the control plane, as they change. */
export async function startGateway(options: GatewayOptions, world: World): Promise<RunningGateway> {
  const { clock } = world;
  const source = gatewaySource(options.config, world);
  const first = await source.load();
  const { config } = first;
  const telemetry = await openTelemetry(config, world.env);
  const limits = await openLimiter(config, { env: world.env, clock, onFault: options.onFault });
  const traffic = countTraffic(() => clock.monotonic());
  const gateway = createGateway({
    limiter: limits.limiter,
    clock: () => clock.monotonic(),
    now: () => clock.now(),
    random: Math.random,
    newId: createRequestIds(),
    spoolFolder: tmpdir(),
    record: (call) => {
      telemetry.record(call);
      traffic.add(call);
      options.onCall(call);
    },
    dropped: (channel) => telemetry.dropped(channel),
    fault: options.onFault,
  });
  const served = await serveWith(gateway, first);
  const startedAt = clock.now();
  let node: string | null = null;
  const plane = await planeFor(served, options, world, () =>
    node === null ? null : { node, startedAt, channels: withTraffic(served, traffic) },
  );
  const address = await listening(gateway.server, {
    host: options.host ?? config.listen.host,
    port: options.port ?? config.listen.port,
  });
  node = options.node ?? `${hostname()}:${new URL(address).port}`;
  await plane?.start();
  const timer = await followFiles(source, served, options, () => void plane?.look());
  return {
    address,
    metrics: telemetry.address,
    channels: channelStates(served.snapshot()),
    stop: async (grace) => {
      clearInterval(timer);
      await plane?.close();
      await gateway.stop(grace);
      await limits.close();
      await telemetry.close();
    },
  };
}

/** What is told to the control plane: what is served, and how much was asked of it. */
function withTraffic(served: Served, traffic: TrafficCount): readonly ServedChannel[] {
  const names = [...namesFollowed(served.loaded().config)];
  return served.acknowledged().map((one) => {
    const own = names.flatMap(([name, followed]) => (followed === one.channel ? [name] : []));
    return { ...one, traffic: traffic.of(own) };
  });
}

/** The control plane, heard once, or by what was kept of it when it does not answer; null: nothing of it is followed. */
async function planeFor(
  served: Served,
  { config: file, databaseUrl = null, onFault, onReload }: GatewayOptions,
  { env, dataFolder }: World,
  told: Parameters<typeof openPlane>[2]['told'],
): Promise<Plane | null> {
  const { config } = served.loaded();
  if (config.controlPlane === null) return null;
  const where = { databaseUrl, env, dataFolder, gateway: config.name, folder: dirname(file) };
  const take = async (said: Heard): Promise<void> => {
    const before = served.heard() === null ? null : JSON.stringify(channelStates(served.snapshot()));
    if (!(await served.hear(said))) return;
    // Before anybody is told that it is served: what was taken back stays so after a start without the database.
    await plane.keep(said).catch(onFault);
    const channels = channelStates(served.snapshot());
    if (before !== null && before !== JSON.stringify(channels)) onReload({ kind: 'loaded', channels });
  };
  const plane = await openPlane(config.controlPlane, where, {
    names: () => [...namesFollowed(served.loaded().config).values()],
    take,
    told,
    lost: (cause) => onFault(lostBy(cause)),
    found: () => onReload({ kind: 'found' }),
  });
  await plane.look();
  if (served.heard() !== null) return plane;
  try {
    const kept = await plane.kept();
    if (kept !== null) await served.hear(kept);
  } catch (error) {
    onFault(error);
  }
  return plane;
}

function lostBy(cause: unknown): WeighbridgeError {
  const why = cause instanceof Error ? cause.message : 'it does not answer';
  return new WeighbridgeError('control-plane-lost', why, { cause });
}

/** Looks at the files again and again; what has a mistake changes nothing. */
async function followFiles(
  source: GatewaySource,
  served: Served,
  { onReload }: GatewayOptions,
  changed: () => void,
): Promise<NodeJS.Timeout> {
  let seen = await source.stamps(served.loaded().config);
  let looking = false;
  const look = async (): Promise<void> => {
    const stamps = await source.stamps(served.loaded().config);
    const renewed = stamps.config === seen.config;
    if (renewed && stamps.proofs === seen.proofs) return;
    seen = stamps;
    const before = JSON.stringify(channelStates(served.snapshot()));
    try {
      await served.take(() => source.load());
      changed();
      const channels = channelStates(served.snapshot());
      if (!renewed || JSON.stringify(channels) !== before) onReload({ kind: 'loaded', channels });
    } catch (error) {
      onReload({ kind: 'kept', error });
    }
  };
  return setInterval(() => {
    if (looking) return;
    looking = true;
    void look().finally(() => {
      looking = false;
    });
  }, LOOK);
}

function listening(
  server: ReturnType<typeof createGateway>['server'],
  { host, port }: { readonly host: string; readonly port: number },
): Promise<string> {
  return new Promise((found, reject) => {
    server.once('error', (cause: Error) =>
      reject(new WeighbridgeError('call-invalid', `cannot listen on ${host}:${port}: ${cause.message}`, { cause })),
    );
    server.listen(port, host, LIMITS.gatewayBacklog, () => {
      const at = server.address();
      const named = host.includes(':') ? `[${host}]` : host;
      found(`http://${named}:${typeof at === 'object' && at !== null ? at.port : port}`);
    });
  });
}
