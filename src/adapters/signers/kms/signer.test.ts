import { createHash, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signEnvelope, trustedSignerOf } from '../../../attest/dsse.ts';
import { openSigner } from '../open-signer.ts';

/** A test double of the REST interface: not run against the real service. */
const keys: Readonly<Record<string, { readonly publicKey: KeyObject; readonly privateKey: KeyObject }>> = {
  p256: generateKeyPairSync('ec', { namedCurve: 'P-256' }),
  ed25519: generateKeyPairSync('ed25519'),
  rsa: generateKeyPairSync('rsa', { modulusLength: 2048 }),
};
const TOKEN = 'of the tests';
let server: Server;
let base: string;
let lying = false;

beforeAll(async () => {
  server = createServer((request, response) => {
    let text = '';
    request.on('data', (chunk) => (text += String(chunk)));
    request.on('end', () => {
      const [, name = '', what = ''] = /^\/v1\/keys\/(\w+)(\/publicKey|:asymmetricSign)$/.exec(request.url ?? '') ?? [];
      const key = keys[name];
      if (request.headers.authorization !== `Bearer ${TOKEN}` || key === undefined) {
        response.writeHead(403).end('{}');
        return;
      }
      response.setHeader('content-type', 'application/json');
      if (what === '/publicKey') {
        response.end(JSON.stringify({ pem: key.publicKey.export({ type: 'spki', format: 'pem' }) }));
        return;
      }
      response.end(JSON.stringify({ signature: signed(name, key.privateKey, text) }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1/keys`;
});
afterAll(() => server.close());

/** ECDSA comes as a digest, which node does not sign: the double knows the one message whose digest the tests send. */
function signed(name: string, key: KeyObject, body: string): string {
  const { data = '', digest } = JSON.parse(body) as { data?: string; digest?: { sha256: string } };
  const known = digest?.sha256 === createHash('sha256').update(MESSAGE).digest('base64');
  const message = lying ? Buffer.from('other') : name === 'ed25519' ? Buffer.from(data, 'base64') : MESSAGE;
  return name === 'ed25519' || known ? sign(name === 'ed25519' ? null : 'sha256', message, key).toString('base64') : '';
}
const MESSAGE = Buffer.from('DSSEv1 1 t 5 hello');
const PAYLOAD = Buffer.from('hello');

describe('a key in a key service (a double; not run against the real service)', () => {
  const open = (name: string, token: string | null = TOKEN) =>
    openSigner(`kms:${base}/${name}`, { token, trustedHosts: [new URL(base).host] });

  it.each(['p256', 'ed25519'])('%s signs envelopes that hold under its public half', async (name) => {
    lying = false;
    const signer = await open(name);
    const envelope = await signEnvelope('t', PAYLOAD, signer);
    expect(trustedSignerOf(envelope, [signer.publicKey])).not.toBeNull();
  });

  it('takes no signature that does not hold, no other kind of key, and asks nobody without a token', async () => {
    lying = true;
    for (const name of ['p256', 'ed25519'])
      await expect((await open(name)).sign(MESSAGE)).rejects.toMatchObject({ code: 'key-invalid' });
    await expect(open('rsa')).rejects.toMatchObject({ code: 'key-invalid' });
    await expect(open('p256', 'wrong')).rejects.toMatchObject({ code: 'key-invalid' });
    await expect(open('p256', null)).rejects.toMatchObject({ code: 'signer-absent' });
    const untrusted = openSigner(`kms:${base}/p256`, { token: TOKEN, trustedHosts: [] });
    await expect(untrusted).rejects.toMatchObject({ code: 'address-refused' });
  });
});
