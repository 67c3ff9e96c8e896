import { describe, expect, it } from 'vitest';
import { type CertificateWish, makeCertificate } from '../../../test/support/certificates.ts';
import { followChain } from './chain.ts';

const DAY = 24 * 60 * 60 * 1000;
const now = new Date();
const past = new Date(now.getTime() - 2 * DAY);
const AUTHORITY = { isCA: true, usage: [5] } as const;

const root = makeCertificate({ name: 'root', issuer: null, ...AUTHORITY });
const middle = makeCertificate({ name: 'middle', issuer: root, ...AUTHORITY });
const stranger = makeCertificate({ name: 'root', issuer: null, ...AUTHORITY });

/** A signer below one authority between them and the root, each as wished. */
async function follow(leafWish: Partial<CertificateWish>, middleWish: Partial<CertificateWish> = {}, at = now) {
  const between = makeCertificate({ name: 'between', issuer: root, ...AUTHORITY, ...middleWish });
  const leaf = makeCertificate({ name: 'signer', issuer: between, ...leafWish });
  const result = await followChain([leaf.der, between.der], [root.x509], at);
  return result.kind === 'trusted' ? `trusted: ${result.subject}` : result.why;
}

describe('a chain of certificates', () => {
  it.each<[string, Partial<CertificateWish>, Partial<CertificateWish>, RegExp]>([
    ['a signer meant for signatures', {}, {}, /^trusted: CN=signer$/],
    ['a signer meant for code alone', { usage: null, purposes: ['1.3.6.1.5.5.7.3.3'] }, {}, /^trusted/],
    ['a signer that says nothing of its use', { usage: null }, {}, /does not say that it is meant for signatures/],
    ['a signer meant for something else', { usage: [5] }, {}, /not meant for signatures/],
    ['a web server', { purposes: ['1.3.6.1.5.5.7.3.1'] }, {}, /not meant for signing code/],
    ['a signer that expired', { to: past }, {}, /expired/],
    ['a signer of tomorrow', { from: new Date(now.getTime() + DAY / 2) }, {}, /is valid from/],
    ['an issuer that expired', {}, { to: past }, /between expired/],
    ['an issuer that is no authority', {}, { isCA: false }, /not that of an authority/],
    [
      'an issuer that may not sign certificates',
      {},
      { usage: [0] },
      /not meant for signing certificates|nobody who is trusted/,
    ],
    ['an extension that must be understood and is not', { strange: true }, {}, /critical extension/],
    ['the same in an issuer', {}, { strange: true }, /critical extension/],
  ])('%s', async (_, leaf, between, expected) => {
    expect(await follow(leaf, between)).toMatch(expected);
  });

  it('is held against the moment the caller names', async () => {
    const from = new Date(now.getTime() - 10 * DAY);
    const old = makeCertificate({ name: 'root', issuer: null, ...AUTHORITY, from });
    const leaf = makeCertificate({ name: 'signer', issuer: old, from, to: past });
    expect((await followChain([leaf.der], [old.x509], now)).kind).toBe('refused');
    expect((await followChain([leaf.der], [old.x509], new Date(past.getTime() - DAY))).kind).toBe('trusted');
  });

  it('keeps to the length that an authority allows', async () => {
    const short = makeCertificate({ name: 'short', issuer: null, ...AUTHORITY, pathLength: 0 });
    const between = makeCertificate({ name: 'between', issuer: short, ...AUTHORITY });
    const direct = makeCertificate({ name: 'signer', issuer: short });
    const deep = makeCertificate({ name: 'signer', issuer: between });
    expect((await followChain([direct.der], [short.x509], now)).kind).toBe('trusted');
    expect(await followChain([deep.der, between.der], [short.x509], now)).toMatchObject({
      kind: 'refused',
      why: expect.stringContaining('so long a chain'),
    });
  });

  it.each([
    ['a root of the same name and another key', [stranger.x509]],
    ['nobody', []],
  ])('leads nowhere when %s is trusted', async (_, anchors) => {
    const leaf = makeCertificate({ name: 'signer', issuer: middle });
    expect((await followChain([leaf.der, middle.der, root.der], anchors, now)).kind).toBe('refused');
  });

  it('never takes a root that it brought along, nor bytes that are no certificate', async () => {
    const own = makeCertificate({ name: 'signer', issuer: null, isCA: true, usage: [0, 5] });
    expect((await followChain([own.der, own.der], [root.x509], now)).kind).toBe('refused');
    expect((await followChain([new Uint8Array([48, 3])], [root.x509], now)).kind).toBe('refused');
    expect((await followChain([], [root.x509], now)).kind).toBe('refused');
  });
});
