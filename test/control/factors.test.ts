import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { codeOf, stepAt } from '../../src/app/control/people/totp.ts';
import { createClient } from '../../src/client/client.ts';
import type { Running } from '../../src/contract/control/up.ts';
import { NO_DATABASE, type Signed, serverIn, signIn, somebody } from '../support/control.ts';
import { scratchFolder } from '../support/scratch.ts';
import { wb } from '../support/world.ts';

const PASSWORD = 'correct horse battery';
const home = scratchFolder();
/** The server's clock and the app's, which stands still: between two steps of half a minute a code would grow old. */
const NOW = new Date();
const CLOCK = { now: () => NOW, monotonic: () => performance.now() };
let running: Running;
let admin: Signed;

const signInWith = (name: string, code?: string) =>
  createClient({ server: running.address, token: null })('session.open', {
    organisation: 'main',
    email: `${name}@example.org`,
    password: PASSWORD,
    code,
  });

/** What an authenticator app does with the secret it was shown. */
function appWith(secret: string): (steps?: number) => string {
  const bits = secret
    .split('')
    .map((letter) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'));
  const bytes = Buffer.from((bits.join('').match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
  return (steps = 0) => codeOf(bytes, stepAt(NOW) + steps);
}

async function enrolled(name: string) {
  const signed = await somebody(running.address, admin.call, name, ['requester']);
  const { secret, uri } = await signed.call('factor.enrol', {});
  const app = appWith(secret);
  return { signed, secret, uri, app };
}

describe.skipIf(NO_DATABASE !== null)('a second factor', () => {
  beforeAll(async () => {
    running = await serverIn(join(home, 'server'), {}, [], { clock: CLOCK });
    if (running.first === null) throw new Error('no first sign-in');
    admin = await signIn(running.address, running.first.email, running.first.password);
  });
  afterAll(() => running?.stop());

  it('is asked for once a code confirmed it, and each code counts once', async () => {
    const { signed, uri, app } = await enrolled('ada');
    expect(uri).toMatch(
      /^otpauth:\/\/totp\/Weighbridge%20main%3Aada%40example\.org\?secret=[A-Z2-7]{32}&issuer=Weighbridge$/,
    );
    await signInWith('ada');
    await expect(
      signed.call('factor.confirm', { code: '000000' === app() ? '000001' : '000000' }),
    ).rejects.toMatchObject({
      code: 'code-refused',
    });
    // The code of the step before, so that the one of this step is left.
    const { recoveryCodes } = await signed.call('factor.confirm', { code: app(-1) });
    expect(new Set(recoveryCodes).size).toBe(10);
    await expect(signInWith('ada')).rejects.toMatchObject({ code: 'code-wanted' });
    const code = app(1);
    expect((await signInWith('ada', code)).person.email).toBe('ada@example.org');
    await expect(signInWith('ada', code)).rejects.toMatchObject({ code: 'sign-in-refused' });
    await expect(signInWith('ada', app(-1))).rejects.toMatchObject({ code: 'sign-in-refused' });
    await expect(signed.call('factor.enrol', {})).rejects.toMatchObject({ code: 'factor-exists' });
    const [first = '', second = ''] = recoveryCodes;
    await signInWith('ada', first);
    await expect(signInWith('ada', first)).rejects.toMatchObject({ code: 'sign-in-refused' });
    expect(await signed.call('factor.remove', { code: second })).toEqual({ removed: true });
    await signInWith('ada');
  });

  it('is told of to nobody who does not know the password, and lets nobody guess', async () => {
    const { signed, app } = await enrolled('bob');
    await signed.call('factor.confirm', { code: app(-1) });
    const client = createClient({ server: running.address, token: null });
    const guess = { organisation: 'main', email: 'bob@example.org', password: 'wrong', code: app() };
    await expect(client('session.open', guess)).rejects.toMatchObject({ code: 'sign-in-refused' });
    const wrong = [app(0), app(1), app(-1)].includes('123456') ? '654321' : '123456';
    const tries = await Promise.allSettled(Array.from({ length: 14 }, () => signInWith('bob', wrong)));
    const codes = tries.map((one) => (one.status === 'rejected' ? (one.reason as { code: string }).code : 'in'));
    expect(codes.filter((code) => code === 'sign-in-paused').length).toBeGreaterThanOrEqual(4);
    expect(codes).not.toContain('in');
    await expect(signInWith('bob', app(1))).rejects.toMatchObject({ code: 'sign-in-paused' });
    await expect(signed.call('factor.remove', { code: app(1) })).rejects.toMatchObject({ code: 'sign-in-paused' });
  });

  it('counts once among sign-ins at the same time', async () => {
    const { signed, app } = await enrolled('cem');
    await signed.call('factor.confirm', { code: app(-1) });
    const code = app(1);
    const all = await Promise.allSettled(Array.from({ length: 5 }, () => signInWith('cem', code)));
    expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('is taken away by an admin alone, and the commands say the same', async () => {
    const { signed, app } = await enrolled('dot');
    const env = { WEIGHBRIDGE_SERVER: running.address, WEIGHBRIDGE_TOKEN: signed.token };
    const confirmed = await wb(['factor', 'confirm', app(-1)], { home, env });
    expect(confirmed.stdout).toMatch(/(\n {2}[a-z2-7]{5}-[a-z2-7]{5}){10}/);
    const args = ['token', 'new', '--organisation', 'main', '--email', 'dot@example.org', '--server', running.address];
    const without = await wb(args, { home, stdin: [`${PASSWORD}\n`] });
    expect(without).toMatchObject({ code: 5 });
    expect(without.stderr).toContain('[code-wanted]');
    const withCode = await wb([...args, '--code', app(1)], { home, stdin: [`${PASSWORD}\n`] });
    expect(withCode.stdout).toMatch(/^wbt_main_/);
    await expect(signed.call('factor.reset', { person: signed.id })).rejects.toMatchObject({ code: 'not-permitted' });
    const asAdmin = { ...env, WEIGHBRIDGE_TOKEN: admin.token };
    expect((await wb(['factor', 'reset', signed.id], { home, env: asAdmin })).stdout).toContain('signed out');
    await expect(signed.call('me.show', {})).rejects.toMatchObject({ code: 'unauthenticated' });
    await signInWith('dot');
  });
});
