import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cases } from '../../../test/support/deep.ts';
import { createBudget, OverBudgetError } from '../../kernel/budget.ts';
import { MalformedError, sourceOf } from '../../kernel/bytes.ts';
import { LIMITS } from '../../kernel/limits.ts';
import { type Archive, type Member, readArchive, readZip, zip } from './archive.fixture.ts';
import { zipFormat } from './reader.ts';

const HELLO: Member = { name: 'a/hello.txt', bytes: 'hello' };
const WORLD: Member = { name: 'a/world.txt', bytes: 'world', deflate: true };

function noise(length: number): Uint8Array {
  // Repeats every 251 bytes: deflates well, and is unlike at every chunk border.
  return Uint8Array.from({ length }, (_, index) => ((index * 7) % 251) ^ (index >> 16));
}

describe('a sound archive', () => {
  it.each<[string, readonly Member[], Archive]>([
    ['stored and deflated members', [HELLO, WORLD], {}],
    ['zip64 records', [HELLO, WORLD], { zip64: true }],
    ['a comment', [HELLO], { comment: new TextEncoder().encode('made today') }],
    ['padded local headers', [{ ...HELLO, padding: 40 }, WORLD], {}],
    ['no members', [], {}],
  ])('with %s hands out its members and has no defect', async (_, members, archive) => {
    const { parts, defects, facts } = await readZip(members, archive);
    expect(defects).toEqual([]);
    expect(facts.entries.map(({ name }) => name)).toEqual(members.map(({ name }) => name));
    const texts = await Promise.all(
      parts.map(async ({ bytes }) => Buffer.from(await bytes.read(0, bytes.size)).toString()),
    );
    expect(texts).toEqual(members.map(({ bytes }) => bytes));
  });

  it('reads a large deflated member in any order', async () => {
    const bytes = noise(5_000_000);
    const { parts, defects } = await readZip([{ name: 'big', bytes, deflate: true }]);
    const source = parts[0]?.bytes ?? sourceOf(new Uint8Array(0));
    expect(defects).toEqual([]);
    for (const [offset, length] of [
      [0, 1024],
      [4_999_000, 1000],
      [10, 3_000_000],
      [3_000_005, 7],
      [0, 5_000_000],
    ] as const) {
      expect(Buffer.compare(await source.read(offset, length), bytes.subarray(offset, offset + length))).toBe(0);
    }
  });

  it('reads a large stored member as a window on the file', async () => {
    const bytes = noise(2_000_000);
    const { parts } = await readZip([HELLO, { name: 'big', bytes }]);
    expect(
      Buffer.compare((await parts[1]?.bytes.read(1_000_000, 100)) ?? bytes, bytes.subarray(1_000_000, 1_000_100)),
    ).toBe(0);
  });

  it('of PyTorch may tell no sum of any member, and each that one tells holds for small storages too', async () => {
    const members = (crc?: number) =>
      ['m/data.pkl', 'm/data/0', 'm/version'].map((name) => ({
        name,
        bytes: 'N.',
        ...(crc === undefined ? {} : { crc }),
      }));
    const codesOf = async (given: readonly Member[]) => (await readZip(given)).defects.map(({ code }) => code);
    expect(await codesOf(members())).toEqual([]);
    expect(await codesOf(members(0))).toEqual([]);
    expect(await codesOf(members(1))).toEqual(['crc-mismatch', 'crc-mismatch', 'crc-mismatch']);
    const [program, , version] = members();
    const broken = { name: 'm/data/0', bytes: 'N.', crc: 7 };
    expect(await codesOf([program, broken, version].filter((one) => one !== undefined))).toEqual(['crc-mismatch']);
  });

  it('of a PyTorch checkpoint hands out all but the raw storages', async () => {
    const { parts, facts, coverage } = await readZip([
      { name: 'm/data.pkl', bytes: 'N.' },
      { name: 'm/data/0', bytes: noise(64), padding: 20 },
      { name: 'm/data/1.pkl', bytes: 'N.' },
      { name: 'm/version', bytes: '3\n' },
    ]);
    expect(parts.map(({ name }) => name)).toEqual(['m/data.pkl', 'm/data/1.pkl', 'm/version']);
    expect(facts).toMatchObject({ pytorch: true, unopened: { members: 1, bytes: 64 } });
    expect(coverage).toBe('structure');
  });

  it.each([
    ['a checkpoint of PyTorch 1.6', ['m/data.pkl', 'm/version'], 'm/data/94571238470144'],
    ['a frozen TorchScript', ['m/data.pkl', 'm/.data/version', 'm/constants.pkl'], 'm/constants/0'],
    [
      'a package of torch.package',
      ['m/.data/extern_modules', 'm/.data/version', 'm/model/model.pkl'],
      'm/.data/0.storage',
    ],
  ])('of %s hands out all but the raw storages', async (_, others, storage) => {
    const { parts } = await readZip([storage, ...others].map((name) => ({ name, bytes: 'N.' })));
    expect(parts.map(({ name }) => name)).toEqual(others);
  });

  it('without data.pkl is no checkpoint, and numbered members are handed out', async () => {
    const { parts, facts } = await readZip([
      { name: 'm/data/0', bytes: 'x' },
      { name: 'm/version', bytes: '3' },
    ]);
    expect(facts.pytorch).toBe(false);
    expect(parts).toHaveLength(2);
  });
});

