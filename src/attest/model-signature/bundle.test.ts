import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MalformedError } from '../../kernel/bytes.ts';
import { BUNDLE_MEDIA_TYPE, parseBundle } from './bundle.ts';
import { preAuthEncodingV02 } from './compat.ts';
import { parseManifest } from './manifest.ts';

const envelope = { payload: 'e30=', payloadType: 'x', signatures: [{ sig: 'AAAA' }] };
const bundle = (verificationMaterial: object, more: object = {}) =>
  JSON.stringify({ mediaType: BUNDLE_MEDIA_TYPE, verificationMaterial, dsseEnvelope: envelope, ...more });

describe('a bundle', () => {
  it.each([
    ['of no JSON', '{'],
    ['of other JSON', '[]'],
    [
      'of another version',
      bundle({ publicKey: {} }, { mediaType: 'application/vnd.dev.sigstore.bundle+json;version=0.1' }),
    ],
    ['without a key', bundle({})],
    ['with a key and a certificate', bundle({ publicKey: {}, certificate: { rawBytes: 'AAAA' } })],
    ['with an empty chain', bundle({ x509CertificateChain: { certificates: [] } })],
    [
      'with an endless chain',
      bundle({ x509CertificateChain: { certificates: Array.from({ length: 17 }, () => ({ rawBytes: 'AA==' })) } }),
    ],
    [
      'with two signatures',
      bundle({ publicKey: {} }, { dsseEnvelope: { ...envelope, signatures: [{ sig: '' }, { sig: '' }] } }),
    ],
    ['with what is no base64', bundle({ publicKey: {} }, { dsseEnvelope: { ...envelope, payload: '%' } })],
    ['nested too deep', `{"mediaType":${'['.repeat(1000)}`],
  ])('%s is refused', (_, text) => {
    expect(() => parseBundle(text)).toThrow(MalformedError);
  });

  it('of any JSON is a bundle or malformed', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        expect(() => parseBundle(text)).toThrow(MalformedError);
      }),
    );
  });

  // Encoded by Python 3.11: f"DSSEV1 1 x {len(p)} {p}".encode() of these bytes.
  it('of release 0.2 signs what Python shows of the payload', () => {
    const text = (bytes: string) => Buffer.from(preAuthEncodingV02('x', Buffer.from(bytes, 'latin1'))).toString();
    expect(text('{"a": "b"}\n')).toBe(`DSSEV1 1 x 11 b'{"a": "b"}\\n'`);
    expect(text(`it's`)).toBe(`DSSEV1 1 x 4 b"it's"`);
    expect(text(`it's "\\\xff`)).toBe(`DSSEV1 1 x 8 b'it\\'s "\\\\\\xff'`);
  });
});

describe('a signed manifest', () => {
  const digest = 'aa'.repeat(32);
  const root = '0d6dfbf4ae31bf9a6b2d2bd8ed1b9a4a0a3e8d2f1e5d4c3b2a19080706050403';
  const statement = (resources: unknown, more: object = {}) =>
    Buffer.from(
      JSON.stringify({
        _type: 'https://in-toto.io/Statement/v1',
        subject: [{ name: 'm', digest: { sha256: root } }],
        predicateType: 'https://model_signing/signature/v1.0',
        predicate: { serialization: { method: 'files', hash_type: 'sha256' }, resources },
        ...more,
      }),
    );

  it.each([
    ['whose root is not that of its files', statement([{ name: 'a', algorithm: 'sha256', digest }]), /root digest/],
    ['of another kind', statement([], { predicateType: 'urn:other' }), /another kind/],
    ['of no model', statement([], { subject: [] }), /one subject/],
    ['with a digest that is none', statement([{ name: 'a', algorithm: 'sha256', digest: 'zz' }]), /no digest/],
    ['of no JSON', Buffer.from('{"'), /no JSON/],
  ])('%s is refused', (_, payload, why) => {
    expect(() => parseManifest(payload)).toThrow(why);
  });
});
