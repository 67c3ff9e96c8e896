import type { Problem } from '../../wire/surface.ts';
import type { Call } from '../call.ts';
import { type Ended, fail, type Yielded } from '../relaying/relay.ts';

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

/** What OpenSSL and Node call certificates that nobody trusts, or that a server does not trust, and handshakes that fail. */
const UNTRUSTED =
  /^(?:ERR_TLS_|ERR_SSL_|CERT_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|INVALID_CA$|INVALID_PURPOSE$|HOSTNAME_MISMATCH$|PATH_LENGTH_EXCEEDED$)/;

/** Why no server took a call. */
export function unreachable({ code = '' }: Error & { readonly code?: string }): Problem {
  if (!UNTRUSTED.test(code))
    return { status: 502, code: 'upstream_unreachable', message: 'the model server cannot be reached' };
  const message = `the model server and the gateway do not trust each other's certificates (${code})`;
  return { status: 502, code: 'upstream_untrusted', message };
}
