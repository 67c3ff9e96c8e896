/** Bounds of one key, team, channel or user. Null: no bound. */
export interface Limits {
  readonly requestsPerMinute: number | null;
  readonly tokensPerMinute: number | null;
  readonly parallel: number | null;
  readonly budgets: readonly Budget[];
  /** Different users of a month; only of a channel. */
  readonly monthlyUsers: number | null;
}

/** What may be used in a day or month of UTC, and is full again in the next. */
export interface Budget {
  readonly unit: 'tokens' | 'money';
  readonly amount: number;
  readonly per: 'day' | 'month';
}

/** Whose limits, and which. */
export interface Scope {
  /** `key:team-a`, `user:assistant/1f2e…`. */
  readonly name: string;
  readonly limits: Limits;
}

/** What a call uses: by estimate before it, by what its server counted after it. */
export interface Cost {
  readonly tokens: number;
  /** In the currency of the channel's price. */
  readonly money: number;
}

/** A call that wants to be made. */
export interface Wanted {
  readonly scopes: readonly Scope[];
  readonly cost: Cost;
  /** Whose call it is, for counting users; null: not said. */
  readonly user: string | null;
  readonly at: Date;
}

/** What a call took, until it is given back. */
export interface Lease {
  /** The call is over, and this was really used; null: it never reached a server. */
  settle(cost: Cost | null): void;
}

export interface Refused {
  readonly limit: 'requests' | 'tokens' | 'parallel' | 'token budget' | 'money budget' | 'monthly users';
  /** Whose: the first of the scopes that is full. */
  readonly scope: string;
  /** Seconds until it may be tried again. */
  readonly retryAfter: number;
}

/** Limits and budgets: reserved when a call begins, in every scope or in none, and corrected when it ends. */
export interface Limiter {
  take(wanted: Wanted): Lease | Refused | Promise<Lease | Refused>;
}

export const MINUTE = 60_000;

export const NO_LIMITS: Limits = {
  requestsPerMinute: null,
  tokensPerMinute: null,
  parallel: null,
  budgets: [],
  monthlyUsers: null,
};

export function isBound({ requestsPerMinute, tokensPerMinute, parallel, budgets, monthlyUsers }: Limits): boolean {
  return (
    requestsPerMinute !== null ||
    tokensPerMinute !== null ||
    parallel !== null ||
    budgets.length > 0 ||
    monthlyUsers !== null
  );
}

/** The day or month of UTC that an instant lies in: `2026-11-28`, `2026-11`. */
export function periodOf(at: Date, per: Budget['per']): string {
  return at.toISOString().slice(0, per === 'day' ? 10 : 7);
}

/** Seconds until the next day or month of UTC begins. */
export function secondsLeft(at: Date, per: Budget['per']): number {
  const [year, month, day] = [at.getUTCFullYear(), at.getUTCMonth(), at.getUTCDate()];
  const next = per === 'day' ? Date.UTC(year, month, day + 1) : Date.UTC(year, month + 1, 1);
  return Math.max(1, Math.ceil((next - at.getTime()) / 1000));
}

export function seconds(milliseconds: number): number {
  return Math.max(1, Math.ceil(milliseconds / 1000));
}

export const FREE: Lease = { settle: () => {} };
