import { describe, expect, it } from 'vitest';
import type { Finding } from '../domain/finding.ts';
import { knownBy, remarksOn } from '../domain/known.ts';
import { parseKnown } from './known.ts';

const found = (rule: string, path: string, operation?: string): Finding => ({
  rule,
  says: 'suspicious',
  severity: 'medium',
  confidence: 'certain',
  message: 'Something.',
  location: { path },
  ...(operation === undefined ? {} : { operation }),
  evidence: [],
});

describe('a known-findings file', () => {
  const rules = parseKnown(
    'apiVersion: weighbridge/v1\nkind: KnownFindings\nknown:\n  - {rule: remote-code/python-file, path: scripts, reason: ours, until: 2026-06-30}\n  - {rule: file-names/hidden, reason: all}\n  - {rule: pickle-imports/unknown-class, operation: ours.Model(), reason: ours}\n',
    'known.yaml',
  );

  it.each<[string, Finding, string, boolean]>([
    ['a rule below a path', found('remote-code/python-file', 'scripts/a.py'), '2026-06-30', true],
    ['not beside it', found('remote-code/python-file', 'scripts2/a.py'), '2026-06-30', false],
    ['not after its day', found('remote-code/python-file', 'scripts/a.py'), '2026-07-01', false],
    ['a rule anywhere', found('file-names/hidden', 'x'), '2030-01-01', true],
    ['an operation in any file', found('pickle-imports/unknown-class', 'x', 'ours.Model()'), '2030-01-01', true],
    ['no other operation', found('pickle-imports/unknown-class', 'x', 'ours.Modem()'), '2026-01-01', false],
    ['no other rule', found('file-names/other', 'x'), '2026-01-01', false],
  ])('covers %s', (_, finding, today, expected) => {
    expect(knownBy(finding, rules, today) !== null).toBe(expected);
  });

  it.each([
    ['an unknown field', 'apiVersion: weighbridge/v1\nkind: KnownFindings\nknwon: []\n', '3:1'],
    ['no reason', 'apiVersion: weighbridge/v1\nkind: KnownFindings\nknown:\n  - rule: a/b\n', '4:5'],
    ...['2027-13-41', '2027-02-31', '9999-99-99', '2027-3-1'].map((day): [string, string, string] => [
      `the end ${day}`,
      `apiVersion: weighbridge/v1\nkind: KnownFindings\nknown:\n  - {rule: a/b, reason: x, until: ${day}}\n`,
      '4:35',
    ]),
    ['no list', 'apiVersion: weighbridge/v1\nkind: KnownFindings\nknown: 3\n', '3:8'],
  ])('with %s is refused at its place', (_, text, place) => {
    expect(() => parseKnown(text, 'known.yaml')).toThrow(`known.yaml:${place}`);
  });

  it.each([
    ['rule: a/b', 'known[0].reason is missing'],
    ['reason: all of it', 'known[0] must name a finding or a rule'],
    ['{finding: 0000000000000000000000000000000a, operation: x, reason: y}', 'a finding is one already'],
  ])('says what is wrong with %s', (row, sentence) => {
    const text = `apiVersion: weighbridge/v1\nkind: KnownFindings\nknown:\n  - ${row}\n`;
    expect(() => parseKnown(text, 'known.yaml')).toThrow(sentence);
  });

  it('has entries that have ended or name no rule remarked upon', () => {
    const known = new Set(['file-names/hidden', 'remote-code/python-file']);
    expect(remarksOn(rules, known, '2026-07-01')).toEqual([
      'ended, and no longer heeded: remote-code/python-file (2026-06-30)',
      'no rule of this scan: pickle-imports/unknown-class',
    ]);
    expect(remarksOn(rules, new Set([...known, 'pickle-imports/unknown-class']), '2026-06-30')).toEqual([]);
  });
});
