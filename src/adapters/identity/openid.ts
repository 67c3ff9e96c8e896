import type { Configuration, IDToken, UserInfoResponse } from 'openid-client';
import { WeighbridgeError } from '../../kernel/errors.ts';
import { printable } from '../../kernel/printable.ts';
import type { Identity, IdentityProvider, SignInBinding } from '../../ports/identity-provider.ts';
import { createAsker } from '../net/asker.ts';

export interface OpenIdOptions {
  /** As people call it; null: by its host. */
  readonly name: string | null;
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly scopes: readonly string[];
  readonly groupsClaim: string;
  /** Where browsers come back to, as the provider knows it. */
  readonly redirect: string;
  /** May lie on private addresses, and be asked over plain http. */
  readonly trustedHosts: readonly string[];
}

type Library = typeof import('openid-client');
type Claims = Partial<IDToken & UserInfoResponse>;

/**
 * An OpenID provider by discovery: authorization code with PKCE, and an ID token whose signature, issuer, audience, nonce and
 * times the library checks. Loaded and discovered with the first sign-in.
 */
export function createOpenId(options: OpenIdOptions): IdentityProvider {
  const { issuer, redirect, groupsClaim } = options;
  let found: Promise<Found> | null = null;
  const provider = (): Promise<Found> => {
    found ??= discover(options).catch((error: unknown) => {
      // Whoever comes next asks anew.
      found = null;
      throw error;
    });
    return found;
  };
  return {
    name: options.name ?? new URL(issuer).host,
    issuer,
    authorize: async ({ state, nonce, verifier }) => {
      const { library, configuration } = await provider();
      const url = library.buildAuthorizationUrl(configuration, {
        redirect_uri: redirect,
        scope: options.scopes.join(' '),
        code_challenge: await library.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
        state,
        nonce,
      });
      if (url.protocol !== 'https:' && url.protocol !== 'http:')
        throw new WeighbridgeError('sso-unreachable', 'its authorization endpoint is no web address');
      return url.href;
    },
    identify: async (parameters, binding) => {
      const { library, configuration } = await provider();
      try {
        const claims = await redeem(library, configuration, returned(redirect, parameters), binding, groupsClaim);
        return identityIn(issuer, claims, groupsClaim);
      } catch (cause) {
        throw cause instanceof WeighbridgeError && cause.code.startsWith('sso-') ? cause : failure(cause);
      }
    },
  };
}

interface Found {
  readonly library: Library;
  readonly configuration: Configuration;
}

async function discover({ issuer, clientId, clientSecret, trustedHosts }: OpenIdOptions): Promise<Found> {
  const library = await import('openid-client');
  const ask = createAsker(trustedHosts);
  const options = {
    // Tokens come from the provider over TLS; their signatures are looked at all the same.
    execute: [
      library.enableNonRepudiationChecks,
      ...(issuer.startsWith('http:') ? [library.allowInsecureRequests] : []),
    ],
    timeout: 20,
    [library.customFetch]: (url: string, { method, headers, body }: Request) =>
      ask(url, { method, headers, body: body instanceof URLSearchParams ? body.toString() : bytesOf(body) }),
  };
  try {
    const server = new URL(issuer);
    const configuration = await library.discovery(
      server,
      clientId,
      { client_secret: clientSecret },
      undefined,
      options,
    );
    return { library, configuration };
  } catch (cause) {
    throw unreachable(cause);
  }
}

interface Request {
  readonly method: string;
  readonly headers: Record<string, string>;
  readonly body?: unknown;
}

function bytesOf(body: unknown): string | Uint8Array | null {
  return typeof body === 'string' || body instanceof Uint8Array ? body : null;
}

/** The address a browser came back to: ours, whatever Host it named, with the provider's parameters. */
function returned(redirect: string, parameters: string): URL {
  const url = new URL(redirect);
  url.search = parameters;
  return url;
}

async function redeem(
  library: Library,
  configuration: Configuration,
  url: URL,
  { state, nonce, verifier }: SignInBinding,
  groupsClaim: string,
): Promise<Claims> {
  const tokens = await library.authorizationCodeGrant(configuration, url, {
    pkceCodeVerifier: verifier,
    expectedState: state,
    expectedNonce: nonce,
    idTokenExpected: true,
  });
  const claims = tokens.claims();
  if (claims === undefined) throw new WeighbridgeError('sso-refused', 'there is no ID token');
  const whole = claims.email !== undefined && claims[groupsClaim] !== undefined;
  if (whole || configuration.serverMetadata().userinfo_endpoint === undefined) return claims;
  // Many providers keep the ID token small; the library holds this answer to the same subject.
  return { ...(await library.fetchUserInfo(configuration, tokens.access_token, claims.sub)), ...claims };
}

function identityIn(issuer: string, claims: Claims, groupsClaim: string): Identity {
  const { sub: subject, email, email_verified: verified, name } = claims;
  if (typeof subject !== 'string' || !/^[\x20-\x7e]{1,255}$/.test(subject))
    throw new WeighbridgeError('sso-refused', 'its subject is none');
  const given = claims[groupsClaim] ?? [];
  const groups = typeof given === 'string' ? [given] : given;
  if (!Array.isArray(groups) || !groups.every((group) => typeof group === 'string'))
    throw new WeighbridgeError('sso-refused', `the claim ${groupsClaim} is no list of groups`);
  return {
    issuer,
    subject,
    email: typeof email === 'string' && verified !== false ? email : null,
    name: typeof name === 'string' ? name : null,
    groups,
  };
}

/** What could not be asked is the provider's fault; all else that fails here was sent by whoever came back. */
function failure(cause: unknown): WeighbridgeError {
  for (let inner = cause; inner instanceof Error; inner = inner.cause)
    if (inner instanceof WeighbridgeError || inner.name === 'TimeoutError') return unreachable(cause);
  const said = cause instanceof Error ? cause.message : String(cause);
  return new WeighbridgeError('sso-refused', printable(said).slice(0, 200), { cause });
}

function unreachable(cause: unknown): WeighbridgeError {
  let deepest = cause;
  while (deepest instanceof Error && deepest.cause instanceof Error) deepest = deepest.cause;
  const said = deepest instanceof Error ? deepest.message : String(deepest);
  return new WeighbridgeError('sso-unreachable', printable(said).slice(0, 300), { cause });
}
