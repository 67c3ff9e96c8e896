import type { Budget } from '../../kernel/budget.ts';
import { type ByteSource, MalformedError } from '../../kernel/bytes.ts';
import type { Format, ReadContext, ReaderResult } from '../format.ts';
import { type Sequence, sequenceOver } from '../sequence.ts';
import { brokenShape } from '../tree-shape.ts';
import { claimsXgboostBinary, MAGIC } from './claims.ts';

/**
 * XGBoost's deprecated binary form (dmlc/xgboost 1.7, src/learner.cc, gbm/gbtree_model.cc, include/xgboost/tree_model.h):
 * structures of fixed size, then trees, then texts. All of it is numbers and names.
 */
export const xgboostBinaryFormat: Format<'xgboost-binary'> = {
  id: 'xgboost-binary',
  claims: claimsXgboostBinary,
  read,
};
/** Bytes of LearnerModelParamLegacy, GBTreeModelParam, GBLinearModel's, TreeParam, a node, and its statistics. */
const LEARNER = 136;
const GBTREE = 160;
const GBLINEAR = 136;
const TREE = 148;
const NODE_LINKS = 20;
const NODE_STATISTICS = 16;
const LONGEST_NAME = 64;
const NUM_FEATURE = 4;
const NUM_CLASS = 8;
/** Zero before 1.6. */
const NUM_TARGET = 28;
const WITH_ATTRIBUTES = 12;
const WITH_METRICS = 16;
const SIZE_LEAF_VECTOR = 20;

async function read(source: ByteSource, { budget }: ReadContext): Promise<ReaderResult<'xgboost-binary'>> {
  const fields = sequenceOver(source, MAGIC.length);
  const { features, groups, withAttributes, withMetrics } = await learnerOf(fields);
  const objective = await name(fields);
  const booster = await name(fields);
  const trees =
    booster === 'gblinear' ? await skipLinear(fields) : await readTrees(fields, { booster, features, groups }, budget);
  if (withAttributes) await skipTexts(fields, 2, budget);
  if (objective === 'count:poisson' && fields.left() > 0) await skipText(fields);
  // Since 1.0 their names stand among the attributes.
  if (withMetrics && fields.left() > 0) await skipTexts(fields, 1, budget);
  if (fields.left() !== 0) throw new MalformedError(`${fields.left()} bytes after the model`, fields.position());
  const facts = { format: 'xgboost-binary', objective, booster, trees } as const;
  return { facts, parts: [], defects: [], coverage: 'structure' };
}

interface Learner {
  readonly features: number;
  readonly groups: number;
  /** Whether attributes and metrics follow the booster. */
  readonly withAttributes: boolean;
  readonly withMetrics: boolean;
}

async function learnerOf(fields: Sequence): Promise<Learner> {
  const learner = await fields.bytes(LEARNER);
  const view = new DataView(learner.buffer, learner.byteOffset, LEARNER);
  const classes = view.getInt32(NUM_CLASS, true);
  if (classes < 0) throw new MalformedError(`${classes} classes`, MAGIC.length);
  return {
    features: view.getUint32(NUM_FEATURE, true),
    groups: Math.max(1, classes) * Math.max(1, view.getUint32(NUM_TARGET, true)),
    withAttributes: view.getInt32(WITH_ATTRIBUTES, true) !== 0,
    withMetrics: view.getInt32(WITH_METRICS, true) !== 0,
  };
}

async function name(fields: Sequence): Promise<string> {
  const at = fields.position();
  const length = await fields.u64();
  if (length > LONGEST_NAME) throw new MalformedError(`a name of ${length} bytes`, at);
  const text = new TextDecoder('latin1').decode(await fields.bytes(length));
  if (!/^[\w:-]+$/.test(text)) throw new MalformedError('a name with other characters than names have', at);
  return text;
}

async function skipLinear(fields: Sequence): Promise<number> {
  fields.skip(GBLINEAR);
  fields.skip(4 * (await fields.u64()));
  return 0;
}

interface Booster {
  readonly booster: string;
  readonly features: number;
  readonly groups: number;
}

async function readTrees(fields: Sequence, { booster, features, groups }: Booster, budget: Budget): Promise<number> {
  const trees = await fields.i32();
  if (trees < 0) throw new MalformedError(`${trees} trees`, fields.position());
  fields.skip(GBTREE - 4);
  for (let tree = 0; tree < trees; tree++) {
    budget.spend('opcodes', 1);
    if (tree % 1024 === 0) budget.checkTime();
    const at = fields.position();
    const shape = await fields.bytes(TREE);
    const view = new DataView(shape.buffer, shape.byteOffset, TREE);
    const nodes = view.getInt32(4, true);
    if (nodes < 1) throw new MalformedError(`a tree of ${nodes} nodes`, at);
    const vector = view.getInt32(SIZE_LEAF_VECTOR, true);
    const wrong = brokenNodes(await fields.bytes(nodes * NODE_LINKS), nodes, features);
    if (wrong !== null) throw new MalformedError(`tree ${tree}: ${wrong}`, at);
    fields.skip(nodes * NODE_STATISTICS);
    if (vector > 1) fields.skip(4 * (await fields.u64()));
  }
  for (let tree = 0; tree < trees; tree++) {
    const group = await fields.i32();
    if (group < 0 || group >= groups)
      throw new MalformedError(`a tree of group ${group} of ${groups}`, fields.position());
  }
  if (booster === 'dart' && trees > 0) {
    const drops = await fields.u64();
    if (drops !== trees) throw new MalformedError(`${drops} weights for ${trees} trees`, fields.position());
    fields.skip(4 * drops);
  }
  return trees;
}

/** Of a node that was pruned, and what is no part of the number of its feature, or of its parent. */
const DELETED = 0xffffffff;
const LOW_BITS = 0x7fffffff;

/** Each node is its parent, two children, its feature and a number. */
function brokenNodes(held: Uint8Array, nodes: number, features: number): string | null {
  const view = new DataView(held.buffer, held.byteOffset, held.byteLength);
  const at = (node: number, field: number): number => view.getInt32(node * NODE_LINKS + 4 * field, true);
  const isDeleted = (node: number): boolean => view.getUint32(node * NODE_LINKS + 12, true) === DELETED;
  const wrong = brokenShape({
    nodes,
    left: (node) => at(node, 1),
    right: (node) => (at(node, 1) === -1 ? -1 : at(node, 2)),
    parent: (node) => at(node, 0) & LOW_BITS,
    isDeleted,
  });
  if (wrong !== null) return wrong;
  for (let node = 0; node < nodes; node++) {
    const feature = at(node, 3) & LOW_BITS;
    if (isDeleted(node) || at(node, 1) === -1 || features === 0 || feature < features) continue;
    return `node ${node} asks for feature ${feature} of ${features}`;
  }
  return null;
}

async function skipTexts(fields: Sequence, each: number, budget: Budget): Promise<void> {
  const count = await fields.u64();
  for (let index = 0; index < count * each; index++) {
    budget.spend('opcodes', 1);
    await skipText(fields);
  }
}

async function skipText(fields: Sequence): Promise<void> {
  fields.skip(await fields.u64());
}
