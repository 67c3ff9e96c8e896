import { describe, expect, it } from 'vitest';
import { answersAnyBytes } from '../../../test/support/any-bytes.ts';
import { createBudget, OverBudgetError } from '../../kernel/budget.ts';
import { MalformedError, sourceOf } from '../../kernel/bytes.ts';
import { msgpackFormat } from './reader.ts';

const read = (bytes: Uint8Array) =>
  msgpackFormat.read(sourceOf(bytes), { path: 'x.msgpack', budget: createBudget(() => 0) });
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

const ARRAY = [0x93, 0x91, 2, 0xa7, ...bytesOf('float32'), 0xc4, 8, ...new Uint8Array(8)];
/** `{"w": <array of two float32>}`, as Flax writes it. */
const SOUND = Uint8Array.of(0x81, 0xa1, 0x77, 0xc7, ARRAY.length, 1, ...ARRAY);
const list = (...values: readonly number[]): Uint8Array => Uint8Array.of(0x91, ...values);

describe('the reader of MessagePack', () => {
  it('tells extensions and element types, and passes over the values', async () => {
    const { facts, defects, parts } = await read(SOUND);
    expect(facts).toEqual({ format: 'msgpack', values: 3, extensions: [1], dtypes: ['float32'], oddKeys: [] });
    expect([defects, parts]).toEqual([[], []]);
  });

  it.each<[string, Uint8Array, string]>([
    ['bytes after the value', Uint8Array.of(...SOUND, 0xc0), 'trailing-bytes'],
    [
      'an array of Python objects',
      list(0xc7, 13, 1, 0x93, 0x90, 0xa6, ...bytesOf('object'), 0xc4, 1, 0, 0),
      'object-array',
    ],
    ['an array without a header', list(0xd4, 1, 0), 'array'],
    ['a key that stands twice', Uint8Array.of(0x82, 0xa1, 0x61, 1, 0xa1, 0x61, 2), 'repeated-key'],
    ['a text that is none', list(0xa2, 0xff, 0xfe), 'text'],
    [
      'an array that is shorter than its shape',
      list(0xc7, 13, 1, 0x93, 0x91, 9, 0xa4, ...bytesOf('int8'), 0xc4, 3, 0, 0, 0),
      'array',
    ],
  ])('%s is a defect', async (_, bytes, code) => {
    const { defects } = await read(bytes);
    expect(defects.map((defect) => defect.code)).toContain(code);
  });

  it('lets maps beside and within each other have keys of one name', async () => {
    const { defects } = await read(
      Uint8Array.of(0x82, 0xa1, 0x61, 0x81, 0xa1, 0x61, 1, 0xa1, 0x62, 0x82, 0xa1, 0x61, 1, 0xa1, 0x62, 2),
    );
    expect(defects).toEqual([]);
  });

  it('hands out bytes that begin like a pickle', async () => {
    const { parts } = await read(list(0xc4, 4, 0x80, 4, 0x4e, 0x2e));
    expect(parts.map(({ name, bytes }) => [name, bytes.size])).toEqual([['bytes at 3', 4]]);
  });

  it('tells keys that some loader acts upon, and not those of Flax', async () => {
    const key = (name: string): readonly number[] => [0xd9, name.length, ...bytesOf(name), 0xc0];
    const { facts } = await read(Uint8Array.of(0x82, ...key('__reduce__'), ...key('__msgpack_chunked_array__')));
    expect(facts.oddKeys).toEqual(['__reduce__']);
  });

  it.each<[string, Uint8Array]>([
    ['a byte that begins nothing', list(0xc1)],
    ['a length past the end', list(0xc6, 0xff, 0xff, 0xff, 0xff)],
    ['more values than bytes', Uint8Array.of(0xdd, 0xff, 0xff, 0xff, 0xff)],
    ['nothing', new Uint8Array()],
  ])('%s is malformed', async (_, bytes) => {
    await expect(read(bytes)).rejects.toThrow(MalformedError);
  });

  it('gives up on nesting without end', async () => {
    await expect(read(new Uint8Array(5000).fill(0x91))).rejects.toThrow(OverBudgetError);
  });
});

describe('any bytes', () => {
  it('are answered with facts, MalformedError or OverBudgetError', async () => {
    await answersAnyBytes(read, { file: SOUND, head: 8 });
  });
});
