import type { Call } from './call.ts';
import { type Ended, fail, type Yielded } from './relay.ts';

/** A server that is full, down or starting: 529 is Anthropic's word for it. Anything else may be the call's own fault. */
export const CANNOT: ReadonlySet<number> = new Set([429, 502, 503, 504, 529]);

/** Another is asked. */
export function cannot(status: number, retryAfter: string | null): Yielded {
  const seconds = Number(retryAfter);
  return {
    yielded: { status, code: 'upstream_error', message: `the model server cannot answer now: ${status}` },
    untried: false,
    retryAfter: Number.isInteger(seconds) && seconds > 0 ? seconds : null,
  };
}

/** What came back is no answer. */
export function unreadableBy(call: Call): Ended | Yielded {
  const [code, message] = ['upstream_invalid', 'the model server sent no answer that could be read'];
  if (!call.yields) return fail(call, 502, code, message);
  return { yielded: { status: 502, code, message }, untried: false, retryAfter: null };
}
