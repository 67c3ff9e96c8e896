import { describe, expect, it } from 'vitest';
import { type Finding, identityOf } from '../domain/finding.ts';
import { knownBy, type Met, remarksOn } from '../domain/known.ts';
import { digestOf } from '../kernel/digest.ts';
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

const [A, B] = [digestOf('a'), digestOf('b')];

const at = (path: string): Met => ({ names: [path], bytes: A, paths: [path] });

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
    expect(knownBy(finding, rules, today, at(finding.location?.path ?? '')) !== null).toBe(expected);
  });

  it.each<[string, string | null, Met['bytes'], string, boolean]>([
    ['the bytes that were looked at', A, A, 'models/a.pt', true],
    ['them under another spelling of the way', A, A, '/srv/ci/models/a.pt', true],
    ['no other bytes', A, B, 'models/a.pt', false],
    ['no bytes that nobody hashed', A, null, 'models/a.pt', false],
    ['no other file', A, A, 'models/b.pt', false],
    ['nothing that has bytes, where none are said', null, A, 'models/a.pt', false],
    ['nothing that nobody hashed, where none are said', null, null, 'models/a.pt', false],
    ['a link, which has none', 'none', 'none', 'models/a.pt', true],
    ['no link, where none are said', null, 'none', 'models/a.pt', false],
    ['no file in place of a link', 'none', A, 'models/a.pt', false],
    ['no link in place of a file', A, 'none', 'models/a.pt', false],
  ])('covers of one finding %s', (_, accepted, bytes, path, expected) => {
    const row = found('pickle-imports/runs-code', 'a.pt', "os.system('echo')");
    const said = accepted === null ? '' : `, bytes: ${accepted}`;
    const text = `apiVersion: weighbridge/v1\nkind: KnownFindings\nknown:\n  - {finding: ${identityOf(row)}${said}, reason: looked at}\n`;
    const met = { ...at(path), names: path.split('/').map((_step, from, all) => all.slice(from).join('/')), bytes };
    const finding = found('pickle-imports/runs-code', path, "os.system('echo')");
    expect(knownBy(finding, parseKnown(text, 'known.yaml'), '2026-01-01', met) !== null).toBe(expected);
  });

  it('covers by its name no operation that was cut for show, or that stands for more', () => {
    const cut = "os.system('aaaa…aaaa')";
    const text = `apiVersion: weighbridge/v1\nkind: KnownFindings\nknown:\n  - {rule: a/b, operation: "${cut}", reason: looked at}\n`;
    const known = parseKnown(text, 'known.yaml');
    expect(knownBy(found('a/b', 'x', cut), known, '2026-01-01', at('x'))).toBeNull();
    expect(remarksOn(known, new Set(['a/b']), '2026-01-01')).toEqual([expect.stringContaining('never heeded')]);
  });

  it('from before bytes were asked for stays readable, and says how to renew it', () => {
    const text = `apiVersion: weighbridge/v1\nkind: KnownFindings\nknown:\n  - {finding: ${'0a'.repeat(16)}, rule: a/b, reason: looked at}\n`;
    const [remark] = remarksOn(parseKnown(text, 'known.yaml'), new Set(['a/b']), '2026-01-01');
    expect(remark).toMatch(/say no bytes: a\/b\. Look at them again, and write them anew with --format known=FILE/);
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
    ['{finding: 0000000000000000000000000000000a, bytes: abc, reason: y}', 'must be sha256: and 64 hexadecimal digits'],
    [`{rule: a/b, bytes: 'sha256:${'0'.repeat(64)}', reason: y}`, 'are those of a finding'],
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
