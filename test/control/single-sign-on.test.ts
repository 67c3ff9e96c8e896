import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createOpenId } from '../../src/adapters/identity/openid.ts';
import { createClient } from '../../src/client/client.ts';
import type { Control } from '../../src/contract/control/operations.ts';
import type { Running } from '../../src/contract/control/up.ts';
import { NO_DATABASE, type Signed, serverIn, signIn } from '../support/control.ts';
import {
  type Account,
  Browser,
  CLIENT,
  freePort,
  type RunningProvider,
  startIdentityProvider,
} from '../support/identity-provider.ts';
import { scratchFolder } from '../support/scratch.ts';
import { wb } from '../support/world.ts';

const home = scratchFolder();
let provider: RunningProvider;
let running: Running;
let admin: Signed;
let callback: string;

const ada: Account = { sub: 'ada-1', email: 'Ada@Example.org', name: 'Ada Byron', groups: ['ml-platform'] };

function settings(name: string, issuer: string): string {
  const secret = join(home, 'client-secret');
  writeFileSync(secret, `${CLIENT.secret}\n`);
  chmodSync(secret, 0o600);
  const file = join(home, name);
  writeFileSync(
    file,
    `name: Example ID
issuer: ${issuer}
clientId: ${CLIENT.id}
clientSecretFile: ./client-secret
scopes: [openid, email, profile, groups]
organisations:
  main:
    groups:
      ml-platform: { roles: [requester], teams: [Platform] }
      board: { roles: [reviewer, legal] }
      keepers: { roles: [admin] }
`,
  );
  return file;
}

/** The sign-in page's button: what the server says, with its cookie in this browser. */
async function begin(browser: Browser, organisation = 'main'): Promise<string> {
  const response = await browser.go(`${running.address}/v1/sso`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ organisation }),
  });
  const { address } = (await response.json()) as { address: string };
  return address;
}

/** From the button to where the provider sends the browser. */
async function comeBack(browser: Browser, account: Account | null): Promise<string> {
  provider.account = account;
  return browser.follow(await begin(browser), callback);
}

interface Arrival {
  readonly browser: Browser;
  readonly to: string | null;
  readonly call: Control;
}

async function arrive(account: Account | null): Promise<Arrival> {
  const browser = new Browser();
  return land(browser, await comeBack(browser, account));
}

async function land(browser: Browser, url: string): Promise<Arrival> {
  const response = await browser.go(url);
  const cookies = browser.cookies(running.address);
  const session = { cookie: cookies.get('wb_session') ?? '', csrf: cookies.get('wb_csrf') ?? '' };
  const call = createClient({ server: running.address, token: null, session });
  return { browser, to: response.headers.get('location'), call };
}

/** The log's entries of refused sign-ins, as it keeps them. */
async function refusals(): Promise<string> {
  const { items } = await admin.call('audit.list', { limit: 100 });
  return items
    .map(({ entry }) => entry)
    .filter((entry) => entry.includes('session.refused'))
    .join('\n');
}

