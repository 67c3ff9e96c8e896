import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OutputOf } from '../../src/contract/control/operations.ts';
import type { ErrorCode } from '../../src/kernel/errors.ts';
import { type Company, companyIn, type Shown, settled } from '../support/company.ts';
import { NO_DATABASE } from '../support/control.ts';
import { scratchFolder } from '../support/scratch.ts';
import { wb } from '../support/world.ts';

const home = scratchFolder();
const ROLES = {
  asks: ['requester'],
  secures: ['security'],
  judges: ['legal'],
  reviews: ['reviewer'],
  releases: ['release-manager'],
  other: ['release-manager'],
} as const;

const policyText = (version: number, outcome: 'deny' | 'review', review = '') => `apiVersion: weighbridge/v1
kind: AdmissionPolicy
metadata: {name: house-review, version: ${version}, description: For all that we use.}
spec:
  extends: default
  rules:
    - {id: everything, when: 'files.size() > 0', outcome: ${outcome}, why: We look at all., remedy: Have it looked at.${review}}
`;
const LAW = ', review: {roles: [legal, security]}';
const choicesText = (version: number, policies: string) => `apiVersion: weighbridge/v1
kind: PolicyChoice
metadata: {name: house, version: ${version}, description: Who may have what.}
spec:
  choices:
    - {when: {direction: publish}, policies: [strict]}
    - {policies: [${policies}]}
`;

type Kept = OutputOf<'policy.put'>;
let company: Company<keyof typeof ROLES>;
const refused = (call: Promise<unknown>, code: ErrorCode) => expect(call).rejects.toMatchObject({ code });
const who = (name: keyof typeof ROLES) => company.people[name];
const put = (text: string) => who('secures').call('policy.put', { text });
/** What the admin says of what somebody else wants. */
const confirm = (waits: Kept['waits'], yes = true) =>
  company.admin.call('policy.confirm', { loosening: waits?.id ?? 'nothing', confirm: yes });
const open = (over: object = {}) =>
  who('asks').call('request.open', {
    direction: 'adopt',
    reference: 'plover-1m',
    use: { exposure: 'hosted' },
    role: 'deployer',
    owner: who('asks').id,
    ...over,
  });
const asked = async (over: object = {}): Promise<Shown> => settled(company.admin.call, (await open(over)).id);
const rule = (name: keyof typeof ROLES, { id, dossier }: Shown, role: 'legal' | 'security' | 'reviewer') =>
  who(name).call('request.rule', { request: id, role, ruling: 'admitted', reason: 'Fine.', dossier: dossier ?? '' });

