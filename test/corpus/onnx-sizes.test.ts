import { describe, expect, it } from 'vitest';
import { onnxFormat } from '../../src/formats/onnx/reader.ts';
import { createBudget } from '../../src/kernel/budget.ts';
import { sourceOf } from '../../src/kernel/bytes.ts';
import { field, graph, joined, onnx } from './make/graphs.ts';

const raw = (...values: readonly number[]): Uint8Array => new Uint8Array(BigInt64Array.from(values.map(BigInt)).buffer);
const int64 = (name: string, values: Uint8Array, count: number): Uint8Array =>
  joined([field(1, count), field(2, 7), field(8, name), field(9, values)]);
const operator = (type: string, input: string): Uint8Array => joined([field(1, input), field(2, 'y'), field(4, type)]);

const sized = async (model: Uint8Array): Promise<unknown> => {
  const { facts } = await onnxFormat.read(sourceOf(model), { path: 'm.onnx', budget: createBudget(() => 0) });
  return facts.sized.map(({ operator: type, elements }) => [type, elements]);
};

describe('tensors whose size stands in the file', () => {
  it('are told by an initializer', async () => {
    const model = onnx(graph([operator('ConstantOfShape', 's')], [field(5, int64('s', raw(1000, 1000), 2))]));
    expect(await sized(model)).toEqual([['ConstantOfShape', 1_000_000]]);
  });

  it('are told by a constant', async () => {
    const value = field(5, joined([field(1, 'value'), field(5, int64('', raw(7, 3), 2)), field(20, 4)]));
    const constant = joined([field(2, 's'), field(4, 'Constant'), value]);
    expect(await sized(onnx(graph([constant, operator('ConstantOfShape', 's')])))).toEqual([['ConstantOfShape', 21]]);
  });

  it('are not told of other operators, nor of longer tensors', async () => {
    const long = int64('s', raw(...Array.from({ length: 40 }, () => 9)), 40);
    expect(await sized(onnx(graph([operator('ConstantOfShape', 's')], [field(5, long)])))).toEqual([]);
    expect(await sized(onnx(graph([operator('Relu', 's')], [field(5, int64('s', raw(9), 1))])))).toEqual([]);
  });
});

describe('loops that end', () => {
  it.each([
    [
      'after five rounds, with a condition that is always true',
      'CAgSAXg66gEKpwEKAW4KAWMKAXgSAXkaACIETG9vcCqQAQoEYm9keTKEAQomEgJjbxoAIghDb25zdGFudCoUCgV2YWx1ZSoIEAlCAWNKAQGgAQQSAWdaDwoBaRIKCggIARIECgIIAVoSCgRjb25kEgoKCAgBEgQKAggBWg8KAXYSCgoICAESBAoCCAFiEAoCY28SCgoICAESBAoCCAFiDwoBdhIKCggIARIECgIIAaABBRIBZyoIEAlCAWNKAQEqDxAHQgFuSggFAAAAAAAAAFoPCgF4EgoKCAgBEgQKAggBYg8KAXkSCgoICAESBAoCCAFCBAoAEBE=',
    ],
    [
      'when a value is reached, after as many rounds as there are numbers',
      'CAgSAXg61AEKkQEKAW4KAWMKAXgSAXkaACIETG9vcCp7CgRib2R5MnAKEgoBdgoBaxICY28aACIETGVzcxIBZ1oPCgFpEgoKCAgBEgQKAggBWhIKBGNvbmQSCgoICAESBAoCCAFaDwoBdhIKCggIARIECgIIAWIQCgJjbxIKCggIARIECgIIAWIPCgF2EgoKCAgBEgQKAggBoAEFEgFnKggQCUIBY0oBASoPEAdCAW5KCP////////9/Wg8KAXgSCgoICAESBAoCCAFiDwoBeRIKCggIARIECgIIAUIECgAQEQ==',
    ],
    [
      'after as many rounds as a caller says',
      'CAgSAXg62QEKpwEKAW0KAWMKAXgSAXkaACIETG9vcCqQAQoEYm9keTKEAQomEgJjbxoAIghDb25zdGFudCoUCgV2YWx1ZSoIEAlCAWNKAQGgAQQSAWdaDwoBaRIKCggIARIECgIIAVoSCgRjb25kEgoKCAgBEgQKAggBWg8KAXYSCgoICAESBAoCCAFiEAoCY28SCgoICAESBAoCCAFiDwoBdhIKCggIARIECgIIAaABBRIBZyoIEAlCAWNKAQFaDwoBeBIKCggIARIECgIIAWIPCgF5EgoKCAgBEgQKAggBQgQKABAR',
    ],
  ])('%s are not told', async (_, base64) => {
    const bytes = sourceOf(Buffer.from(base64, 'base64'));
    const { facts } = await onnxFormat.read(bytes, { path: 'm.onnx', budget: createBudget(() => 0) });
    expect(facts.endless).toEqual([]);
  });
});

