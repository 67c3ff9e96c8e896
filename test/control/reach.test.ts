import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPoster } from '../../src/adapters/net/poster.ts';
import type { Running } from '../../src/contract/control/up.ts';
import { settled } from '../support/company.ts';
import { NO_DATABASE, passable, type Signed, serverIn, signIn } from '../support/control.ts';
import { scratchFolder } from '../support/scratch.ts';

const home = scratchFolder();
let running: Running;
let admin: Signed;

describe.skipIf(NO_DATABASE !== null)('a server of which somebody wants more than it should reach', () => {
  beforeAll(async () => {
    const models = join(passable(home), 'models');
    mkdirSync(models);
    writeFileSync(join(home, 'secret.gguf'), 'GGUF');
    symlinkSync(home, join(models, 'out'));
    symlinkSync('/etc/passwd', join(models, 'passwd'));
    running = await serverIn(join(home, 'server'), { models });
    if (running.first === null) throw new Error('no first sign-in');
    admin = await signIn(running.address, running.first.email, running.first.password);
  });
  afterAll(() => running?.stop());

  /** This machine and its networks, as people hide them. */
  const INNER = [
    '127.0.0.1',
    '127.1',
    '2130706433',
    '0x7f000001',
    '0177.0.0.1',
    '0x7f.0.0.0x1',
    '017700000001',
    '0',
    '0.0.0.0',
    '127.0.0.1.',
    '１２７.０.０.１',
    '⑯⑨。②⑤④。⑯⑨。②⑤④',
    '%31%32%37.0.0.1',
    '169.254.169.254',
    '2852039166',
    '0251.0376.0251.0376',
    '10.1',
    '192.168.257',
    '[::1]',
    '[::]',
    '[0:0:0:0:0:ffff:7f00:1]',
    '[::ffff:127.0.0.1]',
    '[::ffff:a9fe:a9fe]',
    '[::127.0.0.1]',
    '[64:ff9b::7f00:1]',
    '[2002:7f00:1::]',
    '[fd00:ec2::254]',
    '[fe80::1]',
    '100.100.100.200',
  ];

  describe('asked to call addresses within (SSRF)', () => {
    it.each(INNER)('refuses %s as a webhook', async (host) => {
      await expect(admin.call('webhook.add', { url: `https://${host}/hook` })).rejects.toMatchObject({
        code: 'address-refused',
      });
    });

    it('refuses the same as references, every one of them', async () => {
      const opened = await Promise.all(
        INNER.map(async (host) => {
          const reference = `https://${host}:1/model.gguf`;
          const request = { direction: 'adopt', reference, owner: admin.id, role: 'deployer', use: {} } as const;
          const answer = await admin.call('request.open', request).catch(({ code }) => String(code));
          return [host, answer] as const;
        }),
      );
      for (const [host, answer] of opened) {
        const said = typeof answer === 'string' ? answer : await failureOf(answer.id);
        expect({ host, said }).toEqual({ host, said: expect.stringMatching(/address-refused/) as string });
      }
    });

    it('reaches nothing by a name that turns to this machine once it was looked at (DNS rebinding)', async () => {
      let called = 0;
      const inner = createServer((_, response) => response.end(String(called++)));
      await new Promise<void>((resolve) => inner.listen(0, '127.0.0.1', resolve));
      const { port } = inner.address() as AddressInfo;
      const answers = [[{ address: '203.0.113.7', family: 4 }], [{ address: '127.0.0.1', family: 4 }]];
      const looked: string[] = [];
      const poster = createPoster([], async (name) => {
        looked.push(name);
        return answers[Math.min(looked.length, 2) - 1] ?? [];
      });
      const url = `https://rebinding.example:${port}/hook`;
      poster.check(url);
      for (let tries = 0; tries < 3; tries++)
        await expect(poster.post(url, {}, '{}')).rejects.toMatchObject({ code: 'address-refused' });
      expect([looked.length, called]).toEqual([3, 0]);
      await poster.close();
      inner.close();
    });
  });

  describe('asked for a path that leads out (path traversal)', () => {
    it.each([
      '..',
      '../secret.gguf',
      './../secret.gguf',
      'x/../../secret.gguf',
      '/etc/passwd',
      '/etc',
      'out',
      'out/secret.gguf',
      'passwd',
      '..\\secret.gguf',
      '....//secret.gguf',
      '%2e%2e/secret.gguf',
      '..%00',
      '~/secret.gguf',
      'file:../secret.gguf',
      '',
      '.',
    ])('refuses %j as a model', async (reference) => {
      const request = { direction: 'adopt', reference, owner: admin.id, role: 'deployer', use: {} } as const;
      const answer = await admin
        .call('request.open', request)
        .catch((error: { code?: string; message: string }) => error);
      const said =
        'id' in answer ? ((await failureOf(answer.id)) ?? 'vetted') : `[${String(answer.code)}] ${answer.message}`;
      expect(said).toMatch(/^\[(reference-invalid|input-invalid|source-unreachable|nothing-to-vet)\]/);
      expect(said).not.toMatch(new RegExp(`${home}|root:`));
    });
  });

  const failureOf = async (request: string) => (await settled(admin.call, request)).failure;
});
