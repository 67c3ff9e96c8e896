import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Browser, chromium, type Page } from 'playwright-core';

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

const PATIENCE = 120_000;

/** Why no page is looked at in a browser here; null when it is. */
export const NO_BROWSER = existsSync(CHROMIUM) ? null : `${CHROMIUM} is absent; apt-get install chromium`;
/** For the name of what is skipped without it. */
export const WHY_NOT = NO_BROWSER === null ? '' : ` (skipped: ${NO_BROWSER})`;

/** Debian's. */
export function startBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: CHROMIUM, args: FLAGS, timeout: PATIENCE });
}

/** A page of somebody new, which waits as long as a test does, on a machine that stands still now and then. */
export async function openPage(browser: Browser): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  page.setDefaultTimeout(PATIENCE);
  return page;
}

/** All that WCAG 2.2 AA asks and a program can tell. */
const WCAG = { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'] } as const;
/** What may differ between a page in the light and the same in the dark. */
const COLOURS = { type: 'rule', values: ['color-contrast', 'link-in-text-block'] } as const;

let axe: string | undefined;

/**
 * What axe finds wrong with the page, by rule and element, in each of these lights. Colours apart, a page is the same in all
 * of them and is looked at once; axe runs in the page alone, which costs half of what its own driver does.
 */
export async function barriersOn(page: Page, lights: readonly ('light' | 'dark')[]): Promise<readonly Barrier[]> {
  if (lights.length === 0) return [];
  axe ??= readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  await page.evaluate(axe);
  const found: Barrier[] = [];
  for (const [at, colorScheme] of lights.entries()) {
    // A colour on its way to another has neither's contrast.
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const how = { runOnly: at === 0 ? WCAG : COLOURS, resultTypes: ['violations'] };
    found.push(...(await page.evaluate<readonly Barrier[]>(`axe.run(${JSON.stringify(how)}).then(${WHAT_IS_WRONG})`)));
  }
  return found;
}

/** The id of a rule, and the elements that break it. */
export type Barrier = readonly [rule: string, elements: readonly string[]];

const WHAT_IS_WRONG = '({ violations }) => violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])';
