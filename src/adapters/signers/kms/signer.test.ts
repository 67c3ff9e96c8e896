import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type KeyService, keyService } from '../../../../test/support/key-service.ts';
import { signEnvelope, trustedSignerOf } from '../../../attest/dsse.ts';
import { openSigner } from '../open-signer.ts';

const MESSAGE = Buffer.from('DSSEv1 1 t 5 hello');
const PAYLOAD = Buffer.from('hello');
let service: KeyService;

beforeAll(async () => {
  service = await keyService(MESSAGE);
});
afterAll(() => service.close());

describe('a key in a key service (a double; not run against the real service)', () => {
  const open = (name: string, token: string | null = service.token, trustedHosts = [service.host]) =>
    openSigner(service.key(name), { token: async () => token, trustedHosts });

  it.each(['p256', 'ed25519'])('%s signs envelopes that hold under its public half', async (name) => {
    service.lie(false);
    const signer = await open(name);
    const envelope = await signEnvelope('t', PAYLOAD, signer);
    expect(trustedSignerOf(envelope, [signer.publicKey])).not.toBeNull();
  });

  it('takes no signature that does not hold, no other kind of key, and asks nobody without a token', async () => {
    service.lie(true);
    for (const name of ['p256', 'ed25519'])
      await expect((await open(name)).sign(MESSAGE)).rejects.toMatchObject({ code: 'key-invalid' });
    await expect(open('rsa')).rejects.toMatchObject({ code: 'key-invalid' });
    await expect(open('p256', 'wrong')).rejects.toMatchObject({ code: 'key-invalid' });
    await expect(open('p256', null)).rejects.toMatchObject({ code: 'signer-absent' });
    await expect(open('p256', service.token, [])).rejects.toMatchObject({ code: 'address-refused' });
  });
});
