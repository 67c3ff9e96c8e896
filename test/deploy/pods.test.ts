import type { ChildProcess } from 'node:child_process';
import { appendFileSync, chmodSync, cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { EmbeddedDatabase } from '../../src/adapters/database/embedded.ts';
import { openLocalKey } from '../../src/adapters/signers/local-key.ts';
import type { Envelope } from '../../src/attest/dsse.ts';
import { REVOCATIONS_TYPE, type RevocationList } from '../../src/attest/revocation-list.ts';
import { payloadDigest, seal } from '../../src/attest/sealed.ts';
import { databaseIn, NO_DATABASE } from '../support/control.ts';
import { sampled } from '../support/deep.ts';
import { IMAGE_ROOT, NO_SANDBOX, type Pod, podOf, type RunOptions, start, terminate } from '../support/pod.ts';
import { type Road, roadTo } from '../support/road.ts';
import { scratchFolder } from '../support/scratch.ts';
import { rests } from '../support/until.ts';
import { wb } from '../support/world.ts';

const home = scratchFolder();
const of = IMAGE_ROOT === null ? 'of a checkout' : 'of the image that was unpacked';

interface Ended {
  readonly code: number | null;
  readonly said: string;
}

function ending(child: ChildProcess): Promise<Ended> {
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (piece: Buffer) => (said += piece.toString()));
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, said })));
}

function firstOf(pod: Pod, part: 'initContainers' | 'containers') {
  const [container] = pod[part] ?? [];
  if (container === undefined) throw new Error(`the pod has no ${part}`);
  return container;
}

describe.skipIf(NO_SANDBOX !== null)(
  `the init container of a model server, as the manifest writes it, with the files ${of}`,
  () => {
    const pod = podOf('Deployment', 'tiny');
    const models = join(home, 'models');
    const admission = join(home, 'admission');
    const revocations = join(home, 'revocations');
    const look = (volumes: RunOptions['volumes'] = {}) =>
      ending(
        start(pod, firstOf(pod, 'initContainers'), {
          volumes: { models, admission, revocations, ...volumes },
          network: false,
        }),
      );
    /** What a server says no longer counts, as `key revocations` writes it. */
    async function listed(name: string, over: Partial<RevocationList>): Promise<string> {
      const hour = 60 * 60 * 1000;
      const [issuedAt, freshUntil] = [-hour, hour].map((away) => new Date(Date.now() + away).toISOString());
      const nothing = { organisation: 'main', issuedAt, freshUntil, keys: [], decisions: [], releases: [] };
      const envelope = await seal(
        REVOCATIONS_TYPE,
        { ...nothing, ...over },
        await openLocalKey(join(home, 'server.key')),
      );
      const folder = join(home, name);
      mkdirSync(folder);
      writeFileSync(join(folder, 'revoked.json'), JSON.stringify(envelope));
      return folder;
    }

    beforeAll(async () => {
      mkdirSync(models);
      mkdirSync(admission);
      cpSync('examples/models/plover-1m', join(models, 'tiny'), { recursive: true });
      const key = join(home, 'server.key');
      await wb(['key', 'new', key], { home });
      cpSync(join(home, 'server.pub'), join(admission, 'server.pub'));
      const use = ['--exposure', 'internal', '--commercial', 'no'];
      const sign = ['--sign', key, '--decision', join(admission, 'decision.json'), '--quiet'];
      expect(await wb(['vet', join(models, 'tiny'), ...use, ...sign], { home })).toMatchObject({ code: 0 });
      await listed('revocations', {});
    });

    it('lets the server start on what was admitted', async () => {
      expect(await look()).toMatchObject({ code: 0 });
    });

    // The command's own tests have all of them; here one shows that the container heeds it.
    const harms: readonly (readonly [string, (folder: string) => void])[] = [
      ['a byte is another', (folder) => appendFileSync(join(folder, 'model.safetensors'), 'x')],
      ['a file was added', (folder) => writeFileSync(join(folder, 'extra.pkl'), 'cos\nsystem\n(S"true"\ntR.')],
      ['a file is missing', (folder) => rmSync(join(folder, 'config.json'))],
    ];
    it.each(sampled(harms, 3))('does not when %s', async (_, harm) => {
      const bad = join(home, 'bad');
      rmSync(bad, { recursive: true, force: true });
      cpSync(models, bad, { recursive: true });
      harm(join(bad, 'tiny'));
      const { code, said } = await look({ models: bad });
      expect(said).toContain('refused');
      expect(code).toBe(1);
    });

    it('does not when its papers are missing, or another’s', async () => {
      expect(await look({ admission: join(home, 'none') })).not.toMatchObject({ code: 0 });
      const other = join(home, 'other');
      cpSync(admission, other, { recursive: true });
      await wb(['key', 'new', join(home, 'stranger.key')], { home });
      cpSync(join(home, 'stranger.pub'), join(other, 'server.pub'));
      expect(await look({ admission: other })).toMatchObject({ code: 1 });
    });

    it('does not once the decision is revoked, nor on a list that is stale or missing', async () => {
      const decision = payloadDigest(JSON.parse(readFileSync(join(admission, 'decision.json'), 'utf8')) as Envelope);
      const revoked = await listed('revoked', { decisions: [{ decision, at: '2026-01-01T00:00:00Z' }] });
      const stale = await listed('stale', { issuedAt: '2026-01-01T00:00:00Z', freshUntil: '2026-01-02T00:00:00Z' });
      for (const [folder, why] of [
        [revoked, 'was revoked'],
        [stale, 'fresh until'],
      ] as const) {
        const { code, said } = await look({ revocations: folder });
        expect({ code, said }).toEqual({ code: 1, said: expect.stringContaining(why) });
      }
      expect(await look({ revocations: join(home, 'none') })).not.toMatchObject({ code: 0 });
    });
  },
);

