import { describe, expect, it } from 'vitest';
import { bytes, number, type Piece, varint } from '../../../test/support/protobuf.ts';
import { createBudget } from '../../kernel/budget.ts';
import { sourceOf } from '../../kernel/bytes.ts';
import { onnxFormat } from './reader.ts';

async function told(model: Piece): Promise<readonly string[]> {
  const context = { path: 'model.onnx', budget: createBudget(() => 0) };
  return (await onnxFormat.read(sourceOf(Uint8Array.from(model)), context)).defects.map(
    ({ code, message }) => `${code}: ${message}`,
  );
}

const [FLOAT, INT64, BOOL] = [1, 7, 9] as const;
/** A value and its sizes; one that is a text is told by name. */
const value = (
  field: number,
  name: string,
  sizes: readonly (number | string)[] | null,
  type: number = FLOAT,
): Piece => {
  const shape = sizes?.map((size) => bytes(1, typeof size === 'number' ? number(1, size) : bytes(2, size)));
  return bytes(field, bytes(1, name), bytes(2, bytes(1, number(1, type), ...(shape ? [bytes(2, ...shape)] : []))));
};
const input = (name: string, sizes: readonly (number | string)[] | null, type?: number): Piece =>
  value(11, name, sizes, type);
/** An initializer of nothing but zeros, or of these whole numbers. */
const weights = (name: string, sizes: readonly number[], type: number = FLOAT): Piece => {
  const length = sizes.reduce((all, size) => all * size, type === INT64 ? 8 : type === BOOL ? 1 : 4);
  return bytes(
    5,
    ...sizes.map((size) => number(1, size)),
    number(2, type),
    bytes(8, name),
    bytes(
      9,
      Array.from({ length }, () => 0),
    ),
  );
};
const list = (name: string, ...numbers: readonly number[]): Piece =>
  bytes(5, number(1, numbers.length), number(2, INT64), bytes(8, name), bytes(7, ...numbers.map(varint)));
const one = (name: string, content: number): Piece => bytes(5, bytes(1, name), number(3, content), number(20, 2));
const ints = (name: string, ...content: readonly number[]): Piece =>
  bytes(5, bytes(1, name), ...content.map((each) => number(8, each)), number(20, 7));

function node(type: string, inputs: readonly string[], outputs: readonly string[], ...more: readonly Piece[]): Piece {
  const names = [...inputs.map((name) => bytes(1, name)), ...outputs.map((name) => bytes(2, name))];
  return bytes(1, ...names, bytes(4, type), ...more);
}

function model(content: readonly Piece[], version = 18): Piece {
  return [...number(1, 8), ...bytes(7, ...content, bytes(2, 'g')), ...bytes(8, bytes(1, ''), number(2, version))];
}

const Y = value(12, 'y', null);
const gemm = (sizes: readonly number[], ...more: readonly Piece[]): Piece =>
  model([node('Gemm', ['x', 'w'], ['y'], ...more), weights('w', sizes), input('x', ['n', 3]), Y]);
const conv = (sizes: readonly number[], ...more: readonly Piece[]): Piece =>
  model([node('Conv', ['x', 'w'], ['y'], ...more), weights('w', sizes), input('x', ['n', 3, 9, 9]), Y]);
const two = (type: string, left: Piece, right: Piece, ...more: readonly Piece[]): Piece =>
  model([node(type, ['x', 'z'], ['y'], ...more), left, right, Y]);
const single = (type: string, ...more: readonly Piece[]): Piece =>
  model([node(type, ['x'], ['y'], ...more), input('x', [2, 3]), Y]);

