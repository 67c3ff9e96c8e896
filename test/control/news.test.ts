import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { EmbeddedDatabase } from '../../src/adapters/database/embedded.ts';
import { openDatabase } from '../../src/adapters/store/open-database.ts';
import type { Database } from '../../src/adapters/store/sql.ts';
import { heedNews } from '../../src/app/control/news/news.ts';
import type { WorkerParts } from '../../src/app/control/requests/vet-request.ts';
import type { Running } from '../../src/contract/control/up.ts';
import { controlParts } from '../../src/main/control.ts';
import type { Mail } from '../../src/ports/mailer.ts';
import { type OsvServer, osvRecord, startOsv } from '../advisories/osv-server.ts';
import { databaseIn, NO_DATABASE, passable, type Signed, serverIn, signIn, somebody } from '../support/control.ts';
import { scratchFolder } from '../support/scratch.ts';
import { rests, until } from '../support/until.ts';
import { appIn, wb } from '../support/world.ts';

const home = scratchFolder();
const models = join(home, 'models');
const mails: Mail[] = [];
let osv: OsvServer;
let env: Record<string, string>;
let database: EmbeddedDatabase;
let running: Running;
let own: Database;
let parts: WorkerParts;
let admin: Signed;
let [asks, secures, judges, releases]: Signed[] = [];
const requests: Record<string, string> = {};

const signed = (one: Signed | undefined): Signed => {
  if (one === undefined) throw new Error('nobody');
  return one;
};

/** A model with this card. */
function model(name: string, card: string, requirements: string | null = null): void {
  const folder = join(models, name);
  cpSync('examples/models/plover-1m', folder, { recursive: true });
  rmSync(join(folder, 'LICENSE'));
  writeFileSync(join(folder, 'README.md'), `---\n${card}\n---\n# ${name}\n`);
  if (requirements !== null) writeFileSync(join(folder, 'requirements.txt'), requirements);
}

async function admitted(reference: string): Promise<string> {
  const requester = signed(asks);
  const what = { direction: 'adopt', reference, policy: 'default', role: 'deployer', owner: requester.id } as const;
  const { id } = await requester.call('request.open', { ...what, use: { exposure: 'hosted' } });
  const rest = rests();
  for (;;) {
    const request = await admin.call('request.show', { request: id });
    if (request.state === 'admitted') return id;
    if (request.state === 'review') {
      const ruling = { request: id, ruling: 'admitted', reason: 'Fine.', dossier: request.dossier ?? '' } as const;
      await signed(secures).call('request.rule', { ...ruling, role: 'security' });
      await signed(judges).call('request.rule', { ...ruling, role: 'legal' });
    } else if (request.state !== 'vetting') throw new Error(`${reference} is ${request.state}: ${request.failure}`);
    await rest();
  }
}

/** What the worker does once a day. */
async function heed(): Promise<void> {
  const job = { organisation: 'main', id: 'by-hand', kind: 'revet', subject: 'now', tries: 1 } as const;
  const progress = { start: () => {}, update: () => {}, notice: () => {}, end: () => {} };
  await heedNews(parts, job, 'by-hand', { signal: new AbortController().signal, progress });
}

interface Act {
  readonly act: string;
  readonly subject: string;
  readonly detail: Readonly<Record<string, unknown>>;
}
async function acts(...kinds: readonly string[]): Promise<readonly Act[]> {
  const { items } = await admin.call('audit.list', { limit: 1000 });
  return items.map(({ entry }) => JSON.parse(entry) as Act).filter(({ act }) => kinds.includes(act));
}
/** What was asked for anew, by the names of the models. */
async function renewed(): Promise<readonly string[]> {
  const names = Object.fromEntries(Object.entries(requests).map(([name, id]) => [id, name]));
  return (await acts('request.renew')).map(({ detail }) => names[String(detail.of)] ?? 'a renewal').sort();
}
const leftBy = async (name: string) => (await admin.call('obligation.list', { request: requests[name] })).items;

