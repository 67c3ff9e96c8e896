import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { brokenXgboost, isXgboost } from './model.ts';

type Node = Record<string, unknown>;

const genuine = (name: string): Node =>
  JSON.parse(
    readFileSync(new URL(`../../../test/corpus/genuine/packages/${name}.json`, import.meta.url), 'utf8'),
  ) as Node;

/** Puts a value where a path of keys leads; undefined takes away what stands there. */
function put(model: Node, path: string, value: unknown): Node {
  const keys = path.split('.');
  const last = keys.pop() ?? '';
  let at = model;
  for (const key of keys) at = at[key] as Node;
  if (value === undefined) delete at[last];
  else at[last] = value;
  return model;
}

/** Three nodes, one of which asks for categories. */
function small(): Node {
  const tree = {
    tree_param: { num_nodes: '3', num_deleted: '0', num_feature: '2', size_leaf_vector: '1' },
    id: 0,
    left_children: [1, -1, -1],
    right_children: [2, -1, -1],
    parents: [2147483647, 0, 0],
    split_indices: [1, 0, 0],
    split_conditions: [0.5, 1, 2],
    default_left: [1, 0, 0],
    base_weights: [0, 1, 2],
    loss_changes: [0, 0, 0],
    sum_hessian: [3, 1, 2],
    split_type: [1, 0, 0],
    categories_nodes: [0],
    categories_segments: [0],
    categories_sizes: [2],
    categories: [1, 3],
  };
  const model = {
    gbtree_model_param: { num_trees: '1', num_parallel_tree: '1' },
    trees: [tree],
    tree_info: [0],
    iteration_indptr: [0, 1],
  };
  return {
    version: [3, 2, 0],
    learner: {
      attributes: {},
      feature_names: ['a', 'b'],
      feature_types: [],
      objective: { name: 'reg:squarederror' },
      learner_model_param: { num_feature: '2', num_class: '0', num_target: '1', base_score: '[5E-1]' },
      gradient_booster: { name: 'gbtree', model },
    },
  };
}

const LEARNER = 'learner.learner_model_param';
const MODEL = 'learner.gradient_booster.model';
const TREE = `${MODEL}.trees.0`;

