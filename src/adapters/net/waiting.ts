import type { Answer } from './answer.ts';

/** A source that asks for more is told so to the user, who can come back: nobody waits at a prompt for minutes. */
const LONGEST = 30_000;
const FIRST = 500;

/**
 * Milliseconds to pause before the next try: what the source asks for, else half a second, doubling. Null when it asks
 * for longer than anybody would wait.
 */
export function waitFor(answer: Answer | null, attempt: number): number | null {
  const asked = answer === null ? undefined : askedFor(answer);
  if (asked === undefined) return FIRST * 2 ** (attempt - 1);
  return asked > LONGEST ? null : asked;
}

/** `Retry-After` in seconds or as a date (RFC 9110, 10.2.3), or the rest of the window in `RateLimit: "api";r=0;t=12`. */
export function askedFor(answer: Answer): number | undefined {
  const after = answer.header('retry-after')?.trim();
  if (after !== undefined && /^\d{1,9}$/.test(after)) return Number(after) * 1000;
  const until = after === undefined ? Number.NaN : Date.parse(after);
  if (!Number.isNaN(until)) return Math.max(0, until - Date.parse(answer.header('date') ?? new Date().toUTCString()));
  const rest = /;\s*t=(\d{1,9})\b/.exec(answer.header('ratelimit') ?? '')?.[1];
  return answer.status === 429 && rest !== undefined ? Number(rest) * 1000 : undefined;
}
