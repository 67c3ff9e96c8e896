import { createHash, randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import OpenAI from 'openai';
import type { GatewayCall } from '../../src/contract/gateway.ts';
import { createGateway, type Gateway } from '../../src/gateway/gateway.ts';
import { createLimiter } from '../../src/gateway/limits/local.ts';
import type { Channel, Grant, Replica, Snapshot, TokenDesk } from '../../src/gateway/snapshot.ts';
import { createGuard, type Guard } from '../../src/guard/guard.ts';
import { SURFACES } from '../../src/wire/table.ts';
import { scriptedUpstream } from './scripted-upstream.ts';

export const KEY = 'wbk_test_0123456789abcdef';
const clock = () => performance.now();
export const guard: Guard = createGuard({ clock });

export interface Rig {
  readonly gateway: Gateway;
  readonly upstream: Awaited<ReturnType<typeof scriptedUpstream>>;
  readonly address: string;
  readonly records: GatewayCall[];
  readonly faults: unknown[];
  /** Channels whose copies were not sent. */
  readonly dropped: string[];
  readonly client: OpenAI;
  use(change?: Change): void;
  close(): Promise<void>;
}

interface Change {
  readonly channel?: Partial<Channel>;
  readonly grant?: Partial<Grant>;
  readonly replica?: Partial<Replica>;
  /** More channels, each as the first but for this. */
  readonly more?: Readonly<Record<string, Partial<Channel>>>;
  readonly tokens?: TokenDesk;
}

/** A gateway before a scripted model server, with one channel `chat` and one key. */
export async function rig(): Promise<Rig> {
  const upstream = await scriptedUpstream();
  const records: GatewayCall[] = [];
  const faults: unknown[] = [];
  const dropped: string[] = [];
  const gateway = createGateway({
    clock,
    now: () => new Date(),
    random: Math.random,
    newId: randomUUID,
    spoolFolder: tmpdir(),
    // A machine that others share may stand still for as long as a gateway reads on.
    lingering: 120_000,
    limiter: createLimiter(clock),
    record: (call) => records.push(call),
    dropped: (channel) => dropped.push(channel),
    fault: (error) => faults.push(error),
  });
  await new Promise<void>((resolve) => gateway.server.listen(0, '127.0.0.1', resolve));
  const address = `http://127.0.0.1:${(gateway.server.address() as AddressInfo).port}`;
  const use: Rig['use'] = (change = {}) => gateway.use(snapshotOf(upstream.origin, change));
  use();
  const client = new OpenAI({ apiKey: KEY, baseURL: `${address}/v1`, maxRetries: 0 });
  return {
    gateway,
    upstream,
    address,
    records,
    faults,
    dropped,
    client,
    use,
    close: async () => {
      await gateway.stop(100);
      await upstream.close();
    },
  };
}

function snapshotOf(origin: string, { channel = {}, grant = {}, replica = {}, more = {}, tokens }: Change): Snapshot {
  const chat: Channel = {
    name: 'chat',
    surfaces: new Set(SURFACES.map(({ id }) => id)),
    media: 'refuse',
    guard,
    scopes: [],
    perUser: null,
    price: { input: 0, output: 0, picture: 0, minute: 0 },
    regions: null,
    fallbacks: [],
    pinnable: null,
    shadow: null,
    releases: [
      {
        id: 'r1',
        share: 100,
        admission: { kind: 'admitted', manifest: 'sha256:0', expiresAt: Date.now() + 3_600_000 },
        replicas: [
          {
            origin,
            prefix: '',
            model: 'tiny',
            authorization: ['authorization', 'Bearer upstream-own'],
            dialect: 'openai',
            azureVersion: null,
            attestedUntil: null,
            ...replica,
          },
        ],
      },
    ],
    ...channel,
  };
  const own: Grant = {
    name: 'test',
    team: null,
    channels: null,
    surfaces: null,
    expiresAt: null,
    scopes: [],
    ...grant,
  };
  const hash = createHash('sha256').update(KEY).digest('hex');
  const others = Object.entries(more).map(([name, one]) => [name, { ...chat, fallbacks: [], ...one, name }] as const);
  return {
    version: 1,
    channels: new Map([['chat', chat], ...others]),
    grants: new Map([[hash, own]]),
    ...(tokens === undefined ? {} : { tokens }),
    regionHeader: 'x-region',
  };
}
