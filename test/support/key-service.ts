import { createHash, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A double of a cloud's key service: its REST interface alone, on loopback. The real one is not exercised. */
export interface KeyService {
  /** `host:port`, to be trusted. */
  readonly host: string;
  /** The address of the key of this name: `p256`, `ed25519`, `another` (Ed25519) or `rsa`. */
  key(name: string): string;
  readonly token: string;
  /** Has it answer with signatures of something else. */
  lie(yes: boolean): void;
  close(): void;
}

/** ECDSA comes as a digest, which node does not sign: the double knows the one message whose digest is sent. */
export async function keyService(message: Uint8Array = Buffer.alloc(0)): Promise<KeyService> {
  const keys: Readonly<Record<string, { readonly publicKey: KeyObject; readonly privateKey: KeyObject }>> = {
    p256: generateKeyPairSync('ec', { namedCurve: 'P-256' }),
    ed25519: generateKeyPairSync('ed25519'),
    another: generateKeyPairSync('ed25519'),
    rsa: generateKeyPairSync('rsa', { modulusLength: 2048 }),
  };
  const token = 'of the tests';
  let lying = false;
  const signed = (name: string, key: KeyObject, body: string): string => {
    const { data = '', digest } = JSON.parse(body) as { data?: string; digest?: { sha256: string } };
    const whole = name === 'p256' ? message : Buffer.from(data, 'base64');
    if (name === 'p256' && digest?.sha256 !== createHash('sha256').update(message).digest('base64')) return '';
    return sign(name === 'p256' ? 'sha256' : null, lying ? Buffer.from('other') : whole, key).toString('base64');
  };
  const server = createServer((request, response) => {
    let text = '';
    request.on('data', (chunk) => (text += String(chunk)));
    request.on('end', () => {
      const [, name = '', what = ''] = /^\/v1\/keys\/(\w+)(\/publicKey|:asymmetricSign)$/.exec(request.url ?? '') ?? [];
      const key = keys[name];
      if (request.headers.authorization !== `Bearer ${token}` || key === undefined) {
        response.writeHead(403).end('{}');
        return;
      }
      response.setHeader('content-type', 'application/json');
      const pem = key.publicKey.export({ type: 'spki', format: 'pem' });
      response.end(JSON.stringify(what === '/publicKey' ? { pem } : { signature: signed(name, key.privateKey, text) }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    host,
    token,
    key: (name) => `kms:http://${host}/v1/keys/${name}`,
    lie: (yes) => (lying = yes),
    close: () => void server.close(),
  };
}
