import { generateKeyPairSync, sign } from 'node:crypto';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createServer, type Server } from 'node:tls';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { unreachable } from '../trying/unanswered.ts';
import { Pool } from './pool.ts';

const MOST = { connections: 1, patience: { connect: 5, begin: 5, between: 5, idle: 5 } };
const LARGE = Buffer.alloc(3_000_000, 'a');

/** DER (X.690): one value of this tag. */
function der(tag: number, ...parts: readonly Buffer[]): Buffer {
  const content = Buffer.concat(parts);
  const length = content.length < 128 ? [content.length] : [0x82, content.length >> 8, content.length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...length]), content]);
}

/** A key, and a certificate (RFC 5280) for the name `localhost` that it signed itself. */
function selfSigned(): { readonly key: string; readonly cert: string } {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const id = (hex: string): Buffer => der(0x06, Buffer.from(hex, 'hex'));
  const [ecdsa, commonName, otherNames] = [id('2a8648ce3d040302'), id('550403'), id('551d11')];
  const algorithm = der(0x30, ecdsa);
  const name = der(0x30, der(0x31, der(0x30, commonName, der(0x0c, Buffer.from('localhost')))));
  const time = (at: number): Buffer =>
    der(0x18, Buffer.from(`${new Date(at).toISOString().replace(/[-:T]/g, '').slice(0, 14)}Z`));
  const validity = der(0x30, time(Date.now() - 3_600_000), time(Date.now() + 3_600_000));
  const names = der(0x30, otherNames, der(0x04, der(0x30, der(0x82, Buffer.from('localhost')))));
  const subject = publicKey.export({ type: 'spki', format: 'der' });
  const [version, serial] = [der(0xa0, der(0x02, Buffer.from([2]))), der(0x02, Buffer.from([1]))];
  const signed = der(0x30, version, serial, algorithm, name, validity, name, subject, der(0xa3, der(0x30, names)));
  const signature = der(0x03, Buffer.from([0]), sign('sha256', signed, privateKey));
  const cert = der(0x30, signed, algorithm, signature).toString('base64');
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    cert: `-----BEGIN CERTIFICATE-----\n${cert}\n-----END CERTIFICATE-----\n`,
  };
}

let server: Server;
let [cert, key] = ['', ''];
/** Names that were asked for, one for each connection. */
const names: unknown[] = [];
const resumed: boolean[] = [];
beforeAll(async () => {
  const own = selfSigned();
  ({ cert, key } = own);
  server = createServer({ ...own, ALPNProtocols: ['http/1.1'] }, (socket) => {
    names.push([Reflect.get(socket, 'servername'), socket.alpnProtocol]);
    resumed.push(socket.isSessionReused());
    socket.on('error', () => {});
    let came = 0;
    socket.on('data', (bytes: Buffer) => {
      came += bytes.length;
      if (bytes.at(-1) !== 0x7d) return;
      socket.write(`HTTP/1.1 200 OK\r\nContent-Length: ${LARGE.length}\r\nX-Came: ${came}\r\n\r\n`);
      socket.write(LARGE);
    });
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
});
afterAll(() => void server.close());

const portOf = (one: Server): number => (one.address() as AddressInfo).port;

/** How many bytes came, or why none did; the caller makes the server wait now and then. */
function ask(pool: Pool): Promise<number | string> {
  const body = Buffer.from(`{${' '.repeat(100_000)}}`);
  return new Promise((resolve) => {
    let length = 0;
    const flow = pool.ask(
      { path: '/', headers: [], length: body.length, body },
      {
        head: () => {},
        data: (bytes) => {
          length += bytes.length;
          flow.pause();
          setImmediate(() => flow.resume());
        },
        end: () => resolve(length),
        failed: ({ error }) => resolve(error.message),
      },
    );
  });
}

const poolAt = (host: string, tls: { ca?: string; cert?: string; key?: string } = {}, port = portOf(server)): Pool =>
  new Pool(`https://${host}:${port}`, { ...MOST, tls: { id: 'own', ...tls } });

describe('calls to a model server over TLS', () => {
  it('are made on one connection to a server that proves its name', async () => {
    const pool = poolAt('localhost', { ca: cert });
    expect([await ask(pool), await ask(pool)]).toEqual([LARGE.length, LARGE.length]);
    expect(names).toEqual([['localhost', 'http/1.1']]);
    pool.close();
  });

  it('are not made to one that nobody vouches for, or that has another name', async () => {
    const [unknown, another] = [poolAt('localhost'), poolAt('127.0.0.1', { ca: cert })];
    expect(await ask(unknown)).toMatch(/self-signed/);
    expect(await ask(another)).toMatch(/does not match/);
    for (const pool of [unknown, another]) pool.close();
  });

  it('take up the last one again: a second connection needs no certificate', async () => {
    const pool = poolAt('localhost', { ca: cert });
    resumed.splice(0);
    expect(await ask(pool)).toBe(LARGE.length);
    pool.forgetIdle();
    expect(await ask(pool)).toBe(LARGE.length);
    expect(resumed).toEqual([false, true]);
    pool.close();
  });

  it('prove who calls where the server wants that, and are told what it thinks of it', async () => {
    const strict = createServer({ key, cert, ca: cert, requestCert: true, rejectUnauthorized: true }, (socket) => {
      socket.on('error', () => {});
      socket.once('data', () => socket.end('HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}'));
    });
    strict.on('tlsClientError', () => {});
    await once(strict.listen(0, '127.0.0.1'), 'listening');
    const [known, unknown] = [{ ca: cert, cert, key }, { ca: cert }].map((tls) =>
      poolAt('localhost', tls, portOf(strict)),
    );
    expect(await ask(known as Pool)).toBe(2);
    expect(await ask(unknown as Pool)).toMatch(/certificate required/i);
    for (const pool of [known, unknown]) pool?.close();
    strict.close();
  });
});

it.each([
  ['CERT_HAS_EXPIRED', 'upstream_untrusted'],
  ['ERR_TLS_CERT_ALTNAME_INVALID', 'upstream_untrusted'],
  ['ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED', 'upstream_untrusted'],
  ['ECONNREFUSED', 'upstream_unreachable'],
  [undefined, 'upstream_unreachable'],
])('tells %s as %s', (code, told) => {
  expect(unreachable(Object.assign(new Error('as it is'), code === undefined ? {} : { code })).code).toBe(told);
});
