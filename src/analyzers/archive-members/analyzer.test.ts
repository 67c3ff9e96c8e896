import { describe, expect, it } from 'vitest';
import type { FileRecord } from '../../domain/artifact.ts';
import type { Finding } from '../../domain/finding.ts';
import { type Archive, type Member, readZip } from '../../formats/zip/archive.fixture.ts';
import { archiveMembers } from './analyzer.ts';
import { ARCHIVE_MEMBER_RULES, BROKEN_CHECKPOINT, ODD_STORAGE, RULE_OF_DEFECT, UNNAMED_STORAGE } from './rules.ts';

const FILE: FileRecord = {
  path: 'model.zip',
  size: 1,
  kind: 'zip',
  role: 'weights',
  digest: { kind: 'unknown', reason: 'test' },
  loadable: true,
  coverage: 'whole',
};

async function inspect(members: readonly Member[], archive: Archive = {}): Promise<readonly Finding[]> {
  const { facts, defects } = await readZip(members, archive);
  const reading = { kind: 'read', format: 'zip', member: [], facts, defects } as const;
  return [...archiveMembers.inspect({ file: FILE, readings: [reading], unreadable: [] })];
}

const PLAIN: Member = { name: 'a.txt', bytes: 'a' };

describe('an archive', () => {
  it('that every reader sees alike has no finding', async () => {
    expect(await inspect([PLAIN, { name: 'b.txt', bytes: 'b', deflate: true }], { zip64: true })).toEqual([]);
  });

  it.each<[string, string, string, readonly Member[], Archive]>([
    ['leaves its folder', 'archive-members/writes-outside', 'malicious', [{ ...PLAIN, name: '../../a' }], {}],
    ['is encrypted', 'archive-members/encrypted-members', 'unscannable', [{ ...PLAIN, flags: 1 }], {}],
    ['has two names', 'archive-members/two-views', 'suspicious', [{ ...PLAIN, local: { name: 'b.txt' } }], {}],
    ['stands twice', 'archive-members/duplicate-members', 'suspicious', [PLAIN, PLAIN], {}],
    [
      'is a folder too',
      'archive-members/duplicate-members',
      'suspicious',
      [PLAIN, { ...PLAIN, name: 'a.tx' }, { ...PLAIN, name: 'a.txt.b' }, { ...PLAIN, name: 'a.txt/b' }],
      {},
    ],
    [
      'shares bytes',
      'archive-members/overlapping-members',
      'suspicious',
      [PLAIN, { ...PLAIN, name: 'b', offset: 0 }],
      {},
    ],
    ['comes after junk', 'archive-members/hidden-bytes', 'suspicious', [PLAIN], { prefix: new Uint8Array(9) }],
    ['comes before junk', 'archive-members/hidden-bytes', 'suspicious', [PLAIN], { trailer: new Uint8Array(9) }],
    ['has a false CRC', 'archive-members/damaged-members', 'suspicious', [{ ...PLAIN, crc: 1 }], {}],
    ['is packed unknown', 'archive-members/unreadable-members', 'unscannable', [{ ...PLAIN, method: 99 }], {}],
    ['has NUL in its name', 'archive-members/odd-names', 'suspicious', [{ ...PLAIN, name: 'a\0b' }], {}],
  ])('whose member %s breaks %s, which is %s', async (_, rule, says, members, archive) => {
    const findings = await inspect(members, archive);
    expect(findings.find((finding) => finding.rule === rule)?.says).toBe(says);
  });

  it('with a hostile name is described in printable characters', async () => {
    const [finding] = await inspect([{ ...PLAIN, name: '../\u001b[31mx' }]);
    expect(finding?.message).not.toContain('\u001b');
  });

  it('with a name of twenty thousand folders is read in the time that its length takes', async () => {
    expect(await inspect([{ ...PLAIN, name: 'f/'.repeat(20_000) }, PLAIN])).toEqual([]);
  });

  it('breaks a rule at most once', async () => {
    const findings = await inspect(Array.from({ length: 60 }, () => PLAIN));
    expect(new Set(findings.map(({ rule }) => rule)).size).toBe(findings.length);
  });
});

describe('storages', () => {
  it.each([
    ['as large as its pickle says pass', [['0', 1]], []],
    ['that nobody names, and empty, pass', [], []],
    ['that are named and not there are told', [['7', 4]], ['archive-members/broken-checkpoint']],
    ['of no bytes where some are asked for are told', [['1', 4000]], ['archive-members/odd-storage']],
  ])('%s', async (_, storages, rules) => {
    const one = storages.some(([key]) => key === '0');
    const { facts, defects } = await readZip([
      { name: 'm/data.pkl', bytes: '\x80\x02}.' },
      ...(one ? [{ name: 'm/data/0', bytes: 'a' }] : []),
      { name: 'm/data/1', bytes: '' },
      { name: 'm/version', bytes: '3\n' },
    ]);
    const zip = { kind: 'read', format: 'zip', member: [], facts, defects } as const;
    const program = { format: 'pickle', programs: [{ storages }] } as never;
    const pickle = { kind: 'read', format: 'pickle', member: ['m/data.pkl'], facts: program, defects: [] } as never;
    const found = [...archiveMembers.inspect({ file: FILE, readings: [zip, pickle], unreadable: [] })];
    expect(found.map(({ rule }) => rule)).toEqual(rules);
  });
});

describe('a checkpoint', () => {
  it.each<[string, string, readonly (readonly [name: string, text: string])[]]>([
    [
      'with a version and an order passes',
      '',
      [
        ['m/version', '3\n'],
        ['m/byteorder', 'little'],
      ],
    ],
    ['of TorchScript has its version in another place', '', [['m/.data/version', '3\n']]],
    ['without a version', 'no version', []],
    ['of a version that is no number', 'version is x', [['m/version', 'x']]],
    ['of a version that is to come', 'version is 99', [['m/version', '99']]],
    [
      'of an order that there is not',
      'order of bytes is middle',
      [
        ['m/version', '3'],
        ['m/byteorder', 'middle'],
      ],
    ],
    [
      'with a member beside its folder',
      'other/x lies outside',
      [
        ['m/version', '3'],
        ['other/x', 'x'],
      ],
    ],
  ])('%s', async (_, said, members) => {
    const { facts, defects } = await readZip([
      { name: 'm/data.pkl', bytes: '\x80\x02}.' },
      { name: 'm/data/', bytes: '' },
      ...members.map(([name, bytes]) => ({ name, bytes })),
    ]);
    const zip = { kind: 'read', format: 'zip', member: [], facts, defects } as const;
    const texts = members.map(([name, text]) => {
      const read = { format: 'text', text } as never;
      return { kind: 'read', format: 'text', member: [name], facts: read, defects: [] } as never;
    });
    const file = { ...FILE, path: 'model.pt' };
    const [found] = [...archiveMembers.inspect({ file, readings: [zip, ...texts], unreadable: [] })];
    if (said === '') expect(found).toBeUndefined();
    else expect(found?.message).toContain(said);
  });
});

it('every rule is reached from a defect, but those of storages', () => {
  expect(new Set([...RULE_OF_DEFECT.values(), UNNAMED_STORAGE, ODD_STORAGE, BROKEN_CHECKPOINT])).toEqual(
    new Set(ARCHIVE_MEMBER_RULES),
  );
});
