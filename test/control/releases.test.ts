import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { EmbeddedDatabase } from '../../src/adapters/database/embedded.ts';
import { followReleases } from '../../src/adapters/store/release-changes.ts';
import type { OutputOf } from '../../src/contract/control/operations.ts';
import type { Running } from '../../src/contract/control/up.ts';
import { databaseIn, NO_DATABASE, type Signed, serverIn, signIn, somebody } from '../support/control.ts';
import { scratchFolder } from '../support/scratch.ts';
import { rests } from '../support/until.ts';
import { wb } from '../support/world.ts';

const home = scratchFolder();
let database: EmbeddedDatabase;
let running: Running;
let server = '';
let admin: Signed;
let [asks, secures, judges, releases]: Signed[] = [];

const signed = (one: Signed | undefined): Signed => {
  if (one === undefined) throw new Error('nobody');
  return one;
};

/** From request to a decision that admits: by the policy where it can, by two people where it leaves it to them. */
async function admitted(reference: string): Promise<OutputOf<'request.open'>> {
  const [requester, security, legal] = [signed(asks), signed(secures), signed(judges)];
  const use = { exposure: 'internal' } as const;
  const what = {
    direction: 'adopt',
    reference,
    policy: 'default',
    role: 'deployer',
    owner: requester.id,
    use,
  } as const;
  const { id } = await requester.call('request.open', what);
  const rest = rests();
  for (;;) {
    const request = await admin.call('request.show', { request: id });
    if (request.state === 'admitted') return request;
    if (request.state === 'review') {
      const ruling = { request: id, ruling: 'admitted', reason: 'Fine.', dossier: request.dossier ?? '' } as const;
      await security.call('request.rule', { ...ruling, role: 'security' });
      return legal.call('request.rule', { ...ruling, role: 'legal' });
    }
    if (request.state !== 'vetting') throw new Error(`${reference} is ${request.state}: ${request.failure}`);
    await rest();
  }
}

const promote = (request: { readonly id: string }, channel: string, share = 100) =>
  signed(releases).call('release.promote', { channel, request: request.id, share });
const serves = async (channel: string) =>
  (await admin.call('channel.show', { channel })).serving.map(({ request, share }) => [request, share]);

