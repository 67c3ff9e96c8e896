import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { pickleFormat } from '../../src/formats/pickle/reader.ts';
import { readFileAs } from '../../src/intake/read-file.ts';
import { createBudget } from '../../src/kernel/budget.ts';
import { sourceOf } from '../../src/kernel/bytes.ts';
import { judge } from './judge.ts';
import { judgeFolder } from './judge-folder.ts';

const checked = (name: string): Buffer => readFileSync(new URL(`genuine/checked/${name}`, import.meta.url));
const flipped = (bytes: Buffer, at: number, by = 1): Buffer => {
  const changed = Buffer.from(bytes);
  changed[at] = (changed[at] ?? 0) ^ by;
  return changed;
};

/** Where bytes of a chunk, or of a list of chunks, stand in files of h5py. */
describe('a data set in chunks', () => {
  it.each(['fletcher.h5', 'fixed.h5', 'growing.h5', 'tree.h5'])('of %s is clean', async (name) => {
    expect((await judge(name, checked(name))).verdict).toBe('clean');
  });

  it.each<[string, string, number]>([
    ['with a sum of its own', 'fletcher.h5', 5000],
    ['that was packed', 'fixed.h5', 900],
    ['that was packed and may grow', 'growing.h5', 1500],
    ['whose list was changed', 'growing.h5', 1100],
    ['whose tree was changed', 'tree.h5', 1305],
  ])('%s is refused with another byte', async (_, name, at) => {
    expect((await judge(name, flipped(checked(name), at))).verdict).toBe('unscannable');
  });
});

describe('a data set of HDF5', () => {
  it.each(['rows.h5', 'rows-chunks.h5', 'rows-packed.h5', 'rows-heap.h5', 'rows-array.h5'])(
    'with a pickle in a column of %s is told',
    async (name) => {
      const bytes = readFileSync(new URL(`crafted/${name}`, import.meta.url));
      expect((await judge(name, bytes)).findings.map(({ rule }) => rule)).toContain('pickle-imports/held-attack');
    },
  );
});

describe('a table of ORC', () => {
  const table = (name: string): Buffer => readFileSync(new URL(`genuine/stores/${name}`, import.meta.url));

  // In packed streams, in a list of lengths, in statistics of the footer.
  it.each([311, 366, 443, 528, 880])('is refused with another byte at %s', async (at) => {
    expect((await judge('a.orc', flipped(table('zlib.orc'), at))).verdict).toBe('unscannable');
  });

  it.each(['attack.orc', 'words.orc'])('with a pickle among the texts of %s is told', async (name) => {
    const bytes = readFileSync(new URL(`crafted/${name}`, import.meta.url));
    expect((await judge(name, bytes)).findings.map(({ rule }) => rule)).toContain('pickle-imports/held-attack');
  });
});

describe('a table of Parquet', () => {
  it.each(['lengths.parquet', 'beginnings.parquet', 'split.parquet'])('with a pickle in %s is told', async (name) => {
    const bytes = readFileSync(new URL(`crafted/${name}`, import.meta.url));
    expect((await judge(name, bytes)).findings.map(({ rule }) => rule)).toContain('pickle-imports/held-attack');
  });
});

describe('a network of TensorFlow Lite', () => {
  const network = checked('convolution.tflite');

  it('of the converter is clean', async () => {
    expect((await judge('a.tflite', network)).verdict).toBe('clean');
  });

  // Places are those of one byte each: an index of an input, a number of an operator, a step, a dimension.
  it.each<[string, number, number]>([
    ['takes what nothing makes', 284, 0xff],
    ['has an operator that there is not', 2589, 0xff],
  ])('that %s is refused', async (_, at, by) => {
    expect((await judge('a.tflite', flipped(network, at, by))).verdict).toBe('unscannable');
  });
});

const folder = new URL('genuine/graphs/tf/v1-checkpoint/', import.meta.url);
const INDEX = 'model.ckpt.index';
const DATA = 'model.ckpt.data-00000-of-00001';
const index = readFileSync(new URL(INDEX, folder));
const data = readFileSync(new URL(DATA, folder));

describe('a checkpoint of TensorFlow', () => {
  it('of the library itself is clean', async () => {
    expect(await judgeFolder({ [INDEX]: index, [DATA]: data })).toEqual({});
  });

  it.each([0.1, 0.5, 0.9])('with another byte in its tensors is told, at %s of its bytes', async (part) => {
    const changed = flipped(data, Math.floor(part * data.length));
    expect(Object.keys(await judgeFolder({ [INDEX]: index, [DATA]: changed }))).toEqual([DATA]);
  });
});

it('a text of a variable that is a pickle is read as one', async () => {
  const [first, pickle] = [Buffer.from('just a word'), Buffer.from("cposix\nsystem\n(S'true'\ntR.")];
  const list = Buffer.concat([Buffer.from([first.length, pickle.length, 0, 0, 0, 0]), first, pickle]);
  const texts = [{ start: 0, size: list.length, count: 2, sum: null, owner: 'v' }];
  const described = { namedBy: ['m.index'], end: list.length, texts };
  const read = await readFileAs(
    [pickleFormat],
    'm.data-00000-of-00001',
    sourceOf(list),
    createBudget(() => 0),
    described,
  );
  expect(read.readings.map(({ format, member }) => [format, member.length])).toContainEqual(['pickle', 1]);
});
