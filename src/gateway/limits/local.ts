import {
  type Budget,
  type Cost,
  FREE,
  isBound,
  type Lease,
  type Limiter,
  type Limits,
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
      const now = clock();
      const taking: Taking[] = [];
      for (const scope of wanted.scopes) {
        if (!isBound(scope.limits)) continue;
        const meter = meterOf(scope);
        const refused = refusedBy(scope, meter, wanted, now);
        if (refused !== null) return refused;
        taking.push({ limits: scope.limits, meter });
      }
      if (taking.length === 0) return FREE;
      for (const { limits, meter } of taking) reserve(limits, meter, wanted, now);
      return once((actual) => {
        for (const { limits, meter } of taking) settle(limits, meter, wanted, actual);
      });
    },
  };
}

/** What a call is counted in. */
interface Taking {
  readonly limits: Limits;
  readonly meter: Meter;
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
  const requestsLate = lateBy(meter.requests, now, 1, limits.requestsPerMinute);
  if (requestsLate > 0) return full('requests', seconds(requestsLate));
  const tokensLate = lateBy(meter.tokens, now, cost.tokens, limits.tokensPerMinute);
  if (tokensLate > 0) return full('tokens', seconds(tokensLate));
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

function reserve(limits: Limits, meter: Meter, { cost, user, at }: Wanted, now: number): void {
  const { requestsPerMinute, tokensPerMinute, budgets, monthlyUsers } = limits;
  meter.requests = fullAt(meter.requests, now, 1, requestsPerMinute);
  meter.tokens = fullAt(meter.tokens, now, cost.tokens, tokensPerMinute);
  meter.parallel++;
  if (monthlyUsers !== null && user !== null) meter.users.add(user);
  if (meter.used.size > 0) forgetPeriods(meter, budgets, at);
  for (const budget of budgets) add(meter, keyOf(budget, at), cost[budget.unit]);
}

function forgetPeriods({ used }: Meter, budgets: readonly Budget[], at: Date): void {
  const keys = new Set(budgets.map((budget) => keyOf(budget, at)));
  for (const old of used.keys()) if (!keys.has(old)) used.delete(old);
}

/** Puts what was really used in the place of what was reserved. */
function settle({ tokensPerMinute, budgets }: Limits, meter: Meter, { cost, at }: Wanted, actual: Cost | null): void {
  meter.parallel--;
  if (tokensPerMinute !== null) meter.tokens += (((actual?.tokens ?? 0) - cost.tokens) * MINUTE) / tokensPerMinute;
  for (const budget of budgets) {
    const key = keyOf(budget, at);
    if (meter.used.has(key)) add(meter, key, (actual?.[budget.unit] ?? 0) - cost[budget.unit]);
  }
}

function add({ used }: Meter, key: string, amount: number): void {
  used.set(key, Math.max(0, (used.get(key) ?? 0) + amount));
}

function keyOf({ unit, per }: Budget, at: Date): string {
  return `${periodOf(at, per)}/${unit}`;
}

/** When a meter that this is taken from would be empty again. */
function fullAt(until: number, now: number, amount: number, perMinute: number | null): number {
  return perMinute === null ? until : Math.max(until, now) + (amount * MINUTE) / perMinute;
}

/** By how many milliseconds it is too early to take this. */
function lateBy(until: number, now: number, amount: number, perMinute: number | null): number {
  // One call may be larger than a minute's worth: it waits for an empty meter, and not for ever.
  return perMinute === null || until <= now ? 0 : fullAt(until, now, amount, perMinute) - now - MINUTE;
}

function forgetIdle(meters: Map<string, Meter>, now: number): void {
  for (const [name, { requests, tokens, parallel, used, users }] of meters) {
    if (parallel === 0 && requests <= now && tokens <= now && used.size === 0 && users.size === 0) meters.delete(name);
  }
}
