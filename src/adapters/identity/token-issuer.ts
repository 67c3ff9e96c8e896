import type { JWTPayload, RemoteJWKSet } from 'jose';
import type { GatewayIssuer } from '../../domain/gateway.ts';
import { WeighbridgeError } from '../../kernel/errors.ts';
import { isJsonObject } from '../../kernel/json.ts';
import { isPrintable } from '../../kernel/printable.ts';
import { type TokenHolder, type TokenIssuer, TokenRefused } from '../../ports/token-issuer.ts';
import { createAsker } from '../net/asker.ts';

type Library = typeof import('jose');

/** Milliseconds. A key that its issuer withdrew counts for so long at most, and so long may the issuer be away. */
const KEYS_KEPT = 60 * 60_000;
/** Between two looks for a key that is not known: whoever sends made-up ones causes no storm. */
const KEYS_ASKED = 30_000;
/** After an issuer did not answer. */
const AGAIN = 5_000;
/** OpenID's, OAuth's access tokens (RFC 9068), and those that say nothing; no logout or event passes for a caller. */
const TYPES: ReadonlySet<string | undefined> = new Set([undefined, 'jwt', 'at+jwt', 'application/at+jwt']);

type Options = Omit<GatewayIssuer, 'name' | 'callers'> & {
  /** May lie on private addresses, and be asked over plain http. */
  readonly trustedHosts: readonly string[];
};

/** An issuer by OpenID discovery, whose keys are fetched with the first token, kept, and looked for again when a new one signs. */
export function createTokenIssuer(options: Options): TokenIssuer {
  const { issuer, audience, groupsClaim, skewSeconds } = options;
  const keys = retried(() => discover(options));
  return {
    verify: async (token, now) => {
      const { library, keySet } = await keys();
      const { payload, protectedHeader } = await library
        .jwtVerify(token, keySet, {
          issuer,
          audience,
          algorithms: [...options.algorithms],
          clockTolerance: skewSeconds,
          currentDate: now,
          requiredClaims: ['exp', 'sub'],
        })
        .catch((cause: unknown) => {
          throw refusalFor(library, cause);
        });
      if (!TYPES.has(protectedHeader.typ?.toLowerCase()))
        throw new TokenRefused(`a token of type ${protectedHeader.typ} calls nobody`);
      return holderIn(payload, groupsClaim, skewSeconds);
    },
  };
}

interface Keys {
  readonly library: Library;
  readonly keySet: RemoteJWKSet;
}

async function discover({ issuer, trustedHosts }: Options): Promise<Keys> {
  const library = await import('jose');
  const ask = createAsker(trustedHosts);
  const get = async (url: string): Promise<Response> =>
    ask(url, { method: 'GET', headers: { accept: 'application/json' }, body: null });
  try {
    const answer = await get(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`);
    if (answer.status !== 200) throw new Error(`it answers ${answer.status}`);
    const document: unknown = await answer.json();
    if (!isJsonObject(document) || document.issuer !== issuer) throw new Error('it calls itself otherwise');
    const url = keysIn(document.jwks_uri, issuer);
    const keySet = library.createRemoteJWKSet(url, {
      cacheMaxAge: KEYS_KEPT,
      cooldownDuration: KEYS_ASKED,
      [library.customFetch]: get,
    });
    return { library, keySet };
  } catch (cause) {
    throw unreachable(cause);
  }
}

function keysIn(value: unknown, issuer: string): URL {
  if (typeof value !== 'string' || !URL.canParse(value)) throw new Error('it names no keys');
  const url = new URL(value);
  if (url.protocol !== 'https:' && url.protocol !== new URL(issuer).protocol)
    throw new Error('its keys are not on https');
  return url;
}

/** Made once; after a failure not again at once. */
function retried<Value>(make: () => Promise<Value>): () => Promise<Value> {
  let made: Promise<Value> | null = null;
  let failedAt = Number.NEGATIVE_INFINITY;
  return () => {
    if (made !== null && performance.now() - failedAt < AGAIN) return made;
    if (made === null || failedAt > Number.NEGATIVE_INFINITY) {
      failedAt = Number.NEGATIVE_INFINITY;
      made = make();
      made.catch(() => {
        failedAt = performance.now();
      });
    }
    return made;
  };
}

function holderIn({ sub, exp = 0, ...claims }: JWTPayload, groupsClaim: string, skewSeconds: number): TokenHolder {
  if (sub === undefined || sub.length > 255 || sub === '' || !isPrintable(sub))
    throw new TokenRefused('its subject is none');
  const given = claims[groupsClaim] ?? [];
  const groups: unknown = typeof given === 'string' ? [given] : given;
  if (!Array.isArray(groups) || !groups.every((group) => typeof group === 'string'))
    throw new TokenRefused(`its claim ${groupsClaim} is no list of groups`);
  return { subject: sub, groups, expiresAt: (exp + skewSeconds) * 1000 };
}

/** What a library found wrong with a token, in words that show nothing of it; what it could not ask is the issuer's fault. */
function refusalFor({ errors }: Library, cause: unknown): Error {
  if (cause instanceof errors.JWTExpired) return new TokenRefused('this token has expired');
  if (cause instanceof errors.JWTClaimValidationFailed)
    return new TokenRefused(`its claim ${cause.claim} does not hold here`);
  if (cause instanceof errors.JOSEAlgNotAllowed)
    return new TokenRefused('it is signed in a way that does not count here');
  if (cause instanceof errors.JWSSignatureVerificationFailed || cause instanceof errors.JWKSNoMatchingKey)
    return new TokenRefused('no key of its issuer signed it');
  if (
    cause instanceof errors.JWKSTimeout ||
    !(cause instanceof errors.JOSEError) ||
    cause.constructor === errors.JOSEError
  )
    return unreachable(cause);
  return new TokenRefused('it is no token that can be read');
}

function unreachable(cause: unknown): WeighbridgeError {
  const said = cause instanceof Error ? cause.message : String(cause);
  return new WeighbridgeError('sso-unreachable', said.slice(0, 300), { cause });
}
