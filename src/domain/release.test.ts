import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { digestOf } from '../kernel/digest.ts';
import { type Gate, heldBack, OPEN_GATE } from './channel.ts';
import { barred, restorable, type StandingRelease, serving } from './release.ts';
import { UNSTATED_USE } from './use.ts';

const NOW = new Date('2026-11-28T12:00:00Z');
const at = (hours: number) => new Date(NOW.getTime() + hours * 3_600_000).toISOString();

/** The number tells them apart; a request's letter its decision. */
function release(id: string, request: string, over: Partial<StandingRelease> = {}): StandingRelease {
  const digest = digestOf(request);
  return {
    id,
    channel: 'production',
    request,
    rests: 'weights',
    model: request,
    manifest: digest,
    dossier: digest,
    expiresAt: at(100),
    share: 100,
    cause: 'promotion',
    replaces: null,
    restores: null,
    reason: null,
    by: 'ada',
    at: at(0),
    revokedAt: null,
    withdrawnAt: null,
    held: false,
    ...over,
  };
}

const [one, two, three] = [
  release('1', 'a'),
  release('2', 'b', { replaces: '1' }),
  release('3', 'c', { replaces: '2' }),
];

describe('a rollback', () => {
  it.each<[string, readonly StandingRelease[], string | null]>([
    ['brings back the release before', [three, two, one], '2'],
    ['passes over one that was revoked', [three, { ...two, revokedAt: at(-1) }, one], '1'],
    ['passes over one that was withdrawn', [three, { ...two, withdrawnAt: at(-1) }, one], '1'],
    ['passes over one that has expired', [three, { ...two, expiresAt: at(0) }, one], '1'],
    ['passes over one that never had all calls', [three, { ...two, share: 5 }, one], '1'],
    ['passes over one of the same decision', [three, release('2', 'c'), one], '1'],
    ['finds nothing where nothing was before', [one], null],
    ['finds nothing on a channel without releases', [], null],
    ['goes further back the second time', [release('4', 'b', { restores: '2' }), three, two, one], '1'],
    [
      'passes over what was rolled back, too, when what was restored may not serve',
      [
        release('5', 'd'),
        release('4', 'b', { restores: '2', revokedAt: at(-1) }),
        three,
        { ...two, revokedAt: at(-1) },
        one,
      ],
      '1',
    ],
    ['goes back to what was restored', [release('5', 'd'), release('4', 'b', { restores: '2' }), three, two, one], '4'],
  ])('%s', (_, releases, expected) => {
    expect(restorable(releases, new Map(), NOW)?.id ?? null).toBe(expected);
  });

  it('passes over bytes that were taken back since, under whatever decision', () => {
    const bad = (hours: number) => new Map([[two.manifest, at(hours)]]);
    expect(restorable([three, two, one], bad(1), NOW)?.id).toBe('1');
    // Who brought them to the channel after that knew.
    expect(restorable([three, two, one], bad(-1), NOW)?.id).toBe('2');
  });

  it('never brings back what may not serve', () => {
    const hours = fc.integer({ min: -3, max: 3 });
    const any = fc.record({
      request: fc.constantFrom('a', 'b', 'c'),
      share: fc.constantFrom(5, 100),
      expires: hours,
      revoked: fc.boolean(),
      withdrawn: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(any, { maxLength: 8 }), hours, (some, badSince) => {
        const releases = some.map(({ request, share, expires, revoked, withdrawn }, index) =>
          release(String(index), request, {
            share,
            expiresAt: at(expires),
            revokedAt: revoked ? at(-1) : null,
            withdrawnAt: withdrawn ? at(-1) : null,
          }),
        );
        const found = restorable(releases, new Map([[digestOf('b'), at(badSince)]]), NOW);
        if (found === null) return;
        expect(barred(found, NOW)).toBeNull();
        expect(found.share).toBe(100);
        if (badSince > 0) expect(found.request).not.toBe('b');
        expect(found.request).not.toBe(releases[0]?.request);
      }),
    );
  });
});

it('a release with a share leaves the rest to what it replaces', () => {
  const shares = serving([{ ...three, share: 5 }, two, one]).map(({ id, share }) => [id, share]);
  expect(shares).toEqual([
    ['3', 5],
    ['2', 95],
  ]);
  expect(serving([three, two, one]).map(({ id }) => id)).toEqual(['3']);
});

describe('a gate', () => {
  const decision = {
    use: { ...UNSTATED_USE, exposure: 'internal' as const },
    decidedAt: at(-48),
    rulings: 0,
    policy: { id: 'default', version: 4, digest: digestOf('a policy') },
  };
  it.each<[string, Partial<Gate>, string | null, boolean]>([
    ['that asks nothing lets all pass', {}, null, true],
    ['asks for an earlier channel', { after: 'canary' }, null, false],
    ['is content with an earlier channel', { after: 'canary' }, at(-1), true],
    ['asks for time on it', { after: 'canary', hours: 2 }, at(-1), false],
    ['is content with that time', { after: 'canary', hours: 1 }, at(-1), true],
    ['asks for the right use', { exposures: ['hosted'] }, null, false],
    ['asks for people', { rulings: 2 }, null, false],
    ['asks for a fresh decision', { days: 1 }, null, false],
    ['asks for a policy', { policies: ['strict'] }, null, false],
    ['is content with one of its policies', { policies: ['strict', 'default'] }, null, true],
    ['is content with that version', { policies: [digestOf('a policy')] }, null, true],
    ['is content with a fresh one', { days: 2 }, null, true],
  ])('%s', (_, gate, since, passes) => {
    expect(heldBack({ ...OPEN_GATE, ...gate }, decision, since, NOW).length === 0).toBe(passes);
  });
});