describe('a network of ONNX, by the types and sizes of its values', () => {
  it.each<[string, Piece]>([
    ['a product', gemm([3, 5])],
    ['a product with the weights turned', gemm([5, 3], one('transB', 1))],
    ['a window', conv([8, 3, 3, 3], ints('kernel_shape', 3, 3), ints('pads', 1, 1, 1, 1))],
    ['a window in groups', conv([6, 1, 3, 3], one('group', 3))],
    ['values that are stretched', two('Add', input('x', [4, 1, 3]), input('z', ['n', 3]))],
    ['a shape with a rest', model([node('Reshape', ['x', 's'], ['y']), list('s', 3, 2), input('x', [2, 3]), Y])],
    [
      'a shape of as many axes as fit into no memory',
      model([
        node('Reshape', ['x', 's'], ['y']),
        input('s', [4_000_000_000], INT64),
        input('x', [2, 3]),
        value(12, 'y', null),
      ]),
    ],
    [
      'sizes that are told by name',
      model([node('Relu', ['x'], ['y']), input('x', ['n', 3]), value(12, 'y', ['m', 'k'])]),
    ],
    [
      'another number of axes than is told where nobody knows their sizes',
      model([node('Relu', ['x'], ['y']), input('x', ['n', 'm']), value(12, 'y', [1])]),
    ],
    [
      'an operator of a later set that the runtime had before',
      model([node('LayerNormalization', ['x', 'w'], ['y']), weights('w', [3]), input('x', [2, 3]), Y], 11),
    ],
  ])('with %s is sound', async (_, made) => {
    expect(await told(made)).toEqual([]);
  });

  it.each<[string, string, Piece]>([
    ['a product of what does not fit', 'Gemm is given [?, 3] and [4, 5]', gemm([4, 5])],
    ['weights that are turned', 'Gemm is given [?, 3] and [3, 5]', gemm([3, 5], one('transB', 1))],
    ['a window of other channels', 'Conv is given [?, 3, 9, 9] and [8, 4, 3, 3]', conv([8, 4, 3, 3])],
    ['a window of another size', 'and a window of [5, 5]', conv([8, 3, 3, 3], ints('kernel_shape', 5, 5))],
    ['a window that moves along one axis', 'has 1 numbers for 2 axes', conv([8, 3, 3, 3], ints('strides', 1))],
    ['groups that do not come out', 'makes 3 groups of 8', conv([8, 1, 3, 3], one('group', 3))],
    [
      'values of two types',
      'Add is given values of type 7 beside 1',
      two('Add', input('x', [2]), input('z', [2], INT64)),
    ],
    [
      'values of a type that it does not take',
      'And is given values of type 1',
      two('And', input('x', [2]), input('z', [2])),
    ],
    [
      'values of two sizes',
      'Add is given values of sizes [2, 3] and [2, 4]',
      two('Add', input('x', [2, 3]), input('z', [2, 4])),
    ],
    [
      'a join of two ranks',
      'Concat joins [2, 3] and [2]',
      two('Concat', input('x', [2, 3]), input('z', [2]), one('axis', 0)),
    ],
    [
      'a shape of other numbers',
      'Reshape makes [7] of [2, 3]',
      model([node('Reshape', ['x', 's'], ['y']), list('s', 7), input('x', [2, 3]), Y]),
    ],
    ['an order that is none', 'Transpose is told an order of [0, 0]', single('Transpose', ints('perm', 0, 0))],
    ['an axis that there is not', 'Softmax goes along axis 5 of [2, 3]', single('Softmax', one('axis', 5))],
    ['an operator of a later set', 'Gelu is in no set before 19', single('Gelu')],
    ['a value of no type', 'Cast makes values of no type', single('Cast', one('to', 0))],
    [
      'an output of another type',
      'Equal: "y" is of type 9 and is told to be of 1',
      two('Equal', input('x', [2]), input('z', [2])),
    ],
    [
      'an output of another size',
      'Relu: "y" has the sizes [2, 3] and is told to have [2, 4]',
      model([node('Relu', ['x'], ['y']), input('x', [2, 3]), value(12, 'y', [2, 4])]),
    ],
    [
      'a value in between of another type',
      'Relu: "t" is of type 1 and is told to be of 7',
      model([node('Relu', ['x'], ['t']), node('Relu', ['t'], ['y']), input('x', [2]), value(13, 't', [2], INT64), Y]),
    ],
    [
      'a tensor that is another input',
      'tensor "w" has the sizes [1, 3] and is told to have [3, 3]',
      model([node('Add', ['x', 'w'], ['y']), weights('w', [1, 3]), input('x', [3, 3]), input('w', [3, 3]), Y]),
    ],
    ['a condition that is none', 'If is given values of type 1', model([node('If', ['x'], ['y']), input('x', []), Y])],
  ])('with %s is told', async (_, message, made) => {
    expect((await told(made)).join('\n')).toContain(message);
  });
});

/** Names, as many as there are, of nothing. */
const many = <T>(count: number, one: (index: number) => T): readonly T[] =>
  Array.from({ length: count }, (_, index) => one(index));
const join = (pieces: readonly Piece[]): Piece => pieces.flat();

describe('a network of ONNX that would take all memory, or all day', () => {
  it('is told where each operator doubles the axes', async () => {
    const nodes = many(40, (at) => node('Gather', [`v${at}`, `v${at}`], [`v${at + 1}`]));
    expect(await told(model([...nodes, input('v0', [null, null, null].map(String), INT64), Y]))).toContain(
      'odd-value: Gather makes a value of 65 axes',
    );
  });

  it('is told where a value has axes by the thousand, and no node makes another list of them', async () => {
    const wide = input(
      'a',
      many(5000, () => 'n'),
    );
    const nodes = join(many(500, (at) => node('Add', ['a', 'a'], [`v${at}`])));
    expect(await told(model([nodes, wide, Y]))).toContain('odd-value: "a" has 5000 axes');
  });

  it('is told in few words', async () => {
    const inputs = many(5000, () => 'a');
    const [said = ''] = await told(
      model([
        node('Concat', [...inputs, 'b'], ['y'], one('axis', 0)),
        input(
          'a',
          many(60, () => 123_456),
        ),
        input('b', [1]),
        Y,
      ]),
    );
    expect(said).toContain('Concat joins [123456');
    expect(said.length).toBeLessThan(500);
  });

  it('is read to its end where a node has bodies by the thousand', async () => {
    const bodies = join(many(20_000, () => bytes(11, [])));
    const last = bytes(11, join(many(20_000, () => node('A', [], []))));
    const held = bytes(5, bytes(1, 'g'), bodies, last, number(20, 10));
    const said = await told(model([node('If', ['c'], ['y'], held), input('c', [1], BOOL), Y]));
    expect(said.join()).toContain('signature: If with an attribute "g"');
  });
});
