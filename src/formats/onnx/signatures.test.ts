import { describe, expect, it } from 'vitest';
import { bytes, number, type Piece } from '../../../test/support/protobuf.ts';
import { createBudget } from '../../kernel/budget.ts';
import { sourceOf } from '../../kernel/bytes.ts';
import { onnxFormat } from './reader.ts';

async function codes(model: Piece): Promise<readonly string[]> {
  const context = { path: 'model.onnx', budget: createBudget(() => 0) };
  return (await onnxFormat.read(sourceOf(Uint8Array.from(model)), context)).defects.map(({ code }) => code);
}

const FLOATS = bytes(2, bytes(1, number(1, 1)));
const value = (field: number, name: string): Piece => bytes(field, bytes(1, name), FLOATS);
const whole = (name: string, content: number): Piece => bytes(5, bytes(1, name), number(3, content), number(20, 2));
const graphOf = (name: string, ...content: readonly Piece[]): Piece =>
  bytes(5, bytes(1, name), bytes(6, ...content), number(20, 5));

function node(type: string, inputs: readonly string[], outputs: readonly string[], ...more: readonly Piece[]): Piece {
  const names = [...inputs.map((name) => bytes(1, name)), ...outputs.map((name) => bytes(2, name))];
  return bytes(1, ...names, bytes(4, type), ...more);
}

/** Of what is given: two values `x` and `z`, and a condition. */
const INPUTS = [value(11, 'x'), value(11, 'z'), bytes(11, bytes(1, 'c'), bytes(2, bytes(1, number(1, 9))))];

function model(content: readonly Piece[], more: readonly Piece[] = [], inputs = INPUTS): Piece {
  const graph = bytes(7, ...content, bytes(2, 'g'), ...inputs, value(12, 'y'));
  return [...number(1, 8), ...graph, ...bytes(8, bytes(1, ''), number(2, 17)), ...more.flat()];
}

const tensor = (field: number, name: string, ...content: readonly Piece[]): Piece =>
  bytes(field, number(1, 2), number(2, 1), bytes(8, name), ...content);
const EIGHT = bytes(9, [0, 0, 0, 0, 0, 0, 0, 0]);
/** Two values, at the places that are given, of a list of nine. */
const sparse = (size: number, ...places: readonly number[]): Piece =>
  bytes(
    15,
    tensor(1, 'w', EIGHT),
    bytes(2, number(1, places.length), number(2, 7), bytes(7, places)),
    ...(size > 0 ? [number(3, size)] : []),
  );

const branch = (...outputs: readonly string[]): readonly Piece[] => [
  ...outputs.map((name) => node('Neg', ['x'], [name])),
  ...outputs.map((name) => value(12, name)),
];
const ADD = [node('Add', ['x', 'z'], ['y'])];
const body = (inputs: readonly string[]): Piece =>
  graphOf(
    'body',
    node('Identity', ['go'], ['on']),
    node('Neg', ['v'], ['w']),
    ...inputs.map((name) => value(11, name)),
    value(12, 'on'),
    value(12, 'w'),
  );

/** A function of one input. */
const twice = (domain = ''): Piece =>
  bytes(
    25,
    bytes(1, 'Twice'),
    bytes(4, 'a'),
    bytes(5, 'b'),
    bytes(7, bytes(1, 'a'), bytes(1, 'a'), bytes(2, 'b'), bytes(4, 'Add')),
    bytes(9, bytes(1, domain), number(2, 17)),
    bytes(10, 'own'),
  );
const OWN = bytes(8, bytes(1, 'own'), number(2, 1));
const call = (...inputs: readonly string[]): readonly Piece[] => [node('Twice', inputs, ['y'], bytes(7, 'own'))];

