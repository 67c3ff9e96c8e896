import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findingsIn } from '../../src/domain/dossier.ts';
import { type Finding, findingOf, identityOf, SEVERITIES } from '../../src/domain/finding.ts';
import {
  checkRows,
  compareFindings,
  fileRows,
  groupFindings,
  reasonRows,
  worstScanVerdict,
} from '../../src/reports/view.ts';
import { check, denied, EXAMPLE_RULES } from './example-vetting.ts';

const finding: fc.Arbitrary<Finding> = fc.record({
  rule: fc.constantFrom('a/b', 'a/c'),
  says: fc.constantFrom('malicious', 'unscannable', 'suspicious', 'review', 'unknown', 'note'),
  severity: fc.constantFrom(...SEVERITIES),
  confidence: fc.constantFrom('certain', 'likely'),
  message: fc.constantFrom('One.', 'Two.'),
  location: fc.record({ path: fc.constantFrom('x', 'y', 'z'), offset: fc.nat(3) }),
  evidence: fc.constant([]),
});

describe('findings', () => {
  it('come worst first, whatever order they were found in', () => {
    fc.assert(
      fc.property(fc.array(finding), (findings) => {
        const sorted = findings.toSorted(compareFindings);
        expect(findings.toReversed().toSorted(compareFindings)).toEqual(sorted);
        const malicious = sorted.findLastIndex(({ says }) => says === 'malicious');
        expect(sorted.slice(0, malicious + 1).every(({ says }) => says === 'malicious')).toBe(true);
      }),
    );
  });

  it('are grouped without losing one', () => {
    fc.assert(
      fc.property(fc.array(finding), (findings) => {
        const groups = groupFindings(findings, []);
        expect(groups.flatMap(({ identities }) => identities).toSorted()).toEqual(findings.map(identityOf).toSorted());
        expect(groups.map(({ number }) => number)).toEqual(groups.map((_, at) => at + 1));
      }),
    );
  });

  it('that say the same of four files are one group of four places', () => {
    const groups = groupFindings(findingsIn(denied().dossier), denied().rules);
    expect(groups).toHaveLength(6);
    expect(groups.at(-1)?.places).toHaveLength(4);
  });
});

it('reasons come worst first and name the findings they rest on', () => {
  const groups = groupFindings(findingsIn(denied().dossier), denied().rules);
  const rows = reasonRows(denied().verdict.reasons, groups);
  expect(rows.map(({ reason }) => reason.outcome)).toEqual(['deny', 'deny', 'deny', 'review', 'review']);
  expect(rows[0]).toMatchObject({ word: { tone: 'deny' }, findings: [1] });
});

describe('files', () => {
  const rows = fileRows(denied());

  it('come worst first, each with the worst that was found in it', () => {
    expect(rows.map(({ verdict }) => verdict).slice(0, 5)).toEqual([
      'malicious',
      'unscannable',
      'suspicious',
      'suspicious',
      'unread',
    ]);
    expect(rows).toHaveLength(denied().dossier.artifact.files.length);
  });

  it('that nobody looked into are not called clean', () => {
    expect(rows.find(({ file }) => file.path === 'assets/banner.png')?.verdict).toBe('unread');
    expect(rows.find(({ file }) => file.kind === 'empty')?.verdict).toBe('clean');
  });
});

it('a check that broke never reads as clean, whatever it had found', () => {
  const noted = findingOf(EXAMPLE_RULES.noDigest, {});
  const failed = check('a', 'Is it?', { kind: 'failed', reason: 'x.', findings: [noted] });
  const [row] = checkRows([failed]);
  expect(row).toMatchObject({ word: { label: 'failed', tone: 'unknown' }, findings: 1 });
});

it('the verdict of a scan is that of its worst file', () => {
  expect(worstScanVerdict([])).toBe('clean');
  expect(worstScanVerdict(['clean', 'malicious', 'unscannable'])).toBe('malicious');
  expect(worstScanVerdict(['suspicious', 'unscannable'])).toBe('unscannable');
});
