import { generateKeyPairSync, sign } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { signEnvelope, trustedSignerOf } from '../../../attest/dsse.ts';
import { type LoadCryptoki, openPkcs11Key } from './signer.ts';

const folder = mkdtempSync(join(tmpdir(), 'weighbridge-pkcs11-'));
afterAll(() => rmSync(folder, { recursive: true }));
const pinFile = join(folder, 'pin');
writeFileSync(pinFile, '1234\n');
chmodSync(pinFile, 0o600);

const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const MESSAGE = Buffer.from('DSSEv1 1 t 5 hello');

/** A double of the package: not run against a real module. It signs the one message that the tests do. */
function double({ label = 'release', lies = false } = {}): LoadCryptoki {
  const spki = publicKey.export({ type: 'spki', format: 'der' });
  const point = Buffer.concat([Buffer.from([4, 65]), spki.subarray(spki.length - 65)]);
  const handle = Buffer.from('h');
  let sought = '';
  return async () => ({
    load: () => {},
    C_Initialize: () => {},
    C_GetSlotList: () => [handle],
    C_GetTokenInfo: () => ({ label: 'weighbridge'.padEnd(32) }),
    C_OpenSession: () => handle,
    C_Login: (_session, _user, pin) => {
      if (pin !== '1234') throw new Error('CKR_PIN_INCORRECT');
    },
    C_FindObjectsInit: (_session, template) => {
      sought = String(template[1]?.value);
    },
    C_FindObjects: () => (sought === label ? handle : null),
    C_FindObjectsFinal: () => {},
    C_GetAttributeValue: () => [{ value: point }],
    C_SignInit: () => {},
    C_Sign: () => sign('sha256', lies ? Buffer.from('other') : MESSAGE, { key: privateKey, dsaEncoding: 'ieee-p1363' }),
  });
}

const URI = `pkcs11:token=weighbridge;object=release?module-path=/usr/lib/module.so&pin-source=file:${pinFile}`;

describe('a key in a PKCS #11 module (a double; not run against a real one)', () => {
  it('signs envelopes that hold under its public half', async () => {
    const signer = await openPkcs11Key(URI, double());
    const envelope = await signEnvelope('t', Buffer.from('hello'), signer);
    expect(trustedSignerOf(envelope, [publicKey])).not.toBeNull();
  });

  it.each([
    ['no such token', URI.replace('token=weighbridge', 'token=other'), double()],
    ['no such key', URI, double({ label: 'other' })],
    ['no PIN', URI.replace(/&pin.*/, ''), double()],
    ['a PIN in the address', URI.replace('pin-source=file:', 'pin-value=1234&x='), double()],
  ])('is refused with %s', async (_why, uri, load) => {
    await expect(openPkcs11Key(uri, load)).rejects.toMatchObject({ code: 'key-invalid' });
  });

  it('takes no signature that does not hold', async () => {
    const signer = await openPkcs11Key(URI, double({ lies: true }));
    await expect(signer.sign(MESSAGE)).rejects.toMatchObject({ code: 'key-invalid' });
  });

  it('says which package is missing where it is not installed', async () => {
    await expect(openPkcs11Key(URI)).rejects.toMatchObject({ code: 'signer-absent' });
  });
});
