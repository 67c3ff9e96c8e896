import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createClient } from '../../src/client/client.ts';
import { permits } from '../../src/contract/control/operation.ts';
import {
  OPERATION_NAMES,
  OPERATIONS,
  type OperationName,
  type OutputOf,
} from '../../src/contract/control/operations.ts';
import type { Running } from '../../src/contract/control/up.ts';
import { ROLE_NAMES, type Role } from '../../src/domain/people.ts';
import { NO_DATABASE, type Signed, serverIn, signIn, somebody } from '../support/control.ts';
import { scratchFolder } from '../support/scratch.ts';
import { rests } from '../support/until.ts';
import { wb } from '../support/world.ts';

/** A model that the default policy leaves to people: it is made from another, whose weights it shares. */
const REVIEWED = { direction: 'adopt', reference: 'plover-1m-harbour', policy: 'default', role: 'deployer' } as const;

const home = scratchFolder();
let running: Running;
let server = '';
let admin: Signed;
const people: Partial<Record<Role | 'nobody' | 'second', Signed>> = {};

const who = (name: keyof typeof people): Signed => {
  const signed = people[name];
  if (signed === undefined) throw new Error(`nobody is ${name}`);
  return signed;
};

async function settled(request: OutputOf<'request.open'>): Promise<OutputOf<'request.show'>> {
  const rest = rests();
  for (;;) {
    const shown = await admin.call('request.show', { request: request.id });
    if (shown.state !== 'vetting') return shown;
    await rest();
  }
}

const opened = (over: object = {}) =>
  who('requester').call('request.open', {
    ...REVIEWED,
    use: { exposure: 'internal' },
    owner: who('requester').id,
    ...over,
  });

