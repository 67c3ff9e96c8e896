import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { InputOf } from '../../src/contract/control/operations.ts';
import { SILENT } from '../../src/contract/progress.ts';
import type { RulingRole } from '../../src/domain/people.ts';
import { digestOf } from '../../src/kernel/digest.ts';
import { type Company, companyIn, settled } from '../support/company.ts';
import { NO_DATABASE, somebody } from '../support/control.ts';
import { scratchFolder } from '../support/scratch.ts';
import { appIn, wb } from '../support/world.ts';

const home = scratchFolder();
const ROLES = { asks: ['requester'], security: ['security'], legal: ['legal'], reviewer: ['reviewer'] } as const;
let { running, admin, people } = {} as Company<keyof typeof ROLES>;

type What = InputOf<'subject.open'>['what'];
const refused = (call: Promise<unknown>, code: string) => expect(call).rejects.toMatchObject({ code });
const open = (what: What, use: InputOf<'subject.open'>['use'] = {}) =>
  people.asks.call('subject.open', { what, use, owner: people.asks.id });
const rule = (role: RulingRole, { id }: { readonly id: string }) =>
  people[role].call('subject.rule', { subject: id, role, ruling: 'admitted', reason: 'Read it.' });
/** A request that the policy admits by itself. */
async function admittedBase(purpose: string): Promise<string> {
  const what = { direction: 'adopt', reference: 'plover-1m', owner: people.asks.id, role: 'deployer' } as const;
  const { id } = await people.asks.call('request.open', { ...what, use: { exposure: 'internal', purpose } });
  const { state, dossier } = await settled(admin.call, id);
  // Its bytes were revoked before: then people rule.
  const ruling = { request: id, ruling: 'admitted', reason: 'Mended.', dossier: dossier ?? '' } as const;
  if (state === 'review')
    for (const role of ['security', 'legal'] as const) await people[role].call('request.rule', { ...ruling, role });
  return id;
}
const HOSTED = {
  kind: 'hosted',
  provider: 'Acme',
  model: 'large',
  version: '2026-03-01',
  terms: digestOf('terms'),
  regions: ['EU'],
  evaluations: [{ name: 'harm', digest: digestOf('report') }],
} as const;
const hosted = (over: object = {}): What => ({
  ...HOSTED,
  regions: ['EU'],
  evaluations: [...HOSTED.evaluations],
  ...over,
});

const DAY = 24 * 60 * 60 * 1000;
const QUIET = { signal: new AbortController().signal, progress: SILENT };

