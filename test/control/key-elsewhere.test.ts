import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runningDatabase } from '../../src/adapters/database/embedded.ts';
import { makeLocalKey } from '../../src/adapters/signers/local-key.ts';
import { openSigner } from '../../src/adapters/signers/open-signer.ts';
import type { Running } from '../../src/contract/control/up.ts';
import { backup, restore } from '../../src/main/backup.ts';
import { SYSTEM_CLOCK } from '../../src/main/compose.ts';
import { work } from '../../src/main/separate.ts';
import { EMBEDDED, NO_DATABASE, ownServerIn, passable, signIn } from '../support/control.ts';
import { DEEP } from '../support/deep.ts';
import { type KeyService, keyService } from '../support/key-service.ts';
import { modelsIn } from '../support/models.ts';
import { scratchFolder } from '../support/scratch.ts';
import { rests } from '../support/until.ts';
import { appIn } from '../support/world.ts';

const home = scratchFolder();
const folder = join(home, 'server');
let service: KeyService;
let models: string;
let running: Running;
let password: string;

const openKey = (reference: string) =>
  openSigner(reference, { token: async () => service.token, trustedHosts: [service.host] });
const start = async (signingKey: string | null): Promise<Running> =>
  (running = await ownServerIn(folder, { models, signingKey }, [], { openKey }));
const around = { dataFolder: home, version: '0.0.0-test', clock: SYSTEM_CLOCK, blobs: null, openKey };

/** The key that signs what the policy admits by itself. */
async function signsWith(purpose: string): Promise<string | undefined> {
  const { call, id: owner } = await signIn(running.address, running.first?.email ?? 'admin@localhost', password);
  const use = { purpose, exposure: 'hosted' } as const;
  const { id } = await call('request.open', { direction: 'adopt', reference: 'egret', use, owner, role: 'deployer' });
  const rest = rests();
  while ((await call('request.show', { request: id })).state === 'vetting') await rest();
  return (await call('decision.show', { request: id })).signatures[0]?.keyid;
}

async function place(data: string) {
  return { data: passable(data), databaseUrl: await runningDatabase(data), allowRoot: true };
}

describe.skipIf(NO_DATABASE !== null || !EMBEDDED)(
  'a server whose key lies elsewhere (a double of a key service)',
  () => {
    beforeAll(async () => {
      models = modelsIn(join(home, 'models'));
      service = await keyService();
      await start(service.key('ed25519'));
      password = running.first?.password ?? '';
    });
    afterAll(async () => {
      await running?.stop();
      service?.close();
    });

    it('makes no key in a file, signs with that one, and rotates it only where it lies', async () => {
      expect(existsSync(join(folder, 'signing.key'))).toBe(false);
      const { keyId } = await openKey(service.key('ed25519'));
      expect(running.keyId).toBe(keyId);
      expect(await signsWith('of the first key')).toBe(keyId);
      const { call } = await signIn(running.address, 'admin@localhost', password);
      await expect(call('key.rotate', {})).rejects.toMatchObject({ code: 'key-elsewhere' });
      await running.stop();
      // Nobody signs with another key because somebody forgot an option.
      await expect(start(null)).rejects.toMatchObject({ code: 'key-invalid' });

      await start(service.key('another'));
      const another = (await openKey(service.key('another'))).keyId;
      expect(running.keyId).toBe(another);
      expect(await signsWith('of the second key')).toBe(another);
      const { items } = await (await signIn(running.address, 'admin@localhost', password)).call('key.list', {});
      expect(items.map(({ keyId, reason }) => [keyId, reason])).toEqual([
        [keyId, 'rotated'],
        [another, null],
      ]);
      await running.stop();
      await expect(start(service.key('ed25519'))).rejects.toMatchObject({ code: 'key-ended' });
      await start(service.key('another'));
    });

    it('has workers that sign with it too, and none that cannot', async () => {
      const shared = { databaseUrl: (await runningDatabase(folder)) ?? '', data: folder, models };
      const world = { ...around, weighbridge: appIn(folder), console: null, log: () => {} };
      await expect(work(shared, world)).rejects.toMatchObject({ code: 'key-invalid' });
      const working = await work({ ...shared, signingKey: service.key('another') }, world);
      expect(working.keyId).toBe(running.keyId);
      await working.stop();
    });

    // Two databases more; what a backup refuses and restores is tried in every run with a key in a file.
    it.runIf(DEEP)('is kept sealed with it, and restored by whoever trusts its public half', async () => {
      const file = join(home, 'kept.tar.gz');
      const signingKey = service.key('another');
      const kept = await backup({ ...(await place(folder)), file, withKeys: true, signingKey }, around);
      expect(kept.keyId).toBe(running.keyId);
      const trusted = join(home, 'another.pub');
      writeFileSync(trusted, (await openKey(signingKey)).publicKey.export({ type: 'spki', format: 'pem' }));
      const where = async (name: string) => ({ ...(await place(join(home, name))), file, keys: null });
      await expect(restore({ ...(await where('distrusted')), trusted: [] }, around)).rejects.toMatchObject({
        code: 'backup-untrusted',
      });
      expect(await restore({ ...(await where('restored')), trusted: [trusted] }, around)).toMatchObject({
        keyId: running.keyId,
      });
    });

    it('takes the place of the key in the file, once', async () => {
      const [data, file] = [join(home, 'moved'), join(home, 'mine.key')];
      const before = await ownServerIn(data, { models });
      await before.stop();
      await makeLocalKey(file, 'p256');
      const moved = await ownServerIn(data, { models, signingKey: file }, [], { openKey });
      try {
        expect(moved.keyId).toBe((await openKey(file)).keyId);
        expect(moved.keyId).not.toBe(before.keyId);
      } finally {
        await moved.stop();
      }
    });
  },
);
