import { describe, expect, it } from 'vitest';
import { makeCertificate } from '../../../test/support/certificates.ts';
import { tlsOf } from './server-tls.ts';

const [own, other] = ['own', 'other'].map((name) => {
  const { x509, key } = makeCertificate({ name, issuer: null });
  return { cert: x509.toString(), key: key.export({ type: 'pkcs8', format: 'pem' }).toString() };
});
const FILES: Readonly<Record<string, string | undefined>> = {
  'own.pem': own?.cert,
  'own.key': own?.key,
  'other.key': other?.key,
  'notes.txt': 'no certificate',
};
const readText = async (path: string): Promise<string> => FILES[path] ?? '';
const tls = (ca: string | null, certificate: string | null = null, key: string | null = null) =>
  tlsOf({ tls: { ca, certificate, key } } as Parameters<typeof tlsOf>[0], { readText });

describe('files about who a server is', () => {
  it('are those that the file names, and two servers with the same have the same connections', async () => {
    const [first, second] = [await tls('own.pem', 'own.pem', 'own.key'), await tls('own.pem', 'own.pem', 'own.key')];
    expect(first).toMatchObject({ ca: own?.cert, cert: own?.cert, key: own?.key });
    expect(second?.id).toBe(first?.id);
    expect((await tls('own.pem'))?.id).not.toBe(first?.id);
  });

  it.each<[string, Parameters<typeof tls>, RegExp]>([
    ['no certificate', ['notes.txt'], /notes\.txt is no certificate/],
    ['no key', [null, 'own.pem', 'notes.txt'], /notes\.txt is no private key/],
    ['a key for another certificate', [null, 'own.pem', 'other.key'], /other\.key belongs to another/],
  ])('with %s are refused', async (_, files, said) => {
    await expect(tls(...files)).rejects.toMatchObject({
      code: 'gateway-invalid',
      message: expect.stringMatching(said),
    });
  });
});
