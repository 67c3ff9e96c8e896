import { createHash, createPublicKey } from 'node:crypto';
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { trustedSignerOf } from '../../src/attest/dsse.ts';
import { createClient } from '../../src/client/client.ts';
import type { InputOf, OutputOf } from '../../src/contract/control/operations.ts';
import { SILENT } from '../../src/contract/progress.ts';
import type { VerifyStatementInput } from '../../src/contract/signing.ts';
import type { PaperKind } from '../../src/domain/openness.ts';
import type { RulingRole } from '../../src/domain/people.ts';
import { counts } from '../../src/domain/review.ts';
import { type Company, companyIn, type Shown, settled } from '../support/company.ts';
import { NO_DATABASE, type Signed, somebody } from '../support/control.ts';
import { modelsIn } from '../support/models.ts';
import { scratchFolder } from '../support/scratch.ts';
import { appIn, wb } from '../support/world.ts';

const home = scratchFolder();
const ROLES = {
  asks: ['requester'],
  security: ['security'],
  legal: ['legal'],
  reviewer: ['reviewer'],
  releases: ['release-manager'],
} as const;
let { running, admin, people } = {} as Company<keyof typeof ROLES>;

async function asked(reference: string, over: Partial<InputOf<'request.open'>> = {}): Promise<Shown> {
  const { id: owner, call } = people.asks;
  const use = { exposure: 'redistributed' } as const;
  const what = { direction: 'publish', reference, role: 'modifier', owner, use, ...over } as const;
  const { id } = await call('request.open', what);
  return settled(admin.call, id);
}

async function admitted(reference: string, over: Partial<InputOf<'request.open'>> = {}): Promise<Shown> {
  const request = await asked(reference, over);
  for (const role of ['security', 'legal', 'reviewer'] as const) {
    const { state, missing } = await admin.call('request.show', { request: request.id });
    if (state !== 'review' || missing === null) break;
    if (!counts(missing, role)) continue;
    const dossier = request.dossier ?? '';
    await people[role].call('request.rule', {
      request: request.id,
      role,
      ruling: 'admitted',
      reason: 'Fine.',
      dossier,
    });
  }
  return admin.call('request.show', { request: request.id });
}

const DAY = 24 * 60 * 60 * 1000;
const QUIET = { signal: new AbortController().signal, progress: SILENT };
type Level = OutputOf<'publication.show'>['level'];
const digestOf = (text: string) => `sha256:${createHash('sha256').update(text).digest('hex')}`;
const refused = (call: Promise<unknown>, code: string) => expect(call).rejects.toMatchObject({ code });
const attach = (who: Signed, publication: string, kind: PaperKind) =>
  who.call('publication.attach', { publication, kind, digest: digestOf(kind), summary: `The ${kind} note.` });
const readingOf = async (publication: string) =>
  (await admin.call('publication.show', { publication })).reading ?? digestOf('nothing');
async function rule(role: RulingRole, publication: string, level: Level, read?: string) {
  const reading = read ?? (await readingOf(publication));
  const ruling = { publication, level, role, reading, ruling: 'admitted', reason: 'Read it all.' } as const;
  return people[role].call('publication.rule', ruling);
}

/** A model whose weights are these shards: the same number, the same bytes. */
function modelOf(name: string, shards: readonly number[]): string {
  const model = join(home, 'models', name);
  cpSync('examples/models/plover-1m', model, { recursive: true });
  for (const [place, shard] of shards.entries()) {
    const bytes = readFileSync('examples/models/plover-1m/model.safetensors');
    bytes.writeFloatLE(shard / 100, bytes.length - 4);
    writeFileSync(join(model, place === 0 ? 'model.safetensors' : `model-${place + 1}.safetensors`), bytes);
  }
  return name;
}

