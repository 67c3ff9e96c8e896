import { describe, expect, it } from 'vitest';
import { answersAnyBytes } from '../../../test/support/any-bytes.ts';
import { createBudget, OverBudgetError } from '../../kernel/budget.ts';
import { MalformedError, sourceOf } from '../../kernel/bytes.ts';
import { mxnetFormat } from './reader.ts';

const read = (bytes: Uint8Array) =>
  mxnetFormat.read(sourceOf(bytes), { path: 'x.params', budget: createBudget(() => 0) });
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

const u32 = (value: number): readonly number[] => [
  value & 255,
  (value >>> 8) & 255,
  (value >>> 16) & 255,
  value >>> 24,
];
const u64 = (value: number): readonly number[] => [...u32(value), ...u32(0)];
/** One dense array of two float32 on the processor, named `w`. */
const array = (magic = 0xf993fac9, storage = 0, type = 0): readonly number[] => [
  ...[magic, storage, 1, 2, 0, 1, 0, type].flatMap(u32),
  ...new Uint8Array(8),
];
const file = (body: readonly number[], arrays = 1, names = 1): Uint8Array =>
  Uint8Array.of(...u64(0x112), ...u64(0), ...u64(arrays), ...body, ...u64(names), ...u64(1), ...bytesOf('w'));
const SOUND = file(array());

describe('the reader of MXNet', () => {
  it('proves that arrays and names fill the file', async () => {
    expect((await read(SOUND)).facts).toEqual({ format: 'mxnet', arrays: 1, names: ['w'] });
  });

  it.each<[string, Uint8Array]>([
    ['bytes after the last name', Uint8Array.of(...SOUND, 0)],
    ['more names than arrays', file(array(), 1, 2)],
    ['a kind of storage that does not exist', file(array(0xf993fac9, 3))],
    ['a device that does not exist', file(array().with(20, 9))],
    ['a name that is no UTF-8', SOUND.with(SOUND.length - 1, 0xff)],
    [
      'two arrays of one name',
      Uint8Array.from([u64(0x112), u64(0), u64(2), array(), array(), u64(2), u64(1), [0x77], u64(1), [0x77]].flat()),
    ],
    ['an element type that does not exist', file(array(0xf993fac9, 0, 99))],
    ['a file cut short', SOUND.subarray(0, 60)],
  ])('%s is malformed', async (_, bytes) => {
    await expect(read(bytes)).rejects.toThrow(MalformedError);
  });

  it('knows arrays of which rows alone are kept', async () => {
    const sides = (...lengths: readonly number[]): readonly number[] => [
      ...u32(lengths.length),
      ...lengths.flatMap(u64),
    ];
    const head = [...u32(0xf993fac9), ...u32(1), ...sides(1, 2), ...sides(4, 2), ...u32(1), ...u32(0), ...u32(0)];
    const rows = [...head, ...u32(6), ...sides(1), ...new Uint8Array(8), ...u64(3)];
    expect((await read(file(rows))).facts).toMatchObject({ arrays: 1 });
    await expect(read(file(rows.slice(0, -1)))).rejects.toThrow(MalformedError);
  });

  it('gives up on arrays without number', async () => {
    await expect(read(file([], 0x7fffffff))).rejects.toThrow(OverBudgetError);
  });
});

describe('any bytes', () => {
  it('are answered with facts, MalformedError or OverBudgetError', async () => {
    await answersAnyBytes(read, { file: SOUND, head: 24 });
  });
});
