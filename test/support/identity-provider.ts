import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Provider } from 'oidc-provider';

/** Somebody whom the provider knows. */
export interface Account {
  readonly sub: string;
  readonly email: string;
  readonly emailVerified?: boolean;
  readonly name: string;
  groups: readonly string[];
}

export interface RunningProvider {
  readonly issuer: string;
  /** Who sits at the browser; null: they press "cancel". */
  account: Account | null;
  stop(): Promise<void>;
}

/** Of a server that is yet to start: a provider must know where browsers come back to. */
export async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  return typeof address === 'object' && address !== null ? address.port : 0;
}

export const CLIENT = { id: 'weighbridge', secret: 'a secret of the tests, of no worth to anybody' };

/** A real OpenID provider (`oidc-provider`) over HTTP, whose pages are answered for whoever `account` is. */
export async function startIdentityProvider(redirect: string, host = '127.0.0.1'): Promise<RunningProvider> {
  const server: Server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://${host}:${(server.address() as AddressInfo).port}`;
  const known = new Map<string, Account>();
  const running: RunningProvider = { issuer, account: null, stop: () => stop(server) };
  const provider = new Provider(issuer, {
    clients: [{ client_id: CLIENT.id, client_secret: CLIENT.secret, redirect_uris: [redirect] }],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'], groups: ['groups'] },
    scopes: ['openid', 'email', 'profile', 'groups'],
    pkce: { required: () => true },
    cookies: { keys: ['of the tests'] },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
    findAccount: (_context, sub) => ({
      accountId: sub,
      claims: async () => {
        const { email = '', emailVerified = true, name = '', groups = [] } = known.get(sub) ?? {};
        return { sub, email, email_verified: emailVerified, name, groups: [...groups] };
      },
    }),
  });
  const handle = provider.callback();
  server.on('request', (request, response) => {
    const { account } = running;
    if (account !== null) known.set(account.sub, account);
    if (request.url?.startsWith('/interaction/')) void interact(provider, account, request, response);
    else void handle(request, response);
  });
  return running;
}

async function interact(
  provider: Provider,
  account: Account | null,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (account === null) {
    await provider.interactionFinished(request, response, { error: 'access_denied' });
    return;
  }
  const { prompt, params, grantId } = await provider.interactionDetails(request, response);
  if (prompt.name === 'login') {
    await provider.interactionFinished(request, response, { login: { accountId: account.sub } });
    return;
  }
  const grant =
    (grantId === undefined ? undefined : await provider.Grant.find(grantId)) ??
    new provider.Grant({ accountId: account.sub, clientId: CLIENT.id });
  grant.addOIDCScope(String(params.scope));
  await provider.interactionFinished(request, response, { consent: { grantId: await grant.save() } });
}

async function stop(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
}

/** A browser: keeps each origin's cookies, and follows redirects until `until` says that it is there. */
export class Browser {
  private readonly jar = new Map<string, Map<string, string>>();

  cookies(url: string): Map<string, string> {
    const origin = new URL(url).origin;
    const found = this.jar.get(origin) ?? new Map<string, string>();
    this.jar.set(origin, found);
    return found;
  }

  async go(url: string, init: RequestInit = {}): Promise<Response> {
    const cookies = this.cookies(url);
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { ...(init.headers as Record<string, string>), cookie };
    const response = await fetch(url, { ...init, headers, redirect: 'manual' });
    for (const line of response.headers.getSetCookie()) {
      const [pair = '', ...flags] = line.split(';');
      const [name = '', value = ''] = pair.split('=');
      const gone = flags.some((flag) => /max-age=0|1970/i.test(flag));
      if (gone) cookies.delete(name);
      else cookies.set(name, value);
    }
    return response;
  }

  /** The address that it would go to next, once that is one which `until` names. */
  async follow(start: string, until: string): Promise<string> {
    let url = start;
    for (let hops = 0; hops < 12; hops++) {
      if (url.startsWith(until)) return url;
      const response = await this.go(url);
      const next = response.headers.get('location');
      if (next === null) throw new Error(`${url} answers ${response.status}: ${await response.text()}`);
      url = new URL(next, url).href;
    }
    throw new Error('it goes round in circles');
  }
}