describe('a lying archive', () => {
  const junk = new TextEncoder().encode('some bytes');
  it.each<[string, string, readonly Member[], Archive]>([
    ['a name with ..', 'traversal', [{ ...HELLO, name: '../../x' }], {}],
    ['an absolute name', 'traversal', [{ ...HELLO, name: '/etc/x' }], {}],
    ['a name on a drive', 'traversal', [{ ...HELLO, name: 'C:x' }], {}],
    ['a backslashed way out', 'traversal', [{ ...HELLO, name: 'a\\..\\..\\x' }], {}],
    ['a name with NUL', 'odd-name', [{ ...HELLO, name: 'a.txt\0.pkl' }], {}],
    ['a name that is shown backwards', 'odd-name', [{ ...HELLO, name: 'a\u202egpj.exe' }], {}],
    ['a program in a stream', 'odd-name', [{ ...HELLO, name: 'a.txt:b.exe' }], {}],
    ['two members of one name', 'duplicate-names', [HELLO, { ...HELLO, bytes: 'other' }], {}],
    [
      'pickles that differ in case',
      'duplicate-names',
      [
        { ...HELLO, name: 'a/data.pkl' },
        { ...HELLO, name: 'a/DATA.PKL' },
      ],
      {},
    ],
    ['another local name', 'local-header-differs', [{ ...HELLO, local: { name: 'a/jello.txt' } }], {}],
    ['another local method', 'local-header-differs', [{ ...HELLO, local: { method: 8 } }], {}],
    ['another local size', 'local-header-differs', [{ ...HELLO, local: { size: 4 } }], {}],
    ['a local bit of encryption', 'local-header-differs', [{ ...HELLO, local: { flags: 1 } }], {}],
    ['a bit of encryption', 'encrypted', [{ ...HELLO, flags: 1 }], {}],
    ['an unknown method', 'unknown-method', [{ ...HELLO, method: 99 }], {}],
    ['a wrong CRC', 'crc-mismatch', [{ ...WORLD, crc: 7 }], {}],
    ['a wrong size', 'size-mismatch', [{ ...WORLD, size: 3 }], {}],
    ['a size far beyond what is stored', 'size-mismatch', [{ ...HELLO, size: 100_000_000 }], {}],
    ['overlapping members', 'overlapping-entries', [HELLO, { ...HELLO, name: 'a/jello.txt', offset: 0 }], {}],
    ['bytes between members', 'gap', [{ ...HELLO, gap: junk }, WORLD], {}],
    ['bytes before the archive', 'prefix-bytes', [HELLO], { prefix: junk }],
    ['bytes before a zip64 archive', 'prefix-bytes', [HELLO], { prefix: junk, zip64: true }],
    ['bytes after the archive', 'trailing-bytes', [HELLO], { trailer: junk }],
    ['an end record in the comment', 'several-end-records', [HELLO], { comment: zip([]) }],
    ['a wrong count', 'entry-count', [HELLO, WORLD], { count: 1 }],
    ['a member that is not there', 'unreadable-member', [{ ...HELLO, offset: 9 }], {}],
  ])('with %s has the defect %s', async (_, code, members, archive) => {
    const { defects } = await readZip(members, archive);
    expect(defects.map((defect) => defect.code)).toContain(code);
  });

  it('still hands out members before which something was put, and that too', async () => {
    const { parts } = await readZip([HELLO, WORLD], { prefix: new Uint8Array(100) });
    expect(parts.map(({ name }) => name)).toEqual(['a/hello.txt', 'a/world.txt', 'unlisted@0']);
  });

  it('may hold arrays of zeros, which compress a thousand times', async () => {
    for (const size of [900_000, 8_000_000]) {
      const { parts } = await readZip([{ name: 'mask.npy', bytes: new Uint8Array(size), deflate: true }]);
      expect(await parts[0]?.bytes.read(size - 1, 1)).toEqual(Buffer.alloc(1));
    }
  });

  it('refuses to read a large bomb when it is read', async () => {
    const bomb = { name: 'bomb', bytes: new Uint8Array(300_000), deflate: true, size: 300_000_000 };
    const { parts } = await readZip([bomb, { name: 'data.pkl', bytes: Buffer.from('cos\nsystem\n.') }]);
    await expect(parts[0]?.bytes.read(0, 1)).rejects.toThrow(OverBudgetError);
    expect(Buffer.from((await parts[1]?.bytes.read(0, 3)) ?? []).toString()).toBe('cos');
  });

  it('answers a large member that inflates to less than it says with MalformedError', async () => {
    const { parts } = await readZip([{ name: 'big', bytes: noise(2_000_000), deflate: true, size: 2_000_001 }]);
    await expect(parts[0]?.bytes.read(2_000_000, 1)).rejects.toThrow(MalformedError);
  });

  it('spends an entry of the budget for each member', async () => {
    const spent: string[] = [];
    const budget = {
      ...createBudget(() => 0),
      spend: (purse: string, amount: number) => void spent.push(`${purse}:${amount}`),
    };
    await zipFormat.read(sourceOf(zip([HELLO, HELLO])), { path: 'x.zip', budget });
    expect(spent).toContain('entries:2');
  });
});

