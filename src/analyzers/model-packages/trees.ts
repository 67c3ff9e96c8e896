import { isJsonObject, type Json, member } from '../../kernel/json.ts';
import { BROKEN_TREES, type Judged } from './rules.ts';

/** A model of XGBoost as JSON: each tree has as many values of each sort as nodes, and children among its nodes. */
export function* judgeXgboost(value: Json): Iterable<Judged> {
  const learner = member(value, 'learner');
  if (!isJsonObject(learner) || !Array.isArray(member(value, 'version'))) return;
  const booster = member(learner, 'gradient_booster');
  const model = member(booster, 'model') ?? member(member(booster, 'gbtree'), 'model');
  const trees = member(model, 'trees');
  if (!Array.isArray(trees)) return;
  const told = Number(member(member(model, 'gbtree_model_param'), 'num_trees') ?? trees.length);
  if (told !== trees.length) yield { rule: BROKEN_TREES, operation: `${told} trees told, ${trees.length} there` };
  for (const [index, tree] of trees.entries()) {
    const wrong = brokenTree(tree as Json);
    if (wrong === null) continue;
    yield { rule: BROKEN_TREES, operation: `tree ${index}: ${wrong}` };
    return;
  }
}

const COLUMNS = ['left_children', 'right_children', 'parents', 'split_indices', 'split_conditions', 'base_weights'];

function brokenTree(tree: Json): string | null {
  const nodes = Number(member(member(tree, 'tree_param'), 'num_nodes'));
  if (!Number.isSafeInteger(nodes) || nodes < 1) return `${nodes} nodes`;
  for (const column of COLUMNS) {
    const values = member(tree, column);
    if (!Array.isArray(values)) continue;
    if (column !== 'base_weights' && values.length !== nodes) return `${values.length} ${column} for ${nodes} nodes`;
    if (
      column.endsWith('children') &&
      values.some((child) => typeof child !== 'number' || child < -1 || child >= nodes)
    ) {
      return `${column} that point nowhere`;
    }
  }
  return null;
}
