import { describe, expect, it } from 'vitest';
import { lapsed } from '../../src/gateway/live.ts';
import type { Admission, Channel, Replica, ServedRelease, Snapshot } from '../../src/gateway/snapshot.ts';

const NOW = 1_000;
const admitted = (expiresAt: number): Admission => ({ kind: 'admitted', manifest: 'sha256:0', expiresAt });
const server = (attestedUntil: number | null, origin = 'http://a'): Replica => ({
  origin,
  prefix: '',
  model: null,
  authorization: null,
  attestedUntil,
  dialect: 'openai',
  azureVersion: null,
});
const release = (admission: Admission, ...replicas: readonly Replica[]): ServedRelease => ({
  id: 'r1',
  share: 100,
  admission,
  replicas,
});
const serving = (one: ServedRelease | null, place: 'releases' | 'pinnable' = 'releases'): Snapshot => ({
  version: 2,
  grants: new Map(),
  regionHeader: null,
  channels: new Map([
    ['chat', { releases: [], pinnable: null, [place]: one === null ? [] : [one] } as unknown as Channel],
  ]),
});
const [over, ahead] = [NOW, NOW + 1];

describe('a call under way', () => {
  it.each<[string, Admission, Replica, Snapshot | null, ReturnType<typeof lapsed>]>([
    ['goes on while its admission and its proof hold', admitted(ahead), server(ahead), null, null],
    ['goes on where an operator answers for the server', admitted(ahead), server(null), null, null],
    ['ends with its admission', admitted(over), server(null), serving(null), 'admission_expired'],
    ['ends with it while nothing is served at all', admitted(over), server(null), null, 'admission_expired'],
    [
      'ends where the same admission is all there is',
      admitted(over),
      server(null),
      serving(release(admitted(over))),
      'admission_expired',
    ],
    [
      'goes on where the release was decided on anew',
      admitted(over),
      server(null),
      serving(release(admitted(ahead))),
      null,
    ],
    [
      'goes on where what may be named was',
      admitted(over),
      server(null),
      serving(release(admitted(ahead)), 'pinnable'),
      null,
    ],
    [
      'ends where it was refused since',
      admitted(over),
      server(null),
      serving(release({ kind: 'refused', reason: '' })),
      'admission_expired',
    ],
    [
      'ends with the proof',
      admitted(ahead),
      server(over),
      serving(release(admitted(ahead), server(over))),
      'attestation_expired',
    ],
    [
      'goes on where the proof was renewed',
      admitted(ahead),
      server(over),
      serving(release(admitted(ahead), server(ahead))),
      null,
    ],
    [
      'ends where another server’s was',
      admitted(ahead),
      server(over),
      serving(release(admitted(ahead), server(ahead, 'http://b'))),
      'attestation_expired',
    ],
    [
      'ends where the proof was renewed and the admission not',
      admitted(over),
      server(over),
      serving(release(admitted(over), server(ahead))),
      'admission_expired',
    ],
  ])('%s', (_, admission, replica, now, why) => {
    expect(lapsed({ release: release(admission, replica), replica }, now, NOW)).toBe(why);
  });
});
