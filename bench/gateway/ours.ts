import { createHash } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { createRequestIds } from '../../src/adapters/net/request-ids.ts';
import { createCallTelemetry } from '../../src/adapters/telemetry/call-telemetry.ts';
import { jsonLine } from '../../src/cli/call-lines.ts';
import { createGateway } from '../../src/gateway/gateway.ts';
import type { Limits } from '../../src/gateway/limits/limiter.ts';
import { createLimiter } from '../../src/gateway/limits/local.ts';
import type { Grant } from '../../src/gateway/snapshot.ts';
import { LIMITS } from '../../src/kernel/limits.ts';
import { guardFor, isSetName } from '../guard/sets.ts';
import { shareAddress } from './child.ts';

/** The gateway with admission, keys, limits, records, metrics and a guard. */
const [, , origin = '', set = ''] = process.argv;
if (!isSetName(set)) throw new Error(`there is no set ${set}`);
const telemetry = createCallTelemetry('bench', {});
const gateway = createGateway({
  clock: () => performance.now(),
  now: () => new Date(),
  random: Math.random,
  newId: createRequestIds(),
  dropped: () => {},
  spoolFolder: tmpdir(),
  fault: (error) => {
    throw error;
  },
  // As a log would have it, but for the disk.
  limiter: createLimiter(() => performance.now()),
  record: (call) => {
    telemetry.record(call);
    jsonLine(call);
  },
});
const limits = {
  budgets: [],
  monthlyUsers: null,
  requestsPerMinute: 100_000_000,
  tokensPerMinute: 1_000_000_000,
  parallel: 100_000,
};
const hashOf = (key: string): string => createHash('sha256').update(key).digest('hex');
const grantOf = (name: string, own: Limits): Grant => ({
  name,
  team: name,
  channels: null,
  surfaces: null,
  expiresAt: null,
  scopes: [{ name: `key:${name}`, limits: own }],
});
gateway.use({
  version: 1,
  channels: new Map([
    [
      'tiny',
      {
        name: 'tiny',
        surfaces: new Set(['chat']),
        media: 'refuse',
        guard: guardFor(set),
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
            admission: { kind: 'admitted', manifest: 'sha256:0', expiresAt: Number.MAX_SAFE_INTEGER },
            replicas: [
              {
                origin,
                prefix: '',
                model: null,
                authorization: null,
                dialect: 'openai' as const,
                azureVersion: null,
                attestedUntil: null,
              },
            ],
          },
        ],
      },
    ],
  ]),
  regionHeader: null,
  grants: new Map([
    [hashOf('wbk_bench'), grantOf('bench', limits)],
    // Of those who attack it.
    [hashOf('wbk_hostile'), grantOf('hostile', { ...limits, parallel: 200 })],
  ]),
});
gateway.server.listen(0, '127.0.0.1', LIMITS.gatewayBacklog, () =>
  shareAddress((gateway.server.address() as AddressInfo).port),
);