const node = (type: string, inputs: readonly string[], output: string, ...more: readonly Uint8Array[]): Uint8Array =>
  joined([...inputs.map((input) => field(1, input)), field(2, output), field(4, type), ...more]);
const truth = (name: string, value: number): Uint8Array =>
  field(5, joined([field(2, 9), field(8, name), field(9, Uint8Array.of(value))]));
const read = async (model: Uint8Array) =>
  onnxFormat.read(sourceOf(model), { path: 'm.onnx', budget: createBudget(() => 0) });

describe('sizes that are worked out', () => {
  it.each([
    ['of a shape that is joined', [node('Concat', ['s', 's'], 't'), node('ConstantOfShape', ['t'], 'y')], 10_000 ** 2],
    ['of repeats that are multiplied', [node('Mul', ['s', 's'], 't'), node('Tile', ['x', 't'], 'y')], 10_000 ** 2],
    ['of tiles of tiles', [node('Tile', ['x', 's'], 'a'), node('Tile', ['a', 's'], 'y')], 10_000 ** 2],
  ])('are told %s', async (_, nodes, elements) => {
    const { facts } = await read(onnx(graph(nodes, [field(5, int64('s', raw(10_000), 1))])));
    expect(facts.sized.at(-1)?.elements).toBe(elements);
  });
});

describe('loops whose condition is worked out', () => {
  it.each([
    ['cond or true', [node('Or', ['cond', 't'], 'co')], 1],
    ['true and true', [node('And', ['t', 't'], 'co')], 1],
    ['cond and true', [node('And', ['cond', 't'], 'co')], 1],
    ['cond and false', [node('And', ['cond', 'f'], 'co')], 0],
    ['not cond', [node('Not', ['cond'], 'co')], 0],
    ['true xor false', [node('Xor', ['t', 'f'], 'co')], 1],
    ['equal to itself', [node('Equal', ['v', 'v'], 'co')], 1],
    ['true in either case', [node('Where', ['cond', 't', 't'], 'co')], 1],
  ])('%s', async (_, nodes, told) => {
    const name = (number: number, text: string) => field(number, field(1, text));
    const inner = joined([
      ...nodes.map((each) => field(1, each)),
      truth('t', 1),
      truth('f', 0),
      ...['i', 'cond', 'v'].map((text) => name(11, text)),
      ...['co', 'v'].map((text) => name(12, text)),
    ]);
    const body = field(5, joined([field(1, 'body'), field(6, inner), field(20, 5)]));
    const { facts, defects } = await read(onnx(graph([node('Loop', ['', '', 'x'], 'y', body)])));
    expect([facts.endless.length, defects]).toEqual([told, []]);
  });
});

describe('graphs whose values hang together', () => {
  it.each([
    ['a value that nobody makes', [node('Add', ['x', 'lost'], 'y')], ['no-maker']],
    ['a result that nobody makes', [node('Relu', ['x'], 'z')], ['no-maker']],
    [
      'two nodes that wait for each other',
      [node('Add', ['x', 'b'], 'a'), node('Add', ['a', 'x'], 'b'), node('Relu', ['x'], 'y')],
      ['ring'],
    ],
    ['nodes in another order', [node('Relu', ['a'], 'y'), node('Relu', ['x'], 'a')], []],
  ])('%s', async (_, nodes, codes) => {
    expect((await read(onnx(graph(nodes)))).defects.map(({ code }) => code)).toEqual(codes);
  });
});
