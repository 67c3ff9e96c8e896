import { rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { EmbeddedDatabase } from '../../src/adapters/database/embedded.ts';
import { createSmtpMailer } from '../../src/adapters/mail/smtp.ts';
import { openDatabase } from '../../src/adapters/store/open-database.ts';
import type { Database } from '../../src/adapters/store/sql.ts';
import { tendObligations } from '../../src/app/control/obligations/tend.ts';
import type { WorkerParts } from '../../src/app/control/requests/vet-request.ts';
import { waiverShape } from '../../src/attest/waiver.ts';
import type { OutputOf } from '../../src/contract/control/operations.ts';
import type { Running } from '../../src/contract/control/up.ts';
import { dayAfter } from '../../src/domain/obligation.ts';
import { controlParts } from '../../src/main/control.ts';
import { databaseIn, NO_DATABASE, passable, type Signed, serverIn, signIn, somebody } from '../support/control.ts';
import { modelsIn } from '../support/models.ts';
import { scratchFolder } from '../support/scratch.ts';
import { rests, until } from '../support/until.ts';
import { appIn, wb } from '../support/world.ts';

const home = scratchFolder();
const models = join(home, 'models');
const today = new Date().toISOString().slice(0, 10);
const mails: { readonly to: string; readonly text: string }[] = [];
let mailsRefused = 0;
let database: EmbeddedDatabase;
let running: Running;
let own: Database;
let parts: WorkerParts;
let admin: Signed;
let [asks, secures, judges, releases, helps]: Signed[] = [];

const signed = (one: Signed | undefined): Signed => {
  if (one === undefined) throw new Error('nobody');
  return one;
};

const smtp = new SMTPServer({
  disabledCommands: ['AUTH', 'STARTTLS'],
  onData(stream, session, done) {
    const chunks: Buffer[] = [];
    stream.on('data', (chunk: Buffer) => chunks.push(chunk));
    stream.on('end', () => {
      if (mailsRefused-- > 0) return done(new Error('mailbox busy'));
      const to = session.envelope.rcptTo.map(({ address }) => address).join();
      mails.push({ to, text: Buffer.concat(chunks).toString().replaceAll('=\r\n', '') });
      done();
    });
  },
});

async function admitted(reference: string, policy: 'default' | 'strict' = 'default') {
  const requester = signed(asks);
  const what = { direction: 'adopt', reference, policy, role: 'deployer', owner: requester.id } as const;
  const { id } = await requester.call('request.open', { ...what, use: { exposure: 'hosted' } });
  const rest = rests();
  for (;;) {
    const request = await admin.call('request.show', { request: id });
    if (request.state === 'admitted') return request;
    if (request.state === 'review') {
      const ruling = { request: id, ruling: 'admitted', reason: 'Fine.', dossier: request.dossier ?? '' } as const;
      await signed(secures).call('request.rule', { ...ruling, role: 'security' });
      return signed(judges).call('request.rule', { ...ruling, role: 'legal' });
    }
    if (request.state !== 'vetting') throw new Error(`${reference} is ${request.state}: ${request.failure}`);
    await rest();
  }
}

/** What the worker does at its time, so many days from now. */
async function tendIn(days: number): Promise<void> {
  const clock = { ...parts.clock, now: () => new Date(Date.parse(`${dayAfter(today, days)}T12:00:00Z`)) };
  const job = { organisation: 'main', id: 'by-hand', kind: 'tend', subject: 'now', tries: 1 } as const;
  const progress = { start: () => {}, update: () => {}, notice: () => {}, end: () => {} };
  await tendObligations({ ...parts, clock }, job, 'by-hand', { signal: new AbortController().signal, progress });
}

async function leftBy(request: string): Promise<readonly OutputOf<'obligation.list'>['items'][number][]> {
  return (await admin.call('obligation.list', { request })).items;
}

async function one(request: string, kind: 'finding' | 'duty') {
  const [found] = (await leftBy(request)).filter((each) => each.kind === kind);
  if (found === undefined) throw new Error(`no ${kind}`);
  return found;
}

async function acts(subject: string): Promise<readonly string[]> {
  const entries = (await admin.call('audit.list', { limit: 1000 })).items.map(
    ({ entry }) => JSON.parse(entry) as { readonly act: string; readonly subject: string },
  );
  return entries.filter((entry) => entry.subject === subject).map(({ act }) => act);
}

const promote = (channel: string, request: string) => signed(releases).call('release.promote', { channel, request });
const refused = (call: Promise<unknown>, code: string) => expect(call).rejects.toMatchObject({ code });

describe.skipIf(NO_DATABASE !== null)('what admissions leave open', () => {
  beforeAll(async () => {
    await new Promise<void>((resolve) => smtp.listen(0, '127.0.0.1', resolve));
    const { port } = smtp.server.address() as AddressInfo;
    const from = 'weighbridge@example.org';
    const mailer = createSmtpMailer({ host: '127.0.0.1', port, secure: false, user: null, password: null, from });
    database = await databaseIn(join(home, 'database'));
    // Each vetting at its own time, as without a test.
    const weighbridge = { ...appIn(home), vet: (...call: Parameters<WorkerParts['vet']>) => appIn(home).vet(...call) };
    running = await serverIn(join(home, 'server'), { databaseUrl: database.url, models: modelsIn(models) }, [], {
      mailer,
      weighbridge,
    });
    if (running.first === null) throw new Error('no first sign-in');
    own = await openDatabase(database.url);
    parts = await controlParts({
      database: own,
      folder: passable(join(home, 'server')),
      models,
      weighbridge,
      blobs: null,
      mailer,
      clock: { now: () => new Date(), monotonic: () => performance.now() },
      wake: () => {},
    });
    const server = running.address;
    admin = await signIn(server, running.first.email, running.first.password);
    asks = await somebody(server, admin.call, 'asks', ['requester']);
    secures = await somebody(server, admin.call, 'secures', ['security']);
    judges = await somebody(server, admin.call, 'judges', ['legal']);
    releases = await somebody(server, admin.call, 'releases', ['release-manager']);
    helps = await somebody(server, admin.call, 'helps', ['requester']);
    for (const name of ['production', 'strict'])
      await signed(releases).call('channel.open', { name, environment: 'production' });
  });
  afterAll(async () => {
    await running?.stop();
    await own?.close();
    await database?.stop();
    await new Promise<void>((resolve) => smtp.close(resolve));
  });

  it('is somebody’s, and due by the policy', async () => {
    const { id, owner } = await admitted('heron');
    const left = await leftBy(id);
    const said = left.map(({ kind, target, severity, due, state }) => [
      kind,
      kind === 'duty' ? target : severity,
      due,
      state,
    ]);
    expect(new Set(said)).toEqual(
      new Set([
        ['duty', 'attribution', dayAfter(today, 30), 'open'],
        ['finding', 'medium', dayAfter(today, 60), 'open'],
      ]),
    );
    expect(new Set(left.map((each) => each.owner))).toEqual(new Set([owner]));
    expect(await acts(id)).toContain('obligation.open');
    const env = { WEIGHBRIDGE_SERVER: running.address, WEIGHBRIDGE_TOKEN: admin.token };
    const { code, stdout } = await wb(['obligation', 'list', '--request', id, '--kind', 'finding'], { home, env });
    expect(code).toBe(0);
    expect(stdout).toContain('remote-code/loaded-code in modeling_heron.py');
  });

  it('reminds its owner before the day and on it, once each, holds the model back after it, and lets it go on when closed', async () => {
    const { id } = await admitted('heron');
    const duty = await one(id, 'duty');
    await signed(secures).call('obligation.assign', { obligation: duty.id, owner: signed(helps).id });
    await promote('production', id);
    for (const days of [0, 22, 23, 23, 24, 30, 30]) await tendIn(days);
    // Two workers at once, and again.
    await Promise.all([tendIn(31), tendIn(31)]);
    await tendIn(32);
    expect(await acts(duty.id)).toEqual(['duty.assign', 'duty.remind', 'duty.remind', 'duty.lapse']);
    await until(() => mails.filter(({ text }) => text.includes(duty.id)).length >= 4);
    const told = mails.filter(({ text }) => text.includes(duty.id));
    expect(new Set(told.map(({ to }) => to))).toEqual(new Set(['helps@example.org']));
    const subjects = told.map(({ text }) => /Subject: .*heron (.*)\r/.exec(text)?.[1]);
    expect(subjects).toHaveLength(4);
    expect(new Set(subjects)).toEqual(new Set(['is yours now', 'is due soon', 'is due today', 'has lapsed']));
    expect((await admin.call('channel.show', { channel: 'production' })).serving[0]).toMatchObject({
      request: id,
      held: true,
      barred: null,
    });
    await signed(releases).call('channel.open', { name: 'elsewhere', environment: 'production' });
    await refused(promote('elsewhere', id), 'gate-closed');
    // Who sees to a duty closes it with a document; nobody else without a role does.
    const notice = { kind: 'document', digest: `sha256:${'ab'.repeat(32)}`, name: 'NOTICE' } as const;
    await refused(signed(asks).call('obligation.close', { obligation: duty.id, proof: notice }), 'not-permitted');
    const closed = await signed(helps).call('obligation.close', { obligation: duty.id, proof: notice });
    expect(closed).toMatchObject({ state: 'closed', closing: { proof: notice, by: signed(helps).id } });
    await refused(signed(helps).call('obligation.close', { obligation: duty.id, proof: notice }), 'obligation-closed');
    await promote('elsewhere', id);
  });

  it('is accepted by a signed waiver until its day, and lapses with it', async () => {
    const { id } = await admitted('heron');
    const finding = await one(id, 'finding');
    const waiver = { obligation: finding.id, reason: 'It is never imported.', until: dayAfter(today, 20) };
    await refused(signed(asks).call('obligation.waive', waiver), 'not-permitted');
    const waive = signed(judges).call;
    await refused(waive('obligation.waive', { ...waiver, until: dayAfter(today, -1) }), 'waiver-refused');
    await refused(waive('obligation.waive', { ...waiver, until: dayAfter(today, 91) }), 'waiver-refused');
    await refused(waive('obligation.waive', { ...waiver, until: '2099-02-31' }), 'waiver-refused');
    await refused(waive('obligation.waive', { ...waiver, obligation: (await one(id, 'duty')).id }), 'waiver-refused');
    const accepted = await waive('obligation.waive', waiver);
    expect(accepted).toMatchObject({ state: 'accepted', due: waiver.until });
    const [kept] = accepted.waivers;
    const statement = JSON.parse(Buffer.from(kept?.envelope.payload ?? '', 'base64').toString()) as {
      predicate: unknown;
    };
    expect(waiverShape.parse(statement.predicate)).toMatchObject({ target: finding.target, owner: signed(judges).id });
    expect(kept?.envelope.signatures[0]?.keyid).toBe(parts.signer.keyId);
    await tendIn(21);
    expect(await one(id, 'finding')).toMatchObject({ state: 'lapsed', consequence: 'hold' });
  });

  it('is closed by a later dossier of the model in which it is gone, and by no other', async () => {
    const { id } = await admitted('heron');
    const { id: finding } = await one(id, 'finding');
    const close = (dossier: string | null, who = signed(asks)) =>
      who.call('obligation.close', { obligation: finding, proof: { kind: 'dossier', dossier: dossier ?? '' } });
    const document = { kind: 'document', digest: `sha256:${'ab'.repeat(32)}`, name: 'mail.eml' } as const;
    await refused(signed(asks).call('obligation.close', { obligation: finding, proof: document }), 'not-permitted');
    const same = await admitted('heron');
    await refused(close(same.dossier), 'proof-refused');
    await refused(close((await admitted('egret')).dossier), 'proof-refused');
    await refused(close(`sha256:${'00'.repeat(32)}`), 'dossier-not-found');
    const code = join(models, 'heron', 'modeling_heron.py');
    rmSync(code);
    const report = join(home, 'pushed.json');
    await wb(['vet', join(models, 'heron'), '--exposure', 'hosted', '--quiet', '--format', `json=${report}`], {
      home,
      cwd: '.',
    });
    try {
      const mended = await admitted('heron');
      await refused(close(mended.dossier, signed(helps)), 'not-permitted');
      expect(await close(mended.dossier)).toMatchObject({ state: 'closed' });
      await refused(close(mended.dossier), 'obligation-closed');
    } finally {
      writeFileSync(code, 'import torch\n\nclass Heron(torch.nn.Module):\n    pass\n');
    }
  });

  it('takes the model off its channels where the policy says so, and what served before is back', async () => {
    const before = await admitted('plover-1m');
    const { id } = await admitted('egret', 'strict');
    await promote('strict', before.id);
    await promote('strict', id);
    await Promise.all([tendIn(31), tendIn(31)]);
    const { serving, restorable } = await admin.call('channel.show', { channel: 'strict' });
    expect(serving).toMatchObject([{ request: before.id, cause: 'rollback', by: 'worker' }]);
    expect(restorable).toBeNull();
    const { items } = await admin.call('release.list', { channel: 'strict' });
    expect(items.filter(({ cause }) => cause === 'rollback')).toHaveLength(1);
    expect(items.find((each) => each.request === id)).toMatchObject({ barred: 'withdrawn' });
    expect(await admin.call('audit.verify', {})).toMatchObject({ ok: true });
  });

  it('tells by mail again where the mail server did not take it', async () => {
    const { id } = await admitted('heron');
    const { id: duty } = await one(id, 'duty');
    const mine = (statement: string) => own.transaction({ organisation: 'main' }, (sql) => sql.run(statement, []));
    await until(async () => (await mine('select from mails')) === 0);
    mailsRefused = 1;
    await signed(secures).call('obligation.assign', { obligation: duty, owner: signed(helps).id });
    // What was refused waits in the queue; nobody here waits for its time.
    const early = `update jobs set not_before = null where kind = 'mail' and not_before is not null`;
    await until(async () => (await mine(early)) === 1);
    expect(await mine('select from mails')).toBe(1);
    await until(async () => (await mine('select from mails')) === 0);
    expect(mails.filter(({ text }) => text.includes(duty))).toHaveLength(1);
  });

  it('has refusals that nobody repeated within the minute told of by their number, once', async () => {
    const call = () =>
      refused(signed(releases).call('person.change', { person: 'none', disabled: true }), 'not-permitted');
    for (let at = 0; at < 4; at++) await call();
    const told = async () =>
      (await admin.call('audit.list', { limit: 1000 })).items
        .map(({ entry }) => JSON.parse(entry) as { readonly act: string; readonly subject: string; detail: object })
        .filter(({ act, subject }) => act === 'refused' && subject === 'person.change');
    expect(await told()).toMatchObject([{ detail: { person: 'none' } }]);
    await Promise.all([tendIn(1), tendIn(1)]);
    await tendIn(2);
    expect((await told()).slice(1)).toEqual([
      expect.objectContaining({
        actor: signed(releases).id,
        detail: { code: 'not-permitted', person: 'none', repeats: '3' },
      }),
    ]);
  });
});
