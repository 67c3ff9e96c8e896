import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { answersAnyBytes } from '../../../test/support/any-bytes.ts';
import { createBudget } from '../../kernel/budget.ts';
import { MalformedError, sourceOf } from '../../kernel/bytes.ts';
import { catboostFormat } from './reader.ts';

const read = (bytes: Uint8Array) =>
  catboostFormat.read(sourceOf(bytes), { path: 'x.cbm', budget: createBudget(() => 0) });
const genuine = (name: string): Buffer =>
  readFileSync(new URL(`../../../test/corpus/genuine/packages/${name}.cbm`, import.meta.url));
const FILES = {
  numbers: genuine('catboost'),
  categories: genuine('catboost-categories'),
  depthwise: genuine('catboost-depthwise'),
  texts: genuine('catboost-texts'),
} as const;

describe('a model of CatBoost', () => {
  it('of numbers is its core alone', async () => {
    const { facts } = await read(FILES.numbers);
    expect(facts).toEqual({ format: 'catboost', core: FILES.numbers.length - 8, parts: [] });
  });

  it('of categories has their tables behind its core', async () => {
    expect((await read(FILES.categories)).facts.parts).toEqual(['static_provider_v1']);
  });

  it('of texts has a part for them', async () => {
    expect((await read(FILES.texts)).facts.parts).toEqual(['text_process_v2\0']);
  });

  it.each<[keyof typeof FILES, number, number, string]>([
    ['depthwise', 4, 9321, '1677721600 tables'],
    ['depthwise', 4, 0, 'a core of 0 bytes'],
    ['depthwise', 8, 21, 'a table is not where tables are'],
    ['depthwise', 20, 524296, 'a core of no version that is known'],
    ['depthwise', 24, 0, '364 bytes after the core'],
    ['depthwise', 32, 60, 'a list reaches past the end'],
    ['depthwise', 6484, 77, '0 outputs'],
    ['depthwise', 6488, 786444, '6 splits for trees of 80'],
    ['depthwise', 6488, 0, '6 beginnings of 0 trees'],
    ['depthwise', 6496, 1835036, 'split 9 of 8'],
    ['depthwise', 6504, 2883628, '80 weights for 44 values'],
    ['depthwise', 6504, 0, '44 leaves for splits that make 135424'],
    ['depthwise', 6528, 5, '44 values for 5 outputs'],
    ['depthwise', 6596, 2, '2 biases for 1 outputs'],
    ['depthwise', 6612, 77, 'node 0 is leaf 77 of 44'],
    ['depthwise', 7652, 1, 'tree 0 is not where it is told'],
    ['depthwise', 7708, -1, 'split -1 of 37'],
    ['depthwise', 8356, 77, 'node 0 leads out of its tree'],
    ['depthwise', 9328, 2, 'tables cut short'],
    ['depthwise', 9328, 0, 'tables that end at 9332 of 9692'],
    ['categories', 6384, 340, '3 steps for 6 nodes'],
  ])('%s with other bytes at %d (%d) is malformed: %s', async (name, at, value, message) => {
    const bytes = Buffer.from(FILES[name]);
    bytes.writeInt32LE(value, at);
    await expect(read(bytes)).rejects.toThrow(message);
  });

  it('is malformed when its part of texts is of another kind, or longer than the file', async () => {
    const core = FILES.texts.readUInt32LE(4);
    for (const at of [8 + core + 2, 8 + core + 16 + 6]) {
      const bytes = Buffer.from(FILES.texts);
      bytes.writeUInt8(0x39, at);
      await expect(read(bytes)).rejects.toThrow(MalformedError);
    }
  });

  it('is malformed when its part of texts is cut, or bytes stand behind it', async () => {
    for (const bytes of [
      FILES.texts.subarray(0, -1),
      FILES.texts.subarray(0, -40),
      Buffer.concat([FILES.texts, Buffer.of(0)]),
    ])
      await expect(read(bytes)).rejects.toThrow('without its end');
  });

  it('is malformed when it is cut, or bytes stand behind it', async () => {
    for (const bytes of [FILES.numbers.subarray(0, 4), FILES.numbers.subarray(0, -1)])
      await expect(read(bytes)).rejects.toThrow(MalformedError);
    await expect(read(Buffer.concat([FILES.numbers, Buffer.alloc(1)]))).rejects.toThrow(MalformedError);
  });

  it('answers any bytes with facts, MalformedError or OverBudgetError', async () => {
    await answersAnyBytes(read, { file: FILES.numbers, head: 8 });
  });
});