describe.skipIf(NO_DATABASE !== null)('news about what is admitted', () => {
  beforeAll(async () => {
    osv = await startOsv([osvRecord('GHSA-other', 'something-else')]);
    env = { OSV_ENDPOINT: osv.url, WEIGHBRIDGE_ADVISORY_DAYS: '9000' };
    await wb(['advisories', 'update', '--quiet'], { home, env });
    model('tern', 'license: cc-by-4.0', 'torch==1.5\n');
    model('tern-small', 'license: cc-by-4.0\nbase_model: tern');
    model('tern-tiny', 'license: cc-by-4.0\nbase_model: tern-small');
    model('gull', 'license: apache-2.0', 'flask==1.5\n');
    database = await databaseIn(join(home, 'database'));
    const app = () => appIn(home, env);
    const weighbridge = {
      ...app(),
      vet: (...call: Parameters<WorkerParts['vet']>) => app().vet(...call),
      revetOne: (...call: Parameters<WorkerParts['revet']>) => app().revetOne(...call),
    };
    const mailer = { send: async (mail: Mail) => void mails.push(mail) };
    const folder = passable(join(home, 'server'));
    running = await serverIn(folder, { databaseUrl: database.url, models }, [], { weighbridge, mailer });
    if (running.first === null) throw new Error('no first sign-in');
    own = await openDatabase(database.url);
    const clock = { now: () => new Date(), monotonic: () => performance.now() };
    const rest = { models, weighbridge, blobs: null, mailer, clock, updateAdvisories: true, wake: () => {} };
    parts = await controlParts({ database: own, folder, ...rest });
    const server = running.address;
    admin = await signIn(server, running.first.email, running.first.password);
    asks = await somebody(server, admin.call, 'asks', ['requester']);
    secures = await somebody(server, admin.call, 'secures', ['security']);
    judges = await somebody(server, admin.call, 'judges', ['legal']);
    releases = await somebody(server, admin.call, 'releases', ['release-manager']);
    for (const name of ['tern', 'tern-small', 'tern-tiny', 'gull']) requests[name] = await admitted(name);
    await signed(releases).call('channel.open', { name: 'production', environment: 'production' });
    await signed(releases).call('release.promote', { channel: 'production', request: requests['tern-tiny'] ?? '' });
  });
  afterAll(async () => {
    await running?.stop();
    await own?.close();
    await database?.stop();
    await osv?.close();
  });

  it('changes nothing where nothing moved', async () => {
    await heed();
    expect(await acts('dossier.change', 'request.renew', 'incident.open', 'finding.close')).toEqual([]);
  });

  it('passes a base’s duties on to what is made from it', async () => {
    const duties = (await leftBy('tern-tiny')).filter(({ kind }) => kind === 'duty');
    expect(duties.map(({ target }) => target)).toEqual(['attribution']);
    model('tern-free', 'license: apache-2.0\nbase_model: tern');
    requests['tern-free'] = await admitted('tern-free');
    const passedOn = (await leftBy('tern-free')).filter(({ target }) => target === 'attribution');
    expect(passedOn).toMatchObject([{ kind: 'duty', state: 'open' }]);
  });

  it('finds everything made from what an advisory hits, tells its owners, and asks for it anew, once', async () => {
    osv.publish(osvRecord('GHSA-new', 'torch', { modified: '2026-11-26T00:00:00Z' }));
    await Promise.all([heed(), heed()]).catch(() => {});
    await heed();
    expect(await renewed()).toEqual(['tern', 'tern-free', 'tern-small', 'tern-tiny']);
    const [change, ...rest] = await acts('dossier.change');
    expect(rest).toEqual([]);
    expect(change?.detail).toMatchObject({ request: requests.tern, outcome: 'review', owner: signed(asks).id });
    const tiny = (await acts('request.renew')).find(({ detail }) => detail.of === requests['tern-tiny']);
    expect(tiny?.detail).toMatchObject({ channels: ['production'] });
    const found = (await leftBy('tern')).filter(({ kind }) => kind === 'finding');
    expect(found.map(({ text, state }) => [text.includes('GHSA-new'), state])).toContainEqual([true, 'open']);
    await until(() => mails.length >= 4);
    const told = mails.filter(({ subject }) => subject.includes('asked for anew')).map(({ body }) => body);
    expect(told.filter((body) => body.includes('It serves on production.'))).toHaveLength(1);
    expect(await admin.call('audit.verify', {})).toMatchObject({ ok: true });
  });

  it('closes what it opened when the advisory is withdrawn', async () => {
    const times = { modified: '2026-11-27T00:00:00Z', withdrawn: '2026-11-27T00:00:00Z' };
    osv.publish(osvRecord('GHSA-new', 'torch', times));
    await heed();
    const [finding] = (await leftBy('tern')).filter(({ text }) => text.includes('GHSA-new'));
    expect(finding).toMatchObject({ state: 'closed', closing: { by: 'worker', proof: { kind: 'dossier' } } });
    // It is back, and so is what was left open. What stands for the first ones is asked for anew, and they are not.
    const firsts = async () => (await renewed()).filter((name) => name !== 'a renewal');
    const before = await firsts();
    osv.publish(osvRecord('GHSA-new', 'torch', { modified: '2026-11-28T00:00:00Z' }));
    await heed();
    const [again] = (await leftBy('tern')).filter(({ text }) => text.includes('GHSA-new'));
    expect(again).toMatchObject({ id: finding?.id, state: 'open', closing: null });
    expect(await firsts()).toEqual(before);
  });

  it('opens an incident where a fact of a licence has it denied, which what is made from it inherits', async () => {
    const { stdout } = await wb(['licence', 'facts', 'cc-by-4.0', '--format', 'json'], { home });
    const file = JSON.parse(stdout) as { readonly licences: readonly object[] };
    const licences = file.licences.map((record) => ({ ...record, commercial_use: 'no' }));
    mkdirSync(join(home, 'settings'), { recursive: true });
    writeFileSync(join(home, 'settings', 'licences.json'), JSON.stringify({ ...file, licences }));
    await heed();
    await heed();
    const { items } = await admin.call('incident.list', { request: requests.tern, state: 'open' });
    expect(items).toMatchObject([{ openedBy: 'worker', inherited: false, request: requests.tern }]);
    const inherited = await admin.call('incident.list', { request: requests['tern-free'] });
    expect(inherited.items.filter(({ request }) => request === requests.tern)).toMatchObject([{ inherited: true }]);
    const shown = await admin.call('incident.show', { incident: items[0]?.id ?? '' });
    const reached = shown.descendants.map(({ request }) => request);
    expect(reached).toEqual(
      expect.arrayContaining([requests['tern-small'], requests['tern-tiny'], requests['tern-free']]),
    );
    expect(shown.descendants).toContainEqual(
      expect.objectContaining({ request: requests['tern-small'], how: 'made-from' }),
    );
    expect(reached).not.toContain(requests.gull);
    expect((await admin.call('incident.list', { request: requests.gull })).items).toEqual([]);
  });

  it('has incidents that people open, add to and close', async () => {
    const call = signed(secures).call;
    const opened = await call('incident.open', {
      request: requests.gull ?? '',
      title: 'It shouts.',
      text: 'Seen twice.',
    });
    await call('incident.note', { incident: opened.id, text: 'At dawn.' });
    const cli = { WEIGHBRIDGE_SERVER: running.address, WEIGHBRIDGE_TOKEN: signed(secures).token };
    const closed = await wb(['incident', 'close', opened.id, '--text', 'It has stopped.'], { home, env: cli });
    expect(closed).toMatchObject({ code: 0, stdout: expect.stringContaining('closed') });
    const { notes, state, closedBy } = await admin.call('incident.show', { incident: opened.id });
    expect([state, closedBy, notes.map(({ text }) => text)]).toEqual([
      'closed',
      signed(secures).id,
      ['Seen twice.', 'At dawn.', 'It has stopped.'],
    ]);
    const late = call('incident.note', { incident: opened.id, text: 'Once more.' });
    await expect(late).rejects.toMatchObject({ code: 'incident-closed' });
    const none = call('incident.open', { request: 'nothing', title: 'x', text: 'x' });
    await expect(none).rejects.toMatchObject({ code: 'request-not-found' });
  });

  it('is looked for when somebody asks', async () => {
    const cli = { WEIGHBRIDGE_SERVER: running.address, WEIGHBRIDGE_TOKEN: signed(secures).token };
    const asked = await wb(['revet', '--server', running.address], { home, env: cli });
    expect(asked).toMatchObject({ code: 0, stdout: expect.stringContaining('looks at all that is admitted') });
    const waiting = `select from jobs where kind = 'revet' and subject like 'asked%' and state = 'done'`;
    const done = () => own.transaction({ organisation: 'main' }, (sql) => sql.run(waiting, []));
    await until(async () => (await done()) > 0);
    expect(await done()).toBe(1);
  });
});
