import { MalformedError } from '../../kernel/bytes.ts';
import { type FlatBuffer, type FlatTable, numberOf, numbersOf, tablesOf, vectorOf } from '../flatbuffer/buffer.ts';

/** Fields of TModelTrees (catboost/libs/model/flatbuffers/model.fbs). */
const FIELD = {
  outputs: 0,
  splits: 1,
  sizes: 2,
  starts: 3,
  floats: 5,
  oneHot: 6,
  counters: 7,
  leaves: 8,
  weights: 9,
  steps: 10,
  leafOf: 11,
  estimated: 13,
  biases: 16,
} as const;
/** Levels of a symmetric tree: CatBoost's own bound on depth. */
const DEEPEST = 16;

/**
 * Throws MalformedError where trees contradict themselves: stretches of the list of splits that do not follow each other,
 * splits by a border that no feature has, more or fewer leaves than the splits make.
 */
export async function assertTrees(flat: FlatBuffer, trees: FlatTable, size: number): Promise<void> {
  const fault = (text: string): MalformedError => new MalformedError(text, trees.position);
  const lengthOf = async (field: number, width: number): Promise<number> =>
    (await vectorOf(flat, trees, field, width, size))?.length ?? 0;
  const outputs = await numberOf(flat, trees, FIELD.outputs);
  const [sizes, starts, splits] = [
    await numbersOf(flat, trees, FIELD.sizes, 4, size),
    await numbersOf(flat, trees, FIELD.starts, 4, size),
    await numbersOf(flat, trees, FIELD.splits, 4, size),
  ];
  if (outputs < 1) throw fault(`${outputs} outputs`);
  if (starts.length !== 0 && starts.length !== sizes.length)
    throw fault(`${starts.length} beginnings of ${sizes.length} trees`);
  let end = 0;
  for (const [tree, length] of sizes.entries()) {
    if (length < 0 || (starts.length !== 0 && starts[tree] !== end))
      throw fault(`tree ${tree} is not where it is told`);
    end += length;
  }
  if (end !== splits.length) throw fault(`${splits.length} splits for trees of ${end}`);
  const borders = await bordersOf(flat, trees, size);
  const wild = splits.find((split) => split < 0 || split >= borders);
  if (wild !== undefined) throw fault(`split ${wild} of ${borders}`);
  const leaves = await lengthOf(FIELD.leaves, 8);
  const weights = await lengthOf(FIELD.weights, 8);
  const biases = await lengthOf(FIELD.biases, 8);
  if (leaves % outputs !== 0) throw fault(`${leaves} values for ${outputs} outputs`);
  if (weights !== 0 && weights !== leaves / outputs) throw fault(`${weights} weights for ${leaves} values`);
  if (biases !== 0 && biases !== outputs) throw fault(`${biases} biases for ${outputs} outputs`);
  const steps = await lengthOf(FIELD.steps, 4);
  if (steps === 0) return assertSymmetric(sizes, leaves / outputs, fault);
  const leafOf = await numbersOf(flat, trees, FIELD.leafOf, 4, size);
  if (steps !== splits.length || leafOf.length !== splits.length)
    throw fault(`${steps} steps for ${splits.length} nodes`);
  await assertSteps({ flat, trees, size, sizes, leafOf, leaves, outputs });
}

function assertSymmetric(sizes: readonly number[], leaves: number, fault: (text: string) => MalformedError): void {
  if (sizes.some((levels) => levels > DEEPEST)) throw fault('a tree deeper than any');
  const made = sizes.reduce((sum, levels) => sum + 2 ** levels, 0);
  if (made !== leaves) throw fault(`${leaves} leaves for splits that make ${made}`);
}

/** Splits there are to choose from: borders of numbers, values of categories, borders of counts, of what is estimated. */
async function bordersOf(flat: FlatBuffer, trees: FlatTable, size: number): Promise<number> {
  let borders = 0;
  const lists = [
    [FIELD.floats, 3],
    [FIELD.oneHot, 1],
    [FIELD.counters, 1],
    [FIELD.estimated, 3],
  ] as const;
  for (const [field, list] of lists) {
    for (const feature of await tablesOf(flat, trees, field, size)) {
      borders += (await vectorOf(flat, feature, list, 4, size))?.length ?? 0;
    }
  }
  return borders;
}

interface Steps {
  readonly flat: FlatBuffer;
  readonly trees: FlatTable;
  readonly size: number;
  readonly sizes: readonly number[];
  readonly leafOf: readonly number[];
  readonly leaves: number;
  readonly outputs: number;
}

/** Of trees of other shapes: how far on the children of a node stand, in its own tree, and which leaf it is where it has none. */
async function assertSteps({ flat, trees, size, sizes, leafOf, leaves, outputs }: Steps): Promise<void> {
  const steps = await numbersOf(flat, trees, FIELD.steps, 4, size);
  let node = 0;
  for (const length of sizes) {
    for (let index = 0; index < length; index++, node++) {
      const [left, right] = [(steps[node] ?? 0) & 0xffff, (steps[node] ?? 0) >>> 16];
      if (Math.max(left, right) >= length - index)
        throw new MalformedError(`node ${node} leads out of its tree`, trees.position);
      const leaf = leafOf[node] ?? 0;
      if (left !== 0 && right !== 0) continue;
      if (leaf < 0 || leaf >= leaves || (outputs > 1 && leaf % outputs !== 0))
        throw new MalformedError(`node ${node} is leaf ${leaf} of ${leaves}`, trees.position);
    }
  }
}