describe('any bytes', () => {
  const head = (bytes: Uint8Array): Uint8Array => bytes.subarray(0, LIMITS.head);
  const answer = (bytes: Uint8Array): Promise<unknown> =>
    readArchive(bytes).then(
      async ({ parts }) => Promise.allSettled(parts.map(({ bytes }) => bytes.read(0, bytes.size))),
      (error: unknown) => error,
    );
  const sound = (outcome: unknown): boolean => {
    const refused = (error: unknown): boolean => error instanceof MalformedError || error instanceof OverBudgetError;
    if (!Array.isArray(outcome)) return refused(outcome);
    return (outcome as PromiseSettledResult<unknown>[]).every(
      (read) => read.status === 'fulfilled' || refused(read.reason),
    );
  };

  it('give facts, MalformedError or OverBudgetError', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (bytes) => {
        expect(sound(await answer(bytes))).toBe(true);
      }),
    );
  });

  it('give the same where a sound archive was changed anywhere', async () => {
    const valid = zip([HELLO, WORLD, { name: 'm/data.pkl', bytes: noise(300), deflate: true }], { zip64: true });
    const change = fc.tuple(fc.nat(valid.length - 1), fc.nat(255));
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 6 }), async (changes) => {
        const bytes = valid.slice();
        for (const [at, byte] of changes) bytes[at] = byte;
        expect(sound(await answer(bytes))).toBe(true);
      }),
      { numRuns: cases(500) },
    );
  });

  it('are claimed by their signature, a promising name, or a member further on', () => {
    const bytes = zip([HELLO]);
    expect(zipFormat.claims('weights.bin', head(bytes), bytes.length)).toBe(true);
    expect(zipFormat.claims('x.gif', head(zip([HELLO], { prefix: new Uint8Array(50) })), 200)).toBe(true);
    expect(zipFormat.claims('x.npz', new Uint8Array(8), 8)).toBe(true);
    expect(zipFormat.claims('README.md', new TextEncoder().encode('PK is short for Phil Katz'), 25)).toBe(false);
  });
});

