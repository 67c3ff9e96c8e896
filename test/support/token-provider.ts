import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, type JWK, SignJWT } from 'jose';
import { Provider } from 'oidc-provider';

export const AUDIENCE = 'https://gateway.example';

/** A signing key, as the provider and a forger have it. */
export interface SigningKey {
  readonly kid: string;
  readonly jwk: JWK;
  sign(claims: Readonly<Record<string, unknown>>, header?: Readonly<Record<string, unknown>>): Promise<string>;
}

export async function signingKey(kid: string, alg = 'ES256'): Promise<SigningKey> {
  const { privateKey } = await generateKeyPair(alg, { extractable: true });
  const jwk = { ...(await exportJWK(privateKey)), kid, alg, use: 'sig' };
  return {
    kid,
    jwk,
    sign: (claims, header = {}) =>
      new SignJWT(claims).setProtectedHeader({ alg, kid, ...header }).sign(privateKey, { crit: { tomorrow: true } }),
  };
}

export interface TokenProvider {
  readonly issuer: string;
  /** How often its keys were asked for. */
  readonly asked: () => number;
  /** A real access token (RFC 9068) for a machine that is in these groups. */
  token(groups: readonly string[]): Promise<string>;
  /** Starts again at the same address with other keys. */
  restart(keys: readonly SigningKey[]): void;
  /** Answers nobody until it starts again. */
  away(): void;
  stop(): Promise<void>;
}

const CLIENT = { id: 'a-machine', secret: 'of the tests, and of no worth to anybody' };

/** A real provider (`oidc-provider`) that gives machines tokens with groups. */
export async function startTokenProvider(keys: readonly SigningKey[]): Promise<TokenProvider> {
  let asked = 0;
  let groups: readonly string[] = [];
  // It keeps its port all the time: another test would take it.
  const server = createServer();
  await listening(server, 0);
  const { port } = server.address() as AddressInfo;
  const issuer = `http://127.0.0.1:${port}`;
  type Handle = ReturnType<Provider['callback']>;
  const handling = (with_: readonly SigningKey[]): Handle => providerAt(issuer, with_, () => groups).callback();
  let handle: Handle | null = handling(keys);
  server.on('request', (request, response) => {
    if (handle === null) return void request.socket.destroy();
    if (request.url === '/jwks') asked += 1;
    void handle(request, response);
  });
  return {
    issuer,
    asked: () => asked,
    token: async (of) => {
      groups = of;
      const body = new URLSearchParams({ grant_type: 'client_credentials', resource: AUDIENCE, scope: 'call' });
      const authorization = `Basic ${Buffer.from(`${CLIENT.id}:${encodeURIComponent(CLIENT.secret)}`).toString('base64')}`;
      const answer = await fetch(`${issuer}/token`, { method: 'POST', body, headers: { authorization } });
      const { access_token: token, ...rest } = (await answer.json()) as { access_token?: string };
      if (token === undefined) throw new Error(`no token: ${JSON.stringify(rest)}`);
      return token;
    },
    restart: (others) => {
      handle = handling(others);
      server.closeAllConnections();
    },
    away: () => {
      handle = null;
      server.closeAllConnections();
    },
    stop: () => stop(server),
  };
}

function providerAt(issuer: string, keys: readonly SigningKey[], groups: () => readonly string[]): Provider {
  return new Provider(issuer, {
    clients: [
      {
        client_id: CLIENT.id,
        client_secret: CLIENT.secret,
        grant_types: ['client_credentials'],
        redirect_uris: [],
        response_types: [],
        id_token_signed_response_alg: 'ES256',
      },
    ],
    jwks: { keys: keys.map(({ jwk }) => jwk) as never },
    scopes: ['call'],
    cookies: { keys: ['of the tests'] },
    extraTokenClaims: () => ({ groups: [...groups()] }),
    features: {
      devInteractions: { enabled: false },
      clientCredentials: { enabled: true },
      resourceIndicators: {
        enabled: true,
        getResourceServerInfo: () => ({
          scope: 'call',
          audience: AUDIENCE,
          accessTokenFormat: 'jwt',
          jwt: { sign: { alg: 'ES256' } },
        }),
      },
    },
  });
}

function listening(server: Server, port: number): Promise<void> {
  return new Promise((resolve) => server.listen(port, '127.0.0.1', resolve));
}

async function stop(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
}
