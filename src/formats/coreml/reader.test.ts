import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answersAnyBytes } from '../../../test/support/any-bytes.ts';
import { bytes, number } from '../../../test/support/protobuf.ts';
import { createBudget } from '../../kernel/budget.ts';
import { MalformedError, sourceOf } from '../../kernel/bytes.ts';
import { coremlFormat } from './reader.ts';

const GENUINE = 'test/corpus/genuine/graphs/coreml/program.mlpackage/Data/com.apple.CoreML';
const genuine = (name: string): Uint8Array => new Uint8Array(readFileSync(`${GENUINE}/${name}`));
const [MODEL, WEIGHTS] = [genuine('model.mlmodel'), genuine('weights/weight.bin')];

const read = (bytes: Uint8Array, path = 'model.mlmodel') =>
  coremlFormat.read(sourceOf(bytes), { path, budget: createBudget(() => 0) });
const readWeights = (bytes: Uint8Array) => read(bytes, 'x.mlpackage/Data/com.apple.CoreML/weights/weight.bin');

const side = (size: number): readonly number[] => bytes(3, bytes(1, number(1, size)));
/** Two numbers of 32 bits. */
const PAIR = bytes(1, number(1, 11), number(2, 1), side(2));
const named = (field: number, name: string, type = PAIR): readonly number[] =>
  bytes(field, bytes(1, name), bytes(2, type));
const argument = (name: string): readonly number[] => bytes(2, bytes(1, 'x'), bytes(2, bytes(1, bytes(1, name))));
const relu = (from = 'x', to = 'y'): readonly number[] => bytes(3, bytes(1, 'relu'), argument(from), named(3, to));
const constant = (value: readonly number[]): readonly number[] =>
  bytes(3, bytes(1, 'const'), named(3, 'c'), bytes(5, bytes(1, 'val'), bytes(2, bytes(2, PAIR), value)));
const floats = (count: number): readonly number[] =>
  bytes(
    3,
    bytes(
      1,
      bytes(
        1,
        bytes(
          1,
          Array.from({ length: 4 * count }, () => 0),
        ),
      ),
    ),
  );

interface Made {
  readonly operations?: readonly (readonly number[])[];
  readonly gives?: string;
  readonly set?: string;
  readonly version?: number;
}

function model({ operations = [relu()], gives = 'y', set = 'S', version = 1 }: Made = {}): Uint8Array {
  const block = bytes(3, bytes(1, 'S'), bytes(2, bytes(2, gives), ...operations));
  const main = bytes(2, named(1, 'x'), bytes(2, set), block);
  const program = bytes(502, number(1, version), bytes(2, bytes(1, 'main'), main));
  return Uint8Array.from([...number(1, 5), ...program]);
}

describe('a program of Core ML', () => {
  it.each([
    ['of the library itself', MODEL],
    ['of one operation', model()],
    ['with values written out', model({ operations: [constant(floats(2)), relu('c')] })],
  ])('%s is sound', async (_, sound) => {
    expect((await read(sound)).defects).toEqual([]);
  });

  it.each<[string, Made]>([
    ['an argument that nobody gave', { operations: [relu('z')] }],
    ['an argument that is given later', { operations: [relu('z'), relu('x', 'z')] }],
    ['a name twice', { operations: [relu(), relu()] }],
    ['a name that an input has', { operations: [relu('x', 'x')], gives: 'x' }],
    ['a result that it does not have', { gives: 'z' }],
    ['a set that has no block', { set: 'T' }],
    ['another version', { version: 2 }],
    [
      'a rank of other than its sides',
      {
        operations: [
          bytes(3, bytes(1, 'relu'), argument('x'), named(3, 'y', bytes(1, number(1, 11), number(2, 2), side(2)))),
        ],
      },
    ],
    [
      'a type that there is not',
      { operations: [bytes(3, bytes(1, 'relu'), argument('x'), named(3, 'y', bytes(1, number(1, 97))))] },
    ],
    ['a value too few', { operations: [constant(floats(1)), relu('c')] }],
    ['weights at no place of weights', { operations: [constant(bytes(5, bytes(1, 'w'), number(2, 65))), relu('c')] }],
    ['an operation of no type', { operations: [bytes(3, argument('x'), named(3, 'y'))] }],
  ])('with %s has a defect', async (_, made) => {
    expect((await read(model(made))).defects).not.toEqual([]);
  });

  it('answers any bytes', async () => {
    await answersAnyBytes(read, { file: model(), head: 8 });
  });
});

describe('weights of Core ML', () => {
  it('of the library itself are proved', async () => {
    expect((await readWeights(WEIGHTS)).defects).toEqual([]);
    expect(coremlFormat.claims('weight.bin', WEIGHTS.subarray(0, 512), WEIGHTS.length)).toBe(true);
  });

  it.each<[string, Uint8Array]>([
    ['a byte too many', Uint8Array.of(...WEIGHTS, 0)],
    ['a byte too few', WEIGHTS.subarray(0, -1)],
    ['another count', WEIGHTS.with(0, 9)],
    ['another version', WEIGHTS.with(4, 3)],
    ['a byte in the head', WEIGHTS.with(40, 1)],
    ['another beginning', WEIGHTS.with(64, 0)],
    ['a type that there is not', WEIGHTS.with(68, 77)],
    ['another size', WEIGHTS.with(72, (WEIGHTS[72] ?? 0) + 2)],
    ['another place', WEIGHTS.with(80, 0)],
    ['a byte behind its description', WEIGHTS.with(120, 1)],
  ])('with %s are refused', async (_, broken) => {
    await expect(readWeights(broken)).rejects.toThrow(MalformedError);
  });

  it('are refused wherever they are cut', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: WEIGHTS.length - 1 }), async (end) => {
        await expect(readWeights(WEIGHTS.subarray(0, end))).rejects.toThrow(MalformedError);
      }),
    );
  });
});
