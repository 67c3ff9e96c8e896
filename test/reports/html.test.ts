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
  });

  afterAll(async () => {
    await browser?.close();
    await new Promise((resolve) => server.close(resolve));
  });

  /** A report as it was opened, and what it asked for and complained of since. */
  interface Opened {
    readonly page: Page;
    readonly noise: readonly string[];
  }
  const opened = new Map<string, Promise<Opened>>();

  /** Opens it once: a page costs more than most of what is looked at on it. */
  function open(name: string): Promise<Opened> {
    const known = opened.get(name) ?? openAnew(name);
    opened.set(name, known);
    return known;
  }

  async function openAnew(name: string): Promise<Opened> {
    const page = await openPage(browser);
    const noise: string[] = [];
    page.on('console', (message) => noise.push(`${message.type()}: ${message.text()}`));
    page.on('pageerror', (error) => noise.push(String(error)));
    page.on('request', (request) => {
      // A browser asks every host for its icon by itself.
      if (!request.url().endsWith('/favicon.ico') && request.url() !== `${origin}/${name}`) noise.push(request.url());
    });
    await page.goto(`${origin}/${name}`);
    return { page, noise };
  }

  it.each(NAMES)('asks for nothing, complains of nothing and keeps to its own policy: %s', async (name) => {
    const { page, noise } = await open(name);
    expect(noise).toEqual([]);
    const stub = page.locator('.ticket-stub');
    expect(await stub.evaluate('(stub) => getComputedStyle(stub).backgroundColor')).not.toBe('rgba(0, 0, 0, 0)');
  });

  // Between them the first two show every tone. Origins are those of the denied one; a text that never breaks changes no element.
  const lit = [
    ['admitted', ['light', 'dark']],
    ['denied', ['dark']],
    ['reviewed', ['light']],
    ['hostile', ['light']],
    ['origins', ['light']],
  ] as const;
  it.each(DEEP ? lit : lit.slice(0, 2))('is accessible: %s, %s', async (name, lights) => {
    const { page } = await open(name);
    expect(await barriersOn(page, lights)).toEqual([]);
  });

  it.each(NAMES.flatMap((name) => [390, 1280].map((width) => [name, width] as const)))(
    'needs no sideways scrolling: %s at %d px',
    async (name, width) => {
      const { page } = await open(name);
      await page.setViewportSize({ width, height: 844 });
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
    },
  );

  it('prints on A4, light even in a dark room', async () => {
    const { page } = await open('denied');
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    expect(await page.evaluate('getComputedStyle(document.body).backgroundColor')).toBe('rgb(255, 255, 255)');
    expect((await page.pdf({ preferCSSPageSize: true })).length).toBeGreaterThan(10_000);
  });
});