describe.skipIf(NO_DATABASE !== null)('what is admitted besides weights', () => {
  beforeAll(async () => {
    ({ running, admin, people } = await companyIn(join(home, 'server'), ROLES));
  });
  afterAll(() => running?.stop());

  it('is a hosted model on its terms, evaluations and region, and never called verified', async () => {
    const one = await open(hosted());
    const waits = async () => (await wb(['subject', 'show', one.id, ...args], { home })).stdout;
    const args = ['--server', running.address, '--token', people.asks.token];
    expect(await waits()).toContain('for 2 people to rule, one of them as legal');
    expect((await rule('security', one)).state).toBe('review');
    expect(await waits()).toContain('for somebody to rule as legal');
    expect((await rule('reviewer', one)).state).toBe('review');
    const admitted = await rule('legal', one);
    expect(admitted).toMatchObject({ state: 'admitted', barred: [] });
    const envelope = await admin.call('subject.decision', { subject: one.id });
    const signed = Buffer.from(envelope.payload, 'base64').toString();
    const shown = await wb(['subject', 'show', one.id, ...args], { home });
    expect(shown.stdout).toContain('nobody here has seen its weights');
    for (const text of [JSON.stringify(admitted), signed, shown.stdout]) expect(text).not.toMatch(/verif/i);
    // No folder passes by it, not even an empty list of files.
    const decision = join(home, 'hosted.json');
    writeFileSync(decision, JSON.stringify(envelope));
    const key = join(home, 'server.pub');
    writeFileSync(key, (await admin.call('key.show', {})).publicKey);
    const held = await wb(['verify', 'examples/models/plover-1m', '--decision', decision, '--key', key], {
      home,
      cwd: process.cwd(),
    });
    expect(held).toMatchObject({ code: 2, stderr: expect.stringContaining('[decision-invalid]') });

    // The statement by itself is read without the server, and never called verified either.
    const list = join(home, 'revoked.json');
    const revoked = async () => writeFileSync(list, JSON.stringify(await admin.call('revocation.list', { hours: 24 })));
    await revoked();
    const alone = ['verify', '--statement', decision, '--revocations', list];
    const read = await wb([...alone, '--key', key], { home });
    expect(read).toMatchObject({ code: 0, stdout: expect.stringContaining('hosted Acme/large@2026-03-01') });
    expect(read.stdout).not.toMatch(/verif/i);
    expect((await wb(['verify', home, ...alone.slice(1), '--key', key], { home })).code).toBe(2);
    const why = async (file = decision, now = Date.now()) => {
      const input = { folder: null, statementFile: file, revocationsFile: list, keyFiles: [key] };
      const { refusals } = await appIn(home, {}, now).verifyStatement(input, QUIET);
      return refusals.map(({ kind }) => kind);
    };
    const forged = Buffer.from(signed.replace('2026-03-01', '2026-04-01')).toString('base64');
    writeFileSync(join(home, 'forged.json'), JSON.stringify({ ...envelope, payload: forged }));
    expect(await why(join(home, 'forged.json'))).toEqual(['signature']);
    expect(await why(decision, Date.now() + 400 * DAY)).toEqual(['stale', 'expired']);
    await people.security.call('subject.revoke', { subject: one.id, reason: 'New terms.' });
    await revoked();
    expect(await why()).toEqual(['revoked']);
  });

  it.each([
    ['without a dated version', { version: 'latest' }, []],
    ['without an evaluation', { evaluations: [] }, []],
    ['without a region', { regions: [] }, []],
    ['where it is computed elsewhere', {}, ['US']],
  ])('is no hosted model %s, however many admit it', async (_, over, regions) => {
    const one = await open(hosted(over), { regions });
    expect(one.lacks).toHaveLength(1);
    await rule('security', one);
    await refused(rule('legal', one), 'subject-incomplete');
  });

  it('is a composite while each of its parts is admitted, and not a moment longer', async () => {
    const base = await admittedBase('alone');
    const image = await open({ kind: 'image', name: 'server', image: digestOf('image'), report: digestOf('report') });
    const parts = [
      { role: 'base', from: 'request', id: base },
      { role: 'runtime-image', from: 'subject', id: image.id },
    ] as const;
    const use = { exposure: 'internal' } as const;
    const whole = await open({ kind: 'composite', name: 'assistant', parts: [...parts] }, use);
    const again = await open({ kind: 'composite', name: 'other name', parts: [...parts].reverse() }, use);
    expect(again.digest).toBe(whole.digest);
    await rule('legal', whole);
    await refused(rule('reviewer', whole), 'subject-incomplete');
    await rule('security', image);
    await rule('legal', image);
    expect(await rule('reviewer', whole)).toMatchObject({ state: 'admitted', barred: [] });
    await people.security.call('subject.revoke', { subject: image.id, reason: 'A hole in it.' });
    // With the part ends the whole.
    expect((await admin.call('subject.show', { subject: whole.id })).barred).toEqual([
      'its admission was revoked',
      `its runtime-image ${image.id}: its admission was revoked`,
    ]);
    await people.security.call('decision.revoke', { request: base, reason: 'Withdrawn.' });
    expect((await admin.call('subject.show', { subject: whole.id })).barred).toContain(`its base ${base}: revoked`);
    await refused(open({ kind: 'composite', name: 'x', parts: [{ ...parts[0], id: 'nothing' }] }), 'part-not-found');
  });

  it.each<[string, InputOf<'subject.open'>['use'], string]>([
    ['to outsiders', { exposure: 'redistributed' }, 'internal use, not redistributed'],
    ['on personal data', { exposure: 'internal', personalData: true }, 'personal data'],
    ['by more people', { exposure: 'internal', monthlyUsers: 1000 }, '0 monthly users, not 1000'],
  ])('is no composite that is used %s, which its base was not decided for', async (why, use, words) => {
    const base = await admittedBase(`not ${why}`);
    const parts = [{ role: 'base', from: 'request', id: base }] as const;
    const whole = await open({ kind: 'composite', name: 'launderer', parts: [...parts] }, use);
    expect(whole.lacks).toEqual([expect.stringContaining(words)]);
    await rule('reviewer', whole);
    await refused(rule('legal', whole), 'subject-incomplete');
    await refused(admin.call('subject.decision', { subject: whole.id }), 'not-decided');
  });

  it('is no composite that is used outside the region where its hosted part is computed', async () => {
    const far = await open(hosted({ version: '2026-05-01' }));
    await rule('security', far);
    await rule('legal', far);
    const what = { kind: 'composite', name: 'far', parts: [{ role: 'base', from: 'subject', id: far.id }] } as const;
    const inside = await open({ ...what, parts: [...what.parts] }, { regions: ['EU'] });
    expect(inside.lacks).toEqual([]);
    const outside = await open({ ...what, parts: [...what.parts] }, { regions: ['US'] });
    expect(outside.lacks).toEqual([expect.stringContaining('used in US and computed elsewhere')]);
  });

  it('is released as weights are: behind the same gates, taken off with its part, brought back by a rollback', async () => {
    const manager = await somebody(running.address, admin.call, 'manager', ['release-manager']);
    const { call } = manager;
    await call('channel.open', {
      name: 'chat',
      environment: 'production',
      gate: { rulings: 2, exposures: ['internal'] },
    });
    const use = { exposure: 'internal' } as const;
    const promote = (id: string) => call('release.promote', { channel: 'chat', request: id });
    const far = await open(hosted(), use);
    await refused(promote(far.id), 'not-decided');
    await rule('security', far);
    await rule('legal', far);
    const elsewhere = await open(hosted({ version: '2026-04-01' }), { exposure: 'hosted' });
    await rule('security', elsewhere);
    await rule('legal', elsewhere);
    await refused(promote(elsewhere.id), 'gate-closed');
    const first = await promote(far.id);
    expect(first).toMatchObject({
      rests: 'subject',
      model: 'Acme/large@2026-03-01',
      manifest: far.digest,
      barred: null,
    });

    const image = await open({ kind: 'image', name: 'server', image: digestOf('other'), report: digestOf('report') });
    await rule('security', image);
    await rule('legal', image);
    await refused(promote(image.id), 'not-admitted');
    const base = await admittedBase('for a composite');
    const parts = [
      { role: 'base', from: 'request', id: base },
      { role: 'runtime-image', from: 'subject', id: image.id },
    ] as const;
    const whole = await open({ kind: 'composite', name: 'assistant', parts: [...parts] }, use);
    await rule('legal', whole);
    await rule('reviewer', whole);
    const second = await promote(whole.id);
    expect(second).toMatchObject({ rests: 'subject', replaces: first.id });
    // It ends with whichever of its parts ends first.
    expect(second.expiresAt < whole.expiresAt).toBe(true);

    const { channels } = await people.security.call('decision.revoke', { request: base, reason: 'Withdrawn.' });
    expect(channels).toEqual([]);
    expect((await call('subject.show', { subject: whole.id })).revoked).toMatchObject({
      reason: expect.stringContaining(base),
    });
    const { items } = await call('release.list', { channel: 'chat' });
    expect(items.map(({ barred }) => barred)).toEqual(['revoked', null]);
    expect(await call('release.rollback', { channel: 'chat', reason: 'Its base is gone.' })).toMatchObject({
      rests: 'subject',
      request: far.id,
      restores: first.id,
    });
    const revoke = ['subject', 'revoke', far.id, '--reason', 'New terms.', '--server', running.address];
    const gone = await wb([...revoke, '--token', people.security.token], { home });
    expect(gone).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('off       chat: weighbridge rollback chat'),
    });
    await refused(call('release.rollback', { channel: 'chat', reason: 'Nothing left.' }), 'nothing-to-restore');
    const list = await admin.call('revocation.list', {});
    const { decisions } = JSON.parse(Buffer.from(list.payload, 'base64').toString()) as { decisions: object[] };
    expect(decisions.length).toBeGreaterThanOrEqual(3);
  });

  it('is ruled on by others than who asks, once each, and ends at a denial', async () => {
    const both = await somebody(running.address, admin.call, 'both', ['requester', 'legal']);
    const one = await both.call('subject.open', { what: hosted(), owner: both.id });
    const ruling = { subject: one.id, role: 'legal', ruling: 'admitted', reason: 'Mine.' } as const;
    await refused(both.call('subject.rule', ruling), 'own-request');
    await refused(people.security.call('subject.rule', ruling), 'role-not-held');
    await rule('security', one);
    await refused(rule('security', one), 'ruled-already');
    const denied = await people.legal.call('subject.rule', { ...ruling, ruling: 'denied' });
    expect(denied).toMatchObject({ state: 'denied', barred: ['it was denied'] });
    await refused(rule('reviewer', one), 'not-in-review');
  });
});
