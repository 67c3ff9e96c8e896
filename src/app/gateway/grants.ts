import type { GatewayConfig, GatewayKey, GatewayLimits } from '../../domain/gateway.ts';
import { isBound, type Limits, type Scope } from '../../gateway/limits/limiter.ts';
import type { Grant } from '../../gateway/snapshot.ts';

/** What every key may do, by its hash; two of one name while one takes the other's place. */
export function grantsOf(config: GatewayConfig): ReadonlyMap<string, Grant> {
  return new Map(
    config.keys.flatMap((key) => {
      const end = endOf(key.expires);
      const grant = grantFor(key.name, key, config, end);
      if (key.previous === null) return [[key.sha256, grant] as const];
      const until = Math.min(Date.parse(key.previous.until), end ?? Number.POSITIVE_INFINITY);
      // One caller, with one caller's limits, whichever key they show.
      return [[key.sha256, grant] as const, [key.previous.sha256, { ...grant, expiresAt: until }] as const];
    }),
  );
}

function endOf(expires: string | null): number | null {
  return expires === null ? null : Date.parse(expires);
}

/** `expiresAt` in milliseconds since 1970; null: never. */
export function grantFor(
  name: string,
  { team, channels, surfaces, limits }: Pick<GatewayKey, 'team' | 'channels' | 'surfaces' | 'limits'>,
  { teams }: Pick<GatewayConfig, 'teams'>,
  expiresAt: number | null,
): Grant {
  const ofTeam = teams.find((one) => one.name === team);
  return {
    name,
    team,
    channels: channels.length === 0 ? null : new Set(channels),
    surfaces: surfaces.length === 0 ? null : new Set(surfaces),
    expiresAt,
    scopes: [
      ...scopesOf(`key:${name}`, limitsOf({ ...limits, parallel: limits.parallel ?? KEY_PARALLEL })),
      ...(ofTeam === undefined ? [] : scopesOf(`team:${ofTeam.name}`, limitsOf(ofTeam.limits))),
    ],
  };
}

/** Half of the connections to a model server: no key holds all of them by streams that nobody reads. */
const KEY_PARALLEL = 256;

/** What bounds nothing is not asked. */
export function scopesOf(name: string, limits: Limits): readonly Scope[] {
  return isBound(limits) ? [{ name, limits }] : [];
}

export function limitsOf(given: GatewayLimits): Limits {
  const { requestsPerMinute, tokensPerMinute, parallel } = given;
  const budgets = [
    { unit: 'tokens', per: 'day', amount: given.tokensPerDay },
    { unit: 'tokens', per: 'month', amount: given.tokensPerMonth },
    { unit: 'money', per: 'day', amount: given.moneyPerDay },
    { unit: 'money', per: 'month', amount: given.moneyPerMonth },
  ] as const;
  return {
    requestsPerMinute,
    tokensPerMinute,
    parallel,
    budgets: budgets.flatMap(({ unit, per, amount }) => (amount === null ? [] : [{ unit, per, amount }])),
    monthlyUsers: null,
  };
}