describe('an archive whose directory was taken from sight', () => {
  const members: readonly Member[] = [{ name: 'archive/data.pkl', bytes: 'N.' }, WORLD, HELLO];
  const whole = zip(members);
  const join = (...pieces: readonly Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(pieces));
  const emptyEnd = Uint8Array.of(0x50, 0x4b, 5, 6, ...new Uint8Array(18));

  it.each<[string, Uint8Array]>([
    ['by an empty end record behind it', join(whole, emptyEnd)],
    ['by more zeros than any comment has', join(whole, new Uint8Array(70_000))],
    ['by noise behind it', join(whole, noise(70_000))],
    ['by a cut', whole.slice(0, whole.length - 60)],
    [
      'by an end record that points beyond the file',
      join(whole, Uint8Array.of(0x50, 0x4b, 5, 6, 0, 0, 0, 0, 9, 0, 9, 0, 9, 9, 9, 9, 9, 9, 9, 9, 0, 0)),
    ],
  ])('%s still hands out its members', async (_, bytes) => {
    const { parts } = await readArchive(bytes);
    const texts = await Promise.all(
      parts.map(async (part) => [part.name, Buffer.from(await part.bytes.read(0, part.bytes.size)).toString()]),
    );
    expect(texts).toEqual(
      expect.arrayContaining([
        ['archive/data.pkl', 'N.'],
        ['a/world.txt', 'world'],
        ['a/hello.txt', 'hello'],
      ]),
    );
  });

  it('tells that it cannot be read as it should be', async () => {
    const { defects } = await readArchive(join(whole, new Uint8Array(70_000)));
    expect(defects.map(({ code }) => code)).toEqual(['unreadable-member', 'trailing-bytes']);
  });

  it('finds where members end whose sizes stand behind them', async () => {
    const bytes = zip([{ name: 'archive/data.pkl', bytes: 'N.PK' }]);
    const described = Buffer.alloc(24);
    described.write('PK\x07\x08', 0, 'latin1');
    described.writeBigUInt64LE(4n, 8);
    const local = Buffer.from(bytes.slice(0, 30 + 16 + 4));
    local.writeUInt16LE(8, 6);
    local.writeUInt32LE(0, 18);
    local.writeUInt32LE(0, 22);
    const { parts } = await readArchive(join(local, described, local, described, new Uint8Array(70_000)));
    expect(parts.map(({ bytes: { size } }) => size)).toEqual([4, 4]);
  });
});

describe('a member packed by another method than deflate', () => {
  it.each([
    [
      'bzip2',
      'UEsDBC4AAAAMAAAAIVyGphA2KQAAAAUAAAAFAAAAYS50eHRCWmg5MUFZJlNZGTFlPQAAAIEAAkSgACGaaDNNBzOLuSKcKEgMmLKegFBLAQIuAy4AAAAMAAAAIVyGphA2KQAAAAUAAAAFAAAAAAAAAAAAAACAAQAAAABhLnR4dFBLBQYAAAAAAQABADMAAABMAAAAAAA=',
    ],
    [
      'LZMA',
      'UEsDBD8AAgAOAAAAIVyGphA2GAAAAAUAAAAFAAAAYS50eHQJBAUAXQAAgAAANBlJ7o5oIf///7ngAABQSwECPwM/AAIADgAAACFchqYQNhgAAAAFAAAABQAAAAAAAAAAAAAAgAEAAAAAYS50eHRQSwUGAAAAAAEAAQAzAAAAOwAAAAAA',
    ],
  ])('%s is unpacked, and held against its CRC', async (_, archive) => {
    const bytes = Buffer.from(archive, 'base64');
    const { parts, defects } = await readArchive(bytes);
    expect(defects).toEqual([]);
    expect(parts.map(({ name }) => name)).toEqual(['a.txt']);
    expect(Buffer.from((await parts[0]?.bytes.read(0, 5)) ?? []).toString()).toBe('hello');
    const at = bytes.indexOf('PK\x01\x02', 0, 'latin1') + 16;
    bytes.writeUInt8((bytes[at] ?? 0) ^ 1, at);
    const other = await readArchive(bytes);
    expect(other.defects.map(({ code }) => code)).toContain('crc-mismatch');
  });
});