describe.skipIf(NO_DATABASE !== null)('a server', () => {
  beforeAll(async () => {
    running = await serverIn(join(home, 'server'));
    server = running.address;
    if (running.first === null) throw new Error('no first sign-in');
    admin = await signIn(server, running.first.email, running.first.password);
    for (const role of ROLE_NAMES) people[role] = await somebody(server, admin.call, role, [role]);
    people.nobody = await somebody(server, admin.call, 'nobody', []);
    people.second = await somebody(server, admin.call, 'second', ['reviewer', 'legal', 'requester']);
  });
  afterAll(() => running?.stop());

  it('takes a model from request to a signed decision that verifies offline', async () => {
    const request = await settled(await opened());
    expect(request).toMatchObject({ state: 'review', outcome: 'review' });
    const dossier = request.dossier ?? '';
    const ruling = { request: request.id, ruling: 'admitted', reason: 'It is known to us.', dossier } as const;
    const first = await who('security').call('request.rule', { ...ruling, role: 'security' });
    expect(first.state).toBe('review');
    await expect(admin.call('decision.show', { request: request.id })).rejects.toMatchObject({ code: 'not-decided' });
    const second = await who('second').call('request.rule', { ...ruling, role: 'legal' });
    expect(second.state).toBe('admitted');
    expect(second.rulings.map(({ by }) => by)).toEqual([who('security').id, who('second').id]);
    const [decision, key] = [join(home, 'decision.json'), join(home, 'server.pub')];
    writeFileSync(decision, JSON.stringify(await who('auditor').call('decision.show', { request: request.id })));
    writeFileSync(key, (await createClient({ server, token: null })('key.show', {})).publicKey);
    const args = ['verify', 'examples/models/plover-1m-harbour', '--decision', decision, '--key', key];
    expect(await wb(args, { home, cwd: process.cwd() })).toMatchObject({ code: 0 });
    const others = ['verify', 'examples/models/plover-1m', '--decision', decision, '--key', key];
    expect(await wb(others, { home, cwd: process.cwd() })).toMatchObject({ code: 1 });
  });

  it('denies at the first denial, and signs that', async () => {
    const request = await settled(await opened());
    const ruling = { request: request.id, reason: 'No.', dossier: request.dossier ?? '' } as const;
    const after = await who('reviewer').call('request.rule', { ...ruling, ruling: 'denied', role: 'reviewer' });
    expect(after.state).toBe('denied');
    const { payload } = await admin.call('decision.show', { request: request.id });
    expect(JSON.parse(Buffer.from(payload, 'base64').toString())).toMatchObject({
      predicate: { verdict: 'deny', request: { policyVerdict: 'review', rulings: [{ ruling: 'denied' }] } },
    });
    const late = who('security').call('request.rule', { ...ruling, ruling: 'admitted', role: 'security' });
    await expect(late).rejects.toMatchObject({ code: 'not-in-review' });
  });

  it('signs what the policy of the request says, whatever another request had said of the same dossier since', async () => {
    const use = { exposure: 'internal', commercial: false } as const;
    const request = await settled(await opened({ use }));
    const others = [];
    for (const policy of ['strict', 'research'] as const) others.push(await settled(await opened({ use, policy })));
    const [other] = others.filter(({ outcome }) => outcome !== 'review');
    if (other === undefined) throw new Error('all policies say the same of this model');
    // Now the newest vetting of the dossier is by a policy that says something else.
    const last = await settled(await opened({ use, policy: other.policy }));
    expect(last).toMatchObject({ dossier: request.dossier, outcome: other.outcome });
    const ruling = { request: request.id, reason: 'Fine.', dossier: request.dossier ?? '' } as const;
    await who('security').call('request.rule', { ...ruling, ruling: 'admitted', role: 'security' });
    await who('second').call('request.rule', { ...ruling, ruling: 'admitted', role: 'legal' });
    const { payload } = await admin.call('decision.show', { request: request.id });
    expect(JSON.parse(Buffer.from(payload, 'base64').toString())).toMatchObject({
      predicate: { policy: { id: 'default' }, request: { policyVerdict: 'review' } },
    });
  });

  it('keeps rulings apart from whoever asks, answers, repeats, or read another dossier', async () => {
    const mine = await who('second').call('request.open', { ...REVIEWED, use: {}, owner: who('reviewer').id });
    const request = await settled(mine);
    const ruling = {
      request: request.id,
      reason: 'Fine.',
      dossier: request.dossier ?? '',
      ruling: 'admitted',
    } as const;
    const refused = (call: Promise<unknown>, code: string) => expect(call).rejects.toMatchObject({ code });
    await refused(who('second').call('request.rule', { ...ruling, role: 'legal' }), 'own-request');
    await refused(who('reviewer').call('request.rule', { ...ruling, role: 'reviewer' }), 'own-request');
    await refused(who('security').call('request.rule', { ...ruling, role: 'legal' }), 'role-not-held');
    const other = `sha256:${'0'.repeat(64)}`;
    await refused(
      who('security').call('request.rule', { ...ruling, role: 'security', dossier: other }),
      'dossier-stale',
    );
    const env = { WEIGHBRIDGE_SERVER: running.address, WEIGHBRIDGE_TOKEN: who('security').token };
    const admit = ['request', 'admit', request.id, '--as', 'security', '--reason', 'Fine.', '--dossier'];
    const stale = await wb([...admit, '00000000'], { home, env });
    expect(stale.stderr).toContain('[dossier-stale]');
    const { stdout: offered } = await wb(['request', 'show', request.id], { home, env });
    expect(offered).toContain(`admit ${request.id} --dossier ${ruling.dossier.slice(7, 19)} --reason`);
    expect((await wb([...admit, '0000'], { home, env })).code).toBe(2);
    // At the same time, and still once.
    const twice = await Promise.allSettled(
      [1, 2, 3].map(() => who('security').call('request.rule', { ...ruling, role: 'security' })),
    );
    expect(twice.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect((await admin.call('request.show', { request: request.id })).state).toBe('review');
  });

  it('opens no path outside the folder of models, and says why a model could not be vetted', async () => {
    for (const reference of ['../../package.json', '/etc/passwd', '.', 'no-such-model'])
      await expect(opened({ reference })).rejects.toMatchObject({ code: 'reference-invalid' });
    const failed = await settled(await opened({ reference: 'https://127.0.0.1:9/model.gguf' }));
    expect(failed).toMatchObject({ state: 'failed', dossier: null });
    expect(failed.failure).toContain('[');
  });

  it('writes down every act, and every refusal, for its auditors', async () => {
    const before = (await who('auditor').call('audit.list', { limit: 1000 })).items.length;
    const refused = who('auditor').call('person.add', {
      email: 'x@example.org',
      name: 'x',
      password: 'x'.repeat(12),
      roles: [],
    });
    await expect(refused).rejects.toMatchObject({ code: 'not-permitted' });
    await opened();
    const { items } = await who('auditor').call('audit.list', { since: before });
    expect(items.slice(0, 2).map(({ entry }) => JSON.parse(entry) as object)).toMatchObject([
      { act: 'refused', actor: who('auditor').id, subject: 'person.add', detail: { code: 'not-permitted' } },
      { act: 'request.open', actor: who('requester').id },
    ]);
  });

  /** Tokens of one scope. */
  const narrow: { read?: string; rule?: string } = {};
  describe.each(OPERATION_NAMES.filter((name) => OPERATIONS[name].who !== 'anyone'))('%s', (name) => {
    it('is for the roles of its row, and for nobody else', async () => {
      for (const role of ROLE_NAMES) {
        const status = await statusOf(name, who(role).token);
        const allowed = permits(OPERATIONS[name].who, [role]);
        expect({ role, refused: status === 403 || status === 401 }).toEqual({ role, refused: !allowed });
      }
      expect(await statusOf(name, who('nobody').token)).toBe(
        OPERATIONS[name].who === 'signed-in' ? await statusOf(name, admin.token) : 403,
      );
    });

    it('is for nobody without a token, with a broken one, or with one of another organisation', async () => {
      expect(await statusOf(name, null)).toBe(401);
      expect(await statusOf(name, `${admin.token.slice(0, -1)}${admin.token.endsWith('A') ? 'B' : 'A'}`)).toBe(401);
      expect(await statusOf(name, admin.token.replace('wbt_main_', 'wbt_other_'))).toBe(401);
    });

    it('is for a token of its scope only', async () => {
      const scope = OPERATIONS[name].scope === 'read' ? 'rule' : 'read';
      narrow[scope] ??= (await admin.call('token.add', { name: 'narrow', scopes: [scope], days: 1 })).secret;
      expect(await statusOf(name, narrow[scope])).toBe(403);
    });
  });

  /** The status of a call whose input is wrong: 400 when it was allowed, and nothing was done. */
  async function statusOf(name: OperationName, token: string | null): Promise<number> {
    const { method, path } = OPERATIONS[name];
    const url = `${path.replaceAll(/:\w+/g, '-')}${method === 'GET' ? '?no-such-field=1' : ''}`;
    const response = await fetch(new URL(url, server), {
      method,
      headers: { 'content-type': 'application/json', ...(token === null ? {} : { authorization: `Bearer ${token}` }) },
      ...(method === 'GET' ? {} : { body: '{"no-such-field":1}' }),
    });
    return response.status;
  }

  // Last: from here on the server knows the base of what was reviewed, and nobody need rule on that any more.
  it('lets the policy rule alone where it admits or denies, and nobody against its denial', async () => {
    const request = await settled(await opened({ reference: 'plover-1m-tainted', policy: 'default' }));
    expect(request).toMatchObject({ state: 'denied', outcome: 'deny' });
    const ruling = { request: request.id, reason: 'Yes!', dossier: request.dossier ?? '', ruling: 'admitted' } as const;
    await expect(who('legal').call('request.rule', { ...ruling, role: 'legal' })).rejects.toMatchObject({
      code: 'not-in-review',
    });
    expect((await settled(await opened({ reference: 'plover-1m', policy: 'default' }))).state).toBe('admitted');
  });
});
