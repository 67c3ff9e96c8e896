import { type ChildProcess, fork, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type EmbeddedDatabase, startEmbedded } from '../../src/adapters/database/embedded.ts';
import { createClient, newToken } from '../../src/client/client.ts';
import type { Control } from '../../src/contract/control/operations.ts';
import { SCOPES } from '../../src/domain/people.ts';
import { type Cable, cableTo } from '../../test/support/cable.ts';
import { type Node, startNode } from '../../test/support/nodes.ts';
import { type RedisServer, startRedis } from '../../test/support/redis.ts';
import { KEY, LIMITED, PER_MINUTE } from './keys.ts';
import { createRecords } from './records.ts';

export interface Tally {
  readonly calls: number;
  readonly begun: number;
  readonly hungUp: number;
}

/** A server, its database, a Redis server, two model servers and three gateways. */
export interface World {
  readonly nodes: readonly Node[];
  readonly call: Control;
  readonly redis: RedisServer;
  /** Requests that admitted the models `one` and `two`. */
  readonly requests: readonly [string, string];
  tally(): Promise<Tally>;
  /** What the gateway that had a call wrote down of it, unless all was well. */
  recordOf(requestId: string): string | null;
  restartDatabase(): Promise<void>;
  close(): Promise<void>;
}

export async function startWorld(): Promise<World> {
  const home = mkdtempSync(join(tmpdir(), 'weighbridge-soak-'));
  chmodSync(home, 0o711);
  const place = join(home, 'database');
  mkdirSync(place, { mode: 0o711 });
  let database: EmbeddedDatabase = await startEmbedded(place, { allowRoot: true });
  const cable: Cable = await cableTo(database.url);
  const upstream = fork('build/soak/upstream.js');
  const [{ origins }] = (await once(upstream, 'message')) as [{ origins: [string, string] }];
  const server = await startServer(home, cable.url);
  const redis = await startRedis();
  const file = join(home, 'gateway.yaml');
  writeFileSync(join(home, 'guard.yaml'), GUARD);
  writeFileSync(file, gatewayFile(join(home, 'server', 'signing.pub'), origins));
  const env = { DATABASE: cable.url, REDIS: redis.url };
  const records = createRecords();
  const nodes = await Promise.all(
    ['gw-1', 'gw-2', 'gw-3'].map((name) =>
      startNode(name, file, { home: join(home, name), env, onLine: records.take }),
    ),
  );
  const { call } = server;
  await call('channel.open', { name: 'production', environment: 'production' });
  const requests = [await admitted(call, 'plover-1m'), await admitted(call, 'plover-1m-harbour')] as const;
  return {
    nodes,
    call,
    redis,
    requests,
    recordOf: records.of,
    tally: async () => {
      upstream.send('tally');
      const [{ tally }] = (await once(upstream, 'message')) as [{ tally: Tally }];
      return tally;
    },
    restartDatabase: async () => {
      cable.cut();
      await database.stop();
      database = await startEmbedded(place, { allowRoot: true });
      cable.join(database.url);
    },
    close: async () => {
      await Promise.all(nodes.map((node) => node.stop()));
      server.child.kill('SIGTERM');
      await once(server.child, 'exit');
      upstream.disconnect();
      await redis.close();
      await cable.close();
      await database.stop();
      rmSync(home, { recursive: true, force: true, maxRetries: 10 });
    },
  };
}

async function startServer(
  home: string,
  databaseUrl: string,
): Promise<{ readonly child: ChildProcess; readonly call: Control }> {
  const options = ['--data', join(home, 'server'), '--port', '0', '--models', 'examples/models', '--allow-root'];
  const child = spawn(process.execPath, ['dist/bin.js', 'up', ...options, '--database-url', databaseUrl], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, WEIGHBRIDGE_HOME: join(home, 'home') },
  });
  let said = '';
  const [address, password] = await new Promise<[string, string]>((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}`)));
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const [at, secret] = [/listens on (\S+)/.exec(said)?.[1], /password\s+(\S+)/.exec(said)?.[1]];
      if (at !== undefined && secret !== undefined) resolve([at, secret]);
    });
  });
  const who = { organisation: 'main', email: 'admin@localhost', password };
  const { secret } = await newToken(address, who, { name: 'soak', scopes: [...SCOPES], days: 1 });
  return { child, call: createClient({ server: address, token: secret }) };
}

async function admitted(call: Control, reference: string): Promise<string> {
  const { id: owner } = await call('me.show', {});
  const use = { exposure: 'internal' } as const;
  const { id } = await call('request.open', { direction: 'adopt', reference, role: 'deployer', owner, use });
  for (;;) {
    const { state } = await call('request.show', { request: id });
    if (state === 'admitted') return id;
    if (state !== 'vetting') throw new Error(`${reference} is ${state}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Secrets, mail addresses and cards: the light set, so that the run is about the gateway. */
const GUARD = `apiVersion: weighbridge/v1
kind: GuardPolicy
metadata: { name: soak, version: 1, description: The light set. }
spec:
  rules:
    - { id: secrets, detectors: [secrets], action: block }
    - { id: mail-and-cards, detectors: [mail-and-cards], action: redact }
`;

function gatewayFile(trust: string, [one, two]: readonly [string, string]): string {
  const sha256 = (key: string): string => createHash('sha256').update(key).digest('hex');
  return `apiVersion: weighbridge/v1
kind: Gateway
metadata: { name: soak }
spec:
  trust: [${JSON.stringify(trust)}]
  guard: guard.yaml
  controlPlane: { databaseFrom: DATABASE }
  sharedLimits: { urlFrom: REDIS }
  channels:
    - name: assistant
      follows: production
      servers:
        - { url: "${one}", model: one, holds: plover-1m, unattested: a script of this run }
        - { url: "${two}", model: two, holds: plover-1m-harbour, unattested: a script of this run }
  keys:
    - { name: soak, sha256: ${sha256(KEY)}, limits: { requestsPerMinute: 100000000 } }
    - { name: limited, sha256: ${sha256(LIMITED)}, limits: { requestsPerMinute: ${PER_MINUTE} } }
`;
}
