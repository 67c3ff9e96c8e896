import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { answersAnyBytes } from '../../../test/support/any-bytes.ts';
import { createBudget } from '../../kernel/budget.ts';
import { MalformedError, sourceOf } from '../../kernel/bytes.ts';
import { executorchFormat } from './reader.ts';

const read = (bytes: Uint8Array) =>
  executorchFormat.read(sourceOf(bytes), { path: 'x.pte', budget: createBudget(() => 0) });
const genuine = (name: string): Buffer =>
  readFileSync(new URL(`../../../test/corpus/genuine/packages/${name}.pte`, import.meta.url));
const FILES = { linear: genuine('linear'), delegated: genuine('delegated') } as const;

describe('a program of ExecuTorch', () => {
  it('tells its operators', async () => {
    const { facts } = await read(FILES.linear);
    expect(facts.operators.map(({ type }) => type)).toContain('permute_copy');
  });

  it('tells what it delegates', async () => {
    expect((await read(FILES.delegated)).facts.delegates).toEqual(['XnnpackBackend']);
  });

  it.each<[keyof typeof FILES, number, number, string]>([
    ['linear', 0, 61, 'a table is not where tables are'],
    ['linear', 0, 64, 'an offset leads nowhere'],
    ['linear', 12, 0, 'a header of 0 bytes'],
    ['linear', 12, -1, 'a program of 1448 bytes'],
    ['linear', 16, 77, 'bytes that belong to nothing'],
    ['linear', 16, 1447, 'a text without its end'],
    ['linear', 24, 1537, 'data that ends at 1561 of 1560'],
    ['linear', 24, 0, 'bytes after the program'],
    ['linear', 24, 77, 'data that begins within the program'],
    ['linear', 24, -1, 'data that begins past the end'],
    ['linear', 44, 1000, 'a field lies outside its table'],
    ['linear', 48, 0, 'a program without a plan'],
    ['linear', 52, 786452, 'constants in two places'],
    ['linear', 56, 262156, 'offsets into segment 0'],
    ['linear', 56, 0, 'constant 1 of 0'],
    ['linear', 88, 1000, 'an offset past the end of its segment'],
    ['linear', 112, 17, 'a tensor of 8 bytes in 7'],
    ['linear', 136, 262148, 'a segment reaches past the end'],
    ['linear', 180, 0, '2 of 0 is named'],
    ['linear', 188, 0, 'a plan without a chain'],
    ['linear', 192, 0, 'buffer 1 of 0'],
    ['linear', 200, 8, 'a buffer of no size'],
    ['linear', 248, 0, 'a tensor that ends at 40 of a buffer of 0'],
    ['linear', 408, 0, 'a value of no kind'],
    ['linear', 652, 24, 'a tensor whose dimensions have no order'],
    ['linear', 660, -1, 'a tensor of no type'],
    ['linear', 680, 3, 'a tensor of no shape'],
    ['linear', 704, 0, 'a list that is not there'],
    ['linear', 804, 1048580, 'a tensor that begins elsewhere'],
    ['linear', 976, -1, 'constant -1 of 3'],
    ['delegated', 52, 0, 'data in segment 2'],
    ['delegated', 300, 8, 'a segment lies within another'],
    ['delegated', 532, -1, '-1 of 4 is named'],
    ['delegated', 536, -1, 'data of a delegate in no place'],
    ['delegated', 580, 0, 'a delegate without data'],
  ])('%s with other bytes at %d (%d) is malformed: %s', async (name, at, value, message) => {
    const bytes = Buffer.from(FILES[name]);
    bytes.writeInt32LE(value, at);
    await expect(read(bytes)).rejects.toThrow(new MalformedError(message, 0).message);
  });

  it('is malformed when bytes stand behind it', async () => {
    await expect(read(Buffer.concat([FILES.linear, Buffer.alloc(4)]))).rejects.toThrow(MalformedError);
  });

  it('answers any bytes with facts, MalformedError or OverBudgetError', async () => {
    await answersAnyBytes(read, { file: FILES.linear, head: 8 });
  });
});
