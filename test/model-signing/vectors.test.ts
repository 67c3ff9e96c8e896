import { cpSync, readFileSync, symlinkSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cases } from '../support/deep.ts';
import { scratchFolder } from '../support/scratch.ts';
import { wb } from '../support/world.ts';

const home = scratchFolder();
const VECTORS = join(import.meta.dirname, 'vectors');
const CERTIFICATE = ['--certificate', join(VECTORS, 'ca-cert.pem')];
const KEY = ['--key', join(VECTORS, 'signing-key-pub.pem')];
const OTHER_KEY = ['--key', join(VECTORS, 'v1.1.1-key-pub.pem')];
const WHO = ['--identity', 'stefanb@us.ibm.com', '--issuer', 'https://sigstore.verify.ibm.com/oauth2'];

async function verify(folder: string, trust: readonly string[]) {
  const { code, stdout, stderr } = await wb(
    ['model-signature', 'verify', folder, ...trust, '--ignore', 'ignore-me', '--format', 'json', '--quiet'],
    { home },
  );
  const { refusals = [], signer = null } = stdout === '' ? {} : JSON.parse(stdout);
  return { code, stderr, signer, kinds: refusals.map(({ kind }: { kind: string }) => kind), refusals };
}

const GOOD: readonly [string, readonly string[]][] = [
  ['v0.2.0-certificate', CERTIFICATE],
  ['v0.3.1-certificate', CERTIFICATE],
  ['v1.0.0-certificate', CERTIFICATE],
  ['v1.0.1-certificate', CERTIFICATE],
  ['v1.1.0-certificate', CERTIFICATE],
  ['v0.3.1-elliptic-key', KEY],
  ['v1.0.0-elliptic-key', KEY],
  ['v1.0.1-elliptic-key', KEY],
  ['v1.1.0-elliptic-key', KEY],
  ['v0.3.1-sigstore', WHO],
  ['v1.0.0-sigstore', WHO],
  ['v1.0.1-sigstore', WHO],
  ['v1.1.0-sigstore', WHO],
  ['v1.1.1-shards', OTHER_KEY],
  ['v1.1.1-blake2', OTHER_KEY],
];

let copies = 0;
/** A copy of a vector that a test may spoil. */
function copy(name: string): string {
  const folder = join(home, `${name}-${copies++}`);
  cpSync(join(VECTORS, name), folder, { recursive: true });
  return folder;
}

describe('the vectors of OpenSSF Model Signing', () => {
  it.each(GOOD)('%s is taken', async (name, trust) => {
    expect(await verify(join(VECTORS, name), trust)).toMatchObject({ code: 0, kinds: [] });
  });

  it.each(GOOD)('%s is refused with one file more', async (name, trust) => {
    const folder = copy(name);
    writeFileSync(join(folder, 'extra.bin'), 'x');
    const { code, kinds } = await verify(folder, trust);
    expect(code).toBe(1);
    expect(kinds).toContain('extra');
  });

  it.each(GOOD)('%s is refused with a file changed', async (name, trust) => {
    const folder = copy(name);
    const path = join(folder, name.startsWith('v1.1.1') ? 'sub/z.bin' : 'signme-1');
    const bytes = readFileSync(path);
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
    writeFileSync(path, bytes);
    expect(await verify(folder, trust)).toMatchObject({ code: 1, kinds: ['changed'] });
  });

  it.each(GOOD)('%s is refused when nobody, or somebody else, is trusted', async (name, trust) => {
    const others = [CERTIFICATE, KEY, OTHER_KEY, WHO, [...WHO.slice(0, 3), 'https://accounts.google.com'], []];
    for (const other of others.filter((one) => one !== trust)) {
      expect(await verify(join(VECTORS, name), other)).toMatchObject({ code: 1, kinds: ['signature'], signer: null });
    }
  });

  it('tells who signed where Sigstore vouches for somebody else', async () => {
    const { refusals } = await verify(join(VECTORS, 'v1.1.0-sigstore'), [...WHO.slice(0, 2), '--issuer', 'x']);
    expect(refusals[0].message).toContain('stefanb@us.ibm.com (https://sigstore.verify.ibm.com/oauth2)');
  });

  it('refuses a link in place of a signed file, whatever it leads to', async () => {
    const folder = copy('v1.1.0-elliptic-key');
    // A twin with the signed bytes, where a listing of bytes alone would see no difference.
    cpSync(join(folder, 'signme-2'), join(folder, 'ignore-me'));
    unlinkSync(join(folder, 'signme-2'));
    symlinkSync('ignore-me', join(folder, 'signme-2'));
    expect(await verify(folder, KEY)).toMatchObject({ code: 1, kinds: ['link'] });
    expect(await verify(folder, [...KEY, '--allow-symlinks'])).toMatchObject({ code: 0 });
    unlinkSync(join(folder, 'signme-2'));
    symlinkSync('/etc/hostname', join(folder, 'signme-2'));
    expect(await verify(folder, [...KEY, '--allow-symlinks'])).toMatchObject({ code: 1, kinds: ['unreadable'] });
  });

  it('refuses a bundle with any byte of its payload or signature changed', async () => {
    const folder = copy('v1.1.0-elliptic-key');
    const bundle = JSON.parse(readFileSync(join(folder, 'model.sig'), 'utf8'));
    const flip = (base64: string, at: number): string => {
      const bytes = Buffer.from(base64, 'base64');
      bytes[at % bytes.length] = (bytes[at % bytes.length] ?? 0) ^ (1 << (at % 8));
      return bytes.toString('base64');
    };
    await fc.assert(
      fc.asyncProperty(fc.nat(5000), fc.boolean(), async (at, payload) => {
        const { dsseEnvelope: envelope } = bundle;
        const [signature] = envelope.signatures;
        const spoilt = payload
          ? { ...envelope, payload: flip(envelope.payload, at) }
          : { ...envelope, signatures: [{ ...signature, sig: flip(signature.sig, at) }] };
        writeFileSync(join(folder, 'model.sig'), JSON.stringify({ ...bundle, dsseEnvelope: spoilt }));
        expect(await verify(folder, KEY)).toMatchObject({ code: 1, kinds: ['signature'] });
      }),
      { numRuns: cases(25) },
    );
  });

  it('says what is wrong with a bundle that is none', async () => {
    const folder = copy('v1.1.0-elliptic-key');
    writeFileSync(join(folder, 'model.sig'), '{}');
    const { code, stderr } = await verify(folder, KEY);
    expect([code, stderr]).toEqual([2, expect.stringContaining('[model-signature-invalid]')]);
  });
});
