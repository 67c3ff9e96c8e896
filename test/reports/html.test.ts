import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { renderReport } from '../../src/reports/table.ts';
import { barriersOn, NO_BROWSER, openPage, startBrowser, WHY_NOT } from '../support/browser.ts';
import { DEEP } from '../support/deep.ts';
import { admitted, denied, HOSTILE_TEXTS, hostile, reviewed } from './example-vetting.ts';
import { card, HERON_CARD, withPapers } from './papers.ts';

const PAGES: Readonly<Record<string, string>> = {
  denied: renderReport('html', denied()),
  reviewed: renderReport('html', reviewed()),
  admitted: renderReport('html', admitted()),
  hostile: renderReport('html', hostile(HOSTILE_TEXTS.join(' ').replaceAll('x'.repeat(5000), 'x'.repeat(300)))),
  origins: renderReport('html', withPapers(denied(), [card(HERON_CARD)])),
  unbroken: renderReport('html', hostile('x'.repeat(5000))),
};
const NAMES = Object.keys(PAGES);

describe.skipIf(NO_BROWSER !== null)(`the HTML report in a browser${WHY_NOT}`, () => {
  let browser: Browser;
  let server: Server;
  let origin: string;

  beforeAll(async () => {
    server = createServer((request, response) => {
      response.setHeader('content-type', 'text/html; charset=utf-8').end(PAGES[(request.url ?? '').slice(1)]);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    browser = await startBrowser();
    page = await openPage(browser);
    page.on('console', (message) => noise.push(`${message.type()}: ${message.text()}`));
    page.on('pageerror', (error) => noise.push(String(error)));
    page.on('request', (request) => {
      // A browser asks every host for its icon by itself.
      if (!request.url().endsWith('/favicon.ico') && request.url() !== `${origin}/${shown}`) noise.push(request.url());
    });
  });

  afterAll(async () => {
    await browser?.close();
    await new Promise((resolve) => server.close(resolve));
  });

  /** What the page that is open asked for and complained of. */
  const noise: string[] = [];
  let page: Page;
  let shown = '';

  /** In one page for all: what starts a page costs more than what is looked at on it. */
  async function open(name: string): Promise<void> {
    await page.setViewportSize({ width: 1280, height: 720 });
    await page.emulateMedia({ media: null, colorScheme: 'light' });
    if (shown === name) return;
    noise.length = 0;
    shown = name;
    await page.goto(`${origin}/${name}`);
  }

  // Between them the first two show every tone. Origins are those of the denied one; a text that never breaks changes no element.
  const LIT: Readonly<Record<string, readonly ('light' | 'dark')[]>> = {
    admitted: ['light', 'dark'],
    denied: ['dark'],
    ...(DEEP ? { reviewed: ['light'], hostile: ['light'], origins: ['light'] } : {}),
  };

  describe.each(NAMES)('%s', (name) => {
    it('asks for nothing, complains of nothing and keeps to its own policy', async () => {
      await open(name);
      const stub = page.locator('.ticket-stub');
      expect(await stub.evaluate('(stub) => getComputedStyle(stub).backgroundColor')).not.toBe('rgba(0, 0, 0, 0)');
      expect(noise).toEqual([]);
    });

    const lights = LIT[name];
    if (lights !== undefined)
      it('is accessible', async () => {
        await open(name);
        expect(await barriersOn(page, lights)).toEqual([]);
      });

    it.each([390, 1280])('needs no sideways scrolling at %d px', async (width) => {
      await open(name);
      await page.setViewportSize({ width, height: 844 });
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
    });
  });

  it('prints on A4, light even in a dark room', async () => {
    await open('denied');
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    expect(await page.evaluate('getComputedStyle(document.body).backgroundColor')).toBe('rgb(255, 255, 255)');
    expect((await page.pdf({ preferCSSPageSize: true })).length).toBeGreaterThan(10_000);
  });
});
