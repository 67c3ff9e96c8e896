import { describe, expect, it } from 'vitest';
import { bytes, number } from '../../../test/support/protobuf.ts';
import { createBudget } from '../../kernel/budget.ts';
import { sourceOf } from '../../kernel/bytes.ts';
import { onnxFormat } from './reader.ts';

const read = (bytes: readonly number[]) =>
  onnxFormat.read(sourceOf(Uint8Array.from(bytes)), { path: 'model.onnx', budget: createBudget(() => 0) });

/** A whole number, 3. */
const AXIS = bytes(5, bytes(1, 'axis'), number(3, 3), number(20, 2));
const value = (field: number, name: string, type = 1): readonly number[] =>
  bytes(field, bytes(1, name), bytes(2, bytes(1, number(1, type))));

interface Made {
  readonly attribute?: readonly number[];
  readonly domain?: string;
  readonly values?: readonly number[];
  readonly input?: readonly number[];
  readonly type?: string;
}

function model({
  attribute = AXIS,
  domain = '',
  values = [],
  input = value(11, 'x'),
  type = 'Softmax',
}: Made = {}): readonly number[] {
  const node = bytes(1, bytes(1, 'x'), bytes(2, 'y'), bytes(4, type), attribute, bytes(7, domain));
  const graph = bytes(7, node, bytes(2, 'g'), input, value(12, 'y'), values);
  return [...number(1, 8), ...graph, ...bytes(8, bytes(1, ''), number(2, 17))];
}

/** Two whole numbers of 64 bits, named `t`. */
const tensor = (type: number, ...content: readonly (readonly number[])[]): readonly number[] =>
  bytes(5, number(1, 2), number(2, type), bytes(8, 't'), ...content);

describe('a model of ONNX', () => {
  it.each<[string, Made]>([
    ['an attribute', {}],
    [
      'an attribute that is a list without values',
      { attribute: bytes(5, bytes(1, 'axes'), number(20, 7)), type: 'ReduceMax' },
    ],
    ['two numbers', { values: tensor(7, bytes(7, [1, 2])) }],
  ])('with %s is sound', async (_, made) => {
    expect((await read(model(made))).defects).toEqual([]);
  });

  it.each<[string, Made]>([
    [
      'an attribute of another type than its value',
      { attribute: bytes(5, bytes(1, 'axis'), number(3, 3), number(20, 1)) },
    ],
    [
      'an attribute of two values',
      { attribute: bytes(5, bytes(1, 'axis'), number(3, 3), bytes(4, 'x'), number(20, 2)) },
    ],
    ['an attribute of no type', { attribute: bytes(5, bytes(1, 'axis'), number(3, 3)) }],
    ['an attribute of a type that there is not', { attribute: bytes(5, bytes(1, 'axis'), number(20, 60)) }],
    ['an attribute without a name', { attribute: bytes(5, number(3, 3), number(20, 2)) }],
    ['a graph that is not there', { attribute: bytes(5, bytes(1, 'body'), number(20, 5)) }],
    ['operators of a set that nobody names', { domain: 'org.example' }],
    ['two inputs of one name', { input: [...value(11, 'x'), ...value(11, 'x')] }],
    ['values of a type that there is not', { input: value(11, 'x', 99) }],
    ['numbers in the field of others', { values: tensor(7, bytes(5, [1, 2])) }],
    ['a number too few', { values: tensor(7, bytes(7, [1])) }],
    ['numbers of a type that there is not', { values: tensor(99, bytes(7, [1, 2])) }],
  ])('with %s has a defect', async (_, made) => {
    expect((await read(model(made))).defects).not.toEqual([]);
  });
});
