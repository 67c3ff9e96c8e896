import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hdf5 } from '../../../test/corpus/make/hdf5.ts';
import { isAnswer } from '../../../test/support/any-bytes.ts';
import { cases } from '../../../test/support/deep.ts';
import { createBudget } from '../../kernel/budget.ts';
import { type ByteSource, MalformedError, sourceOf } from '../../kernel/bytes.ts';
import { hdf5Format } from './reader.ts';

const read = (bytes: Uint8Array, source: ByteSource = sourceOf(bytes)) =>
  hdf5Format.read(source, { path: 'x.h5', budget: createBudget(() => 0) });
const textOf = async ({ bytes }: { readonly bytes: ByteSource }) =>
  new TextDecoder().decode(await bytes.read(0, bytes.size));

describe('the reader of HDF5', () => {
  it('lists links of every kind and follows none', async () => {
    const { facts } = await read(
      hdf5({
        links: [
          { kind: 'external', name: 'e', file: '../other.h5' },
          { kind: 'soft', name: 's', target: '/a' },
          { kind: 'user-defined', name: 'u', class: 187 },
          { kind: 'cycle', name: 'c' },
        ],
      }),
    );
    expect(facts.objects).toBe(1);
    expect(facts.links).toEqual([
      { path: '/e', kind: 'external', file: '../other.h5', target: '../other.h5:/x' },
      { path: '/s', kind: 'soft', target: '/a' },
      { path: '/u', kind: 'user-defined', target: '187' },
    ]);
  });

  it('names the raw files of a data set', async () => {
    const { facts } = await read(hdf5({ rawFiles: ['a.bin', '/b.bin'] }));
    expect(facts.externalFiles.map(({ file }) => file)).toEqual(['a.bin', '/b.bin']);
  });

  it('hands out rows that PyTables unpickles, and texts beside them only where they may be programs', async () => {
    const { parts } = await read(new Uint8Array(readFileSync('test/corpus/genuine/stores/objects.h5')));
    const rows = await Promise.all(
      parts.map(async ({ bytes }) => Buffer.from(await bytes.read(0, bytes.size)).toString('latin1')),
    );
    expect(rows.filter((row) => row.startsWith('\x80'))).toHaveLength(3);
    expect(rows.filter((row) => !row.startsWith('\x80'))).toEqual(['cats sit.']);
  });

  it('hands out configurations and pickles of attributes, and no other', async () => {
    const attributes = {
      model_config: 'no JSON',
      title: '{"a": 1}',
      note: 'hello',
      data: Uint8Array.of(0x80, 4, 0x4e, 0x2e),
    };
    const { parts, facts } = await read(hdf5({ attributes }));
    expect(parts.map(({ name }) => name)).toEqual(['/model_config.json', '/title', '/data']);
    expect(await Promise.all(parts.slice(0, 2).map(textOf))).toEqual(['no JSON', '{"a": 1}']);
    expect(facts.attributes).toEqual(['model_config', 'title', 'note', 'data']);
  });

  it.each([512, 1024, 4096])(
    'finds the superblock behind a user block of %i bytes, which it hands out',
    async (size) => {
      const userBlock = new Uint8Array(size).fill(0x41);
      const { facts, parts } = await read(hdf5({ userBlock, attributes: { model_config: '{}' } }));
      expect(facts.userBlock).toBe(size);
      expect(parts.map(({ name }) => name)).toEqual(['user block', '/model_config.json']);
    },
  );

  it('takes zeros before the superblock for padding', async () => {
    expect((await read(hdf5({ userBlock: new Uint8Array(512) }))).parts).toEqual([]);
  });

  it('tells bytes after the end', async () => {
    const bytes = hdf5({});
    const { defects } = await read(Uint8Array.from([...bytes, 1, 2, 3]));
    expect(defects.map(({ code }) => code)).toEqual(['trailing-bytes']);
  });

  it('refuses a file that ends before its superblock says', async () => {
    await expect(read(hdf5({ end: 9999 }))).rejects.toThrow(MalformedError);
  });

  it.each<[string, Uint8Array, boolean]>([
    ['x.h5', Uint8Array.of(1), true],
    ['x.bin', hdf5({}), true],
    ['x.bin', hdf5({ userBlock: new Uint8Array(512) }), true],
    ['x.bin', Uint8Array.of(1), false],
    ['x.h5', new Uint8Array(), false],
  ])('%s: claims %#', (path, bytes, expected) => {
    expect(hdf5Format.claims(path, bytes.subarray(0, 1024), bytes.length)).toBe(expected);
  });

  it('reads a remote file in few requests', async () => {
    const bytes = hdf5({ attributes: { model_config: '{}' }, links: [{ kind: 'soft', name: 's', target: '/a' }] });
    let requests = 0;
    const whole = sourceOf(bytes);
    await read(bytes, {
      size: whole.size,
      read: (offset, length) => {
        requests += 1;
        return whole.read(offset, length);
      },
    });
    expect(requests).toBe(1);
  });

  it('answers any change of its bytes with facts, MalformedError or OverBudgetError', async () => {
    const base = hdf5({
      attributes: { model_config: '{}', a: 'b' },
      links: [
        { kind: 'external', name: 'e', file: 'f' },
        { kind: 'cycle', name: 'c' },
      ],
      rawFiles: ['a'],
    });
    const change = fc.tuple(fc.nat(base.length - 1), fc.nat(255));
    await fc.assert(
      fc.asyncProperty(fc.array(change, { maxLength: 8 }), fc.nat(base.length), async (changes, end) => {
        const bytes = Uint8Array.from(base);
        for (const [at, byte] of changes) bytes[at] = byte;
        for (const cut of [bytes, bytes.subarray(0, end)]) {
          const answer = await read(cut).catch((error: unknown) => error);
          expect(answer).toSatisfy(isAnswer);
        }
      }),
      { numRuns: cases(500) },
    );
  });
});