/** A real GGUF file that says in its metadata alone what it was converted from: a name of seven letters, so that all stays aligned. */
function convertedOf(base: string, name: string): string {
  const folder = join(home, 'models', name);
  cpSync('examples/models/plover-1m-gguf', folder, { recursive: true });
  const card = join(folder, 'README.md');
  writeFileSync(card, readFileSync(card, 'utf8').replace(/^base_model.*\n/gm, ''));
  const file = join(folder, 'plover-1m-f32.gguf');
  const bytes = readFileSync(file);
  bytes.writeBigUInt64LE(bytes.readBigUInt64LE(16) + 1n, 16);
  const text = (value: string) => {
    const length = Buffer.alloc(8);
    length.writeBigUInt64LE(BigInt(value.length));
    return [length, Buffer.from(value)];
  };
  const entry = [...text('general.source.huggingface.repository'), Buffer.from([8, 0, 0, 0]), ...text(base)];
  writeFileSync(file, Buffer.concat([bytes.subarray(0, 24), ...entry, bytes.subarray(24)]));
  return name;
}

/** A model of ours, let out. */
async function published(reference: string, level: 'api-only'): Promise<OutputOf<'publication.show'>> {
  const request = await admitted(reference);
  const { id } = await people.asks.call('publication.open', { request: request.id });
  await attach(people.security, id, 'dual-use');
  await attach(people.releases, id, 'withdrawal-plan');
  const opening = { publication: id, level, audience: 'All', terms: 'mit' };
  await people.asks.call('publication.propose', opening);
  await rule('security', id, level);
  return rule('reviewer', id, level);
}

