import { describe, expect, it } from 'vitest';
import { answersAnyBytes } from '../../../test/support/any-bytes.ts';
import { createBudget, OverBudgetError } from '../../kernel/budget.ts';
import { MalformedError, sourceOf } from '../../kernel/bytes.ts';
import { ubjsonFormat } from './reader.ts';

const read = (bytes: Uint8Array) =>
  ubjsonFormat.read(sourceOf(bytes), { path: 'x.ubj', budget: createBudget(() => 0) });
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
  it('knows a model of XGBoost by its keys', async () => {
    const { facts } = await read(SOUND);
    expect(facts).toMatchObject({ keys: ['learner', 'version'], xgboost: true });
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

it('leaves to LightGBM what is a text of it', () => {
  expect(ubjsonFormat.claims('x.ubj', bytesOf('tree\nversion=v4\n'), 17)).toBe(false);
  expect(ubjsonFormat.claims('x.ubj', bytesOf('tree'), 4)).toBe(true);
});
