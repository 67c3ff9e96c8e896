import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Channel, Replica, ServedRelease } from '../../src/gateway/snapshot.ts';
import { until } from '../support/until.ts';
import { KEY, type Rig, rig } from './rig.ts';
import { completion, echo, json, scriptedUpstream } from './scripted-upstream.ts';

let at: Rig;
let copied: Awaited<ReturnType<typeof scriptedUpstream>>;
beforeAll(async () => {
  at = await rig();
  copied = await scriptedUpstream();
});
afterAll(async () => {
  await at.close();
  await copied.close();
  expect(at.faults).toEqual([]);
});
beforeEach(() => {
  at.upstream.script = echo;
  copied.script = json(200, completion('from the copy'));
  copied.seen.length = 0;
  at.records.length = 0;
});

const release = (id: string, share = 100, origin = copied.origin): ServedRelease => {
  const wire = { authorization: null, dialect: 'openai', azureVersion: null, attestedUntil: null } as const;
  const replica: Replica = { origin, prefix: '', model: id, ...wire };
  return {
    id,
    share,
    admission: { kind: 'admitted', manifest: id, expiresAt: Date.now() + 3_600_000 },
    replicas: [replica],
  };
};
const ask = async (text = 'Hello', headers: Record<string, string> = {}, stream = false): Promise<string> => {
  const response = await fetch(`${at.address}/v1/chat/completions`, {
    method: 'POST',
    headers: { authorization: `Bearer ${KEY}`, ...headers },
    body: JSON.stringify({ model: 'chat', stream, messages: [{ role: 'user', content: text }] }),
  });
  return response.text();
};
const copies = () => at.records.filter(({ shadow }) => shadow === true);

describe('a channel whose calls are copied', () => {
  const shadowed = (change: Partial<Channel> = {}, share = 100) =>
    at.use({
      channel: { shadow: { to: 'next', share } },
      grant: { channels: new Set(['chat']) },
      more: { next: { releases: [release('r2')], ...change } },
    });

  it.each([false, true])('gives the caller its own answer, and measures the other (streamed: %s)', async (streamed) => {
    shadowed();
    if (streamed) copied.script = echo;
    expect(await ask('Hello', {}, streamed)).toContain('Hello');
    await until(() => copies().length === 1);
    expect(copies()[0]).toMatchObject({ channel: 'next', release: 'r2', status: 200, code: null, stream: streamed });
    expect(copies()[0]?.outputTokens).toBeGreaterThan(0);
    expect(JSON.parse(copied.seen[0]?.body ?? '')).toMatchObject({ model: 'r2', messages: [{ content: 'Hello' }] });
    expect(JSON.stringify(copied.seen[0]?.headers)).not.toContain(KEY);
  });

  it('guards the copy and its answer as any other', async () => {
    shadowed();
    const card = '4111 1111 1111 1111';
    copied.script = json(200, completion(`Charge ${card}.`));
    await ask('Hello');
    await until(() => copies().length === 1);
    expect(copies()[0]?.found.length).toBeGreaterThan(0);
  });

  it('answers as ever when the other is dead, slow, or not admitted', async () => {
    for (const change of [
      { releases: [release('r2', 100, 'http://127.0.0.1:1')] },
      { releases: [{ ...release('r2'), admission: { kind: 'refused', reason: 'no' } as const }] },
    ]) {
      shadowed(change);
      at.records.length = 0;
      expect(await ask()).toContain('Hello');
      await until(() => copies().length === 1);
      expect(copies()[0]?.status).toBeGreaterThanOrEqual(400);
    }
    shadowed();
    copied.script = () => {};
    for (let calls = 0; calls < 20; calls++) expect(await ask()).toContain('Hello');
    // No more than eight are open; the others were dropped, and counted.
    await until(() => copied.seen.length === 8);
    expect(at.dropped).toEqual(Array.from({ length: 12 }, () => 'next'));
    at.gateway.kill('r2');
    await until(() => copies().length === 9);
  });

  it('copies nothing that was refused, and not more than its share', async () => {
    shadowed();
    at.upstream.script = json(500, { error: { message: 'broken' } });
    await ask();
    at.upstream.script = echo;
    shadowed({}, 0.000001);
    await ask();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(copied.seen).toEqual([]);
  });
});

describe('a caller who names a release', () => {
  const named = { 'x-weighbridge-release': 'r2' };

  it('gets it where that is allowed, and nothing else', async () => {
    const own = release('r1', 100, at.upstream.origin);
    at.use({ channel: { releases: [own], pinnable: [own, release('r2', 0)] } });
    expect(await ask('Hello')).toContain('Hello');
    expect(await ask('Hello', named)).toContain('from the copy');
    expect(await ask('Hello', { 'x-weighbridge-release': 'r3' })).toContain('release_unknown');
    const gone = { ...release('r2', 0), admission: { kind: 'refused', reason: 'it was revoked' } as const };
    at.use({ channel: { releases: [own], pinnable: [own, gone] } });
    expect(await ask('Hello', named)).toContain('not_admitted');
  });

  it('is refused where it is not', async () => {
    at.use();
    expect(await ask('Hello', named)).toContain('pinning_not_allowed');
  });
});
