import type { Budget } from '../../kernel/budget.ts';
import { type ByteSource, MalformedError } from '../../kernel/bytes.ts';
import type { Format, ReadContext, ReaderResult } from '../format.ts';
import { type Sequence, sequenceOver } from '../sequence.ts';

/**
 * XGBoost's deprecated binary form (dmlc/xgboost 1.7, src/learner.cc, gbm/gbtree_model.cc, include/xgboost/tree_model.h):
 * structures of fixed size, then trees, then texts. All of it is numbers and names.
 */
export const xgboostBinaryFormat: Format<'xgboost-binary'> = {
  id: 'xgboost-binary',
  claims: (_path, head) => MAGIC.every((byte, at) => head[at] === byte),
  read,
};

/** `binf` */
const MAGIC = [0x62, 0x69, 0x6e, 0x66];
/** Bytes of LearnerModelParamLegacy, GBTreeModelParam, GBLinearModel's, TreeParam, a node, and its statistics. */
const LEARNER = 136;
const GBTREE = 160;
const GBLINEAR = 136;
const TREE = 148;
const NODE = 20 + 16;
const LONGEST_NAME = 64;
const WITH_ATTRIBUTES = 12;
const WITH_METRICS = 16;
const SIZE_LEAF_VECTOR = 20;

async function read(source: ByteSource, { budget }: ReadContext): Promise<ReaderResult<'xgboost-binary'>> {
  const fields = sequenceOver(source, MAGIC.length);
  const [withAttributes, withMetrics] = await extrasOf(fields);
  const objective = await name(fields);
  const booster = await name(fields);
  const trees = booster === 'gblinear' ? await skipLinear(fields) : await skipTrees(fields, booster, budget);
  if (withAttributes) await skipTexts(fields, 2, budget);
  if (objective === 'count:poisson' && fields.left() > 0) await skipText(fields);
  if (withMetrics) await skipTexts(fields, 1, budget);
  if (fields.left() !== 0) throw new MalformedError(`${fields.left()} bytes after the model`, fields.position());
  const facts = { format: 'xgboost-binary', objective, booster, trees } as const;
  return { facts, parts: [], defects: [], coverage: 'structure' };
}

/** Whether attributes and metrics follow the booster. */
async function extrasOf(fields: Sequence): Promise<readonly [boolean, boolean]> {
  const learner = await fields.bytes(LEARNER);
  const view = new DataView(learner.buffer, learner.byteOffset, LEARNER);
  return [view.getInt32(WITH_ATTRIBUTES, true) !== 0, view.getInt32(WITH_METRICS, true) !== 0];
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

async function skipTrees(fields: Sequence, booster: string, budget: Budget): Promise<number> {
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
    fields.skip(nodes * NODE);
    if (vector > 1) fields.skip(4 * (await fields.u64()));
  }
  fields.skip(4 * trees);
  if (booster === 'dart' && trees > 0) fields.skip(4 * (await fields.u64()));
  return trees;
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
