import type { ChildProcess } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { createClient } from '../../src/client/client.ts';
import { WATCHES, type Watched, watched } from '../support/calls-out.ts';
import { settled } from '../support/company.ts';
import { NO_DATABASE, passable, signIn } from '../support/control.ts';
import { sampled } from '../support/deep.ts';
import { scratchFolder } from '../support/scratch.ts';

const BIN = 'dist/bin.js';
/** Its card names a base, a dataset and pages elsewhere. */
const MODEL = 'examples/models/plover-1m-harbour';

async function outsideOf({
  child,
  outside,
}: Watched): Promise<{ readonly code: number | null; readonly calls: readonly string[] }> {
  child.stdout?.resume();
  child.stderr?.resume();
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { code, calls: outside() };
}

it.each(WATCHES)('a program that calls out is seen to by %s: this watch would tell', async (watch) => {
  const calls = `require('node:net').connect(9, '192.0.2.1').on('error', () => {}).setTimeout(50, function () { this.destroy(); });
    require('node:dns').lookup('weighbridge.invalid', () => {});`;
  const { calls: seen } = await outsideOf(watched(watch, ['-e', calls]));
  expect(seen.some((one) => one.includes('192.0.2.1'))).toBe(true);
  expect(seen.some((one) => /weighbridge\.invalid|port 53/.test(one))).toBe(true);
});

describe(`with nothing configured, and watched by ${WATCHES[0]}`, () => {
  const [watch] = WATCHES;
  // What vets does all that the other two do.
  const commands: readonly (readonly [string, readonly string[]])[] = [
    ['vet', ['vet', MODEL, '--exposure', 'internal']],
    ['scan', ['scan', MODEL]],
    ['adopt', ['adopt', 'examples/models/plover-1m']],
  ];
  it.each(sampled(commands, 3))('%s of a local model reaches for nothing, and asks about no name', async (_, args) => {
    const { code, calls } = await outsideOf(watched(watch, [BIN, ...args]));
    expect(calls).toEqual([]);
    // It did its work: not one of the codes of a wrong call or a fault.
    expect([0, 1, 3]).toContain(code);
  });

  it.skipIf(NO_DATABASE !== null)('up, its worker, its database and its console reach for nothing either', async () => {
    const data = passable(scratchFolder());
    const server = watched(watch, [
      BIN,
      'up',
      '--data',
      data,
      '--port',
      '0',
      '--models',
      'examples/models',
      '--allow-root',
    ]);
    const closed = new Promise<void>((resolve) => server.child.once('close', () => resolve()));
    try {
      const said = await until(server.child, /password +(\S+)/);
      const address = /listens on (\S+)/.exec(said)?.[1] ?? '';
      const { call, id } = await signIn(address, 'admin@localhost', /password +(\S+)/.exec(said)?.[1] ?? '');
      const use = { exposure: 'internal' } as const;
      const request = {
        direction: 'adopt',
        reference: 'plover-1m-harbour',
        owner: id,
        role: 'deployer',
        use,
      } as const;
      const opened = await call('request.open', request);
      expect((await settled(call, opened.id)).failure).toBeNull();
      const page = await (await fetch(address, { headers: { accept: 'text/html' } })).text();
      // What the page loads is its own, too: the console's tests watch its requests in a browser.
      expect(page.match(/(?:src|href)="[^"]+"/g)?.filter((one) => /https?:|\/\//.test(one))).toEqual([]);
      await createClient({ server: address, token: null })('key.show', {});
    } finally {
      process.kill(-(server.child.pid ?? 0), 'SIGINT');
      await closed;
    }
    expect(server.outside()).toEqual([]);
  });
});

/** What a program has said once it said this. */
function until(child: ChildProcess, wanted: RegExp): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    child.stderr?.on('data', (piece: Buffer) => (said += piece.toString()));
    child.stdout?.on('data', (piece: Buffer) => {
      said += piece.toString();
      if (wanted.test(said)) resolve(said);
    });
    child.once('close', () => reject(new Error(`it ended: ${said}`)));
  });
}