describe.skipIf(NO_DATABASE !== null)('a model of ours', () => {
  beforeAll(async () => {
    ({ running, admin, people } = await companyIn(join(home, 'server'), ROLES, {
      models: modelsIn(join(home, 'models')),
    }));
  });
  afterAll(() => running?.stop());

  it('goes from a fork over its gates to gated weights, and is withdrawn', async () => {
    const { call } = people.releases;
    // The fork, in its family.
    await call('family.open', { name: 'plover', owner: people.asks.id, contribution: { checks: ['pickle-imports'] } });
    const base = await admitted('plover-1m');
    await call('version.add', { family: 'plover', version: '1.0', request: base.id });
    const fork = await admitted('plover-1m', { contribution: { family: 'plover', version: '1.1', forkOf: '1.0' } });
    await call('contribution.accept', { request: fork.id });

    // Nobody outside is served before people let it out.
    await call('channel.open', { name: 'public', environment: 'production', access: 'public' });
    const promote = () => call('release.promote', { channel: 'public', request: fork.id });
    await refused(promote(), 'gate-closed');
    const { id, level } = await people.asks.call('publication.open', { request: fork.id });
    expect(level).toBe('internal');
    await refused(promote(), 'gate-closed');

    // Rulings alone do not open a level whose papers are missing.
    const terms = { audience: 'Partners who signed the access terms', terms: 'Apache-2.0' };
    const proposed = await people.asks.call('publication.propose', {
      publication: id,
      level: 'gated-weights',
      ...terms,
    });
    expect(proposed.asks.filter(({ met }) => !met).map(({ asks }) => asks)).toEqual([
      'consent',
      'memorisation',
      'dual-use',
      'withdrawal-plan',
    ]);
    await rule('security', id, 'gated-weights');
    await refused(rule('legal', id, 'gated-weights'), 'level-closed');
    await refused(attach(people.releases, id, 'dual-use'), 'role-not-held');
    await attach(people.security, id, 'dual-use');
    await attach(people.security, id, 'memorisation');
    await attach(people.legal, id, 'consent');
    await attach(people.releases, id, 'withdrawal-plan');
    // What security said was of no papers; and a paper that changes between two rulings voids the first.
    await rule('security', id, 'gated-weights');
    await refused(rule('security', id, 'gated-weights'), 'ruled-already');
    const read = await readingOf(id);
    const consent = { publication: id, kind: 'consent', digest: digestOf('consent, again'), summary: 'Anew.' } as const;
    await people.legal.call('publication.attach', consent);
    await refused(rule('legal', id, 'gated-weights', read), 'papers-stale');
    const pending = await rule('legal', id, 'gated-weights');
    expect(pending.level).toBe('internal');
    expect(pending.rulings.map(({ role, void: gone }) => [role, gone])).toEqual([
      ['security', true],
      ['security', true],
      ['legal', false],
    ]);
    expect(await rule('security', id, 'gated-weights')).toMatchObject({
      level: 'gated-weights',
      ...terms,
      proposal: null,
    });
    await promote();

    // What is out, to whom, under which terms: signed.
    const { publicKey } = await createClient({ server: running.address, token: null })('key.show', {});
    const said = async () => {
      const envelope = await admin.call('publication.statement', { publication: id });
      expect(trustedSignerOf(envelope, [createPublicKey(publicKey)])).not.toBeNull();
      return (JSON.parse(Buffer.from(envelope.payload, 'base64').toString()) as { predicate: object }).predicate;
    };
    expect(await said()).toMatchObject({
      level: 'gated-weights',
      ...terms,
      dossier: fork.dossier,
      reading: pending.reading,
      rulings: [{ role: 'legal' }, { role: 'security' }],
      papers: [
        { kind: 'consent', digest: consent.digest },
        { kind: 'memorisation', digest: digestOf('memorisation') },
        { kind: 'dual-use', digest: digestOf('dual-use') },
        { kind: 'withdrawal-plan', digest: digestOf('withdrawal-plan') },
      ],
    });

    const back = await people.security.call('publication.withdraw', {
      publication: id,
      reason: 'It repeats an address.',
    });
    expect(back).toMatchObject({
      level: 'internal',
      was: { level: 'gated-weights', ...terms },
      plan: digestOf('withdrawal-plan'),
      releases: [{ channel: 'public' }],
    });
    const { serving } = await admin.call('channel.show', { channel: 'public' });
    expect(serving.map(({ barred }) => barred)).toEqual(['withdrawn']);
    await refused(promote(), 'gate-closed');
    expect(await said()).toMatchObject({ level: 'internal', withdrawn: { reason: 'It repeats an address.' } });
    const again = { publication: id, level: 'open-weights', ...terms } as const;
    await refused(people.asks.call('publication.propose', again), 'publication-withdrawn');
    const log = (await admin.call('audit.list', { limit: 1000 })).items;
    const acts = log.map(({ entry }) => (JSON.parse(entry) as { act: string }).act);
    expect(acts.filter((act) => act.startsWith('publication.'))).toEqual([
      'publication.open',
      'publication.propose',
      'publication.rule',
      ...Array.from({ length: 4 }, () => 'publication.attach'),
      'publication.rule',
      'publication.attach',
      'publication.rule',
      'publication.rule',
      'publication.raise',
      'publication.withdraw',
    ]);
    expect(await admin.call('audit.verify', {})).toMatchObject({ ok: true });
  });

  it('can be checked by whoever has its statement, without the server, and no longer once it is withdrawn', async () => {
    const { id } = await published('plover-1m', 'api-only');
    const file = (name: string, value: unknown) => {
      writeFileSync(join(home, name), typeof value === 'string' ? value : JSON.stringify(value));
      return join(home, name);
    };
    const statementFile = file('out.json', await admin.call('publication.statement', { publication: id }));
    const key = file('server.pub', (await admin.call('key.show', {})).publicKey);
    const revocations = async () => file('revoked.json', await admin.call('revocation.list', { hours: 24 }));
    let revocationsFile = await revocations();
    const keyFiles = [key];
    const why = async (over: Partial<VerifyStatementInput> = {}, now = Date.now()) => {
      const input = { statementFile, folder: 'examples/models/plover-1m', revocationsFile, keyFiles, ...over };
      const { refusals } = await appIn(home, {}, now).verifyStatement(input, QUIET);
      return refusals.map(({ kind }) => kind);
    };
    expect(await why()).toEqual([]);
    expect(await why({ folder: null })).toEqual([]);
    expect(await why({ folder: 'examples/models/plover-1m-tainted' })).toContain('changed');
    await wb(['key', 'new', join(home, 'other.key')], { home });
    expect(await why({ keyFiles: [join(home, 'other.pub')], revocationsFile: undefined })).toEqual(['signature']);
    expect(await why({ revocationsFile: undefined }, Date.now() + 400 * DAY)).toEqual(['expired']);

    await people.legal.call('publication.withdraw', { publication: id, reason: 'Not ours to give.' });
    revocationsFile = await revocations();
    expect(await why()).toEqual(['revoked']);
    const back = file('back.json', await admin.call('publication.statement', { publication: id }));
    expect(await why({ statementFile: back, folder: null })).toEqual(['withdrawn']);
    const args = ['verify', '--statement', back, '--key', key, '--revocations', revocationsFile];
    expect(await wb(args, { home })).toMatchObject({ code: 1, stdout: expect.stringContaining('Not ours to give.') });
  });

  it('comes back to outsiders in no other direction, beside no other card and over no other channel', async () => {
    const { call } = people.releases;
    const promote = (channel: string, request: string) => call('release.promote', { channel, request });
    const [same, carded] = [
      await admitted('plover-1m', { direction: 'adopt' }),
      await admitted('egret', { direction: 'adopt' }),
    ];
    await refused(promote('public', same.id), 'gate-closed');
    await refused(promote('public', carded.id), 'gate-closed');
    await call('channel.open', { name: 'inside', environment: 'production', access: 'organisation' });
    await promote('inside', carded.id);
    await refused(call('channel.change', { channel: 'inside', access: 'partners' }), 'gate-closed');
    const base = { role: 'base', from: 'request', id: same.id } as const;
    const what = { kind: 'composite' as const, name: 'desk', parts: [base] };
    const use = { exposure: 'hosted' } as const;
    const days = 30;
    const desk = await people.asks.call('subject.open', { what, owner: people.asks.id, use, days });
    for (const role of ['reviewer', 'security'] as const)
      await people[role].call('subject.rule', { subject: desk.id, role, ruling: 'admitted', reason: 'Fine.' });
    await refused(promote('public', desk.id), 'gate-closed');

    // By people who know that it came back once, it goes out anew; and what served beside it comes back with it.
    const anew = await published('egret', 'api-only');
    expect(anew.asks).toEqual([]);
    await promote('public', carded.id);
    await promote('public', desk.id);
    const back = await people.legal.call('publication.withdraw', { publication: anew.id, reason: 'Once more.' });
    expect(back.releases.map(({ channel }) => channel)).toEqual(['public', 'public']);
    await refused(call('release.rollback', { channel: 'public', reason: 'Go back.' }), 'nothing-to-restore');
    await refused(promote('public', carded.id), 'gate-closed');
  });

  it('comes back by no other model of ours that has only a shard of it', async () => {
    const { call } = people.releases;
    await call('channel.open', { name: 'shards', environment: 'production', access: 'public' });
    const promote = (request: string) => call('release.promote', { channel: 'shards', request });
    const both = modelOf('kite', [1, 2]);
    const one = await published(both, 'api-only');
    await people.legal.call('publication.withdraw', { publication: one.id, reason: 'The second shard leaks.' });
    const sibling = await published(modelOf('kite-light', [1, 3]), 'api-only');
    expect(sibling.level).toBe('api-only');
    await promote(sibling.request);
    const same = await admitted(both, { direction: 'adopt' });
    await refused(promote(same.id), 'gate-closed');
    await published(both, 'api-only');
    await promote(same.id);
  });

  it('is not let out by a request to adopt it, or a rollback, while people have yet to rule or after they denied it', async () => {
    const { call } = people.releases;
    await call('channel.open', { name: 'asked', environment: 'production', access: 'public' });
    const promote = (request: string) => call('release.promote', { channel: 'asked', request });
    const restorable = async () => (await admin.call('channel.show', { channel: 'asked' })).restorable?.id ?? null;
    const model = modelOf('tern', [4]);
    const theirs = await admitted(model, { direction: 'adopt' });
    const first = await promote(theirs.id);
    await promote((await admitted(modelOf('skua', [5]), { direction: 'adopt' })).id);
    expect(await restorable()).toBe(first.id);

    const contribution = { family: 'plover', version: '1.2', forkOf: '1.0' };
    const { id: request, state, dossier } = await asked(model, { contribution });
    expect(state).toBe('review');
    const kept = async () => {
      await refused(promote(theirs.id), 'gate-closed');
      expect(await restorable()).toBeNull();
      await refused(call('release.rollback', { channel: 'asked', reason: 'Go back.' }), 'nothing-to-restore');
    };
    await kept();
    const no = { request, role: 'reviewer', ruling: 'denied', reason: 'It leaks.', dossier: dossier ?? '' } as const;
    expect(await people.reviewer.call('request.rule', no)).toMatchObject({ state: 'denied' });
    await kept();

    // Nor does a policy that would admit them alone bring the bytes back that people denied.
    const anew = await asked(model, { direction: 'adopt' });
    expect(anew).toMatchObject({
      state: 'review',
      outcome: 'admit',
      against: [`People denied these bytes: ${request}.`],
    });
    await refused(promote((await admitted(model, { direction: 'adopt' })).id), 'gate-closed');
  });

  it('is told of where outsiders are served its bytes already, once somebody asks to publish them', async () => {
    const { call } = people.releases;
    await call('channel.open', { name: 'told', environment: 'production', access: 'public' });
    const model = modelOf('dunlin', [6]);
    const theirs = await admitted(model, { direction: 'adopt' });
    const { id: release } = await call('release.promote', { channel: 'told', request: theirs.id });
    const request = await admitted(model);
    const [incident, ...more] = (await admin.call('incident.list', { request: theirs.id, limit: 10 })).items;
    expect(more).toEqual([]);
    expect(incident).toMatchObject({ state: 'open', cause: `ours:${request.id}`, openedBy: 'worker' });
    const served = [{ release, channel: 'told', request: theirs.id, incident: incident?.id }];
    const opened = await people.asks.call('publication.open', { request: request.id });
    expect(opened).toMatchObject({ served });
    const remote = ['--server', running.address, '--token', people.asks.token];
    const { stdout } = await wb(['publication', 'show', opened.id, ...remote], { home });
    expect(stdout).toContain(`WARNING   release ${release} serves outsiders on told`);
    await call('release.withdraw', { release, reason: 'Nobody let it out.' });
    expect(await admin.call('publication.show', { publication: opened.id })).toMatchObject({ served: [] });
  });

  it('holds back what was made from it once it is withdrawn, until people rule on that anew', async () => {
    const { call } = people.releases;
    for (const name of ['line', 'line-2'])
      await call('channel.open', { name, environment: 'production', access: 'public' });
    const base = await published(modelOf('lapwing', [7]), 'api-only');
    await call('family.open', { name: 'lapwings', owner: people.asks.id });
    await call('version.add', { family: 'lapwings', version: '1', request: base.request });
    const made = convertedOf('lapwing', 'lapwing-gguf');
    const child = await admitted(made, { direction: 'adopt' });
    const contribution = { family: 'lapwings', version: '2', forkOf: '1' };
    const fork = await admitted(modelOf('crake', [9]), { direction: 'adopt', contribution });
    const stranger = await admitted(modelOf('coot', [10]), { direction: 'adopt' });
    const promote = (channel: string, request: string) => call('release.promote', { channel, request });
    await promote('line', child.id);
    await promote('line', stranger.id);

    const publication = base.id;
    const { descendants } = await people.legal.call('publication.withdraw', {
      publication,
      reason: 'It repeats names.',
    });
    const seen = descendants.map(({ request, how, channels }) => ({ request, how, channels }));
    expect(seen).toEqual([
      { request: child.id, how: 'made-from', channels: [] },
      { request: fork.id, how: 'fork', channels: [] },
    ]);
    for (const one of [child, fork]) await refused(promote('line-2', one.id), 'gate-closed');
    await refused(call('release.rollback', { channel: 'line', reason: 'Go back.' }), 'nothing-to-restore');
    await promote('line-2', stranger.id);

    const anew = await asked(made, { direction: 'adopt' });
    expect(anew).toMatchObject({ state: 'review', outcome: 'admit' });
    expect(anew.against).toEqual([expect.stringContaining(`${base.request}) was withdrawn`)]);
    const ours = await admitted(made);
    const { id } = await people.asks.call('publication.open', { request: ours.id });
    const opening = { publication: id, level: 'api-only', audience: 'All', terms: 'mit' } as const;
    const { asks } = await people.asks.call('publication.propose', opening);
    expect(asks.find((one) => one.asks === 'withdrawn-base')).toMatchObject({ met: true });
    await refused(promote('line-2', child.id), 'gate-closed');
    await attach(people.security, id, 'dual-use');
    await attach(people.releases, id, 'withdrawal-plan');
    for (const role of ['security', 'reviewer'] as const) await rule(role, id, 'api-only');
    await promote('line-2', child.id);
    const reason = 'Its data were not ours.';
    const revoked = await people.security.call('decision.revoke', { request: base.request, reason });
    const reached = revoked.descendants.map(({ request }) => request);
    expect(reached).toEqual(expect.arrayContaining([child.id, fork.id]));
    expect(reached).not.toContain(stranger.id);
    const heard = await people.security.call('incident.open', {
      request: base.request,
      title: 'It leaks.',
      text: 'Seen.',
    });
    const told = await people.security.call('incident.show', { incident: heard.id });
    expect(told.descendants).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ request: child.id, how: 'made-from' }),
        expect.objectContaining({ request: fork.id, how: 'fork' }),
      ]),
    );
    const inherited = await people.security.call('incident.list', { request: fork.id });
    expect(inherited.items).toMatchObject([{ id: heard.id, inherited: true }]);
  });

  it('takes every publication of the same weights back at once', async () => {
    const [one, other] = [await published('egret', 'api-only'), await published('plover-1m', 'api-only')];
    const { others } = await people.legal.call('publication.withdraw', { publication: one.id, reason: 'Again.' });
    expect(others).toContain(other.id);
    expect(await admin.call('publication.show', { publication: other.id })).toMatchObject({
      level: 'internal',
      withdrawn: { reason: 'Again.' },
    });
  });

  it('goes out under no licence that what binds it forbids or that nobody knows, nor further than its use', async () => {
    const request = await admitted('plover-1m');
    const { id } = await people.asks.call('publication.open', { request: request.id });
    const propose = (terms: string) =>
      people.asks.call('publication.propose', { publication: id, level: 'gated-weights', audience: 'All', terms });
    const unmet = ({ asks }: OutputOf<'publication.show'>) => asks.filter(({ met }) => !met).map((one) => one.asks);
    expect(unmet(await propose('no-such-licence'))).toContain('outbound-licence');
    await refused(propose('mit'), 'publication-proposed');
    const retract = (who: Signed) => who.call('publication.retract', { publication: id });
    const other = await somebody(running.address, admin.call, 'else', ['requester']);
    await refused(retract(other), 'not-permitted');
    expect(await retract(people.asks)).toMatchObject({ proposal: null, reading: null, rulings: [] });
    await refused(retract(people.asks), 'nothing-proposed');
    expect(unmet(await propose('no-such-licence'))).toContain('outbound-licence');
    const no = { ruling: 'denied', reason: 'No such licence.', reading: await readingOf(id) } as const;
    const denied = { level: 'gated-weights', role: 'legal', ...no } as const;
    expect(await people.legal.call('publication.rule', { publication: id, ...denied })).toMatchObject({
      level: 'internal',
      proposal: null,
    });
    const inside = await admitted('plover-1m', { use: { exposure: 'internal' } });
    const inner = await people.asks.call('publication.open', { request: inside.id });
    const shown = await people.asks.call('publication.propose', {
      publication: inner.id,
      level: 'api-only',
      audience: 'All',
      terms: 'mit',
    });
    expect(unmet(shown)).toEqual(['dual-use', 'withdrawal-plan', 'use']);
    const text = await wb(
      ['publication', 'show', inner.id, '--server', running.address, '--token', people.asks.token],
      { home },
    );
    expect(text).toMatchObject({ code: 0, stdout: expect.stringContaining('OPEN  dual-use') });
  });

  it('is ours and admitted, and nobody rules on what they asked for', async () => {
    const theirs = await admitted('plover-1m', { direction: 'adopt' });
    await refused(people.asks.call('publication.open', { request: theirs.id }), 'not-ours');
    const denied = await asked('plover-1m-tainted');
    await refused(people.asks.call('publication.open', { request: denied.id }), 'not-admitted');
    const both = await somebody(running.address, admin.call, 'both', ['requester', 'security']);
    const request = await admitted('plover-1m', { owner: both.id });
    const { id } = await people.asks.call('publication.open', { request: request.id });
    await refused(people.asks.call('publication.open', { request: request.id }), 'publication-exists');
    const level = 'api-only' as const;
    await people.asks.call('publication.propose', { publication: id, level, audience: 'All', terms: 'mit' });
    const reading = await readingOf(id);
    const ruling = { publication: id, level, role: 'security', ruling: 'admitted', reason: 'Mine.', reading } as const;
    await refused(both.call('publication.rule', ruling), 'own-request');
    await refused(people.security.call('publication.rule', { ...ruling, level: 'open-weights' }), 'nothing-proposed');
    await people.security.call('decision.revoke', { request: request.id, reason: 'Withdrawn.' });
    await refused(people.security.call('publication.rule', ruling), 'decision-revoked');
  });

  it('is known again in another file by its values, where a registered base ties the two', async () => {
    const model = modelOf('stint', [11]);
    const register = ['lineage', 'register', join(home, 'models', model), '--name', 'org/stint'];
    expect(await wb(register, { home: join(home, 'server') })).toMatchObject({ code: 0 });
    const base = await published(model, 'api-only');
    // The same tensors behind a header that is eight blanks longer.
    const file = join(home, 'models', modelOf('stint-again', [11]), 'model.safetensors');
    const bytes = readFileSync(file);
    const header = 8 + Number(bytes.readBigUInt64LE(0));
    bytes.writeBigUInt64LE(BigInt(header), 0);
    writeFileSync(file, Buffer.concat([bytes.subarray(0, header), Buffer.alloc(8, ' '), bytes.subarray(header)]));
    const again = await admitted('stint-again', { direction: 'adopt' });
    // One value of a large tensor is another.
    const tuned = join(home, 'models', modelOf('knot', [11]), 'model.safetensors');
    const values = readFileSync(tuned);
    values.writeFloatLE(0.5, header + 4 * Math.floor((values.length - header) / 8));
    writeFileSync(tuned, values);
    const other = await admitted('knot', { direction: 'adopt' });
    const { call } = people.releases;
    await call('channel.open', { name: 'values', environment: 'production', access: 'public' });
    await call('release.promote', { channel: 'values', request: again.id });
    await call('release.promote', { channel: 'values', request: other.id });
    const back = await people.legal.call('publication.withdraw', { publication: base.id, reason: 'It leaks.' });
    expect(back.descendants.map(({ request, how }) => ({ request, how }))).toEqual([
      { request: again.id, how: 'same-values' },
    ]);
    await refused(call('release.rollback', { channel: 'values', reason: 'Go back.' }), 'nothing-to-restore');
    expect((await asked('stint-again', { direction: 'adopt' })).against).toEqual([
      expect.stringContaining('what holds the same values'),
    ]);
  });

  it('is known again in what it was converted to, where a folder that holds both ties the two', async () => {
    const folderOf = (name: string) => {
      const folder = join(home, 'models', name);
      cpSync('examples/models/plover-1m', folder, { recursive: true });
      rmSync(join(folder, 'model.safetensors'));
      return folder;
    };
    const [before, both, after] = [folderOf('ruff-bin'), folderOf('ruff-both'), folderOf('ruff')];
    for (const folder of [before, both])
      cpSync('test/corpus/genuine/pickle/files/torch-t-state-dict.pt', join(folder, 'pytorch_model.bin'));
    const to = join(both, 'model.safetensors');
    await wb(['convert', join(both, 'pytorch_model.bin'), '--out', to], { home });
    cpSync(to, join(after, 'model.safetensors'));
    const base = await published('ruff-bin', 'api-only');
    await admitted('ruff-both', { direction: 'adopt' });
    const result = await admitted('ruff', { direction: 'adopt' });
    const back = await people.legal.call('publication.withdraw', { publication: base.id, reason: 'It leaks.' });
    expect(back.descendants).toMatchObject([{ request: result.id, how: 'conversion' }]);
    const { call } = people.releases;
    await refused(call('release.promote', { channel: 'public', request: result.id }), 'gate-closed');
    expect((await asked('ruff', { direction: 'adopt' })).against).toEqual([
      expect.stringContaining('what it was converted from or to'),
    ]);
    const revoked = await people.security.call('decision.revoke', { request: base.request, reason: 'It leaks.' });
    expect(revoked.descendants.map(({ request }) => request)).toContain(result.id);
    expect((await asked('ruff', { direction: 'adopt' })).against).toContainEqual(
      expect.stringContaining('on what it was made from was revoked'),
    );
  });
});
