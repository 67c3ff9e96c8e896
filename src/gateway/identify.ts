import { hash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { refuse } from './call.ts';
import { keyIn } from './headers.ts';
import type { Grant, Snapshot } from './snapshot.ts';

/** Who showed which key on a connection last: most callers keep theirs, and need not be looked up anew for each call. */
const KNOWN = new WeakMap<
  object,
  { readonly key: string; readonly among: Snapshot['grants']; readonly grant: Grant }
>();

/** A signed token (RFC 7519) in its short form; keys of ours have no dots. */
const TOKEN = /^ey[\w-]+\.[\w-]+\.[\w-]+$/;

/** Seconds after which an issuer that is away is asked again. */
const ISSUER_BACK = 5;

/** What the caller may do, by a key or by an issuer's token. Only for a token is anything waited for. Throws RefusedCall. */
export function grantOf({ headers, socket }: IncomingMessage, snapshot: Snapshot, now: Date): Grant | Promise<Grant> {
  const { grants, tokens } = snapshot;
  const key = keyIn(headers);
  if (key === null) refuse(401, 'invalid_api_key', 'no key was given');
  const known = KNOWN.get(socket);
  if (known?.key === key && known.among === grants) return unexpired(known.grant, now);
  const grant = grants.get(hash('sha256', key));
  if (grant !== undefined) {
    KNOWN.set(socket, { key, among: grants, grant });
    return unexpired(grant, now);
  }
  if (tokens !== undefined && TOKEN.test(key)) return tokens.identify(key, now).then((found) => granted(found));
  refuse(401, 'invalid_api_key', 'this key is not known here');
}

function unexpired(grant: Grant, now: Date): Grant {
  if (grant.expiresAt !== null && grant.expiresAt <= now.getTime())
    refuse(401, 'invalid_api_key', 'this key has expired');
  return grant;
}

function granted(found: Awaited<ReturnType<NonNullable<Snapshot['tokens']>['identify']>>): Grant {
  switch (found.kind) {
    case 'caller':
      return found.grant;
    case 'refused':
      refuse(401, 'invalid_token', found.why);
      break;
    case 'nobody':
      refuse(403, 'not_a_caller', found.why);
      break;
    case 'unreachable':
      refuse(503, 'issuer_unreachable', found.why, ISSUER_BACK);
  }
}
