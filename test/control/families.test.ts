import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { InputOf } from '../../src/contract/control/operations.ts';
import type { RulingRole } from '../../src/domain/people.ts';
import { type Company, companyIn, type Shown, settled } from '../support/company.ts';
import { NO_DATABASE, type Signed, somebody } from '../support/control.ts';
import { scratchFolder } from '../support/scratch.ts';
import { rests } from '../support/until.ts';
import { wb } from '../support/world.ts';

const home = scratchFolder();
const ROLES = {
  asks: ['requester'],
  secures: ['security'],
  guards: ['security'],
  judges: ['legal'],
  reviews: ['reviewer'],
  releases: ['release-manager'],
} as const;
let { running, admin, people } = {} as Company<keyof typeof ROLES>;

async function asked(reference: string, contribution?: InputOf<'request.open'>['contribution']): Promise<Shown> {
  const { id: owner, call } = people.asks;
  const use = { exposure: 'internal' } as const;
  const what = { direction: 'adopt', reference, role: 'deployer', owner, use, contribution } as const;
  const { id } = await call('request.open', what);
  return settled(admin.call, id);
}

const rule = (who: Signed, { id, dossier }: Shown, role: RulingRole) =>
  who.call('request.rule', { request: id, role, ruling: 'admitted', reason: 'Fine.', dossier: dossier ?? '' });
const refused = (call: Promise<unknown>, code: string) => expect(call).rejects.toMatchObject({ code });

