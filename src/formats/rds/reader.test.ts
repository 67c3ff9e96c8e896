import { describe, expect, it } from 'vitest';
import { answersAnyBytes } from '../../../test/support/any-bytes.ts';
import { createBudget } from '../../kernel/budget.ts';
import { MalformedError, sourceOf } from '../../kernel/bytes.ts';
import { rdsFormat } from './reader.ts';

const read = (bytes: Uint8Array) => rdsFormat.read(sourceOf(bytes), { path: 'x.rds', budget: createBudget(() => 0) });
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

const int = (value: number): readonly number[] => [
  value >>> 24,
  (value >>> 16) & 255,
  (value >>> 8) & 255,
  value & 255,
];
const rds = (...words: readonly (readonly number[])[]): Uint8Array =>
  Uint8Array.from([...bytesOf('X\n'), ...int(2), ...int(0x040302), ...int(0x020300), ...words.flat()]);
const TAG = 0x400;
const [NIL, GLOBAL, UNBOUND] = [int(254), int(253), int(252)];
const symbol = (name: string): readonly number[] => [...int(1), ...int(9), ...int(name.length), ...bytesOf(name)];
const call = (name: string): readonly number[] => [...int(6), ...symbol(name), ...NIL];
const SOUND = rds(int(19), int(2), int(13), int(1), int(7), int(16), int(1), int(9), int(2), [0x61, 0x62]);

describe('the reader of R values', () => {
  it.each<[string, Uint8Array, object]>([
    ['a list of a number and a text', SOUND, { values: 4, promises: 0, calls: [] }],
    ['a promise that is open', rds(int(5 + TAG), GLOBAL, UNBOUND, call('system')), { promises: 1, calls: ['system'] }],
    ['a promise that was kept', rds(int(5), int(13), int(1), int(7), call('f')), { promises: 0 }],
    ['a name by reference', rds(int(2), call('g'), int(6), int(255 + 256), NIL), { calls: ['g'] }],
    ['a function', rds(int(3 + TAG), GLOBAL, NIL, NIL), { closures: 1 }],
    ['a variable that is a function', rds(int(2 + TAG + (1 << 27)), symbol('x'), NIL, NIL), { activeBindings: 1 }],
    ['an environment', rds(int(4), int(0), GLOBAL, NIL, NIL, NIL), { values: 5 }],
    ['a class that maps a file', rds(int(238), symbol('mmap_real'), NIL, NIL), { calls: ['mmap_real'] }],
    [
      'byte code',
      rds(int(21), int(1), int(13), int(1), int(12), int(1), int(14), int(14), int(1), int(0), int(0)),
      { byteCode: 1 },
    ],
    ['the ASCII form', bytesOf('A\n2\n262402\n131840\n16\n1\n9\n3\na\\040b\n'), { encoding: 'ascii', values: 2 }],
    [
      'the native form',
      Uint8Array.of(...bytesOf('B\n'), 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 254, 0, 0, 0),
      { encoding: 'native', values: 1 },
    ],
    ['a workspace', Uint8Array.of(...bytesOf('RDX2\n'), ...rds(NIL)), { workspace: true }],
  ])('counts in %s', async (_, bytes, expected) => {
    expect((await read(bytes)).facts).toMatchObject(expected);
  });

  it.each<[string, Uint8Array]>([
    ['bytes after the value', Uint8Array.of(...SOUND, 1)],
    ['a type that does not exist', rds(int(99))],
    ['a reference to nothing', rds(int(255 + 256))],
    ['flags that no value has', rds(int(0x7ffffff0))],
    ['a constant with flags', rds(int(254 + TAG))],
    ['a text that is a number', rds(int(16), int(1), int(13), int(1), int(7))],
    ['a list that goes on as a number', rds(int(2), NIL, int(13), int(1), int(7))],
    ['attributes that are a text', rds(int(13 + 0x200), int(1), int(7), int(9), int(1), [0x61])],
    ['more values than bytes', rds(int(19), int(1000))],
    ['something else', bytesOf('X\nhello')],
  ])('%s is malformed', async (_, bytes) => {
    await expect(read(bytes)).rejects.toThrow(MalformedError);
  });

  it('follows nesting without end of bytes, and uses no stack for it', async () => {
    const deep = rds(...Array.from({ length: 20_000 }, () => [...int(19), ...int(1)]), NIL);
    expect((await read(deep)).facts.values).toBe(20_001);
  });
});

describe('any bytes', () => {
  it('are answered with facts, MalformedError or OverBudgetError', async () => {
    await answersAnyBytes(read, { file: SOUND, head: 14 });
  });
});
