import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Dependency, Requirement } from '../domain/dependency.ts';
import { bestKnown, groupByNames } from './aliases.ts';
import { matchAdvisory } from './match.ts';
import { parseOsv } from './osv.ts';
import { scoreOfVectors } from './score.ts';
import { severityOf } from './severity.ts';

function advisory(more: object = {}) {
  const parsed = parseOsv({
    id: 'GHSA-aaaa-bbbb-cccc',
    modified: '2026-01-02T03:04:05Z',
    aliases: ['CVE-2026-1'],
    affected: [
      {
        package: { ecosystem: 'PyPI', name: 'Some_Package' },
        ranges: [{ type: 'ECOSYSTEM', events: [{ introduced: '1.0' }, { fixed: '2.0' }] }],
        versions: ['1.0', '1.5'],
      },
    ],
    ...more,
  });
  if (parsed.kind !== 'advisory') throw new Error(JSON.stringify(parsed));
  return parsed.advisory;
}

function asking(requirement: Requirement, origin: Dependency['origin'] = 'manifest'): Dependency {
  return {
    ecosystem: 'PyPI',
    name: 'some-package',
    requirement,
    origin,
    path: 'requirements.txt',
    member: [],
    line: 1,
  };
}

const pinned = (version: string): Requirement => ({ kind: 'pinned', version });
const range = (specifier: string): Requirement => ({ kind: 'range', specifier });

describe('an advisory and a dependency', () => {
  it.each<[string, Dependency, object]>([
    ['a pinned version is certain', asking(pinned('1.5')), { kind: 'affected', how: 'certain', fixed: '2.0' }],
    ['a fixed version is not affected', asking(pinned('2.0')), { kind: 'unaffected' }],
    ['a version before it began is not', asking(pinned('0.9')), { kind: 'unaffected' }],
    [
      'a range that lets the fix in is possible',
      asking(range('>=1.0')),
      { kind: 'affected', how: 'possible', fixed: '2.0' },
    ],
    [
      'a range that keeps every fix out is likely',
      asking(range('>=1.2,<2')),
      { kind: 'affected', how: 'likely', fixed: '2.0' },
    ],
    ['a range above it is not affected', asking(range('>=2.1')), { kind: 'unaffected' }],
    ['a range below it is not affected', asking(range('<1.0')), { kind: 'unaffected' }],
    ['no version at all is possible', asking({ kind: 'any' }), { kind: 'affected', how: 'possible', fixed: '2.0' }],
    [
      'what is only imported is never more than possible',
      asking(range('<2'), 'import'),
      { kind: 'affected', how: 'possible', fixed: '2.0' },
    ],
    [
      'a requirement that is none',
      asking(range('>>banana')),
      { kind: 'not-comparable', why: '>>banana is no requirement' },
    ],
    [
      'a package from an address',
      asking({ kind: 'elsewhere', address: 'git+https://example.test/x' }),
      { kind: 'unaffected' },
    ],
  ])('%s', (_, dependency, expected) => {
    expect(matchAdvisory(dependency, advisory())).toEqual(expected);
  });

  it('that was withdrawn affects nothing', () => {
    expect(matchAdvisory(asking(pinned('1.5')), advisory({ withdrawn: '2026-02-01T00:00:00Z' }))).toEqual({
      kind: 'unaffected',
    });
  });

  it('that only lists versions says nothing of later ones', () => {
    const listed = advisory({
      affected: [{ package: { ecosystem: 'PyPI', name: 'some-package' }, versions: ['1.5', '1.6'] }],
    });
    expect(matchAdvisory(asking({ kind: 'any' }), listed)).toEqual({ kind: 'affected', how: 'possible', fixed: null });
    expect(matchAdvisory(asking(range('<1.5')), listed)).toEqual({ kind: 'unaffected' });
    expect(matchAdvisory(asking(pinned('1.6')), listed)).toMatchObject({ how: 'certain' });
  });

  it('without any fix makes every version likely', () => {
    const open = advisory({
      affected: [
        {
          package: { ecosystem: 'PyPI', name: 'some-package' },
          ranges: [{ type: 'ECOSYSTEM', events: [{ introduced: '0' }] }],
          versions: ['1.5'],
        },
      ],
    });
    expect(matchAdvisory(asking({ kind: 'any' }), open)).toEqual({ kind: 'affected', how: 'likely', fixed: null });
  });

  it('names the fix of the branch that is in use, and none that was broken again', () => {
    const branches = advisory({
      affected: [
        {
          package: { ecosystem: 'PyPI', name: 'some-package' },
          ranges: [
            { type: 'ECOSYSTEM', events: [{ introduced: '0' }, { fixed: '1.2' }] },
            {
              type: 'ECOSYSTEM',
              events: [{ introduced: '1.2' }, { fixed: '1.2.4' }, { introduced: '2.0' }, { fixed: '2.1' }],
            },
          ],
        },
      ],
    });
    expect(matchAdvisory(asking(pinned('1.1')), branches)).toMatchObject({ fixed: '1.2.4' });
    expect(matchAdvisory(asking(pinned('2.0.5')), branches)).toMatchObject({ fixed: '2.1' });
  });

  it('is never answered by throwing, whatever the requirement says', () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom('pinned', 'range'), (words, kind) => {
        const requirement = kind === 'pinned' ? pinned(words) : range(words);
        expect(['affected', 'unaffected', 'not-comparable']).toContain(
          matchAdvisory(asking(requirement), advisory()).kind,
        );
      }),
    );
  });
});

