import { compare } from '@renovatebot/pep440';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cases } from '../../test/support/deep.ts';
import type { Affected, RangeEvent } from '../domain/advisory.ts';
import { affects } from './affects.ts';
import { pep440 } from './versions/pep440.ts';
import { semantic } from './versions/semantic.ts';
import type { Versioning } from './versions/versioning.ts';

/** Versions in their order, by PEP 440's and by semver's own examples. */
const LADDERS: readonly { readonly versioning: Versioning; readonly versions: readonly string[] }[] = [
  {
    versioning: pep440,
    versions: [
      '0.9',
      '1.0.dev1',
      '1.0a1',
      '1.0a2',
      '1.0b1',
      '1.0rc1',
      '1.0',
      '1.0.post1',
      '1.1.dev3',
      '1.1',
      '1.10',
      '2!0.1',
    ],
  },
  {
    versioning: semantic,
    versions: [
      '0.9.0',
      '1.0.0-alpha',
      '1.0.0-alpha.1',
      '1.0.0-beta.2',
      '1.0.0-beta.11',
      '1.0.0-rc.1',
      '1.0.0',
      '1.0.1',
      '1.2.0',
      '1.10.0',
    ],
  },
];

/** An event by its rung on a ladder; -1 is OSV's `0`, and the rung past the last one is `*`. */
interface Rung {
  readonly kind: RangeEvent['kind'];
  readonly at: number;
}

/**
 * The second implementation: paints a line of rungs and the gaps behind them, event by event, and looks at one place. It
 * shares no step with the first, which sorts events and walks them.
 */
function painted(events: readonly Rung[], rungs: number, version: number): boolean {
  const line: boolean[] = Array.from({ length: 2 * rungs + 2 }, () => false);
  const switches = events.flatMap(({ kind, at }) => {
    if (kind === 'introduced') return [{ place: 2 * at, on: true }];
    if (kind === 'fixed') return [{ place: 2 * at, on: false }];
    return kind === 'last_affected' ? [{ place: 2 * at + 1, on: false }] : [];
  });
  for (let place = 0; place < line.length; place++) {
    const here = switches.filter((one) => one.place <= place);
    const last = Math.max(...here.map((one) => one.place));
    line[place] = here.some((one) => one.place === last && one.on);
  }
  const limits = events.filter(({ kind }) => kind === 'limit');
  const within = limits.length === 0 || limits.some(({ at }) => version < at);
  return within && line[2 * version] === true;
}

function spelt(events: readonly Rung[], versions: readonly string[]): readonly RangeEvent[] {
  return events.map(({ kind, at }) => ({ kind, version: at < 0 ? '0' : (versions[at] ?? '*') }));
}

const rung = (rungs: number): fc.Arbitrary<Rung> =>
  fc.oneof(
    fc.record({ kind: fc.constant('introduced' as const), at: fc.integer({ min: -1, max: rungs - 1 }) }),
    fc.record({ kind: fc.constantFrom('fixed' as const, 'last_affected' as const), at: fc.nat(rungs - 1) }),
    fc.record({ kind: fc.constant('limit' as const), at: fc.nat(rungs) }),
  );

function about(ranges: readonly (readonly RangeEvent[])[], versions: readonly string[] = []): Affected {
  return { ecosystem: 'PyPI', name: 'x', versions, ranges, commits: false };
}

describe('whether a version is affected', () => {
  it.each(LADDERS)(
    'agrees with a second implementation on 500 generated advisories (%#)',
    ({ versioning, versions }) => {
      fc.assert(
        fc.property(
          fc.array(fc.array(rung(versions.length), { maxLength: 6 }), { minLength: 1, maxLength: 3 }),
          fc.nat(versions.length - 1),
          fc.subarray([...versions], { maxLength: 2 }),
          (ranges, at, listed) => {
            const version = versions[at] ?? '';
            const expected = listed.includes(version) || ranges.some((events) => painted(events, versions.length, at));
            const affected = about(
              ranges.map((events) => spelt(events, versions)),
              listed,
            );
            expect(affects(affected, version, versioning)).toBe(expected ? 'affected' : 'unaffected');
          },
        ),
        { numRuns: cases(500) },
      );
    },
  );

  it.each<[string, Affected, string, string]>([
    ['a listed version', about([], ['1.0']), '1.0', 'affected'],
    ['another spelling of a listed one', about([], ['1.0']), '1.0.0', 'affected'],
    ['one that is not listed', about([], ['1.0']), '1.1', 'unaffected'],
    [
      'a local build of an affected one',
      about([
        [
          { kind: 'introduced', version: '0' },
          { kind: 'fixed', version: '2.0' },
        ],
      ]),
      '1.0+cu118',
      'affected',
    ],
    [
      'the only affected version',
      about([
        [
          { kind: 'introduced', version: '1.0' },
          { kind: 'last_affected', version: '1.0' },
        ],
      ]),
      '1.1',
      'unaffected',
    ],
    ['a word that is no version', about([[{ kind: 'introduced', version: '0' }]]), 'main', 'not-comparable'],
    ['a range that names no version', about([[{ kind: 'introduced', version: 'banana' }]]), '1.0', 'not-comparable'],
    ['commits alone', { ...about([]), commits: true }, '1.0', 'not-comparable'],
  ])('%s', (_, affected, version, expected) => {
    expect(affects(affected, version, pep440)).toBe(expected);
  });

  it('is not-comparable, never a no, where versions cannot be compared', () => {
    const maven = about([[{ kind: 'introduced', version: '0' }]]);
    expect(affects(maven, '1.0', null)).toBe('not-comparable');
  });
});

describe('the order of Python’s versions', () => {
  const number = fc.nat(3);
  const release = fc.array(number, { minLength: 1, maxLength: 3 }).map((parts) => parts.join('.'));
  const suffixes = [
    ['', 'a1', 'b2', 'rc1', 'a0'],
    ['', '.post1', '.post0'],
    ['', '.dev0', '.dev2'],
  ].map((all) => fc.constantFrom(...all));
  const version = fc.tuple(fc.constantFrom('', '1!'), release, ...suffixes).map((parts) => parts.join(''));

  it('is that of the library that reads them', () => {
    fc.assert(
      fc.property(version, version, (a, b) => {
        const [x, y] = [pep440.normal(a) ?? '', pep440.normal(b) ?? ''];
        expect([Math.sign(pep440.compare(x, y)), x === y]).toEqual([Math.sign(compare(a, b)), compare(a, b) === 0]);
      }),
      { numRuns: cases(2000) },
    );
  });
});
