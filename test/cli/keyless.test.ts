import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { modelsIn } from '../support/models.ts';
import { scratchFolder } from '../support/scratch.ts';
import { type SigstoreDouble, sigstoreDouble } from '../support/sigstore.ts';
import { wb } from '../support/world.ts';

const home = scratchFolder();
const WHO = 'https://forge.example/acme/models/.github/workflows/vet.yml@refs/heads/main';
const ISSUER = 'https://token.forge.example';
const decision = join(home, 'd.json');
const root = join(home, 'trusted_root.json');
let sigstore: SigstoreDouble;
let model: string;

const vet = (key = sigstore.reference) =>
  wb(['vet', model, '--exposure', 'internal', '--commercial', 'no', '--sign', key, '--decision', decision, '--quiet'], {
    home,
  });
const verify = (...words: string[]) =>
  wb(['verify', model, '--decision', decision, '--trusted-root', root, ...words], { home });
const named = ['--identity', WHO, '--issuer', ISSUER];

describe('a decision that an identity signs (Sigstore’s own doubles; the real services are not exercised)', () => {
  beforeAll(async () => {
    sigstore = await sigstoreDouble();
    model = join(modelsIn(join(home, 'models')), 'egret');
    writeFileSync(root, JSON.stringify(sigstore.trustedRoot));
  });
  afterEach(() => vi.unstubAllEnvs());
  afterAll(() => sigstore.close());

  it('is a bundle as Sigstore’s tools take it, and holds for whoever trusts that identity by that provider', async () => {
    vi.stubEnv('SIGSTORE_ID_TOKEN', sigstore.token(WHO, ISSUER));
    expect(await vet()).toMatchObject({ code: 0 });
    const bundle = JSON.parse(readFileSync(decision, 'utf8')) as { mediaType: string; dsseEnvelope: object };
    expect(bundle.mediaType).toContain('application/vnd.dev.sigstore.bundle');
    expect(await verify(...named)).toMatchObject({ code: 0 });
    // Nobody trusts whom nobody named; nor somebody of that name by another provider; nor a key that is there by chance.
    expect((await verify()).stdout).toContain('trust-identity');
    for (const words of [
      ['--identity', WHO, '--issuer', 'https://other.example'],
      ['--identity', `${WHO}x`, '--issuer', ISSUER],
    ])
      expect(await verify(...words)).toMatchObject({ code: 1 });
    await wb(['key', 'trust-identity', WHO, '--issuer', ISSUER], { home });
    expect(await verify()).toMatchObject({ code: 0 });
    // By the public instance's root, which knows nothing of this one.
    expect(await wb(['verify', model, '--decision', decision, ...named], { home })).toMatchObject({ code: 1 });
  });

  it('does not hold once a byte of it was changed', async () => {
    vi.stubEnv('SIGSTORE_ID_TOKEN', sigstore.token(WHO, ISSUER));
    await vet();
    const bundle = JSON.parse(readFileSync(decision, 'utf8')) as { dsseEnvelope: { payload: string } };
    const text = Buffer.from(bundle.dsseEnvelope.payload, 'base64').toString('utf8');
    bundle.dsseEnvelope.payload = Buffer.from(text.replace(/20\d\d-/, '2099-')).toString('base64');
    writeFileSync(decision, JSON.stringify(bundle));
    const { code, stdout } = await verify(...named);
    expect([code, stdout]).toEqual([1, expect.stringContaining('Sigstore does not vouch for it')]);
  });

  it('is not made without a token, and never tells the token when it fails', async () => {
    const none = await vet();
    expect([none.code, none.stderr]).toEqual([2, expect.stringContaining('[signer-absent]')]);
    vi.stubEnv('SIGSTORE_ID_TOKEN', 'no.token-of-anybody.here');
    const broken = await vet();
    expect([broken.code, broken.stderr]).toEqual([2, expect.not.stringContaining('token-of-anybody')]);
    vi.stubEnv('SIGSTORE_ID_TOKEN', sigstore.token(WHO, ISSUER));
    expect((await vet('sigstore:http://127.0.0.1:1,http://127.0.0.1:1')).stderr).toContain('[key-invalid]');
    expect((await vet('sigstore:nowhere')).stderr).toContain('[key-invalid]');
    expect((await wb(['waive', 'x', '--sign', 'sigstore:'], { home })).code).toBe(2);
  });
});