describe('an OSV record', () => {
  it.each<[string, unknown]>([
    ['no object', 7],
    ['no id', { modified: '2026-01-01T00:00:00Z' }],
    ['an id that is a path', { id: '../../etc/passwd', modified: '2026-01-01T00:00:00Z' }],
    ['no time', { id: 'X-1', modified: 'yesterday' }],
    [
      'events that are no list',
      { id: 'X-1', modified: '2026-01-01T00:00:00Z', affected: [{ ranges: [{ type: 'SEMVER', events: 'all' }] }] },
    ],
  ])('with %s is broken, and says where', (_, value) => {
    expect(parseOsv(value)).toMatchObject({ kind: 'broken', why: expect.stringContaining(':') });
  });

  it('of another ecosystem is somebody else’s', () => {
    const record = {
      id: 'X-1',
      modified: '2026-01-01T00:00:00Z',
      affected: [{ package: { ecosystem: 'Debian:12', name: 'x' } }],
    };
    expect(parseOsv(record)).toEqual({ kind: 'elsewhere', id: 'X-1' });
  });

  it('never makes the reader throw', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(['advisory', 'elsewhere', 'broken']).toContain(parseOsv(value).kind);
      }),
    );
  });
});

describe('aliases', () => {
  it('make one vulnerability of several advisories, circles and chains included', () => {
    const records = [['A', 'B'], ['B', 'A'], ['C', 'D'], ['D', 'B'], ['E']];
    expect(groupByNames(records, (names) => names)).toEqual([
      [
        ['A', 'B'],
        ['B', 'A'],
        ['C', 'D'],
        ['D', 'B'],
      ],
      [['E']],
    ]);
  });

  it('put every record into one group, and those that share a name together', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'), { minLength: 1, maxLength: 3 })),
        (records) => {
          const groups = groupByNames(records, (names) => names);
          expect(groups.flat()).toHaveLength(records.length);
          for (const [at, group] of groups.entries()) {
            const others = new Set(groups.filter((_, index) => index !== at).flat(2));
            expect(group.flat().filter((name) => others.has(name))).toEqual([]);
          }
        },
      ),
    );
  });

  it('are shown by the name people know', () => {
    expect(bestKnown(['PYSEC-1', 'GHSA-x', 'CVE-2'])).toBe('CVE-2');
    expect(bestKnown(['PYSEC-1', 'GHSA-x'])).toBe('GHSA-x');
    expect(bestKnown(['PYSEC-1'])).toBe('PYSEC-1');
  });
});

/** From FIRST's example documents for CVSS v2.0, v3.1 and v4.0. */
describe('a CVSS vector of FIRST’s examples', () => {
  it.each([
    ['AV:N/AC:L/Au:N/C:N/I:N/A:C', 7.8, 'high'],
    ['AV:N/AC:L/Au:N/C:C/I:C/A:C', 10, 'critical'],
    ['AV:L/AC:H/Au:N/C:C/I:C/A:C', 6.2, 'medium'],
    ['CVSS:3.1/AV:N/AC:L/PR:N/UI:R/S:C/C:L/I:L/A:N', 6.1, 'medium'],
    ['CVSS:3.1/AV:N/AC:L/PR:L/UI:N/S:C/C:L/I:L/A:N', 6.4, 'medium'],
    ['CVSS:3.1/AV:N/AC:H/PR:N/UI:R/S:U/C:L/I:N/A:N', 3.1, 'low'],
    ['CVSS:3.1/AV:N/AC:L/PR:L/UI:N/S:C/C:H/I:H/A:H', 9.9, 'critical'],
    ['CVSS:3.0/AV:L/AC:L/PR:H/UI:N/S:U/C:L/I:L/A:L', 4.2, 'medium'],
    ['CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:N/A:N', 7.5, 'high'],
    ['CVSS:4.0/AV:L/AC:L/AT:P/PR:L/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N', 7.3, 'high'],
    ['CVSS:4.0/AV:N/AC:L/AT:P/PR:N/UI:P/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N', 7.7, 'high'],
    ['CVSS:4.0/AV:N/AC:L/AT:P/PR:N/UI:N/VC:H/VI:L/VA:L/SC:N/SI:N/SA:N', 8.3, 'high'],
  ])('%s scores %d', (vector, value, severity) => {
    const score = scoreOfVectors([vector]);
    expect(score).toEqual({ value, by: vector });
    expect(score === null ? null : severityOf(score)).toBe(severity);
  });

  it('that is broken scores nothing, and the newest standard decides', () => {
    expect(scoreOfVectors(['CVSS:3.1/AV:N', 'junk', ''])).toBeNull();
    const [old, young] = ['AV:N/AC:L/Au:N/C:C/I:C/A:C', 'CVSS:3.1/AV:N/AC:H/PR:N/UI:R/S:U/C:L/I:N/A:N'];
    expect(scoreOfVectors([old, young])?.value).toBe(3.1);
  });
});