describe.skipIf(NO_SANDBOX !== null || NO_DATABASE !== null)(
  `server, worker and migration, as their manifests write them, with the files ${of}`,
  () => {
    let database: EmbeddedDatabase;
    let road: Road;
    let options: RunOptions;
    const data = join(home, 'data');

    beforeAll(async () => {
      database = await databaseIn(join(home, 'database'));
      road = await roadTo(database.url);
      mkdirSync(data);
      chmodSync(data, 0o777);
      options = { volumes: { data }, network: true, env: { WEIGHBRIDGE_DATABASE_URL: road.url } };
    });
    afterAll(async () => {
      road?.close();
      await database?.stop();
    });

    it('the job brings the database up to date and ends', async () => {
      const pod = podOf('Job', 'weighbridge-migrate');
      expect(await ending(start(pod, firstOf(pod, 'containers'), options))).toMatchObject({ code: 0 });
    });

    it('server and worker start as nobody, answer the probe, and end when they are told to', async () => {
      const server = podOf('Deployment', 'weighbridge-server');
      const container = firstOf(server, 'containers');
      // Its own network in a cluster; here the port must be one that is free.
      const port = await freePort();
      const child = start(server, { ...container, args: [...container.args, '--port', String(port)] }, options);
      const ended = ending(child);
      const probe = new URL(container.startupProbe?.httpGet.path ?? '', `http://127.0.0.1:${port}`);
      expect(await answered(probe, ended)).toBe(200);
      const worker = podOf('Deployment', 'weighbridge-worker');
      const works = start(worker, firstOf(worker, 'containers'), options);
      const stopped = ending(works);
      // Once it has said that it works.
      await new Promise((resolve) => [works.stdout, works.stderr].map((stream) => stream?.once('data', resolve)));
      for (const one of [works, child]) terminate(one);
      expect((await Promise.all([stopped, ended])).map(({ code }) => code)).toEqual([0, 0]);
    });
  },
);

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** What the probe is told at last; throws with what the container said when it ended first. */
async function answered(probe: URL, ended: Promise<Ended>): Promise<number> {
  let over: Ended | null = null;
  void ended.then((how) => (over = how));
  const rest = rests();
  for (;;) {
    const answer = await fetch(probe).catch(() => null);
    if (answer !== null) return answer.status;
    if (over !== null) throw new Error(JSON.stringify(over));
    await rest();
  }
}
