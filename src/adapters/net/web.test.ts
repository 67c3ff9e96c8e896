import type { LookupAddress } from 'node:dns';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { WeighbridgeError } from '../../kernel/errors.ts';
import { readBody } from './answer.ts';
import { createWeb, type Web, type WebOptions, type WebRequest } from './web.ts';

const servers: Server[] = [];
const webs: Web[] = [];
afterEach(async () => {
  await Promise.all(webs.splice(0).map((web) => web.close()));
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

async function serve(listener: RequestListener): Promise<number> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

function webWith(options: Partial<WebOptions>): Web {
  const web = createWeb({ trustedHosts: [], credential: null, sleep: async () => {}, ...options });
  webs.push(web);
  return web;
}

function get(web: Web, url: string, more: Partial<WebRequest> = {}): Promise<string> {
  const meter = { bytesRead: 0, requests: 0 };
  const request = { url: new URL(url), signal: new AbortController().signal, meter, ...more };
  return web.ask(request, async (answer) => `${answer.status} ${Buffer.from(await readBody(answer, 100)).toString()}`);
}

async function codeOf(work: Promise<unknown>): Promise<string> {
  const error = await work.then(() => undefined).catch((reason: unknown) => reason);
  return error instanceof WeighbridgeError ? error.code : String(error);
}

const at = (...addresses: string[]) =>
  addresses.map((address): LookupAddress => ({ address, family: address.includes(':') ? 6 : 4 }));

describe('a name', () => {
  it.each<[string, readonly LookupAddress[]]>([
    ['the machine itself', at('127.0.0.1')],
    ['a private network', at('10.0.0.7', '192.168.0.7')],
    ['the machine itself in IPv6', at('::1')],
    ['IPv4 within IPv6', at('::ffff:127.0.0.1')],
    ['nothing', at()],
  ])('that resolves to %s is not called', async (_, addresses) => {
    let called = 0;
    const port = await serve((_request, response) => response.end(String(called++)));
    const web = webWith({ lookup: async () => addresses });
    expect(await codeOf(get(web, `https://innocent.example:${port}/`))).toBe('address-refused');
    expect(called).toBe(0);
  });

  it('that resolves to something else the second time is looked at each time', async () => {
    const answers = [at('203.0.113.7'), at('127.0.0.1')];
    let called = 0;
    const port = await serve((_request, response) => response.end(String(called++)));
    const web = webWith({ lookup: async () => answers.shift() ?? at('127.0.0.1') });
    const url = `https://rebinding.example:${port}/`;
    expect(await codeOf(get(web, url))).toBe('address-refused');
    expect(await codeOf(get(web, url))).toBe('address-refused');
    expect(called).toBe(0);
  });

  it('that is trusted may resolve to anything', async () => {
    const port = await serve((_request, response) => response.end('mine'));
    const web = webWith({ trustedHosts: [`hub.corp:${port}`], lookup: async () => at('127.0.0.1') });
    expect(await get(web, `http://hub.corp:${port}/`)).toBe('200 mine');
  });

  it('that nobody knows is unreachable', async () => {
    const lookup = async (): Promise<never> => {
      throw Object.assign(new Error('no such name'), { code: 'ENOTFOUND' });
    };
    expect(await codeOf(get(webWith({ lookup }), 'https://nowhere.example/'))).toBe('source-unreachable');
  });
});

describe('an address in a URL', () => {
  it.each([
    '127.0.0.1',
    '2130706433',
    '0x7f.1',
    '0',
    '[::1]',
    '[::ffff:127.0.0.1]',
    '[fe80::1]',
    '169.254.169.254',
    'localhost',
  ])('%s is not called unless it is trusted', async (host) => {
    const port = await serve((_request, response) => response.end('secret'));
    expect(await codeOf(get(webWith({}), `https://${host}:${port}/`))).toBe('address-refused');
  });
});

describe('a redirect', () => {
  it('from a trusted host is checked like any other address', async () => {
    const inner = await serve((_request, response) => response.end('secret'));
    const port = await serve((_request, response) =>
      response.writeHead(302, { location: `http://127.0.0.1:${inner}/` }).end(),
    );
    expect(await codeOf(get(webWith({ trustedHosts: [`127.0.0.1:${port}`] }), `http://127.0.0.1:${port}/`))).toBe(
      'address-refused',
    );
  });

  it('carries the token on its own origin only, and never again once it left', async () => {
    const seen: [string, string | undefined][] = [];
    const other = await serve((request, response) => {
      seen.push(['other', request.headers.authorization]);
      response.writeHead(307, { location: `http://127.0.0.1:${own}/last` }).end();
    });
    const own: number = await serve((request, response) => {
      seen.push([request.url ?? '', request.headers.authorization]);
      const location = { '/first': '/second', '/second': `http://127.0.0.1:${other}/` }[request.url ?? ''];
      if (location === undefined) response.end('done');
      else response.writeHead(302, { location }).end();
    });
    const credential = { origin: `http://127.0.0.1:${own}`, token: 't' };
    const web = webWith({ trustedHosts: ['127.0.0.1'], credential });
    expect(await get(web, `http://127.0.0.1:${own}/first`)).toBe('200 done');
    expect(seen).toEqual([
      ['/first', 'Bearer t'],
      ['/second', 'Bearer t'],
      ['other', undefined],
      ['/last', undefined],
    ]);
  });
});

describe('an answer', () => {
  it('with more than anybody wants is let go of', async () => {
    const port = await serve((_request, response) => response.end('x'.repeat(101)));
    const web = webWith({ trustedHosts: ['127.0.0.1'] });
    expect(await codeOf(get(web, `http://127.0.0.1:${port}/`))).toBe('source-malformed');
  });

  it('that drips for ever ends', async () => {
    const port = await serve((_request, response) => {
      const drip = setInterval(() => response.write('x'), 5);
      response.on('close', () => clearInterval(drip));
    });
    const web = webWith({ trustedHosts: ['127.0.0.1'], patience: { body: 50 } });
    expect(await codeOf(get(web, `http://127.0.0.1:${port}/`))).toBe('source-unreachable');
  });

  it('that is no HTTP is not asked for again', async () => {
    let asked = 0;
    const port = await serve((request) => {
      asked++;
      request.socket.end('SSH-2.0-OpenSSH\r\n');
    });
    const web = webWith({ trustedHosts: ['127.0.0.1'] });
    expect(await codeOf(get(web, `http://127.0.0.1:${port}/`))).toBe('source-malformed');
    expect(asked).toBe(1);
  });
});
