import {
  type Budget,
  type Cost,
  FREE,
  isBound,
  type Lease,
  type Limiter,
  MINUTE,
  periodOf,
  type Refused,
  type Scope,
  seconds,
  secondsLeft,
  type Wanted,
} from './limiter.ts';

interface Meter {
  /** When each would be empty again (GCRA's theoretical arrival time), in milliseconds. */
  requests: number;
  tokens: number;
  parallel: number;
  /** What was used, by period and unit: `2026-11-28/tokens`. */
  readonly used: Map<string, number>;
  /** Who called in this month. */
  month: string;
  readonly users: Set<string>;
}

/** Scopes that are remembered; those that are idle are forgotten first. */
const MOST = 100_000;

/**
 * Limits in this process: a minute's worth may come at once, then at the rate (GCRA). Tokens and money are reserved by
 * estimate when a call begins and corrected when it ends, so that long answers count in full.
 */
export function createLimiter(clock: () => number): Limiter {
  const meters = new Map<string, Meter>();
  const meterOf = ({ name }: Scope): Meter => {
    let meter = meters.get(name);
    if (meter === undefined) {
      if (meters.size >= MOST) forgetIdle(meters, clock());
      meter = { requests: 0, tokens: 0, parallel: 0, used: new Map(), month: '', users: new Set() };
      meters.set(name, meter);
    }
    return meter;
  };
  return {
    take: (wanted) => {
      const bound = wanted.scopes.filter(({ limits }) => isBound(limits));
      if (bound.length === 0) return FREE;
      const now = clock();
      const taking = bound.map((scope) => ({ scope, meter: meterOf(scope) }));
      for (const { scope, meter } of taking) {
        const refused = refusedBy(scope, meter, wanted, now);
        if (refused !== null) return refused;
      }
      const leases = taking.map(({ scope, meter }) => reserve(scope, meter, wanted, now));
      return once((cost) => {
        for (const lease of leases) lease.settle(cost);
      });
    },
  };
}

/** What is given back twice counts once. */
export function once(settle: (cost: Cost | null) => void): Lease {
  let open = true;
  return {
    settle: (cost) => {
      if (!open) return;
      open = false;
      settle(cost);
    },
  };
}

function refusedBy({ name, limits }: Scope, meter: Meter, { cost, user, at }: Wanted, now: number): Refused | null {
  const full = (limit: Refused['limit'], retryAfter: number): Refused => ({ limit, scope: name, retryAfter });
  if (limits.parallel !== null && meter.parallel >= limits.parallel) return full('parallel', 1);
  const requests = taken(meter.requests, now, 1, limits.requestsPerMinute);
  if (requests.late > 0) return full('requests', seconds(requests.late));
  const tokens = taken(meter.tokens, now, cost.tokens, limits.tokensPerMinute);
  if (tokens.late > 0) return full('tokens', seconds(tokens.late));
  for (const budget of limits.budgets) {
    const used = meter.used.get(keyOf(budget, at)) ?? 0;
    if (used + cost[budget.unit] > budget.amount)
      return full(budget.unit === 'tokens' ? 'token budget' : 'money budget', secondsLeft(at, budget.per));
  }
  if (limits.monthlyUsers !== null && user !== null && isNewUser(meter, user, at, limits.monthlyUsers))
    return full('monthly users', secondsLeft(at, 'month'));
  return null;
}

/** One user more than may be. */
function isNewUser(meter: Meter, user: string, at: Date, most: number): boolean {
  const month = periodOf(at, 'month');
  if (meter.month !== month) {
    meter.month = month;
    meter.users.clear();
  }
  return !meter.users.has(user) && meter.users.size >= most;
}

function reserve({ limits }: Scope, meter: Meter, { cost, user, at }: Wanted, now: number): Lease {
  const { requestsPerMinute, tokensPerMinute, budgets, monthlyUsers } = limits;
  meter.requests = taken(meter.requests, now, 1, requestsPerMinute).until;
  meter.tokens = taken(meter.tokens, now, cost.tokens, tokensPerMinute).until;
  meter.parallel++;
  if (monthlyUsers !== null && user !== null) meter.users.add(user);
  const keys = budgets.map((budget) => ({ key: keyOf(budget, at), unit: budget.unit }));
  for (const old of meter.used.keys()) if (!keys.some(({ key }) => key === old)) meter.used.delete(old);
  for (const { key, unit } of keys) add(meter, key, cost[unit]);
  return {
    settle: (actual) => {
      meter.parallel--;
      const more = { tokens: (actual?.tokens ?? 0) - cost.tokens, money: (actual?.money ?? 0) - cost.money };
      if (tokensPerMinute !== null) meter.tokens += (more.tokens * MINUTE) / tokensPerMinute;
      for (const { key, unit } of keys) if (meter.used.has(key)) add(meter, key, more[unit]);
    },
  };
}

function add({ used }: Meter, key: string, amount: number): void {
  used.set(key, Math.max(0, (used.get(key) ?? 0) + amount));
}

function keyOf({ unit, per }: Budget, at: Date): string {
  return `${periodOf(at, per)}/${unit}`;
}

/** A meter that was taken from, and by how many milliseconds that is too early. */
function taken(until: number, now: number, amount: number, perMinute: number | null) {
  if (perMinute === null) return { until, late: 0 };
  const full = Math.max(until, now) + (amount * MINUTE) / perMinute;
  // One call may be larger than a minute's worth: it waits for an empty meter, and not for ever.
  const late = Math.max(until, now) === now ? 0 : full - now - MINUTE;
  return { until: full, late };
}

function forgetIdle(meters: Map<string, Meter>, now: number): void {
  for (const [name, { requests, tokens, parallel, used, users }] of meters) {
    if (parallel === 0 && requests <= now && tokens <= now && used.size === 0 && users.size === 0) meters.delete(name);
  }
}
