import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { barriersOn, NO_BROWSER, openPage, startBrowser, WHY_NOT } from '../support/browser.ts';
import { NO_DATABASE, PASSWORD } from '../support/control.ts';
import { DEEP } from '../support/deep.ts';
import { scratchFolder } from '../support/scratch.ts';
import { HOSTILE_TEXT, type Seeded, seeded } from './seeded.ts';

const home = scratchFolder();
let seed: Seeded;
let browser: Browser;
/** Signed in as somebody who may rule and read the log. One for all: what starts a page costs more than what it shows. */
let ours: Page;
/** What that page complained of and asked others for. */
const noise: string[] = [];

describe.skipIf((NO_BROWSER ?? NO_DATABASE) !== null)(`the console in a browser${WHY_NOT}`, () => {
  beforeAll(async () => {
    seed = await seeded(home);
    browser = await startBrowser();
    ours = await openPage(browser);
    ours.on('console', (message) => noise.push(`${message.type()}: ${message.text()}`));
    ours.on('pageerror', (error) => noise.push(String(error)));
    ours.on('dialog', (dialog) => {
      noise.push(`dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    ours.on('request', (request) => {
      if (!request.url().startsWith(seed.running.address)) noise.push(request.url());
    });
    await signIn(ours, 'security.sam@example.org');
  });
  afterAll(async () => {
    await browser?.close();
    await seed?.running.stop();
  });

  async function signIn(page: Page, email: string): Promise<void> {
    await page.goto(seed.running.address);
    await page.getByLabel('E-mail').fill(email);
    await page.getByLabel('Password').fill(PASSWORD);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('navigation', { name: 'Main' }).waitFor();
  }

  /** Opens a page as somebody signed in, as wide as a desk, and hands over what it does not keep to itself. */
  async function visit<T>(path: string, look: (page: Page, noise: readonly string[]) => Promise<T>): Promise<T> {
    await ours.setViewportSize({ width: 1280, height: 720 });
    await ours.emulateMedia({ colorScheme: 'light' });
    noise.length = 0;
    await ours.goto(new URL(path, seed.running.address).href);
    await ours.locator('main h1').waitFor();
    await ours.locator('[aria-busy]').first().waitFor({ state: 'detached' });
    return look(ours, noise);
  }

  const dossierOf = async (name: keyof Seeded['requests']): Promise<string> => {
    const { dossier } = await seed.admin.call('request.show', { request: seed.requests[name] });
    return `/dossiers/${dossier}`;
  };
  const reviewOf = async (name: keyof Seeded['requests']): Promise<string> => `/review/${seed.requests[name]}`;

  /** The second ruling, where nobody gave it yet. */
  async function settle(name: keyof Seeded['requests']): Promise<void> {
    const request = seed.requests[name];
    const { state, dossier } = await seed.admin.call('request.show', { request });
    if (state !== 'review') return;
    const ruling = { request, role: 'reviewer', ruling: 'admitted', reason: 'Seen.', dossier: dossier ?? '' } as const;
    await seed.admin.call('request.rule', ruling);
  }

  const PAGES: readonly (readonly [string, () => Promise<string>])[] = [
    ['the overview', async () => '/'],
    ['the models', async () => '/models'],
    ['a request form', async () => '/models?vet'],
    ['a denied dossier', () => dossierOf('denied')],
    ['a hostile dossier', () => dossierOf('hostile')],
    ['a review', () => reviewOf('ruled')],
    ['a hostile review', () => reviewOf('hostile')],
    ['an admission', () => reviewOf('admitted')],
    ['a failure', () => reviewOf('failed')],
    ['the channels', async () => '/channels'],
    ['the gateways', async () => '/gateways'],
    ['the audit log', async () => '/audit'],
    ['nowhere', async () => '/no/such/page'],
  ];

  /**
   * Between them these show every tone and control; the others differ in text only. To look at one in the other light, too,
   * takes two seconds of the processor where much stands on it.
   */
  const BOTH = ['light', 'dark'] as const;
  const LOOKED_AT: Readonly<Record<string, readonly ('light' | 'dark')[]>> = {
    'the overview': ['light'],
    'a request form': ['dark'],
    'a denied dossier': DEEP ? BOTH : ['light'],
    'a review': DEEP ? BOTH : ['dark'],
    'the channels': BOTH,
    'the gateways': ['dark'],
    'the audit log': ['light'],
  };

  /** What of a hostile name and card, and of a hostile purpose, reason and name of a person, each of these shows: as text alone. */
  const HOSTILE: Readonly<Record<string, readonly ('name' | 'text')[]>> = {
    'the overview': ['name'],
    'the models': ['name'],
    'a hostile dossier': ['name'],
    'a hostile review': ['name', 'text'],
    'the channels': ['text'],
  };

  async function showsTextAlone(page: Page, what: readonly ('name' | 'text')[]): Promise<void> {
    for (const details of await page.locator('details').all())
      await details.evaluate('(details) => { details.open = true; }');
    expect(await page.locator('#root img, #root script, #root a[href^="javascript:"]').count()).toBe(0);
    if (what.includes('name')) {
      expect(await page.getByText('<img src=x onerror=alert(1)>').count()).toBeGreaterThan(0);
      expect(await page.locator('.esc').first().textContent()).toBe('U+202E');
      expect(await page.locator('body').textContent()).not.toMatch(/[\u202E\u200B]/);
    }
    if (what.includes('text'))
      expect(await page.getByText(HOSTILE_TEXT).count()).toBeGreaterThan(what.length === 1 ? 0 : 2);
    expect(noise).toEqual([]);
  }

  it.each(PAGES)(
    'keeps to itself and text to text, is accessible, and never scrolls sideways at 360 px: %s',
    async (name, path) => {
      await visit(await path(), async (page, noise) => {
        expect(noise).toEqual([]);
        if (HOSTILE[name] !== undefined) await showsTextAlone(page, HOSTILE[name]);
        expect(await barriersOn(page, LOOKED_AT[name] ?? [])).toEqual([]);
        await page.setViewportSize({ width: 360, height: 800 });
        expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360);
      });
    },
  );

  it('holds itself to a policy under which no text becomes a script', async () => {
    const response = await fetch(seed.running.address, { headers: { accept: 'text/html' } });
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("script-src 'self'");
    expect(policy).not.toMatch(/unsafe|data:|\*|https?:/);
    await visit('/', async (page) => {
      const tried = page.evaluate(`document.body.insertAdjacentHTML('beforeend', '<img src=x onerror=alert(1)>')`);
      await expect(tried).rejects.toThrow('TrustedHTML');
    });
  });

  it('gives its files names that change with them, and no file but its own', async () => {
    const page = await (await fetch(seed.running.address, { headers: { accept: 'text/html' } })).text();
    const script = /src="(\/assets\/[^"]+)"/.exec(page)?.[1] ?? '';
    const asset = await fetch(new URL(script, seed.running.address));
    expect(asset.headers.get('cache-control')).toContain('immutable');
    for (const path of ['/assets/..%2f..%2fbin.js', '/assets/%2e%2e/%2e%2e/bin.js', '/bin.js', '/v1/no-such'])
      expect((await fetch(new URL(path, seed.running.address))).status).toBe(404);
  });

  it('takes a request from the form to its verdict, without a reload', async () => {
    await visit('/models?vet', async (page) => {
      await page.getByLabel('Model', { exact: true }).fill('plover-1m');
      await page.getByLabel('What for').fill('A look');
      await page.getByRole('button', { name: 'Ask and vet' }).click();
      await page.waitForURL(/\/review\/[0-9a-f-]+$/);
      await page.locator('.head .badge', { hasText: 'admitted' }).waitFor();
      await page.goBack();
      expect(page.url()).toContain('/models');
    });
  });

  it('says in the form why a request was not taken, and keeps what was typed', async () => {
    await visit('/models?vet', async (page) => {
      await page.getByLabel('Model', { exact: true }).fill('../../etc');
      await page.getByRole('button', { name: 'Ask and vet' }).click();
      await page.getByRole('alert').getByText('reference-invalid').waitFor();
      expect(await page.getByLabel('Model', { exact: true }).inputValue()).toBe('../../etc');
      await page.keyboard.press('Escape');
      expect(await page.locator('dialog').count()).toBe(0);
    });
  });

  it('rules by keyboard alone, and shows the decision that comes of it', async () => {
    await visit(await reviewOf('ruled'), async (page) => {
      await page.locator('body').press('r');
      await page.keyboard.type('Nothing of security stands against it.');
      await page.getByRole('radio', { name: 'admitted' }).focus();
      await page.keyboard.press('Space');
      await page.getByRole('button', { name: 'Give the ruling' }).press('Enter');
      await page.locator('.head .badge', { hasText: 'admitted' }).waitFor();
      const saved = page.waitForEvent('download');
      await page.getByRole('button', { name: 'Save the signed decision' }).click();
      expect((await saved).suggestedFilename()).toBe(`${seed.requests.ruled}.decision.json`);
    });
    const { rulings } = await seed.admin.call('request.show', { request: seed.requests.ruled });
    expect(rulings.at(-1)).toMatchObject({ by: seed.security.id, role: 'security', ruling: 'admitted' });
  });

  it('promotes what was admitted and rolls it back, when the channel is named', async () => {
    await settle('ruled');
    await visit('/channels', async (page) => {
      const lane = page.getByRole('article', { name: 'candidate' });
      await lane.getByRole('button', { name: 'Promote…' }).click();
      await page.getByLabel('What was admitted').selectOption(seed.requests.ruled);
      await page.getByRole('button', { name: 'Promote', exact: true }).click();
      await lane.locator('.release-now', { hasText: 'harbour' }).waitFor();
      await lane.getByRole('button', { name: 'Roll back…' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.locator('.release-now', { hasText: 'plover-1m' }).waitFor();
      await dialog.getByLabel('Reason').fill('It answers slowly.');
      await dialog.getByLabel(/confirm/).fill('production');
      const button = dialog.getByRole('button', { name: 'Roll back', exact: true });
      expect(await button.isDisabled()).toBe(true);
      await dialog.getByLabel(/confirm/).fill('candidate');
      await button.click();
      await lane.getByText('rolled back by').waitFor();
      await lane.locator('.release-now b', { hasText: /^plover-1m$/ }).waitFor();
      const frozen = page.getByRole('article', { name: 'production' });
      expect(await frozen.getByRole('button', { name: 'Promote…' }).isDisabled()).toBe(true);
    });
  });

  it('shows which gateways have what serves, what they are asked, and what they refuse', async () => {
    const at = new Date().toISOString();
    const node = { startedAt: at, seenAt: at, lost: false, since: at };
    const servers = ['http://127.0.0.1:9'];
    const items = [
      {
        ...node,
        name: 'east',
        current: true,
        releases: [{ id: 'r', share: 100, refused: null, servers }],
        traffic: { calls: 120, refused: [{ code: 'rate_limit_exceeded', calls: 7 }] },
      },
      {
        ...node,
        name: 'west',
        current: false,
        releases: [{ id: 'r', share: 100, refused: 'its decision has expired', servers: null }],
        traffic: null,
      },
    ];
    await visit('/', async (page) => {
      // What gateways tell the server is tried in `test/gateway/nodes.test.ts`.
      await page.route('**/v1/channels/candidate/nodes', (route) => route.fulfill({ json: { items, current: 1 } }));
      await page.getByRole('link', { name: 'Gateways' }).click();
      const panel = page.getByRole('region', { name: 'candidate' });
      await panel.getByText('1 of 2 gateways has what serves now').waitFor();
      const [east, west] = [panel.getByRole('row', { name: /east/ }), panel.getByRole('row', { name: /west/ })];
      expect(await east.innerText()).toMatch(/current.*http:\/\/127\.0\.0\.1:9.*120.*7\s+rate_limit_exceeded/s);
      expect(await west.innerText()).toMatch(/changing over/);
      await panel.getByText('its decision has expired').waitFor();
    });
  });

  it('proves the log in the browser, and says what the server finds when it reads all of it', async () => {
    await visit('/audit', async (page) => {
      await page.getByText('hashed in this browser').waitFor();
      await page.getByRole('button', { name: 'Check everything' }).click();
      await page.getByText('entries were read by the server and agree').waitFor();
    });
  });

  it('tells who may not rule why, and shows no form', async () => {
    const page = await openPage(browser);
    await signIn(page, 'requester.rosa@example.org');
    await page.goto(new URL(await reviewOf('review'), seed.running.address).href);
    await page.getByText('You asked for this model or answer for it').waitFor();
    expect(await page.getByRole('button', { name: 'Give the ruling' }).count()).toBe(0);
    await page.goto(new URL('/audit', seed.running.address).href);
    await page.getByText('The log is for auditors and admins.').waitFor();
    await page.context().close();
  });

  it('finds a model with Ctrl K, and goes there by Enter', async () => {
    await visit('/', async (page) => {
      await page.keyboard.press('Control+k');
      await page.keyboard.type('tainted');
      await page.keyboard.press('Enter');
      await page.waitForURL(/\/dossiers\/sha256:/);
      await page.getByRole('heading', { name: 'Verdict: deny' }).waitFor();
    });
  });

  it('moves nothing once it is there', async () => {
    await visit(await dossierOf('denied'), async (page) => {
      const shift = await page.evaluate(`new Promise((done) => {
        let sum = 0;
        new PerformanceObserver((list) => { for (const one of list.getEntries()) sum += one.value; })
          .observe({ type: 'layout-shift', buffered: true });
        setTimeout(() => done(sum), 300);
      })`);
      // Web Vitals call 0.1 good.
      expect(shift).toBeLessThan(0.1);
    });
  });

  it('leaves nothing of one person to the next', async () => {
    const page = await openPage(browser);
    await signIn(page, 'legal.lea@example.org');
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByRole('button', { name: 'Sign in' }).waitFor();
    expect(await page.getByText('plover').count()).toBe(0);
    expect(await page.context().cookies()).toEqual([]);
    await page.reload();
    expect(await page.getByText('plover').count()).toBe(0);
    await page.getByLabel('E-mail').fill('legal.lea@example.org');
    await page.getByLabel('Password').fill('not the password');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').getByText('sign-in-refused').waitFor();
    await page.context().close();
  });
});