describe.skipIf(NO_DATABASE !== null)('a family of models', () => {
  let base: Shown;

  beforeAll(async () => {
    ({ running, admin, people } = await companyIn(join(home, 'server'), ROLES));
    const { call } = people.releases;
    const contribution = { checks: ['secrets', 'pickle-imports'], candidate: 'candidate' };
    await call('channel.open', { name: 'candidate', environment: 'test' });
    await call('family.open', { name: 'plover', owner: people.asks.id, contribution });
    await call('channel.change', { channel: 'candidate', family: 'plover' });
    base = await asked('plover-1m');
    await call('version.add', { family: 'plover', version: '1.0', request: base.id });
  });
  afterAll(() => running?.stop());

  it('takes a fork from its proposal over checks and its reviewer to the candidate channel', async () => {
    const fork = { family: 'plover', version: '1.1', forkOf: '1.0' };
    const request = await asked('plover-1m-harbour', fork);
    expect(request.state).toBe('review');
    const accept = () => people.releases.call('contribution.accept', { request: request.id });
    await refused(accept(), 'not-decided');
    expect(request.missing).toEqual({ roles: ['reviewer'], people: 1 });
    await refused(rule(people.secures, request, 'security'), 'role-not-asked');
    const open = await admin.call('contribution.show', { request: request.id });
    expect(open.checks.map(({ check, met }) => [check, met])).toEqual([
      ['secrets', true],
      ['pickle-imports', true],
    ]);
    expect(open.lacks).toEqual(['nobody admitted it as reviewer', 'its request is review']);
    expect((await rule(people.reviews, request, 'reviewer')).state).toBe('admitted');
    expect(await accept()).toMatchObject({
      version: '1.1',
      forkOf: '1.0',
      dossier: request.dossier,
      release: { channel: 'candidate', request: request.id },
    });
    await refused(accept(), 'version-exists');
    expect((await admin.call('contribution.list', { family: 'plover' })).items).toMatchObject([{ accepted: true }]);
  });

  it('has a fork that the policy admits by itself wait for its reviewer, and for no other', async () => {
    const request = await asked('plover-1m', { family: 'plover', version: '1.2', forkOf: '1.0' });
    expect(request).toMatchObject({ state: 'review', outcome: 'admit' });
    const args = ['--server', running.address, '--token', people.asks.token];
    const shown = await wb(['request', 'show', request.id, ...args], { home });
    expect(shown.stdout).toContain('waits     for reviewer to rule');
    const plain = await wb(['request', 'open', 'http://example.org/m.safetensors', ...args], { home });
    expect(plain.stderr).toContain('nothing is fetched over http://');
    await refused(rule(people.secures, request, 'security'), 'role-not-asked');
    expect((await rule(people.reviews, request, 'reviewer')).state).toBe('admitted');
  });

  it('accepts nothing while a required check was never asked, by whichever door', async () => {
    const { call } = people.releases;
    await call('family.open', { name: 'strict', owner: people.asks.id, contribution: { checks: ['nobody-asked'] } });
    await call('version.add', { family: 'strict', version: '1', request: base.id });
    const request = await asked('plover-1m', { family: 'strict', version: '2', forkOf: '1' });
    await rule(people.reviews, request, 'reviewer');
    await refused(call('contribution.accept', { request: request.id }), 'contribution-incomplete');
    const direct = { family: 'strict', version: '2', request: request.id, forkOf: '1' };
    await refused(call('version.add', direct), 'contribution-incomplete');
    const { forkOf: _, ...unrelated } = direct;
    await refused(call('version.add', unrelated), 'contribution-incomplete');
    const shown = await wbFamily(['contribution', request.id], people.asks);
    expect(shown.stdout).toContain('OPEN  nobody-asked: was never asked');
  });

  it('takes no version after its first past the reviewer, whatever it is said to be made from', async () => {
    const add = { family: 'plover', version: '2.0', request: (await asked('plover-1m')).id };
    const said = await wbFamily(['add', 'plover', '2.0', add.request], people.releases);
    expect(said.code).not.toBe(0);
    expect(said.stderr).toContain('nobody admitted it as reviewer');
    expect(said.stderr).toContain('--fork-of');
    await refused(people.releases.call('version.add', { ...add, forkOf: '1.0' }), 'contribution-incomplete');
    const reviewed = await asked('plover-1m', { family: 'plover', version: '2.0', forkOf: '1.0' });
    await rule(people.reviews, reviewed, 'reviewer');
    const { call } = people.releases;
    expect(await call('version.add', { ...add, request: reviewed.id })).toMatchObject({ forkOf: null });
  });

  it('is all that its channel takes', async () => {
    const stranger = await asked('plover-1m');
    const promote = people.releases.call('release.promote', { channel: 'candidate', request: stranger.id });
    await refused(promote, 'outside-family');
    const elsewhere = { name: 'elsewhere', environment: 'test' };
    await people.releases.call('channel.open', elsewhere);
    await people.releases.call('release.promote', { channel: 'elsewhere', request: stranger.id });
    const bind = people.releases.call('channel.change', { channel: 'elsewhere', family: 'plover' });
    await refused(bind, 'outside-family');
    await refused(
      people.releases.call('channel.open', { ...elsewhere, name: 'x', family: 'none' }),
      'family-not-found',
    );
  });

  it('moves its baseline when two people in its role say so, and logs each word', async () => {
    const set = (who: Signed, version: string) =>
      who.call('baseline.set', { family: 'plover', version, reason: 'Evaluated.' });
    await refused(set(people.judges, '1.0'), 'role-not-held');
    await refused(set(people.secures, '9'), 'version-not-found');
    expect(await set(people.secures, '1.0')).toMatchObject({ baseline: null, voices: [{ by: people.secures.id }] });
    // The same person twice is one.
    expect((await set(people.secures, '1.0')).baseline).toBeNull();
    expect(await set(people.guards, '1.0')).toMatchObject({ baseline: '1.0', voices: [], standing: { barred: null } });
    await refused(set(people.guards, '1.0'), 'baseline-current');
    // Words for two versions make neither the baseline, and who loses the role loses their word.
    await set(people.secures, '1.1');
    await admin.call('person.change', { person: people.secures.id, roles: ['requester'] });
    expect((await set(people.guards, '1.1')).baseline).toBe('1.0');
    await admin.call('person.change', { person: people.secures.id, roles: ['security'] });
    const log = (await admin.call('audit.list', { limit: 1000 })).items;
    const acts = log.map(({ entry }) => JSON.parse(entry) as { act: string; detail: object });
    expect(acts.filter(({ act }) => act === 'family.rebase')).toMatchObject([{ detail: { version: '1.0' } }]);
    expect(acts.filter(({ act }) => act === 'family.baseline')).toHaveLength(5);
  });

  it('keeps whoever asked for a version from speaking for it', async () => {
    const both = await somebody(running.address, admin.call, 'both', ['requester', 'security']);
    const { id } = await both.call('request.open', {
      direction: 'adopt',
      reference: 'plover-1m',
      use: { exposure: 'internal' },
      owner: both.id,
      role: 'deployer',
    });
    const rest = rests();
    while ((await both.call('request.show', { request: id })).state === 'vetting') await rest();
    await people.releases.call('family.open', { name: 'own', owner: people.asks.id });
    await people.releases.call('version.add', { family: 'own', version: '1', request: id });
    const own = both.call('baseline.set', { family: 'own', version: '1', reason: 'Mine.' });
    await refused(own, 'own-request');
  });

  it('says how a fork differs from the baseline, and that a revoked one does not stand', async () => {
    const difference = await admin.call('version.compare', { family: 'plover', version: '1.1' });
    expect(difference.before.version).toBe('1.0');
    expect(difference.files.map(({ path }) => path)).toContain('model.safetensors');
    expect(difference.filesInAll).toBe(difference.files.length);
    expect(difference.licence.before?.concluded).not.toEqual([]);
    expect(difference.bases.after).not.toEqual(difference.bases.before);
    const text = await wbFamily(['compare', 'plover', '1.1'], people.asks);
    expect(text).toMatchObject({ code: 0, stdout: expect.stringContaining('1.1 against 1.0') });
    await refused(admin.call('version.compare', { family: 'strict', version: '1' }), 'baseline-missing');
    await people.judges.call('decision.revoke', { request: base.id, reason: 'Withdrawn.' });
    const shown = await admin.call('family.show', { family: 'plover' });
    expect(shown.standing).toMatchObject({ version: '1.0', barred: 'revoked' });
  });

  const wbFamily = (args: readonly string[], { token }: Signed) =>
    wb(['family', ...args, '--server', running.address, '--token', token], { home });
});
