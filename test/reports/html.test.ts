import { existsSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { renderReport } from '../../src/reports/table.ts';
import { admitted, denied, HOSTILE_TEXTS, hostile, reviewed } from './example-vetting.ts';
import { card, HERON_CARD, withPapers } from './papers.ts';

const CHROMIUM = '/usr/bin/chromium';
const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const PAGES: Readonly<Record<string, string>> = {
  denied: renderReport('html', denied()),
  reviewed: renderReport('html', reviewed()),
  admitted: renderReport('html', admitted()),
  hostile: renderReport('html', hostile(HOSTILE_TEXTS.join(' ').replaceAll('x'.repeat(5000), 'x'.repeat(300)))),
  origins: renderReport('html', withPapers(denied(), [card(HERON_CARD)])),
  unbroken: renderReport('html', hostile('x'.repeat(5000))),
};
const NAMES = Object.keys(PAGES);

const present = existsSync(CHROMIUM);
const why = present ? '' : ` (skipped: ${CHROMIUM} is absent; apt-get install chromium)`;

describe.skipIf(!present)(`the HTML report in a browser${why}`, () => {
  let browser: Browser;
  let server: Server;
  let origin: string;

  beforeAll(async () => {
    server = createServer((request, response) => {
      response.setHeader('content-type', 'text/html; charset=utf-8').end(PAGES[(request.url ?? '').slice(1)]);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    browser = await chromium.launch({ executablePath: CHROMIUM, args: FLAGS });
  }, 60_000);

  afterAll(async () => {
    await browser?.close();
    await new Promise((resolve) => server.close(resolve));
  });

  /** Opens a report and hands over what it asked for and complained of. */
  async function visit<T>(name: string, look: (page: Page, noise: readonly string[]) => Promise<T>): Promise<T> {
    const context = await browser.newContext();
    const page = await context.newPage();
    const noise: string[] = [];
    page.on('console', (message) => noise.push(`${message.type()}: ${message.text()}`));
    page.on('pageerror', (error) => noise.push(String(error)));
    page.on('request', (request) => {
      // A browser asks every host for its icon by itself.
      if (!request.url().endsWith('/favicon.ico') && request.url() !== `${origin}/${name}`) noise.push(request.url());
    });
    try {
      await page.goto(`${origin}/${name}`);
      return await look(page, noise);
    } finally {
      await context.close();
    }
  }

  it.each(NAMES)('asks for nothing, complains of nothing and keeps to its own policy: %s', async (name) => {
    await visit(name, async (page, noise) => {
      expect(noise).toEqual([]);
      const stub = page.locator('.ticket-stub');
      expect(await stub.evaluate('(stub) => getComputedStyle(stub).backgroundColor')).not.toBe('rgba(0, 0, 0, 0)');
    });
  });

  // Between them these two show every tone; the others differ in text only.
  const inTheDark = ['denied', 'admitted'].map((name) => [name, 'dark'] as const);

  // Origins are those of the denied one; a text that never breaks changes no element.
  const inTheLight = ['reviewed', 'admitted', 'hostile', 'origins'].map((name) => [name, 'light'] as const);

  it.each([...inTheLight, ...inTheDark])(
    'is accessible: %s, %s',
    async (name, colorScheme) => {
      await visit(name, async (page) => {
        await page.emulateMedia({ colorScheme });
        const { violations } = await new AxeBuilder({ page })
          .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
          .analyze();
        expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
      });
    },
    60_000,
  );

  it.each(NAMES.flatMap((name) => [390, 1280].map((width) => [name, width] as const)))(
    'needs no sideways scrolling: %s at %d px',
    async (name, width) => {
      await visit(name, async (page) => {
        await page.setViewportSize({ width, height: 844 });
        expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
      });
    },
  );

  it('prints on A4, light even in a dark room', async () => {
    await visit('denied', async (page) => {
      await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
      expect(await page.evaluate('getComputedStyle(document.body).backgroundColor')).toBe('rgb(255, 255, 255)');
      expect((await page.pdf({ preferCSSPageSize: true })).length).toBeGreaterThan(10_000);
    });
  });
});
