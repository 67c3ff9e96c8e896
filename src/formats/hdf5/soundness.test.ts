import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createBudget } from '../../kernel/budget.ts';
import { sourceOf } from '../../kernel/bytes.ts';
import { hdf5Format } from './reader.ts';

const genuine = (name: string): Buffer =>
  readFileSync(new URL(`../../../test/corpus/genuine/packages/${name}.h5`, import.meta.url));
const FILES = { sequential: genuine('sequential'), latest: genuine('latest'), tracked: genuine('tracked') } as const;

/** What is said of a file in which a byte was changed so many bytes behind a place that stands in it. */
async function said(name: keyof typeof FILES, at: number, byte: number): Promise<readonly string[]> {
  const bytes = Buffer.from(FILES[name]);
  bytes.writeUInt8(byte, at);
  try {
    const context = { path: 'x.h5', budget: createBudget(() => 0) };
    return (await hdf5Format.read(sourceOf(bytes), context)).defects.map(({ code }) => code);
  } catch (error) {
    return [error instanceof Error ? error.message : ''];
  }
}

/** Where a message of an old header begins: its type, and so many bytes. */
function messageAt(name: keyof typeof FILES, type: number, size: number): number {
  return FILES[name].indexOf(Uint8Array.of(type, 0, size, 0, type === 0x11 ? 0 : 1, 0, 0, 0));
}

describe('an object of HDF5', () => {
  it.each(['sequential', 'latest', 'tracked'] as const)('is sound in a genuine file: %s', async (name) => {
    expect(await said(name, 0, 0x89)).toEqual([]);
  });

  it('has as many messages as its header tells', async () => {
    expect(await said('sequential', headerOfRoot() + 2, 99)).toContain('header');
  });

  it('is a group, a data set or a type', async () => {
    expect(await said('sequential', messageAt('sequential', 0x11, 16), 0x3f)).toContain('no-kind');
  });

  it('has dimensions within their bounds', async () => {
    const space = FILES.sequential.indexOf(Uint8Array.of(1, 2, 1, 0, 0, 0, 0, 0));
    expect(await said('sequential', space + 8 + 7, 0x10)).toContain('shape');
  });

  it('names a kind of entry that there is', async () => {
    const entry = FILES.sequential.indexOf('SNOD') + 8 + 16;
    expect((await said('sequential', entry, 9)).join()).toMatch(/is an entry of kind 9$/);
    expect(await said('sequential', FILES.sequential.indexOf('SNOD') + 4, 7)).toEqual([
      'no node where names should be',
    ]);
  });

  it('keeps free room within its heap', async () => {
    const heap = FILES.sequential.indexOf('HEAP');
    expect(await said('sequential', heap + 16 + 3, 0x10)).toEqual(['a heap whose free room is not in it']);
  });

  it.each(['OHDR', 'FRHP', 'BTHD', 'BTLF'])('has a sum that fits: %s', async (signature) => {
    const name = FILES.latest.includes(signature) ? 'latest' : 'tracked';
    const at = FILES[name].indexOf(signature);
    // An address in the header that nothing uses, the statistics of a heap, a hint of a tree, and a name's hash.
    const within = { OHDR: 22, FRHP: 40, BTHD: 14, BTLF: 9 }[signature] ?? 0;
    const changed = (FILES[name][at + within] ?? 0) ^ 0x01;
    expect(await said(name, at + within, changed)).toContain('checksum');
  });
});

/** Of a superblock of version 0: where the root's header stands. */
function headerOfRoot(): number {
  return Number(FILES.sequential.readBigUInt64LE(64));
}
