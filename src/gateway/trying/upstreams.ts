import type { Replica } from '../snapshot.ts';
import type { Asker, Flow, Question } from '../upstream-http/asking.ts';
import { Pool, type PoolOptions } from '../upstream-http/pool.ts';

/** Connections to model servers, kept over changes of the configuration. */
export interface Upstreams {
  ask(replica: Replica, question: Question, asker: Asker): Flow;
  /** A kept connection was dead when a call was sent on it: whatever was kept as long is not used again. */
  forgetIdle(replica: Replica): void;
  /** The replica with less to do of two that chance names (Mitzenmacher, 'The Power of Two Choices', 2001). */
  pick(replicas: readonly Replica[], not: ReadonlySet<Replica>, othersMayAnswer: boolean): Replica | undefined;
  /** It could not be reached: it is left alone for a while, as long as somebody else can be asked. */
  rest(replica: Replica): void;
  /** Counts a call on a replica, which `over` ends. */
  begin(replica: Replica): void;
  over(replica: Replica): void;
  /** Whether one more call may be sent twice: at most one in ten, so that a dying server is not drowned. */
  mayRetry(): boolean;
  close(): void;
}

const POOL: PoolOptions = { connections: 512, patience: { connect: 5, begin: 300, between: 120, idle: 4 } };
/** Milliseconds. */
const TICK = 1_000;
const RETRIES_AT_ONCE = 10;

/** Milliseconds in which nobody waits for a server that could not be reached. */
const REST = 2_000;

export function createUpstreams(random: () => number, clock: () => number): Upstreams {
  const restingUntil = new Map<string, number>();
  const rests = ({ origin }: Replica): boolean => {
    const until = restingUntil.get(origin);
    if (until === undefined || until > clock()) return until !== undefined;
    restingUntil.delete(origin);
    return false;
  };
  const pools = new Map<string, Pool>();
  const busy = new Map<string, number>();
  const ticks = setInterval(() => {
    for (const pool of pools.values()) pool.tick();
  }, TICK);
  ticks.unref();
  let closed = false;
  const poolOf = ({ origin, tls }: Replica): Pool => {
    const name = tls === undefined ? origin : `${origin} ${tls.id}`;
    let pool = pools.get(name);
    if (pool === undefined) {
      pool = new Pool(origin, tls === undefined ? POOL : { ...POOL, tls });
      if (closed) pool.close();
      pools.set(name, pool);
    }
    return pool;
  };
  let spare = RETRIES_AT_ONCE;
  const load = (replica: Replica): number => busy.get(replica.origin) ?? 0;
  return {
    ask: (replica, question, asker) => poolOf(replica).ask(question, asker),
    forgetIdle: (replica) => poolOf(replica).forgetIdle(),
    rest: ({ origin }) => {
      restingUntil.set(origin, clock() + REST);
    },
    pick: (replicas, not, othersMayAnswer) => {
      let left = not.size === 0 ? replicas : replicas.filter((replica) => !not.has(replica));
      if (restingUntil.size > 0) {
        const awake = left.filter((replica) => !rests(replica));
        if (awake.length > 0 || othersMayAnswer) left = awake;
      }
      if (left.length < 2) return left[0];
      const first = Math.floor(random() * left.length);
      const second = (first + 1 + Math.floor(random() * (left.length - 1))) % left.length;
      const [a, b] = [left[first], left[second]];
      if (a === undefined || b === undefined) return a ?? b;
      return load(b) < load(a) ? b : a;
    },
    mayRetry: () => {
      if (spare < 1) return false;
      spare--;
      return true;
    },
    begin: ({ origin }) => {
      spare = Math.min(RETRIES_AT_ONCE, spare + 0.1);
      busy.set(origin, (busy.get(origin) ?? 0) + 1);
    },
    over: ({ origin }) => {
      busy.set(origin, Math.max(0, (busy.get(origin) ?? 1) - 1));
    },
    close: () => {
      closed = true;
      clearInterval(ticks);
      for (const pool of pools.values()) pool.close();
    },
  };
}
