import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Running } from '../../src/contract/control/up.ts';
import { barriersOn, NO_BROWSER, openPage, startBrowser, WHY_NOT } from '../support/browser.ts';
import { NO_DATABASE, serverIn } from '../support/control.ts';
import { CLIENT, freePort, type RunningProvider, startIdentityProvider } from '../support/identity-provider.ts';
import { scratchFolder } from '../support/scratch.ts';

const home = scratchFolder();
let provider: RunningProvider;
let running: Running;

describe.skipIf((NO_BROWSER ?? NO_DATABASE) !== null)(`single sign-on in a browser${WHY_NOT}`, () => {
  beforeAll(async () => {
    const port = await freePort();
    // Another site than ours, so that the browser keeps strict cookies back as it would.
    provider = await startIdentityProvider(`http://127.0.0.1:${port}/v1/sso/callback`, 'localhost');
    const secret = join(home, 'secret');
    writeFileSync(secret, CLIENT.secret);
    chmodSync(secret, 0o600);
    const sso = join(home, 'sso.yaml');
    const groups = 'organisations: { main: { groups: { board: { roles: [reviewer] } } } }';
    writeFileSync(
      sso,
      `name: Example ID\nissuer: ${provider.issuer}\nclientId: ${CLIENT.id}\nclientSecretFile: secret\n` +
        `scopes: [openid, email, profile, groups]\n${groups}\n`,
    );
    running = await serverIn(join(home, 'server'), { port, sso }, [new URL(provider.issuer).host]);
  });
  afterAll(async () => {
    await running?.stop();
    await provider?.stop();
  });

  it('leads from the button to the provider and back into the console, or says why not', async () => {
    const browser = await startBrowser();
    try {
      const page = await openPage(browser);
      const account = { sub: 'ada-1', email: 'ada@example.org', name: 'Ada Byron', groups: ['strangers'] };
      provider.account = account;
      await page.goto(running.address);
      const button = page.getByRole('button', { name: 'Sign in with Example ID' });
      await button.click();
      await page.getByRole('alert').filter({ hasText: 'sso-not-a-member' }).waitFor();
      expect(new URL(page.url()).search).toBe('');
      expect(await barriersOn(page, ['light'])).toEqual([]);
      account.groups = ['board'];
      await button.click();
      await page.getByRole('navigation', { name: 'Main' }).waitFor();
      await page.getByText('Ada Byron').first().waitFor({ state: 'attached' });
    } finally {
      await browser.close();
    }
  });
});
