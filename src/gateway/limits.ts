import type { Grant } from './snapshot.ts';

/** What a call took, until it is given back. */
export interface Lease {
  /** The call is over, and this many tokens were really used; null: it never reached a server. */
  settle(tokens: number | null): void;
}

export interface Refused {
  readonly limit: 'requests' | 'tokens' | 'parallel';
  /** Seconds until it may be tried again. */
  readonly retryAfter: number;
}

export interface Limiter {
  take(grant: Grant, tokens: number): Lease | Refused;
}

interface Meter {
  /** When each would be empty again (GCRA's theoretical arrival time), in milliseconds. */
  requests: number;
  tokens: number;
  parallel: number;
}

const MINUTE = 60_000;
/** Keys that are remembered; those that are idle are forgotten first. */
const MOST = 100_000;

/**
 * Limits of keys in this process: a minute's worth may come at once, then at the rate (GCRA). Tokens are reserved by
 * estimate when a call begins and corrected when it ends, so that long answers count in full.
 */
export function createLimiter(clock: () => number): Limiter {
  const meters = new Map<string, Meter>();
  const meterOf = ({ name }: Grant): Meter => {
    let meter = meters.get(name);
    if (meter === undefined) {
      if (meters.size >= MOST) forgetIdle(meters, clock());
      meter = { requests: 0, tokens: 0, parallel: 0 };
      meters.set(name, meter);
    }
    return meter;
  };
  return {
    take: (grant, tokens) => {
      const { requestsPerMinute, tokensPerMinute, parallel } = grant.limits;
      if (requestsPerMinute === null && tokensPerMinute === null && parallel === null) return FREE;
      const meter = meterOf(grant);
      const now = clock();
      if (parallel !== null && meter.parallel >= parallel) return { limit: 'parallel', retryAfter: 1 };
      const requests = taken(meter.requests, now, 1, requestsPerMinute);
      if (requests.late > 0) return { limit: 'requests', retryAfter: seconds(requests.late) };
      const used = taken(meter.tokens, now, tokens, tokensPerMinute);
      if (used.late > 0) return { limit: 'tokens', retryAfter: seconds(used.late) };
      meter.requests = requests.until;
      meter.tokens = used.until;
      meter.parallel++;
      let open = true;
      return {
        settle: (actual) => {
          if (!open) return;
          open = false;
          meter.parallel--;
          if (tokensPerMinute !== null) meter.tokens += (((actual ?? 0) - tokens) * MINUTE) / tokensPerMinute;
        },
      };
    },
  };
}

const FREE: Lease = { settle: () => {} };

/** A meter that was taken from, and by how many milliseconds that is too early. */
function taken(until: number, now: number, amount: number, perMinute: number | null) {
  if (perMinute === null) return { until, late: 0 };
  const full = Math.max(until, now) + (amount * MINUTE) / perMinute;
  // One call may be larger than a minute's worth: it waits for an empty meter, and not for ever.
  const late = Math.max(until, now) === now ? 0 : full - now - MINUTE;
  return { until: full, late };
}

function seconds(milliseconds: number): number {
  return Math.max(1, Math.ceil(milliseconds / 1000));
}

function forgetIdle(meters: Map<string, Meter>, now: number): void {
  for (const [name, { requests, tokens, parallel }] of meters) {
    if (parallel === 0 && requests <= now && tokens <= now) meters.delete(name);
  }
}
