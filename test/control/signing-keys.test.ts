import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runningDatabase } from '../../src/adapters/database/embedded.ts';
import { openLocalKey } from '../../src/adapters/signers/local-key.ts';
import { openDatabase } from '../../src/adapters/store/open-database.ts';
import { decisionIn, signDecision } from '../../src/app/admission.ts';
import { heedEndedKeys } from '../../src/app/control/keys/ended-keys.ts';
import type { Bundle } from '../../src/attest/bundle.ts';
import type { Envelope } from '../../src/attest/dsse.ts';
import { REVOCATIONS_TYPE, revocationListIn } from '../../src/attest/revocation-list.ts';
import { seal } from '../../src/attest/sealed.ts';
import type { Running } from '../../src/contract/control/up.ts';
import { SILENT } from '../../src/contract/progress.ts';
import type { Refusal } from '../../src/contract/signing.ts';
import { backup } from '../../src/main/backup.ts';
import { SYSTEM_CLOCK } from '../../src/main/compose.ts';
import { controlParts } from '../../src/main/control.ts';
import { EMBEDDED, NO_DATABASE, ownServerIn, type Signed, signIn } from '../support/control.ts';
import { modelsIn } from '../support/models.ts';
import { scratchFolder } from '../support/scratch.ts';
import { rests } from '../support/until.ts';
import { appIn, wb } from '../support/world.ts';

const home = scratchFolder();
const data = join(home, 'server');
const HOUR = 60 * 60 * 1000;
let running: Running;
let admin: Signed;
let models: string;

