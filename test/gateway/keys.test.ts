import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { GatewayCall, RunningGateway } from '../../src/contract/gateway.ts';
import { startGateway } from '../../src/main/gateway.ts';
import { scratchFolder } from '../support/scratch.ts';
import { gatewayWorld, wb } from '../support/world.ts';

const home = scratchFolder();

describe('weighbridge gateway key', () => {
  it('shows a key once, and the row that knows only its hash, and needs no file', async () => {
    const { code, stdout, stderr } = await wb(['gateway', 'key', 'team-a'], { home });
    expect(code).toBe(0);
    const [, key = ''] = /: (wbk_\S+)/.exec(stderr) ?? [];
    expect(stdout.trim()).toBe(`- { name: "team-a", sha256: ${createHash('sha256').update(key).digest('hex')} }`);
    expect(stdout).not.toContain(key);
  });

  it('is not what a gateway without a file becomes', async () => {
    const { code, stderr } = await wb(['gateway'], { home });
    expect([code, stderr]).toEqual([2, expect.stringContaining('--config names no Gateway file')]);
  });
});

describe('weighbridge gateway rotate-key', () => {
  const file = join(home, 'gateway.yaml');
  const call = async (gateway: RunningGateway, key: string): Promise<number> =>
    (await fetch(`${gateway.address}/v1/models`, { headers: { authorization: `Bearer ${key}` } })).status;
  const keyIn = (stderr: string): string => /: (wbk_\S+)/.exec(stderr)?.[1] ?? '';

  it('has a running gateway take both keys, then the new one alone, as one caller', async () => {
    const first = await wb(['gateway', 'key', 'team-a'], { home });
    writeFileSync(
      file,
      `apiVersion: weighbridge/v1
kind: Gateway
metadata: { name: house }
spec:
  channels:
    - { name: chat, releases: [{ decision: none.json, servers: [{ url: "http://127.0.0.1:9", unattested: a test }] }] }
  keys:
${first.stdout}`,
    );
    const records: GatewayCall[] = [];
    const nothing = () => {};
    const gateway = await startGateway(
      { config: file, host: null, port: 0, onCall: (one) => records.push(one), onFault: nothing, onReload: nothing },
      gatewayWorld({ WEIGHBRIDGE_HOME: home }),
    );
    const [old, rotated] = [keyIn(first.stderr), await rotate('7')];
    const renewed = keyIn(rotated.stderr);
    await expect.poll(() => call(gateway, renewed)).toBe(200);
    expect(await call(gateway, old)).toBe(200);
    expect(records.slice(-2).map(({ key }) => key)).toEqual(['team-a', 'team-a']);
    expect((await rotate('7')).stderr).toContain('an older key of team-a counts until');

    // The day has come.
    writeFileSync(file, readFileSync(file, 'utf8').replace(/until: "[^"]*"/, 'until: "2026-01-01T00:00:00Z"'));
    await expect.poll(() => call(gateway, old)).toBe(401);
    expect(await call(gateway, renewed)).toBe(200);
    await gateway.stop(100);
  });

  const rotate = (days: string) => wb(['gateway', 'rotate-key', 'team-a', '--config', file, '--days', days], { home });
});