describe.skipIf(NO_DATABASE !== null)('the channels of a server', () => {
  let first: OutputOf<'request.open'>;
  let second: OutputOf<'request.open'>;

  beforeAll(async () => {
    database = await databaseIn(join(home, 'database'));
    running = await serverIn(join(home, 'server'), { databaseUrl: database.url });
    server = running.address;
    if (running.first === null) throw new Error('no first sign-in');
    admin = await signIn(server, running.first.email, running.first.password);
    asks = await somebody(server, admin.call, 'asks', ['requester']);
    secures = await somebody(server, admin.call, 'secures', ['security']);
    judges = await somebody(server, admin.call, 'judges', ['legal']);
    releases = await somebody(server, admin.call, 'releases', ['release-manager']);
    [first, second] = await Promise.all([admitted('plover-1m'), admitted('plover-1m-harbour')]);
    const { call } = signed(releases);
    await call('channel.open', { name: 'canary', environment: 'production' });
    await call('channel.open', { name: 'production', environment: 'production', gate: { after: 'canary' } });
  });
  afterAll(async () => {
    await running?.stop();
    await database?.stop();
  });

  it('take a model from request to production, and back when its decision is revoked', async () => {
    await expect(promote(first, 'production')).rejects.toMatchObject({ code: 'gate-closed' });
    await promote(first, 'canary');
    const began = await promote(first, 'production');
    await promote(second, 'canary');
    await promote(second, 'production', 5);
    expect(await serves('production')).toEqual([
      [second.id, 5],
      [first.id, 95],
    ]);
    const whole = await promote(second, 'production');
    expect(whole.replaces).toBe(began.id);

    const revoked = await signed(secures).call('decision.revoke', {
      request: second.id,
      reason: 'The base was withdrawn.',
    });
    expect(revoked.channels).toEqual(['canary', 'production']);
    const shown = await admin.call('channel.show', { channel: 'production' });
    expect(shown.serving[0]?.barred).toBe('revoked');
    expect(shown.restorable?.id).toBe(began.id);
    await expect(promote(second, 'production')).rejects.toMatchObject({ code: 'decision-revoked' });

    const back = await wb(
      [
        'rollback',
        'production',
        '--reason',
        'Its decision was revoked.',
        '--server',
        server,
        '--token',
        signed(releases).token,
      ],
      { home },
    );
    expect(back).toMatchObject({ code: 0, stdout: expect.stringContaining(`brings back ${began.id}`) });
    expect(await serves('production')).toEqual([[first.id, 100]]);
    const again = signed(releases).call('release.rollback', { channel: 'production', reason: 'Once more.' });
    await expect(again).rejects.toMatchObject({ code: 'nothing-to-restore' });

    const log = (await admin.call('audit.list', { limit: 1000 })).items;
    const acts = log.map(({ entry, about }) => ({ ...(JSON.parse(entry) as { act: string }), said: about }));
    expect(acts.map(({ act }) => act).filter((act) => /^(release|decision)\./.test(act))).toEqual([
      ...Array.from({ length: 5 }, () => 'release.promote'),
      'decision.revoke',
      'release.rollback',
    ]);
    expect(acts.at(-1)).toMatchObject({
      act: 'release.rollback',
      detail: { restores: began.id },
      said: 'Its decision was revoked.',
    });
    const kept = join(home, 'kept.checkpoint');
    writeFileSync(kept, (await admin.call('audit.checkpoint', {})).note);
    const verified = await wb(['audit', 'verify', '--checkpoint', kept, '--server', server, '--token', admin.token], {
      home,
    });
    expect(verified).toMatchObject({ code: 0 });
  });

  it('have what was made from a revoked base asked for anew, and say where it serves', async () => {
    const { call } = signed(releases);
    await call('channel.open', { name: 'descendants', environment: 'test' });
    const [base, made] = await Promise.all([admitted('plover-1m'), admitted('plover-1m-harbour')]);
    await promote(made, 'descendants');
    const revoked = await signed(secures).call('decision.revoke', { request: base.id, reason: 'Withdrawn.' });
    const [found] = revoked.descendants.filter(({ request }) => request === made.id);
    expect(found).toMatchObject({ request: made.id, channels: ['descendants'] });
    const renewal = await admin.call('request.show', { request: found?.renewal ?? '' });
    // People took the base away: no policy alone brings back what was made from it, nor the same bytes asked for again.
    const held = async (id: string) => {
      const rest = rests();
      for (;;) {
        const request = await admin.call('request.show', { request: id });
        if (request.state !== 'vetting') return request;
        await rest();
      }
    };
    expect(await held(renewal.id)).toMatchObject({ state: 'review', outcome: 'admit' });
    const { direction, reference, policy, role, owner } = base;
    const use = { exposure: 'internal' } as const;
    const again = await signed(asks).call('request.open', {
      direction,
      reference,
      policy: 'default',
      role,
      owner,
      use,
    });
    expect(policy).toBe('default');
    const back = await held(again.id);
    expect([back.state, back.against.join()]).toEqual(['review', expect.stringContaining(`${base.id} on these bytes`)]);
    await expect(
      signed(releases).call('release.promote', { channel: 'descendants', request: again.id }),
    ).rejects.toMatchObject({ code: 'not-decided' });
    expect(renewal).toMatchObject({ reference: 'plover-1m-harbour', owner: made.owner, requestedBy: made.requestedBy });
    expect(revoked.descendants.map(({ request }) => request)).not.toContain(base.id);
    // The same bytes serve by another decision, which is said and stands.
    expect(revoked.others).toContainEqual({ request: first.id, channels: expect.arrayContaining(['production']) });
  });

  it('take nothing while frozen, but go back', async () => {
    const { call } = signed(releases);
    await call('channel.open', { name: 'frozen', environment: 'test' });
    // Another decision on these bytes was revoked: what was decided before that brings them to no channel.
    await expect(promote(first, 'frozen')).rejects.toMatchObject({ code: 'gate-closed' });
    const [second, third] = [await admitted('plover-1m'), await admitted('plover-1m')];
    await promote(second, 'frozen');
    await promote(third, 'frozen');
    await signed(secures).call('channel.freeze', { channel: 'frozen', reason: 'Quarter end.' });
    await expect(promote(second, 'frozen')).rejects.toMatchObject({ code: 'channel-frozen' });
    expect((await call('release.rollback', { channel: 'frozen', reason: 'Slow.' })).request).toBe(second.id);
    await call('channel.thaw', { channel: 'frozen' });
    await promote(third, 'frozen');
  });

  it('refuse what was not admitted, what serves already, and names that are not there', async () => {
    const requester = signed(asks);
    const denied = await requester.call('request.open', {
      direction: 'adopt',
      reference: 'plover-1m-tainted',
      use: {},
      owner: requester.id,
      role: 'deployer',
    });
    const refused = (call: Promise<unknown>, code: string) => expect(call).rejects.toMatchObject({ code });
    await refused(promote(denied, 'canary'), 'not-decided');
    await refused(promote(first, 'production'), 'release-current');
    await refused(promote(first, 'nowhere'), 'channel-not-found');
    await refused(promote({ id: 'nothing' }, 'canary'), 'request-not-found');
    await refused(signed(releases).call('channel.open', { name: 'canary', environment: 'x' }), 'channel-exists');
    const gate = { after: 'nowhere' };
    await refused(signed(releases).call('channel.open', { name: 'new', environment: 'x', gate }), 'channel-not-found');
  });

  it('stay whole when everybody releases, goes back and revokes at once', async () => {
    const { call } = signed(releases);
    await call('channel.open', { name: 'busy', environment: 'test' });
    const requests = await Promise.all(['plover-1m', 'plover-1m', 'plover-1m'].map(admitted));
    const [base] = requests;
    if (base === undefined) throw new Error('no request');
    await promote(base, 'busy');
    const tries = await Promise.allSettled([
      ...requests.slice(1).flatMap((one) => [promote(one, 'busy'), promote(one, 'busy', 10)]),
      ...[1, 2, 3].map(() => call('release.rollback', { channel: 'busy', reason: 'Hurry.' })),
      ...requests.slice(1).map((one) => signed(secures).call('decision.revoke', { request: one.id, reason: 'No.' })),
    ]);
    const codes = tries.flatMap((one) => (one.status === 'rejected' ? [(one.reason as { code: string }).code] : []));
    const told = ['decision-revoked', 'gate-closed', 'nothing-to-restore', 'release-current'];
    expect(codes.filter((code) => !told.includes(code))).toEqual([]);
    const { items } = await call('release.list', { channel: 'busy' });
    const ids = items.map(({ id }) => id);
    for (const [at, { replaces }] of items.entries())
      if (replaces !== null) expect(ids.indexOf(replaces)).toBeGreaterThan(at);
    expect(await admin.call('audit.verify', {})).toMatchObject({ ok: true });
  });

  it('tell whoever listens within a second', async () => {
    const fresh = await admitted('plover-1m');
    const told: (string | null)[] = [];
    let heard = (): void => {};
    const next = new Promise<void>((resolve) => (heard = resolve));
    const following = await followReleases(database.url, (organisation) => {
      told.push(organisation);
      heard();
    });
    await signed(releases).call('channel.open', { name: 'told', environment: 'test' });
    await promote(fresh, 'told');
    await next;
    expect(told).toEqual(['main']);
    await following.close();
  });
});
