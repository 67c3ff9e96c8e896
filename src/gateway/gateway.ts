import { createServer, type RequestListener, type Server } from 'node:http';
import { LIMITS } from '../kernel/limits.ts';
import { type Live, lapsed } from './live.ts';
import { createSpools } from './reading/spool.ts';
import { createLingers } from './relaying/linger.ts';
import { type Serving, serveCall } from './serve-call.ts';
import type { Snapshot } from './snapshot.ts';
import { createShadows } from './trying/shadow.ts';
import { createUpstreams } from './trying/upstreams.ts';

export interface Gateway {
  /** Not listening yet. */
  readonly server: Server;
  /** Calls that begin from now on are answered by this. */
  use(snapshot: Snapshot): void;
  /** Ends every call of a release that is under way, streams too, and lets none begin until a snapshot admits it again. Gives how many there were. */
  kill(release: string): number;
  /** No new calls; those under way get this many milliseconds. */
  stop(grace: number): Promise<void>;
}

export interface GatewayParts extends Pick<Serving, 'clock' | 'now' | 'newId' | 'record' | 'fault' | 'limiter'> {
  readonly random: () => number;
  /** Told of each copy of a call that was not sent to this channel, since there was no room. */
  readonly dropped: (channel: string) => void;
  /** Where recordings lie that are too long to be held in memory, until their call is over. */
  readonly spoolFolder: string;
  /** Milliseconds for which a body that was refused is read on at most; five seconds, unless it is said. */
  readonly lingering?: number;
}

/** The policy enforcement point in front of model servers. Answers 503 until it has a snapshot. */
export function createGateway({ random, dropped, spoolFolder, lingering, ...parts }: GatewayParts): Gateway {
  const upstreams = createUpstreams(random, parts.clock);
  const live = new Map<string, Set<Live>>();
  const looking = new Set<() => void>();
  const killed = new Set<string>();
  let snapshot: Snapshot | null = null;
  const ticks = setInterval(() => {
    for (const look of looking) look();
    endLapsed(live, snapshot, parts.now().getTime());
  }, LOOK);
  ticks.unref();
  const world = {
    ...parts,
    upstreams,
    looking,
    isKilled: (release: string) => killed.has(release),
    liveOf: (release: string) => {
      let calls = live.get(release);
      if (calls === undefined) {
        calls = new Set();
        live.set(release, calls);
      }
      return calls;
    },
  };
  const busy = (): number => [...live.values()].reduce((sum, calls) => sum + calls.size, 0);
  const serving: Serving = {
    ...world,
    spools: createSpools(spoolFolder, LIMITS.gatewayRecordings),
    snapshot: () => snapshot,
    shadows: createShadows({ ...world, random, dropped, busy }),
    lingers: createLingers(LIMITS.gatewayLingering, lingering),
  };
  const answer: RequestListener = (request, response) => {
    if (request.method === 'GET' && request.url === '/health') response.end('ok\n');
    else if (request.method === 'GET' && request.url === '/ready')
      response.writeHead(snapshot === null ? 503 : 200).end();
    else void serveCall(serving, request, response);
  };
  const server = createServer(SERVER, answer).on('checkContinue', answer);
  server.maxConnections = LIMITS.gatewayConnections;
  return {
    server,
    use: (next) => {
      snapshot = next;
      for (const { releases, pinnable } of next.channels.values())
        for (const { id, admission } of [...releases, ...(pinnable ?? [])])
          if (admission.kind === 'admitted') killed.delete(id);
    },
    kill: (release) => {
      killed.add(release);
      const calls = [...(live.get(release) ?? [])];
      for (const call of calls) call.stop('release_killed');
      return calls.length;
    },
    stop: async (grace) => {
      snapshot = null;
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeIdleConnections();
      const timer = setTimeout(() => server.closeAllConnections(), grace);
      await closed;
      clearTimeout(timer);
      clearInterval(ticks);
      upstreams.close();
    },
  };
}

/** An admission or a proof that runs out takes its calls with it, as a withdrawal does. Releases without calls are forgotten. */
function endLapsed(live: Map<string, Set<Live>>, snapshot: Snapshot | null, at: number): void {
  for (const [release, calls] of live) {
    if (calls.size === 0) live.delete(release);
    for (const call of calls) {
      const why = lapsed(call, snapshot, at);
      if (why !== null) call.stop(why);
    }
  }
}

/** How often held texts and what calls rest on are looked at, in milliseconds: holds are bounded in seconds. */
const LOOK = 1_000;

/** Slow callers and large heads cost a connection and no more. */
const SERVER = {
  headersTimeout: 15_000,
  requestTimeout: 60_000,
  keepAliveTimeout: 65_000,
  connectionsCheckingInterval: 5_000,
  maxHeaderSize: 16 * 1024,
  // One read of the system's at once: with less, connections are stopped and started for each longer call.
  highWaterMark: 64 * 1024,
  insecureHTTPParser: false,
} as const;