describe('a network of ONNX', () => {
  it.each<[string, Piece]>([
    ['an operator with all it needs', model(ADD)],
    ['an input that may be left out', model([node('Clip', ['x', '', 'z'], ['y'])])],
    ['any number of inputs', model([node('Sum', ['x', 'z', 'x', 'z'], ['y'])])],
    ['an operator that is not in the table', model([node('EfficientNMS_TRT', ['x'], ['y'])])],
    [
      'two branches',
      model([node('If', ['c'], ['y'], graphOf('then_branch', ...branch('t')), graphOf('else_branch', ...branch('e')))]),
    ],
    ['a loop', model([node('Loop', ['', 'c', 'x'], ['y'], body(['i', 'go', 'v']))])],
    ['a function', model(call('x'), [OWN, twice()])],
    ['a sparse tensor', model([...ADD, sparse(9, 3, 8)])],
  ])('with %s is sound', async (_, made) => {
    expect(await codes(made)).toEqual([]);
  });

  it.each<[string, string, Piece]>([
    ['signature', 'an input too few', model([node('Add', ['x'], ['y'])])],
    ['signature', 'an input too many', model([node('Neg', ['x', 'z'], ['y'])])],
    ['signature', 'an input left out that is needed', model([node('Add', ['x', ''], ['y'])])],
    ['signature', 'an output too many', model([node('Neg', ['x'], ['y', 'more'])])],
    [
      'signature',
      'an attribute that the operator does not have',
      model([node('Neg', ['x'], ['y'], whole('bogus', 1))]),
    ],
    ['signature', 'an attribute that is missing', model([node('Cast', ['x'], ['y'])])],
    ['signature', 'an attribute of another type', model([node('LeakyRelu', ['x'], ['y'], whole('alpha', 1))])],
    ['signature', 'an attribute twice', model([node('Cast', ['x'], ['y'], whole('to', 1), whole('to', 1))])],
    ['signature', 'a constant without a value', model([node('Constant', [], ['y'])])],
    ['signature', 'a function that is given too much', model(call('x', 'z'), [OWN, twice()])],
    ['odd-function', 'two functions of one name', model(call('x'), [OWN, twice(), twice()])],
    ['odd-function', 'a function without a set of operators', model(call('x'), [OWN, twice('other')])],
    [
      'odd-body',
      'branches of other outputs',
      model([
        node('If', ['c'], ['y'], graphOf('then_branch', ...branch('t')), graphOf('else_branch', ...branch('e', 'f'))),
      ]),
    ],
    [
      'odd-body',
      'a branch that waits for an input',
      model([
        node(
          'If',
          ['c'],
          ['y'],
          graphOf('then_branch', ...branch('t'), value(11, 'q')),
          graphOf('else_branch', ...branch('e')),
        ),
      ]),
    ],
    [
      'odd-body',
      'a loop of other outputs',
      model([node('Loop', ['', 'c', 'x'], ['y', 'more'], body(['i', 'go', 'v']))]),
    ],
    ['odd-body', 'a loop of other inputs', model([node('Loop', ['', 'c', 'x', 'z'], ['y'], body(['i', 'go', 'v']))])],
    ['tensor-size', 'sparse places out of bounds', model([...ADD, sparse(9, 3, 9)])],
    ['tensor-size', 'sparse places out of order', model([...ADD, sparse(9, 8, 3)])],
    ['tensor-size', 'more sparse places than values', model([...ADD, sparse(9, 1, 2, 3)])],
    ['tensor-size', 'a sparse tensor of no shape', model([...ADD, sparse(0, 1, 2)])],
    ['two-makers', 'two tensors of one name', model([...ADD, tensor(5, 'w', EIGHT), tensor(5, 'w', EIGHT)])],
    ['odd-type', 'a tensor without a name', model([...ADD, tensor(5, '', EIGHT)])],
    ['odd-type', 'an input without a type', model(ADD, [], [...INPUTS, bytes(11, bytes(1, 'u'))])],
    ['no-graph', 'an empty graph', [...number(1, 8), ...bytes(7), ...bytes(8, number(2, 17))]],
    ['version', 'operator sets before there were any', [...model(ADD), ...number(1, 2)]],
    ['unknown-fields', 'a version that is a list', [...model(ADD), ...bytes(1, [8])]],
    ['version', 'a version of the far future', [...model(ADD), ...number(1, 99)]],
    ['version', 'operators of the far future', model(ADD, [bytes(8, number(2, 200))])],
  ])('%s: with %s is told', async (code, _, made) => {
    expect(await codes(made)).toContain(code);
  });
});
