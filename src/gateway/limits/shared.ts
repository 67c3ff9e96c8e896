import { randomUUID } from 'node:crypto';
import {
  type Cost,
  FREE,
  isBound,
  type Lease,
  type Limiter,
  periodOf,
  type Refused,
  type Scope,
  seconds,
  secondsLeft,
  type Wanted,
} from './limiter.ts';
import { once } from './local.ts';
import { createRenewal } from './renewal.ts';
import { RENEW, SETTLE, TAKE } from './scripts.ts';

/** A Redis or Valkey server, as far as limits need one. Rejects when it is lost. */
export interface ScriptRunner {
  run(script: string, argument: string): Promise<unknown>;
}

export interface SharedLimiterOptions {
  readonly runner: ScriptRunner;
  /** Takes over while the server is lost; null: calls are refused then. */
  readonly meanwhile: Limiter | null;
  readonly onLost: (error: unknown) => void;
  /** How long a call counts as under way when nothing more is heard of it. Milliseconds. */
  readonly life?: number;
}

/** A gateway that died, or answers that came too late, hold a key's places for so long. */
const LIFE = 60_000;

/** Limits that hold over all gateways with one Redis or Valkey. Its own clock counts, so that theirs may differ. */
export function createSharedLimiter({ runner, meanwhile, onLost, life = LIFE }: SharedLimiterOptions): Limiter {
  const renewal = createRenewal((scopes) => {
    runner.run(RENEW, JSON.stringify({ life, scopes })).catch(onLost);
  }, life / 3);
  return {
    take: (wanted) => {
      const scopes = wanted.scopes.filter(({ limits }) => isBound(limits));
      return scopes.length === 0 ? FREE : takeShared({ ...wanted, scopes });
    },
  };

  async function takeShared(wanted: Wanted): Promise<Lease | Refused> {
    const lease = randomUUID();
    const asked = wanted.scopes.map((scope) => asking(scope, wanted));
    let answer: unknown;
    try {
      answer = await runner.run(TAKE, JSON.stringify({ lease, life, tokens: wanted.cost.tokens, scopes: asked }));
    } catch (error) {
      onLost(error);
      return meanwhile === null ? LOST : meanwhile.take(wanted);
    }
    const refused = refusedIn(answer, wanted);
    if (refused !== null) return refused;
    renewal.add(
      lease,
      asked.flatMap(({ name, parallel }) => (parallel > 0 ? [name] : [])),
    );
    return once((cost) => {
      renewal.remove(lease);
      const scopes = asked.map((one) => ({ ...one, budgets: one.budgets.map((budget) => more(budget, wanted, cost)) }));
      const tokens = (cost?.tokens ?? 0) - wanted.cost.tokens;
      runner.run(SETTLE, JSON.stringify({ lease, tokens, scopes })).catch(onLost);
    });
  }
}

/** Nobody can count: the limit that is told is the one that stands for all. */
const LOST: Refused = { limit: 'requests', scope: 'all, since the limits cannot be counted', retryAfter: 1 };

function asking({ name, limits }: Scope, { cost, user, at }: Wanted) {
  const { requestsPerMinute, tokensPerMinute, parallel, budgets, monthlyUsers } = limits;
  return {
    name,
    requests: requestsPerMinute ?? 0,
    tokens: tokensPerMinute ?? 0,
    parallel: parallel ?? 0,
    budgets: budgets.map(({ unit, amount, per }) => ({
      key: `${periodOf(at, per)}/${unit}`,
      unit,
      amount,
      cost: cost[unit],
    })),
    users: user === null ? 0 : (monthlyUsers ?? 0),
    user: user ?? '',
    month: periodOf(at, 'month'),
  };
}

type AskedBudget = ReturnType<typeof asking>['budgets'][number];

function more(budget: AskedBudget, { cost }: Wanted, actual: Cost | null): AskedBudget {
  return { ...budget, cost: (actual?.[budget.unit] ?? 0) - cost[budget.unit] };
}

/** `[limit, scope, milliseconds]`, or nothing. Budgets and users tell no time: their period does. */
function refusedIn(answer: unknown, { at, scopes }: Wanted): Refused | null {
  if (!Array.isArray(answer) || answer.length === 0) return null;
  const [limit, scope, late] = answer.map(String);
  const known = LIMIT_NAMES.find((name) => name === limit);
  if (known === undefined) return LOST;
  const found = scopes.find(({ name }) => name === scope);
  const unit = known === 'token budget' ? 'tokens' : 'money';
  const per =
    known === 'monthly users' ? 'month' : (found?.limits.budgets.find((one) => one.unit === unit)?.per ?? 'day');
  const byPeriod = known.endsWith('budget') || known === 'monthly users';
  return {
    limit: known,
    scope: scope ?? '',
    retryAfter: byPeriod ? secondsLeft(at, per) : seconds(Number(late)),
  };
}

const LIMIT_NAMES: readonly Refused['limit'][] = [
  'requests',
  'tokens',
  'parallel',
  'token budget',
  'money budget',
  'monthly users',
];
