import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { zip } from '../../src/formats/zip/archive.fixture.ts';
import { zipFormat } from '../../src/formats/zip/reader.ts';
import { createBudget } from '../../src/kernel/budget.ts';
import { sourceOf } from '../../src/kernel/bytes.ts';
import { judge } from './judge.ts';

const GENUINE = new URL('genuine/packages/', import.meta.url);
const STORES = new URL('genuine/stores/', import.meta.url);
const genuine = (name: string): Buffer => readFileSync(new URL(name, GENUINE));

/** A genuine file with other bytes behind the `nth` place where a mark stands. */
function changed(
  name: string,
  mark: string,
  { at, to, nth = 0 }: { at: number; to: readonly number[]; nth?: number },
): Uint8Array {
  const bytes = genuine(name);
  let place = bytes.indexOf(mark, 0, 'latin1');
  for (let seen = 0; seen < nth; seen++) place = bytes.indexOf(mark, place + 1, 'latin1');
  if (place < 0) throw new Error(`no ${mark} in ${name}`);
  bytes.set(to, place + at);
  return new Uint8Array(bytes);
}

describe('an HDF5 file, as the library refuses it', () => {
  it.each<[string, string, string, { at: number; to: readonly number[]; nth?: number }]>([
    ['with a superblock of another base', 'sequential.h5', '\x89HDF', { at: 24, to: [16] }],
    ['with groups of no width', 'sequential.h5', '\x89HDF', { at: 16, to: [0, 0] }],
    ['with a root of another kind', 'sequential.h5', '\x89HDF', { at: 72, to: [9] }],
    ['with a sum of another superblock', 'latest.h5', '\x89HDF', { at: 44, to: [1, 2, 3, 4] }],
    ['with names in a heap to come', 'sequential.h5', 'HEAP', { at: 4, to: [7] }],
    ['with names past their heap', 'sequential.h5', 'TREE', { at: 24, to: [0x39, 0x30] }],
    ['with texts in a heap to come', 'sequential.h5', 'GCOL', { at: 4, to: [7] }],
    ['with a heap of texts past the end', 'sequential.h5', 'GCOL', { at: 8, to: [0, 0, 0, 9] }],
    ['with another name in a block of names', 'latest.h5', 'FHDB', { at: 9, to: [0x77] }],
    ['with another place in a list of chunks', 'latest.h5', 'FADB', { at: 5, to: [0x77] }],
    ['with no tree of chunks', 'tracked.h5', 'TREE', { at: 0, to: [0x58] }],
    ['with a chunk past the end', 'tracked.h5', 'TREE', { at: 24, to: [0, 0, 0, 0x7f] }],
    ['with a chunk in the middle of another', 'tracked.h5', 'TREE', { at: 32, to: [1] }],
    ['with a tree of chunks in itself', 'tracked.h5', 'TREE', { at: 5, to: [1] }],
  ])('%s is stopped', async (_, name, mark, change) => {
    const { verdict } = await judge(name, changed(name, mark, change));
    expect(verdict).not.toBe('clean');
  });
});

/** An archive with its member `name` as `change` makes it; null takes it out. */
async function repacked(
  archive: string,
  name: RegExp,
  change: (bytes: Uint8Array) => Uint8Array | null,
): Promise<Uint8Array> {
  const bytes = genuine(archive);
  const { parts, facts } = await zipFormat.read(sourceOf(bytes), { path: archive, budget: createBudget(() => 0) });
  const members: { name: string; bytes: Uint8Array }[] = [];
  for (const { name: member, size } of facts.entries) {
    const part = parts.find((one) => one.name === member);
    // Storages are not handed out: any bytes of their size.
    const content = part === undefined ? new Uint8Array(size) : await part.bytes.read(0, part.bytes.size);
    const made = name.test(member) ? change(Uint8Array.from(content)) : content;
    if (made !== null) members.push({ name: member, bytes: made });
  }
  return zip(members);
}

describe('an archive of TorchScript', () => {
  it.each(['scripted.pt', 'traced.pt', 'mobile.ptl'])('%s is clean as it was packed', async (name) => {
    expect((await judge(name, await repacked(name, /^never$/, () => null))).verdict).toBe('clean');
  });

  it.each<[string, RegExp, (bytes: Uint8Array) => Uint8Array | null]>([
    ['whose code ends in a line', /code\/__torch__\.py$/, (bytes) => bytes.subarray(0, -2)],
    [
      'whose code has a bracket too many',
      /code\/__torch__\.py$/,
      (bytes) => Buffer.concat([bytes, Buffer.from('(\n')]),
    ],
    ['without the file of a class', /conv.*\.py$/, () => null],
    ['without a storage', /data\/8$/, () => null],
    ['of a version that is none', /version$/, () => Buffer.from('banana')],
  ])('%s is stopped', async (_, name, change) => {
    expect((await judge('scripted.pt', await repacked('scripted.pt', name, change))).verdict).not.toBe('clean');
  });
});

describe('an index of vectors', () => {
  it.each<[string, string, string, number, readonly number[]]>([
    ['other vectors than it counts', 'faiss-Flat.index', 'IxF2', 8, [9]],
    ['another width than its vectors have', 'faiss-Flat.index', 'IxF2', 4, [9]],
    ['a metric that there is not', 'faiss-Flat.index', 'IxF2', 33, [9]],
    ['inner vectors of another number', 'faiss-IDMap_Flat.index', 'IxF2', 8, [9]],
    ['inner vectors of another width', 'faiss-PCA4_Flat.index', 'IxF2', 4, [9]],
    ['more lists than it has', 'faiss-IVF4_Flat.index', 'ilar', 4, [9]],
    ['codes of another length', 'faiss-IVF4_Flat.index', 'ilar', 12, [9]],
    ['sizes of a kind that there is not', 'faiss-IVF4_Flat.index', 'ilar', 20, [0x66, 0x75, 0x6c, 0x6d]],
    ['parts that do not come out', 'faiss-IVF4_PQ4x4.index', 'IwPQ', 0, [0x49, 0x77, 0x51, 0x52]],
    ['codes that are no bytes of its bits', 'faiss-SQ8.index', 'IxSQ', 37, [1]],
  ])('of faiss with %s is stopped', async (_, name, mark, at, to) => {
    const bytes = readFileSync(new URL(name, STORES));
    bytes.set(to, bytes.indexOf(mark, 0, 'latin1') + at);
    const { verdict } = await judge(name, new Uint8Array(bytes));
    expect(verdict).toBe('unscannable');
  });

  it('of faiss with neighbours that there are not is stopped', async () => {
    const bytes = readFileSync(new URL('faiss-HNSW8.index', STORES));
    // The first list of neighbours stands behind the places of all.
    const total = bytes.readUInt32LE(8);
    let at = bytes.indexOf('IHNf', 0, 'latin1') + 37;
    at += 8 + 8 * Number(bytes.readBigUInt64LE(at));
    at += 8 + 4 * Number(bytes.readBigUInt64LE(at));
    at += 8 + 4 * Number(bytes.readBigUInt64LE(at));
    at += 8 + 8 * Number(bytes.readBigUInt64LE(at));
    bytes.writeInt32LE(total, at + 8);
    const { verdict } = await judge('faiss-HNSW8.index', new Uint8Array(bytes));
    expect(verdict).toBe('unscannable');
  });
});