describe.skipIf(NO_DATABASE !== null)('single sign-on at a real OpenID provider', () => {
  beforeAll(async () => {
    const port = await freePort();
    callback = `http://127.0.0.1:${port}/v1/sso/callback`;
    provider = await startIdentityProvider(callback);
    const sso = settings('sso.yaml', provider.issuer);
    running = await serverIn(join(home, 'server'), { port, sso }, [new URL(provider.issuer).host]);
    if (running.first === null) throw new Error('no first sign-in');
    admin = await signIn(running.address, running.first.email, running.first.password);
  });
  afterAll(async () => {
    await running?.stop();
    await provider?.stop();
  });
  beforeEach(() => {
    ada.groups = ['ml-platform'];
  });

  it('offers itself, and asks for a code with PKCE, state and nonce', async () => {
    const anyone = createClient({ server: running.address, token: null });
    expect(await anyone('sso.show', {})).toEqual({ provider: 'Example ID' });
    const browser = new Browser();
    const url = new URL(await begin(browser));
    expect(url.origin).toBe(provider.issuer);
    const asked = Object.fromEntries(url.searchParams);
    expect(asked).toMatchObject({
      client_id: CLIENT.id,
      redirect_uri: callback,
      response_type: 'code',
      code_challenge_method: 'S256',
      scope: 'openid email profile groups',
    });
    const secret = browser.cookies(running.address).get('wb_sso') ?? '';
    expect(secret).toMatch(/^wbb_main_[\w-]{43}$/);
    for (const value of Object.values(asked)) expect(value).not.toContain(secret.slice(9));
    const again = new URL(await begin(new Browser()));
    for (const one of ['state', 'nonce', 'code_challenge'])
      expect(again.searchParams.get(one)).not.toBe(url.searchParams.get(one));
    await expect(anyone('sso.start', { organisation: 'elsewhere' })).rejects.toMatchObject({
      code: 'sso-unconfigured',
    });
  });

  it('makes the person with the first sign-in, with the roles and teams of their groups', async () => {
    const { to, call, browser } = await arrive(ada);
    expect(to).toBe('/');
    const me = await call('me.show', {});
    expect(me).toMatchObject({ email: 'ada@example.org', name: 'Ada Byron', roles: ['requester'] });
    expect(browser.cookies(running.address).has('wb_sso')).toBe(false);
    const teams = await admin.call('team.list', {});
    expect(teams.items).toMatchObject([{ name: 'Platform', members: [me.id] }]);
    // Twice is the same person.
    expect((await (await arrive(ada)).call('me.show', {})).id).toBe(me.id);
    const { items } = await admin.call('identity.list', { person: me.id });
    expect(items).toMatchObject([{ issuer: provider.issuer, subject: 'ada-1' }]);
    // There is no password that opens this account.
    for (const password of ['', 'password'])
      await expect(signIn(running.address, 'ada@example.org', password)).rejects.toMatchObject({
        code: 'sign-in-refused',
      });
  });

  it('reads groups anew each time, takes roles and teams away too, and ends what somebody holds who has none', async () => {
    ada.groups = ['board', 'nobody-mapped-this'];
    const second = await arrive(ada);
    expect((await second.call('me.show', {})).roles).toEqual(['reviewer', 'legal']);
    expect((await admin.call('team.list', {})).items[0]?.members).toEqual([]);
    ada.groups = ['nobody-mapped-this'];
    const third = await arrive(ada);
    expect(third.to).toBe('/?refused=sso-not-a-member');
    await expect(second.call('me.show', {})).rejects.toMatchObject({ code: 'unauthenticated' });
    expect(await refusals()).toContain('sso-not-a-member');
    expect(await refusals()).not.toContain('ada-1');
    const person = (await admin.call('person.list', {})).items.find(({ email }) => email === 'ada@example.org');
    expect(person?.roles).toEqual([]);
  });

  it('lets nobody in by another’s address, verified or not; an admin links the two by subject', async () => {
    const eve: Account = { sub: 'eve-1', email: running.first?.email ?? '', name: 'Eve', groups: ['keepers'] };
    expect((await arrive({ ...eve, email: 'ada@example.org' })).to).toBe('/?refused=sso-address-taken');
    expect((await arrive({ ...eve, sub: 'eve-2', email: 'new@example.org', emailVerified: false })).to).toBe(
      '/?refused=sso-refused',
    );
    const json = { email: 'grace@example.org', name: 'Grace', password: 'correct horse battery', roles: [] };
    const grace = await admin.call('person.add', json);
    const account: Account = { sub: 'grace-1', email: json.email, name: 'Grace', groups: ['board'] };
    expect((await arrive(account)).to).toBe('/?refused=sso-address-taken');
    const env = { WEIGHBRIDGE_SERVER: running.address, WEIGHBRIDGE_TOKEN: admin.token };
    const cli = (...words: string[]) => wb(['people', ...words, '--issuer', provider.issuer], { home, env });
    expect((await cli('link', grace.id, '--subject', 'grace-1')).code).toBe(0);
    expect((await cli('link', admin.id, '--subject', 'grace-1')).stderr).toContain('[identity-linked]');
    const linked = await arrive(account);
    expect(await linked.call('me.show', {})).toMatchObject({ id: grace.id, roles: ['reviewer', 'legal'] });
    expect((await wb(['people', 'identities', grace.id], { home, env })).stdout).toContain('grace-1');
    expect((await cli('unlink', grace.id, '--subject', 'grace-1')).code).toBe(0);
    await expect(linked.call('me.show', {})).rejects.toMatchObject({ code: 'unauthenticated' });
  });

  it('keeps out who is shut out here, whatever the provider says', async () => {
    const account: Account = { sub: 'mallory-1', email: 'mallory@example.org', name: 'M', groups: ['board'] };
    const { id } = await (await arrive(account)).call('me.show', {});
    await admin.call('person.change', { person: id, disabled: true });
    expect((await arrive(account)).to).toBe('/?refused=sso-refused');
  });

  it('counts only in the browser that began it, once, and as the provider said it', async () => {
    const mine = new Browser();
    const back = await comeBack(mine, ada);
    // Another browser, without or with a sign-in of its own begun, gets nothing of it (no login CSRF, no fixation).
    expect((await land(new Browser(), back)).to).toBe('/?refused=sso-refused');
    const other = new Browser();
    await begin(other);
    const victim = await land(other, back);
    expect(victim.to).toBe('/?refused=sso-refused');
    expect(other.cookies(running.address).has('wb_session')).toBe(false);
    // A planted session is not the one that comes of it.
    mine.cookies(running.address).set('wb_session', `wbs_main_${'a'.repeat(43)}`);
    const secret = mine.cookies(running.address).get('wb_sso') ?? '';
    expect((await land(mine, back)).to).toBe('/');
    expect(mine.cookies(running.address).get('wb_session')).not.toContain('aaaa');
    // The code is used up, even where somebody kept the cookie.
    mine.cookies(running.address).set('wb_sso', secret);
    expect((await land(mine, back)).to).toBe('/?refused=sso-refused');
    expect((await arrive(null)).to).toBe('/?refused=sso-refused');
  });

  it('goes nowhere but to its own console, whatever the address asks for', async () => {
    const browser = new Browser();
    const back = await comeBack(browser, ada);
    const { to } = await land(browser, `${back}&redirect_uri=https%3A%2F%2Fevil.example&next=%2F%2Fevil.example`);
    expect(to === '/' || to === '/?refused=sso-refused').toBe(true);
    expect((await land(new Browser(), `${callback}?next=https://evil.example`)).to).toBe('/?refused=sso-refused');
  });

  it('checks nonce and verifier, and asks no address that nobody trusts', async () => {
    const options = {
      name: null,
      issuer: provider.issuer,
      clientId: CLIENT.id,
      clientSecret: CLIENT.secret,
      scopes: ['openid', 'email', 'profile', 'groups'],
      groupsClaim: 'groups',
      redirect: callback,
      trustedHosts: [new URL(provider.issuer).host],
    };
    const binding = { state: 's'.repeat(43), nonce: 'n'.repeat(43), verifier: 'v'.repeat(43) };
    const openId = createOpenId(options);
    provider.account = { ...ada };
    const redeem = async (other: Partial<typeof binding>) => {
      const back = await new Browser().follow(await openId.authorize(binding), callback);
      return openId.identify(new URL(back).search, { ...binding, ...other });
    };
    expect(await redeem({})).toMatchObject({ subject: 'ada-1', groups: ['ml-platform'] });
    for (const wrong of [{ nonce: 'x'.repeat(43) }, { verifier: 'x'.repeat(43) }, { state: 'x'.repeat(43) }])
      await expect(redeem(wrong)).rejects.toMatchObject({ code: 'sso-refused' });
    for (const issuer of [provider.issuer, 'https://127.0.0.1:1', 'https://169.254.169.254'])
      await expect(createOpenId({ ...options, issuer, trustedHosts: [] }).authorize(binding)).rejects.toMatchObject({
        code: 'sso-unreachable',
      });
  });

  it('starts with no file that is wrong, and no secret that others may read', async () => {
    const exposed = settings('exposed.yaml', provider.issuer);
    chmodSync(join(home, 'client-secret'), 0o644);
    await expect(serverIn(join(home, 'other'), { sso: exposed })).rejects.toMatchObject({ code: 'key-exposed' });
    writeFileSync(exposed, 'issuer: nowhere\n');
    await expect(serverIn(join(home, 'other'), { sso: exposed })).rejects.toMatchObject({ code: 'sso-invalid' });
  });
});
