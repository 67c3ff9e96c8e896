import { describe, expect, it } from 'vitest';
import { createBudget } from '../../kernel/budget.ts';
import { sourceOf } from '../../kernel/bytes.ts';
import { xgboostBinaryFormat } from './reader.ts';

const read = (bytes: Uint8Array) =>
  xgboostBinaryFormat.read(sourceOf(bytes), { path: 'x.model', budget: createBudget(() => 0) });

interface Shape {
  readonly left?: number;
  readonly right?: number;
  readonly parent?: number;
  readonly feature?: number;
  readonly group?: number;
  readonly targets?: number;
  readonly metrics?: number;
}

/** A model of two features and one tree of three nodes, as XGBoost before 3.1 wrote it. */
function model({ left = 1, right = 2, parent = 0, feature = 1, group = 0, targets = 0, metrics = 0 }: Shape): Buffer {
  const learner = Buffer.alloc(136);
  learner.writeUInt32LE(2, 4);
  learner.writeInt32LE(metrics, 16);
  learner.writeUInt32LE(targets, 28);
  const text = (value: string): Buffer => {
    const size = Buffer.alloc(8);
    size.writeUInt32LE(value.length);
    return Buffer.concat([size, Buffer.from(value)]);
  };
  const booster = Buffer.alloc(160);
  booster.writeInt32LE(1);
  const tree = Buffer.alloc(148);
  tree.writeInt32LE(3, 4);
  const node = (...fields: readonly number[]): Buffer => {
    const bytes = Buffer.alloc(20);
    for (const [index, field] of fields.entries()) bytes.writeInt32LE(field, 4 * index);
    return bytes;
  };
  const nodes = [node(-1, left, right, feature), node(parent, -1, -1), node(0, -1, -1)];
  const groups = Buffer.alloc(4);
  groups.writeInt32LE(group);
  const parts = [learner, text('reg:linear'), text('gbtree'), booster, tree, ...nodes, Buffer.alloc(48), groups];
  return Buffer.concat([Buffer.from('binf'), ...parts]);
}

describe('the binary form of XGBoost', () => {
  it.each<[string, Shape]>([
    ['one output', {}],
    ['two outputs', { targets: 2, group: 1 }],
    ['metrics that stand among the attributes', { metrics: 1 }],
    ['a child that is the left one', { parent: -0x80000000 }],
  ])('is read: %s', async (_, shape) => {
    expect((await read(model(shape))).facts).toMatchObject({ booster: 'gbtree', trees: 1 });
  });

  it.each<[string, Shape]>([
    ['node 0 leads to 3 of 3', { left: 3 }],
    ['node 0 leads to -1 of 3', { right: -1 }],
    ['node 0 is reached twice', { left: 0 }],
    ['node 2 is reached twice', { left: 2 }],
    ['node 1 denies that 0 leads to it', { parent: 2 }],
    ['node 0 asks for feature 2 of 2', { feature: 2 }],
    ['a tree of group 1 of 1', { group: 1 }],
  ])('is malformed where %s', async (message, shape) => {
    await expect(read(model(shape))).rejects.toThrow(message);
  });
});
