import { createPrivateKey, createPublicKey, generateKeyPairSync, sign } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { digestOf } from '../kernel/digest.ts';
import { hashFor, keyIdOf, preAuthEncoding, signEnvelope, trustedSignerOf } from './dsse.ts';
import { manifestDigest, manifestFiles } from './model-signing.ts';
import { parseStatement, STATEMENT_PAYLOAD_TYPE, statementOf } from './statement.ts';

const keys = [generateKeyPairSync('ed25519'), generateKeyPairSync('ec', { namedCurve: 'P-256' })];

describe('DSSE', () => {
  // The example of DSSE's protocol.md.
  it('encodes the payload as the protocol’s own example does', () => {
    const encoded = preAuthEncoding('http://example.com/HelloWorld', Buffer.from('hello world'));
    expect(Buffer.from(encoded).toString()).toBe('DSSEv1 29 http://example.com/HelloWorld 11 hello world');
  });

  // Key and signature of the same example (protocol.md, 'Test Vectors'): ECDSA P-256, r and s as they are.
  it('takes the signature of the protocol’s test vector', () => {
    const coordinate = (decimal: string): string =>
      Buffer.from(BigInt(decimal).toString(16).padStart(64, '0'), 'hex').toString('base64url');
    const key = createPublicKey({
      format: 'jwk',
      key: {
        kty: 'EC',
        crv: 'P-256',
        x: coordinate('46950820868899156662930047687818585632848591499744589407958293238635476079160'),
        y: coordinate('5640078356564379163099075877009565129882514886557779369047442380624545832820'),
      },
    });
    const sig = 'A3JqsQGtVsJ2O2xqrI5IcnXip5GToJ3F+FnZ+O88SjtR6rDAajabZKciJTfUiHqJPcIAriEGAHTVeCUjW2JIZA==';
    const envelope = {
      payload: 'aGVsbG8gd29ybGQ=',
      payloadType: 'http://example.com/HelloWorld',
      signatures: [{ keyid: '', sig }],
    };
    expect(trustedSignerOf(envelope, [key])).toBe(key);
  });

  it.each(keys.map((pair) => [pair.publicKey.asymmetricKeyType ?? '', pair] as const))(
    'a %s signature holds for its own key alone',
    async (_, pair) => {
      const signer = {
        keyId: keyIdOf(pair.privateKey),
        sign: async (message: Uint8Array) => sign(hashFor(pair.privateKey), message, pair.privateKey),
      };
      const envelope = await signEnvelope('text/plain', Buffer.from('admitted'), signer);
      const others = keys.filter((key) => key !== pair).map(({ publicKey }) => publicKey);
      expect(trustedSignerOf(envelope, [...others, pair.publicKey])).toBe(pair.publicKey);
      expect(trustedSignerOf(envelope, others)).toBeNull();
      expect(trustedSignerOf(envelope, [])).toBeNull();
    },
  );

  it('refuses any other payload, type or signature under the same key', async () => {
    const [pair] = keys;
    if (pair === undefined) throw new Error('no key');
    const signer = { keyId: 'x', sign: async (message: Uint8Array) => sign(null, message, pair.privateKey) };
    const envelope = await signEnvelope('text/plain', Buffer.from('admitted'), signer);
    const flip = (base64: string, at: number): string => {
      const bytes = Buffer.from(base64, 'base64');
      bytes[at % bytes.length] = (bytes[at % bytes.length] ?? 0) ^ 1;
      return bytes.toString('base64');
    };
    fc.assert(
      fc.property(fc.nat(200), (at) => {
        const [first] = envelope.signatures;
        expect(trustedSignerOf({ ...envelope, payload: flip(envelope.payload, at) }, [pair.publicKey])).toBeNull();
        expect(
          trustedSignerOf({ ...envelope, signatures: [{ keyid: '', sig: flip(first?.sig ?? '', at) }] }, [
            pair.publicKey,
          ]),
        ).toBeNull();
      }),
    );
    expect(trustedSignerOf({ ...envelope, payloadType: 'text/html' }, [pair.publicKey])).toBeNull();
  });

  it('names a key the same from both halves', () => {
    for (const { privateKey, publicKey } of keys) {
      expect(keyIdOf(privateKey)).toBe(keyIdOf(publicKey));
      expect(keyIdOf(createPublicKey(createPrivateKey(privateKey.export({ type: 'pkcs8', format: 'pem' }))))).toBe(
        keyIdOf(publicKey),
      );
    }
  });
});

describe('in-toto statements', () => {
  it('come back from their own JSON', () => {
    const statement = statementOf([{ name: 'a', digest: { sha256: 'b' } }], 'urn:x', { c: 1 });
    expect(parseStatement(Buffer.from(JSON.stringify(statement)))).toEqual(statement);
    expect(STATEMENT_PAYLOAD_TYPE).toBe('application/vnd.in-toto+json');
  });

  it('are not found in anything else', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        expect(parseStatement(bytes)).toBeNull();
      }),
    );
    fc.assert(
      fc.property(fc.json(), (json) => {
        expect(parseStatement(Buffer.from(json))).toBeNull();
      }),
    );
  });
});

describe('the manifest of OpenSSF Model Signing', () => {
  const files = (paths: readonly string[]) => paths.map((path) => ({ path, sha256: digestOf(path) }));

  it('orders paths part by part, as the reference implementation does', () => {
    const ordered = manifestFiles(files(['d0.txt', 'd0/f01', 'd0/f00', 'b', 'd0/a/z', 'a']));
    expect(ordered.map(({ path }) => path)).toEqual(['a', 'b', 'd0/a/z', 'd0/f00', 'd0/f01', 'd0.txt']);
  });

  it('leaves out git’s own files, and only at the top', () => {
    const ordered = manifestFiles(
      files(['.git/config', '.gitattributes', '.github/x', '.gitignore', 'sub/.gitignore']),
    );
    expect(ordered.map(({ path }) => path)).toEqual(['sub/.gitignore']);
  });

  // Root digest that model_signing 1.1.1 (PyPI) gives a folder of these files, each holding `content of <path>`.
  it('has the reference implementation’s root digest', () => {
    const paths = ['a', 'd0/a/z', 'd0/f00', 'd0.txt', '.gitattributes', 'z-😀', 'z-\uffee', 'README.md'];
    const folder = paths.map((path) => ({ path, sha256: digestOf(`content of ${path}`) }));
    expect(manifestDigest(folder)).toBe('sha256:cccb6547b0893a51eb8403cdfb9730ea93c6df5dc032ef8a547d9478c0715580');
  });
});
