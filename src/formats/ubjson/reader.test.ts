import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { answersAnyBytes } from '../../../test/support/any-bytes.ts';
import { createBudget, OverBudgetError } from '../../kernel/budget.ts';
import { MalformedError, sourceOf } from '../../kernel/bytes.ts';
import { ubjsonFormat } from './reader.ts';

const read = (bytes: Uint8Array) =>
  ubjsonFormat.read(sourceOf(bytes), { path: 'x.ubj', budget: createBudget(() => 0) });
const genuine = (name: string): Buffer =>
  readFileSync(new URL(`../../../test/corpus/genuine/packages/${name}.ubj`, import.meta.url));
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** `{"learner": [1.0f x 2], "version": [1]}` with lengths as XGBoost writes them, and `U` for short. */
const SOUND = Uint8Array.of(
  0x7b,
  0x55,
  7,
  ...bytesOf('learner'),
  0x5b,
  0x24,
  0x64,
  0x23,
  0x55,
  2,
  ...new Uint8Array(8),
  0x4c,
  0,
  0,
  0,
  0,
  0,
  0,
  0,
  7,
  ...bytesOf('version'),
  0x5b,
  0x55,
  1,
  0x5d,
  0x7d,
);

describe('the reader of UBJSON', () => {
  it('tells the keys', async () => {
    const { facts, defects } = await read(SOUND);
    expect(facts).toMatchObject({ keys: ['learner', 'version'], xgboost: false });
    expect(defects).toEqual([]);
  });

  it.each(['xgboost', 'xgboost-categories', 'xgboost-outputs'])('finds a model of XGBoost sound: %s', async (name) => {
    const { facts, defects } = await read(genuine(name));
    expect(facts.xgboost).toBe(true);
    expect(defects).toEqual([]);
  });

  it('finds it broken where a list of its numbers says otherwise', async () => {
    const bytes = Buffer.from(genuine('xgboost'));
    const name = bytes.indexOf('left_children');
    // `[$l#L`, eight bytes of a length, and the first of the children.
    bytes.writeInt32BE(9999, name + 'left_children'.length + 5 + 8);
    const [defect] = (await read(bytes)).defects;
    expect(defect?.code).toBe('broken-model');
    expect(defect?.message).toMatch(/^tree 0: node 0 leads to 9999 of/);
  });

  it('tells a key that stands twice', async () => {
    const twice = Uint8Array.of(0x7b, 0x55, 1, 0x61, 0x54, 0x55, 1, 0x61, 0x46, 0x7d);
    expect((await read(twice)).defects).toEqual([
      { code: 'repeated-key', message: 'the key a stands twice', offset: 8 },
    ]);
  });

  it('keeps a key that objects have of themselves as any other', async () => {
    const key = '__proto__';
    const { facts } = await read(Uint8Array.of(0x7b, 0x55, key.length, ...bytesOf(key), 0x5a, 0x7d));
    expect(facts.keys).toEqual([key]);
  });

  it.each<[string, Uint8Array]>([
    ['bytes after the value', Uint8Array.of(...SOUND, 0)],
    ['a marker that does not exist', Uint8Array.of(0x5b, 0x3f, 0x5d)],
    ['a type without a count', Uint8Array.of(0x5b, 0x24, 0x64, 0x5d)],
    ['a negative length', Uint8Array.of(0x53, 0x69, 0xff)],
    ['values that are not there', Uint8Array.of(0x5b, 0x24, 0x64, 0x23, 0x6c, 0x7f, 0xff, 0xff, 0xff)],
    ['a length that is no number', Uint8Array.of(0x53, 0x53, 0x55, 0)],
    ['nothing', new Uint8Array()],
  ])('%s is malformed', async (_, bytes) => {
    await expect(read(bytes)).rejects.toThrow(MalformedError);
  });

  it('gives up on nesting without end', async () => {
    await expect(read(new Uint8Array(5000).fill(0x5b))).rejects.toThrow(OverBudgetError);
  });

  it.each<[string, string, boolean]>([
    ['x.ubj', 'anything', true],
    ['model.bin', '{L\0\0', true],
    ['model.bin', '{"a": 1}', false],
    ['list.txt', '{Later}', false],
  ])('%s beginning with %j is claimed: %s', (path, text, expected) => {
    const head = bytesOf(text);
    expect(ubjsonFormat.claims(path, head, head.length)).toBe(expected);
  });
});

describe('any bytes', () => {
  it('are answered with facts, MalformedError or OverBudgetError', async () => {
    await answersAnyBytes(read, { file: SOUND, head: 4 });
  });
});

it('leaves to others what is theirs by its start', () => {
  expect(ubjsonFormat.claims('x.ubj', bytesOf('binf\0\0\0?'), 8)).toBe(false);
  expect(ubjsonFormat.claims('x.ubj', bytesOf('tree\nversion=v4\n'), 17)).toBe(false);
  expect(ubjsonFormat.claims('x.ubj', bytesOf('tree'), 4)).toBe(true);
});