describe.skipIf(NO_DATABASE !== null)('a house’s own policies on a server', () => {
  beforeAll(async () => {
    company = await companyIn(join(home, 'server'), ROLES);
  });
  afterAll(() => company?.running.stop());

  it('let a requester have the laxest built-in policy only where nothing is sold or served, until the house says more', async () => {
    await refused(open({ policy: 'research' }), 'policy-not-allowed');
    await refused(open({ policy: 'nobody-wrote-it' }), 'policy-not-allowed');
    const inside = await open({ policy: 'research', use: { exposure: 'internal', commercial: false } });
    expect(inside.policy).toBe('research');
    expect(await open()).toMatchObject({
      policy: 'default',
      policyDigest: expect.stringMatching(/^sha256:/) as string,
    });
  });

  it('are put once, never changed, and read as they were put', async () => {
    const text = policyText(1, 'review', LAW);
    await refused(who('asks').call('policy.put', { text }), 'not-permitted');
    await refused(put(text.replace('files.size()', 'nothing.here')), 'policy-invalid');
    await refused(put(text.replace('house-review', 'default')), 'policy-invalid');
    const one = await put(text);
    expect(one).toMatchObject({ kind: 'AdmissionPolicy', name: 'house-review', version: 1, by: who('secures').id });
    expect(await put(`# a comment more\n${text}`)).toEqual(one);
    await refused(put(policyText(1, 'deny')), 'policy-exists');
    expect((await company.admin.call('policy.show', { policy: one.digest })).text).toBe(text);
    const { items } = await company.admin.call('audit.list', { limit: 1000 });
    expect(items.filter(({ entry }) => entry.includes('"act":"policy.put"'))).toHaveLength(1);
  });

  it('count for requests once the house chooses them, and no laxer one does', async () => {
    await refused(put(choicesText(1, 'house-review, not-there')), 'policy-not-found');
    const { waits } = await put(choicesText(1, 'house-review'));
    // It takes two of the usual ones away, and names one that nobody could name: not for one person to say.
    expect(await open({ policy: 'default' })).toMatchObject({ policy: 'default' });
    await confirm(waits);
    await refused(open({ policy: 'default' }), 'policy-not-allowed');
    const request = await asked();
    expect(request).toMatchObject({
      policy: 'house-review',
      state: 'review',
      missing: { roles: ['security', 'legal'], people: 2 },
    });
    await refused(rule('reviews', request, 'reviewer'), 'role-not-asked');
    const first = await rule('judges', request, 'legal');
    expect(first).toMatchObject({ state: 'review', missing: { roles: ['security'], people: 1 } });
    const last = await rule('secures', request, 'security');
    expect(last).toMatchObject({
      state: 'admitted',
      missing: null,
      review: { roles: ['security', 'legal'], people: 2 },
    });
    const { payload } = await company.admin.call('decision.show', { request: request.id });
    expect(JSON.parse(Buffer.from(payload, 'base64').toString())).toMatchObject({
      predicate: {
        policy: { id: 'house-review', version: 1, digest: request.policyDigest },
        request: { review: { roles: ['security', 'legal'], people: 2 } },
      },
    });
    expect((await asked({ direction: 'publish', role: 'provider' })).policy).toBe('strict');
  });

  it('rule on a request by the version it was opened with; a new one shows what it would flip, and a withdrawn one is over', async () => {
    const before = await asked();
    const next = await put(policyText(2, 'deny'));
    // Who may name it is settled: another version of it is for two people to want.
    expect(next.waits).toMatchObject({ act: 'put', by: who('secures').id });
    expect(await open()).toMatchObject({ policyDigest: before.policyDigest });
    const [env, file] = [
      { WEIGHBRIDGE_SERVER: company.running.address, WEIGHBRIDGE_TOKEN: company.admin.token },
      join(home, 'p.yaml'),
    ];
    writeFileSync(file, policyText(2, 'deny'));
    const flips = await wb(['policy', 'what-if', next.digest, '--stored', '--format', 'json'], { home, env });
    expect(JSON.parse(flips.stdout)).toMatchObject({
      flips: expect.arrayContaining([
        expect.objectContaining({ policy: 'house-review', before: 'review', after: 'deny', reasons: ['everything'] }),
      ]) as unknown,
    });
    expect((await wb(['policy', 'put', file], { home, env })).stdout).toContain(next.digest);
    await confirm(next.waits);
    await rule('judges', before, 'legal');
    expect((await rule('secures', before, 'security')).state).toBe('admitted');
    expect(await asked()).toMatchObject({ policyDigest: next.digest, state: 'denied' });
    const back = await who('secures').call('policy.withdraw', { policy: next.digest, reason: 'It denies all.' });
    expect(await open()).toMatchObject({ policyDigest: next.digest });
    await confirm(back.waits);
    const [newest] = (await company.admin.call('policy.list', { kind: 'AdmissionPolicy' })).items;
    expect(newest).toMatchObject({ digest: next.digest, withdrawn: { reason: 'It denies all.' } });
    expect(await open()).toMatchObject({ policyDigest: before.policyDigest });
    expect((await wb(['policy', 'choices'], { home, env })).stdout).toContain('direction: publish\n  strict\n');
  });

  it('are what gates ask for, and two people loosen a gate', async () => {
    const request = await asked();
    await rule('judges', request, 'legal');
    await rule('secures', request, 'security');
    const { call } = who('releases');
    const gate = { policies: ['strict'], rulings: 3 };
    await call('channel.open', { name: 'production', environment: 'production', access: 'team', gate });
    const promote = () => call('release.promote', { channel: 'production', request: request.id });
    await refused(promote(), 'gate-closed');
    const looser = { policies: ['strict', 'house-review'], rulings: 2, days: 30 };
    const changed = await call('channel.change', { channel: 'production', gate: looser });
    // What is tighter holds at once, what is looser waits.
    expect(changed).toMatchObject({ gate: { ...gate, days: 30 }, loosening: { by: who('releases').id } });
    await refused(promote(), 'gate-closed');
    const confirmed = { channel: 'production', loosening: changed.loosening?.id ?? '', confirm: true };
    await refused(call('channel.confirm', confirmed), 'own-loosening');
    await refused(who('asks').call('channel.confirm', confirmed), 'not-permitted');
    await refused(who('other').call('channel.confirm', { ...confirmed, loosening: 'another' }), 'loosening-not-found');
    expect(await who('other').call('channel.confirm', confirmed)).toMatchObject({ gate: looser, loosening: null });
    await refused(who('other').call('channel.confirm', confirmed), 'loosening-not-found');
    expect((await promote()).request).toBe(request.id);
    const wider = await call('channel.change', { channel: 'production', access: 'organisation' });
    expect(wider.access).toBe('team');
    // What is tightened meanwhile ends what waits: nobody confirms what they were never shown.
    const fewer = await call('channel.change', { channel: 'production', gate: { rulings: 1 } });
    const tight = await call('channel.change', { channel: 'production', gate: { rulings: 5 } });
    expect(tight).toMatchObject({ gate: { rulings: 5 }, loosening: null });
    const stale = { channel: 'production', loosening: fewer.loosening?.id ?? '', confirm: true };
    await refused(who('other').call('channel.confirm', stale), 'loosening-not-found');
    const again = await call('channel.change', { channel: 'production', access: 'organisation' });
    const drop = { channel: 'production', loosening: again.loosening?.id ?? '', confirm: false };
    expect(await call('channel.confirm', drop)).toMatchObject({ access: 'team', loosening: null });
  });

  it('are the gates of openness, which a publication’s statement names', async () => {
    const gates = `apiVersion: weighbridge/v1
kind: OpennessPolicy
metadata: {name: house-openness, version: 1, description: Ours.}
spec:
  levels:
    api-only: {papers: [withdrawal-plan], card: false, outbound: false, exposures: [hosted, redistributed], roles: [legal]}
`;
    const kept = await put(gates);
    await confirm(kept.waits);
    await refused(
      put(gates.replace('version: 1', 'version: 2').replace('card: false', 'cards: false')),
      'policy-invalid',
    );
    const more = gates.replace('version: 1', 'version: 2').replace('roles: [legal]', 'roles: [reviewer]');
    await refused(put(more), 'policy-invalid');
    await confirm((await put(choicesText(2, 'default, strict').replace('[strict]', '[default]'))).waits);
    const request = await asked({ direction: 'publish', role: 'provider' });
    expect(request.state).toBe('admitted');
    const { id } = await who('asks').call('publication.open', { request: request.id });
    const raised = { publication: id, level: 'api-only', audience: 'customers', terms: 'apache-2.0' } as const;
    const proposed = await who('asks').call('publication.propose', raised);
    expect(proposed.asks.map(({ asks }) => asks)).toEqual(['withdrawal-plan', 'use']);
    expect(kept.kind).toBe('OpennessPolicy');
  });

  it('are loosened by two people only: what is stricter holds at once and ends what waits', async () => {
    const { call } = who('secures');
    const named = async () => (await company.admin.call('policy.choices', {})).items.at(-1)?.policies;
    const lax = await put(choicesText(3, 'default, research'));
    expect(lax.waits).toMatchObject({ act: 'put', by: who('secures').id });
    expect(await put(choicesText(3, 'default, research'))).toEqual(lax);
    expect(await named()).toEqual(['default', 'strict']);
    const own = { loosening: lax.waits?.id ?? '', confirm: true };
    await refused(call('policy.confirm', own), 'own-loosening');
    await refused(who('asks').call('policy.confirm', own), 'not-permitted');
    const env = { WEIGHBRIDGE_SERVER: company.running.address, WEIGHBRIDGE_TOKEN: company.admin.token };
    const told = (await wb(['policy', 'choices'], { home, env })).stdout;
    expect(told).toMatch(/waits for a second person .*\n +weighbridge policy confirm \S+\n$/);
    const strict = await put(choicesText(4, 'default').replace('[strict]', '[default]'));
    expect(strict.waits).toBe(null);
    await refused(confirm(lax.waits), 'loosening-not-found');
    const { items } = await company.admin.call('policy.list', { kind: 'PolicyChoice' });
    expect(items.find(({ digest }) => digest === lax.digest)).toMatchObject({
      waits: null,
      withdrawn: { reason: `Overtaken by ${strict.digest}.` },
    });
    const withdrawal = { policy: strict.digest, reason: 'Too strict.' };
    const going = await call('policy.withdraw', withdrawal);
    expect(going).toMatchObject({ withdrawn: null, waits: { act: 'withdraw', reason: 'Too strict.' } });
    expect(await call('policy.withdraw', withdrawal)).toEqual(going);
    expect(await confirm(going.waits, false)).toMatchObject({ withdrawn: null, waits: null });
    expect(await named()).toEqual(['default']);
    const again = await call('policy.withdraw', withdrawal);
    expect((await confirm(again.waits)).withdrawn).toMatchObject({ by: who('secures').id, reason: 'Too strict.' });
    const wanted = await put(choicesText(5, 'research'));
    await call('policy.withdraw', { policy: wanted.digest, reason: 'Never mind.' });
    expect(await named()).toEqual(['default', 'strict']);
    const log = (await company.admin.call('audit.list', { limit: 1000 })).items.map(({ entry }) => entry).join('\n');
    for (const act of ['loosen', 'loosened', 'loosening-dropped']) expect(log).toContain(`"act":"policy.${act}"`);
  });
});