function kept(name: string, content: unknown): string {
  const path = join(home, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

/** A request that the policy admits by itself, for this purpose. */
async function admittedFor(purpose: string, by: Signed = admin): Promise<string> {
  const use = { purpose, exposure: 'hosted' } as const;
  const asked = { direction: 'adopt', reference: 'egret', use, owner: by.id, role: 'deployer' } as const;
  const { id } = await by.call('request.open', asked);
  const rest = rests();
  for (;;) {
    const { state } = await by.call('request.show', { request: id });
    if (state === 'admitted') return id;
    if (state !== 'vetting') throw new Error(`it is ${state}`);
    await rest();
  }
}

interface Judged {
  readonly ok: boolean;
  readonly kinds: readonly Refusal['kind'][];
}

/** What a device says of the folder, at this moment by its clock. */
async function judged(
  document: { readonly decisionFile: string; readonly bundle?: boolean; readonly revocationsFile?: string },
  keyFiles: readonly string[],
  { now = Date.now(), folder = join(models, 'egret') } = {},
): Promise<Judged> {
  const caller = { signal: new AbortController().signal, progress: SILENT };
  const input = { folder, keyFiles, ...document };
  const { ok, refusals } = await appIn(join(home, 'device'), {}, now).verify(input, caller);
  return { ok, kinds: [...new Set(refusals.map(({ kind }) => kind))] };
}

async function publicKey(name: string): Promise<string> {
  return kept(name, (await admin.call('key.show', {})).publicKey);
}

const cli = (...words: string[]) =>
  wb(words, { home, env: { WEIGHBRIDGE_SERVER: running.address, WEIGHBRIDGE_TOKEN: admin.token } });

describe.skipIf(NO_DATABASE !== null)('the keys of a server', () => {
  let first: { readonly request: string; readonly key: string; readonly decision: string; readonly keyId: string };

  beforeAll(async () => {
    models = modelsIn(join(home, 'models'));
    running = await ownServerIn(data, { models, modelsOf: { other: modelsIn(join(home, 'models-other')) } });
    if (running.first === null) throw new Error('no first sign-in');
    admin = await signIn(running.address, running.first.email, running.first.password);
    const request = await admittedFor('before the rotation');
    const decision = kept('first.json', await admin.call('decision.show', { request }));
    first = { request, decision, key: await publicKey('first.pub'), keyId: running.keyId };
  });
  afterAll(() => running?.stop());

  it('are rotated: what comes is signed with the new one, what was keeps its worth by the list', async () => {
    expect((await cli('key', 'revoke', first.keyId, '--cause', 'superseded')).stderr).toContain('[key-current]');
    expect((await cli('key', 'rotate', '--type', 'p256')).code).toBe(0);
    const { items } = await admin.call('key.list', {});
    expect(items.map(({ reason }) => reason)).toEqual(['rotated', null]);
    const second = await publicKey('second.pub');
    const decision = kept('second.json', await admin.call('decision.show', { request: await admittedFor('after it') }));
    expect(await judged({ decisionFile: decision }, [second])).toEqual({ ok: true, kinds: [] });
    expect((await judged({ decisionFile: decision }, [first.key])).kinds).toEqual(['signature']);
    // Whoever restores trusts the new one alone.
    if (EMBEDDED) {
      const place = { data, databaseUrl: await runningDatabase(data), allowRoot: true };
      const around = { dataFolder: home, version: '0.0.0-test', clock: SYSTEM_CLOCK };
      const { keyId } = await backup({ ...place, file: join(home, 'kept.tar.gz'), withKeys: false }, around);
      expect(keyId).toBe(items[1]?.keyId);
    }
    // The old decision needs the old key to be trusted, or a list that the new key signed.
    const revocationsFile = kept('rotated.json', (await cli('key', 'revocations')).stdout);
    expect((await judged({ decisionFile: first.decision }, [second])).kinds).toEqual(['signature']);
    expect(await judged({ decisionFile: first.decision, revocationsFile }, [second])).toEqual({ ok: true, kinds: [] });
    expect(await judged({ decisionFile: decision, revocationsFile }, [second])).toEqual({ ok: true, kinds: [] });
  });

  it('when stolen sign nothing that counts, with whatever date; what was signed before keeps its worth', async () => {
    const second = join(home, 'second.pub');
    const old = decisionIn(JSON.parse(readFileSync(first.decision, 'utf8')) as Envelope);
    const thief = await openLocalKey(join(data, 'signing.key'));
    const forged = kept('forged.json', await signDecision({ ...old, reasons: ['a thief says so'] }, thief));
    expect((await judged({ decisionFile: forged }, [first.key])).ok).toBe(true);
    expect((await cli('key', 'revoke', first.keyId.slice(0, 7), '--cause', 'compromised')).code).toBe(2);
    expect((await cli('key', 'revoke', '0'.repeat(12), '--cause', 'compromised')).stderr).toContain('[key-not-found]');
    expect((await cli('key', 'revoke', first.keyId.slice(0, 12), '--cause', 'compromised')).stdout).toContain(
      'compromised',
    );
    const envelope = await admin.call('revocation.list', {});
    const revocationsFile = kept('stolen.json', envelope);
    for (const trusted of [[second], [first.key, second]]) {
      expect((await judged({ decisionFile: forged, revocationsFile }, trusted)).kinds).toEqual(['revoked-key']);
      expect((await judged({ decisionFile: first.decision, revocationsFile }, trusted)).ok).toBe(true);
    }
    // The thief's own list says nothing about the theft; nobody who trusts the new key alone takes it.
    const list = revocationListIn(envelope);
    const lie = kept('lie.json', await seal(REVOCATIONS_TYPE, { ...list, keys: [] }, thief));
    expect((await judged({ decisionFile: forged, revocationsFile: lie }, [second])).kinds).toContain('revocations');
    // A list that revokes the key it is signed with proves nothing either.
    const own = kept('own.json', await seal(REVOCATIONS_TYPE, list, thief));
    expect((await judged({ decisionFile: first.decision, revocationsFile: own }, [first.key])).kinds).toContain(
      'revocations',
    );
    // Stolen long ago: then nothing at all that it signed counts, and the moment is never moved forward again.
    await admin.call('channel.open', { name: 'old', environment: 'staging' });
    await admin.call('release.promote', { channel: 'old', request: first.request });
    await admin.call('key.revoke', { keyId: first.keyId, cause: 'compromised', since: '2020-01-01T00:00:00Z' });
    // What devices refuse, channels do not serve.
    const { items: releases } = await admin.call('release.list', { channel: 'old' });
    expect(releases.map(({ barred }) => barred)).toEqual(['revoked']);
    const promoted = admin.call('release.promote', { channel: 'old', request: first.request });
    await expect(promoted).rejects.toMatchObject({ code: 'decision-revoked' });
    const again = await admin.call('key.revoke', { keyId: first.keyId, cause: 'superseded' });
    expect(again).toMatchObject({ reason: 'compromised', endedAt: '2020-01-01T00:00:00.000Z' });
    const stricter = kept('stricter.json', await admin.call('revocation.list', {}));
    expect((await judged({ decisionFile: first.decision, revocationsFile: stricter }, [second])).kinds).toEqual([
      'revoked-key',
    ]);
    const { items } = await admin.call('audit.list', { limit: 200 });
    const acts = items.map(({ entry }) => entry).filter((entry) => /key\.(rotate|revoke)/.test(entry));
    expect(acts).toHaveLength(4);
  });

  it('make one file for devices without a network, which refuse what is stale, revoked, tampered or another model', async () => {
    const key = join(home, 'second.pub');
    const request = await admittedFor('on robots');
    await admin.call('channel.open', { name: 'robots', environment: 'floor' });
    expect((await cli('bundle', request, '--channel', 'robots', '--out', join(home, 'x'))).stderr).toContain(
      '[not-released]',
    );
    const release = await admin.call('release.promote', { channel: 'robots', request });
    const file = join(home, 'robot.bundle.json');
    const made = await cli('bundle', request, '--channel', 'robots', '--hours', '24', '--out', file);
    expect(made).toMatchObject({ code: 0 });
    const bundle = JSON.parse(readFileSync(file, 'utf8')) as Bundle;
    const verify = (changed: Partial<Bundle>, options: Parameters<typeof judged>[2] = {}) =>
      judged({ decisionFile: kept('changed.json', { ...bundle, ...changed }), bundle: true }, [key], options);
    expect(await verify({})).toEqual({ ok: true, kinds: [] });
    const egret = join(models, 'egret');
    const words = ['verify', egret, '--bundle', file, '--key', key];
    expect(await wb(words, { home: join(home, 'device') })).toMatchObject({ code: 0 });
    expect((await wb([...words, '--decision', file], { home: join(home, 'device') })).code).toBe(2);

    expect((await verify({}, { now: Date.now() + 25 * HOUR })).kinds).toEqual(['stale']);
    expect((await verify({}, { now: Date.now() - HOUR })).kinds).toContain('stale');
    expect((await verify({}, { folder: join(models, 'plover-1m-tainted') })).ok).toBe(false);
    const copy = join(home, 'copy');
    cpSync(egret, copy, { recursive: true });
    writeFileSync(join(copy, 'config.json'), '{}');
    expect((await verify({}, { folder: copy })).kinds).toEqual(['changed']);

    for (const part of ['decision', 'release', 'revocations'] as const) {
      const { payload } = bundle[part];
      const text = Buffer.from(payload, 'base64')
        .toString('utf8')
        .replace(/20\d\d-/, '2099-');
      const tampered = { ...bundle[part], payload: Buffer.from(text).toString('base64') };
      const { ok, kinds } = await verify({ [part]: tampered });
      expect([part, ok]).toEqual([part, false]);
      expect(kinds).toContain(part === 'decision' ? 'signature' : part);
      // What the server signed as something else counts for nothing here.
      const another = part === 'decision' ? bundle.release : bundle.decision;
      const refused = await verify({ [part]: another }).catch(({ code }: { code: string }) => code);
      expect(refused).toEqual(part === 'decision' ? 'decision-invalid' : expect.objectContaining({ ok: false }));
    }

    // Parts of another bundle are not this one's, however well they are signed.
    const other = await admin.call('bundle.make', { request: await admittedFor('elsewhere') });
    expect((await verify({ release: other.release })).kinds).toEqual(['release']);
    await admin.call('release.withdraw', { release: release.id, reason: 'It stumbles.' });
    const withdrawn = await admin.call('revocation.list', {});
    expect((await verify({ revocations: withdrawn })).kinds).toEqual(['revoked']);
    await admin.call('decision.revoke', { request, reason: 'The weights were withdrawn.' });
    const revoked = kept('revoked.json', await admin.call('revocation.list', {}));
    const decisionFile = kept('robot.json', bundle.decision);
    expect((await judged({ decisionFile, revocationsFile: revoked }, [key])).kinds).toEqual(['revoked']);
    await expect(admin.call('bundle.make', { request })).rejects.toMatchObject({ code: 'decision-revoked' });
  });

  it.skipIf(!EMBEDDED)('end for every organisation of the server', async () => {
    const found = await admin.call('organisation.add', { name: 'other', email: 'ada@other.example' });
    const other = await signIn(running.address, found.email, found.password, 'other');
    const request = await admittedFor('elsewhere on this server', other);
    const { items } = await admin.call('key.list', {});
    const current = items.find(({ reason }) => reason === null);
    await admin.call('key.rotate', {});
    const before = await admittedFor('with a key that nobody stole', other);
    const stolen = { keyId: current?.keyId ?? '', cause: 'compromised', since: '2020-01-01T00:00:00Z' } as const;
    await admin.call('key.revoke', stolen);
    const own = await openDatabase((await runningDatabase(data)) ?? '');
    try {
      const world = { models, weighbridge: appIn(home), blobs: null, clock: SYSTEM_CLOCK, wake: () => {} };
      const parts = await controlParts({ database: own, folder: data, ...world });
      // What a worker does within ten minutes; twice changes nothing.
      for (const _ of [1, 2]) await heedEndedKeys(parts, 'other');
    } finally {
      await own.close();
    }
    await other.call('channel.open', { name: 'c', environment: 'staging' });
    const promote = (id: string) => other.call('release.promote', { channel: 'c', request: id });
    await expect(promote(request)).rejects.toMatchObject({ code: 'decision-revoked' });
    expect(await promote(before)).toMatchObject({ barred: null });
  });
});
