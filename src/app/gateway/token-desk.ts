import { hash } from 'node:crypto';
import type { GatewayConfig, GatewayIssuer } from '../../domain/gateway.ts';
import type { Identified, TokenDesk } from '../../gateway/snapshot.ts';
import { WeighbridgeError } from '../../kernel/errors.ts';
import { isJsonObject } from '../../kernel/json.ts';
import { type TokenHolder, type TokenIssuer, TokenRefused } from '../../ports/token-issuer.ts';
import { grantFor } from './grants.ts';

/** Callers whose token was read lately; an agent shows the same one with every call. */
const REMEMBERED = 10_000;
/** Milliseconds after which a token is read anew: its issuer may have withdrawn the key. */
const BELIEVED = 60_000;

/** Reads tokens of the issuers that an operator wrote down; the first of the issuer's groups that a holder is in says what they may do. */
export function createTokenDesk(
  config: Pick<GatewayConfig, 'issuers' | 'teams'>,
  open: (issuer: GatewayIssuer) => TokenIssuer,
): TokenDesk {
  const issuers = new Map(config.issuers.map((issuer) => [issuer.issuer, { issuer, reader: open(issuer) }]));
  const known = new Map<string, { readonly found: Identified; readonly until: number }>();
  const read = async (token: string, now: Date): Promise<Identified> => {
    const from = issuers.get(issuerIn(token) ?? '');
    if (from === undefined) return { kind: 'refused', why: 'the issuer of this token is not known here' };
    try {
      return callerOf(from.issuer, await from.reader.verify(token, now), config);
    } catch (error) {
      if (error instanceof TokenRefused) return { kind: 'refused', why: error.message };
      if (error instanceof WeighbridgeError && error.code === 'sso-unreachable')
        return { kind: 'unreachable', why: `${from.issuer.name} cannot be asked for its keys` };
      throw error;
    }
  };
  return {
    identify: async (token, now) => {
      // Not the token itself: what is kept in memory is of no use to whoever reads it there.
      const name = hash('sha256', token);
      const before = known.get(name);
      if (before !== undefined && now.getTime() < before.until) return before.found;
      known.delete(name);
      const found = await read(token, now);
      if (found.kind !== 'caller') return found;
      const [oldest = ''] = known.keys();
      if (known.size >= REMEMBERED) known.delete(oldest);
      const end = found.grant.expiresAt ?? now.getTime();
      known.set(name, { found, until: Math.min(end, now.getTime() + BELIEVED) });
      return found;
    },
  };
}

function callerOf(
  { name, callers }: GatewayIssuer,
  { subject, groups, expiresAt }: TokenHolder,
  config: Pick<GatewayConfig, 'teams'>,
): Identified {
  const member = callers.find(({ group }) => groups.includes(group));
  if (member === undefined) return { kind: 'nobody', why: `none of your groups at ${name} may call here` };
  // A colon is in no key's name: nobody is taken for a key.
  return { kind: 'caller', grant: grantFor(`${name}:${subject}`, member, config, expiresAt) };
}

/** Who a token says it is from, before anything of it is believed. */
function issuerIn(token: string): string | null {
  try {
    const claims: unknown = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8'));
    return isJsonObject(claims) && typeof claims.iss === 'string' ? claims.iss : null;
  } catch {
    return null;
  }
}