describe('a model of XGBoost', () => {
  it.each([small(), genuine('xgboost')])('is sound (%#)', (model) => {
    expect(isXgboost(model)).toBe(true);
    expect(brokenXgboost(model)).toBe(null);
  });

  it.each<[string, unknown, string]>([
    ['version', [3, 2], 'no version'],
    ['learner.gradient_booster', undefined, 'no booster'],
    ['learner.gradient_booster.name', 'gbtreex', 'no booster'],
    ['learner.objective.name', '', 'no objective'],
    [`${LEARNER}.num_feature`, '-1', 'no parameters'],
    [`${LEARNER}.num_feature`, '3', '2 feature_names of 3'],
    [`${LEARNER}.base_score`, 'abc', 'no parameters'],
    ['learner.feature_names', ['a', 7], 'no texts'],
    ['learner.attributes', { a: 1 }, 'no texts'],
    [MODEL, undefined, 'no trees'],
    [`${MODEL}.gbtree_model_param.num_trees`, '2', '2 trees told, 1 there'],
    [`${MODEL}.tree_info`, [], 'groups of other'],
    [`${MODEL}.tree_info`, [1], 'a group that is none of 1'],
    [`${MODEL}.iteration_indptr`, [0, 2], 'rounds'],
    [`${MODEL}.iteration_indptr`, [1, 0, 1], 'rounds'],
    [`${TREE}.id`, 4, 'no number of its own'],
    [`${TREE}.tree_param.num_nodes`, '0', 'no number of nodes'],
    [`${TREE}.tree_param.num_nodes`, '4', '3 left_children for 4 nodes'],
    ['learner.objective.reg_loss_param', { scale_pos_weight: '' }, 'parameters are none'],
    [`${LEARNER}.num_target`, '0', 'no parameters'],
    [`${LEARNER}.boost_from_average`, 'abc', 'no parameters'],
    [`${LEARNER}.num_class`, 0, 'no parameters'],
    [`${TREE}.tree_param.num_deleted`, '1', '1 nodes are told to be pruned, and 0 are'],
    [`${TREE}.tree_param.size_leaf_vector`, '', 'no number of size_leaf_vector'],
    [`${TREE}.split_type`, [2, 0, 0], 'a split of no type'],
    [`${TREE}.categories_nodes`, undefined, 'without their categories'],
    [`${TREE}.categories_nodes`, [1], 'node 0 asks for categories that are not there'],
    [`${TREE}.parents`, undefined, 'no list of parents'],
    [`${TREE}.split_conditions`, ['a', 1, 2], 'no numbers'],
    [`${TREE}.left_children`, [-1, -1, -1], 'leads to -1'],
    [`${TREE}.left_children`, [3, -1, -1], 'leads to 3 of 3'],
    [`${TREE}.left_children`, [0, -1, -1], 'node 0 is reached twice'],
    [`${TREE}.left_children`, [2, -1, -1], 'node 2 is reached twice'],
    [`${TREE}.parents`, [2147483647, 2, 0], 'node 1 denies'],
    [`${TREE}.split_indices`, [2, 0, 0], 'feature 2 of 2'],
    [`${TREE}.base_weights`, [0, 1], '2 base_weights for 3 nodes'],
    [`${TREE}.categories_nodes`, [0, 5], 'do not fit'],
    [`${TREE}.categories_sizes`, [], 'do not fit'],
    [`${TREE}.categories_sizes`, [3], '2 categories, of which 3 are told'],
    [`${TREE}.categories_segments`, [1], 'do not follow'],
    [`${TREE}.categories`, undefined, 'without their lists'],
  ])('with %s as %j is broken: %s', (path, value, message) => {
    expect(brokenXgboost(put(small(), path, value))).toContain(message);
  });

  it('of two nodes that lead nowhere else is broken', () => {
    const model = put(put(small(), `${TREE}.left_children`, [-1, -1, -1]), `${TREE}.right_children`, [-1, -1, -1]);
    expect(brokenXgboost(model)).toContain('nothing leads to node 1');
  });

  it('may have pruned nodes', () => {
    const model = put(put(small(), `${TREE}.left_children`, [-1, 7, -1]), `${TREE}.right_children`, [-1, 7, -1]);
    const pruned = put(model, `${TREE}.split_indices`, [0, 0x7fffffff, 0x7fffffff]);
    expect(brokenXgboost(put(pruned, `${TREE}.tree_param.num_deleted`, '2'))).toBe(null);
  });

  it('of weights has one for each feature, and a bias', () => {
    const booster = { name: 'gblinear', model: { weights: [1, 2, 3] } };
    expect(brokenXgboost(put(small(), 'learner.gradient_booster', booster))).toBe(null);
    booster.model.weights.pop();
    expect(brokenXgboost(put(small(), 'learner.gradient_booster', booster))).toBe('2 weights for 2 features');
  });

  it('that drops trees says how much of each', () => {
    const gbtree = { ...((small()['learner'] as Node)['gradient_booster'] as Node) };
    const booster = { name: 'dart', gbtree, weight_drop: [1] };
    expect(brokenXgboost(put(small(), 'learner.gradient_booster', booster))).toBe(null);
    expect(brokenXgboost(put(small(), 'learner.gradient_booster', { ...booster, weight_drop: [] }))).toContain(
      'weights',
    );
  });

  it('of several outputs names leaves that are there', () => {
    const several = (leaves: unknown): Node =>
      put(put(small(), `${TREE}.right_children`, [2, 0, 1]), `${TREE}.leaf_weights`, leaves);
    expect(brokenXgboost(several([1, 2]))).toBe(null);
    expect(brokenXgboost(several([1]))).toContain('node 2 is leaf 1 of 1');
    expect(brokenXgboost(several(['a']))).toContain('do not fit');
  });
});
