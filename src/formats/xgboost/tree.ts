import { brokenShape } from '../tree-shape.ts';
import { type Column, columnOf, countOf, firstOutside, isEvery, partOf } from './columns.ts';

/** Lists with a value for each node; the first eight every release writes. */
const LISTS = [
  'left_children',
  'right_children',
  'parents',
  'split_indices',
  'split_conditions',
  'default_left',
  'loss_changes',
  'sum_hessian',
  'leaf_child_counts',
  'split_type',
];
const NEEDED = 8;
/** Of trees with several outputs a release wrote these alone. */
const NEEDED_OF_SEVERAL = 6;
/** Of a node that was pruned (include/xgboost/tree_model.h, kDeletedNodeMarker), with and without its highest bit. */
const DELETED = [0xffffffff, 0x7fffffff, -1];
/** Nodes of one tree: far more than any has, far less than what takes long. */
const MOST_NODES = 2 ** 28;

/** What is wrong with one tree of a model, or null (src/tree/io_utils.h and doc/model.schema of dmlc/xgboost). */
export function brokenTree(tree: unknown, features: number): string | null {
  const nodes = countOf(partOf(tree, 'tree_param', 'num_nodes'));
  if (nodes === null || nodes < 1 || nodes > MOST_NODES) return 'no number of nodes';
  const isSeveral = (countOf(partOf(tree, 'tree_param', 'size_leaf_vector')) ?? 0) > 1;
  const lists = new Map<string, Column>();
  for (const [index, name] of LISTS.entries()) {
    const value = partOf(tree, name);
    if (value === undefined && index >= (isSeveral ? NEEDED_OF_SEVERAL : NEEDED)) continue;
    const column = columnOf(value);
    if (column === null) return `no list of ${name}`;
    if (column.length !== nodes) return `${column.length} ${name} for ${nodes} nodes`;
    if (!isEvery(column, isNumeric)) return `${name} that are no numbers`;
    lists.set(name, column);
  }
  const leaves = leavesOf(tree);
  if (leaves === 'broken') return 'leaf_weights that do not fit';
  return (
    brokenNodes(lists, { nodes, features, leaves }) ??
    brokenParameters(tree, lists, nodes) ??
    brokenWeights(tree, nodes) ??
    brokenCategories(tree, nodes)
  );
}

/** Python writes NaN as NaN, which is read as null. */
function isNumeric(value: unknown): boolean {
  return typeof value === 'number' || typeof value === 'boolean' || value === null;
}

interface Sizes {
  readonly nodes: number;
  readonly features: number;
  /** Leaves of several outputs that stand in a list of their own; null for the trees of most models. */
  readonly leaves: number | null;
}

function leavesOf(tree: unknown): number | null | 'broken' {
  const weights = partOf(tree, 'leaf_weights');
  if (weights === undefined) return null;
  const column = columnOf(weights);
  const size = countOf(partOf(tree, 'tree_param', 'size_leaf_vector')) ?? 0;
  if (column === null || size < 1 || column.length % size !== 0 || !isEvery(column, isNumeric)) return 'broken';
  return column.length === 0 ? null : column.length / size;
}

function brokenNodes(lists: ReadonlyMap<string, Column>, { nodes, features, leaves }: Sizes): string | null {
  const at = (name: string, node: number): number => Number(lists.get(name)?.at(node));
  const isDeleted = (node: number): boolean => DELETED.includes(at('split_indices', node));
  const wrong = brokenShape({
    nodes,
    left: (node) => at('left_children', node),
    // A leaf that has a list of its own says there which it is.
    right: (node) => (leaves !== null && at('left_children', node) === -1 ? -1 : at('right_children', node)),
    parent: (node) => at('parents', node),
    isDeleted,
  });
  if (wrong !== null) return wrong;
  for (let node = 0; node < nodes; node++) {
    const feature = at('split_indices', node);
    if (isDeleted(node)) continue;
    if (at('left_children', node) === -1) {
      const leaf = at('right_children', node);
      if (leaves !== null && !(leaf >= 0 && leaf < leaves)) return `node ${node} is leaf ${leaf} of ${leaves}`;
      continue;
    }
    if (!Number.isInteger(feature) || feature < 0 || (features > 0 && feature >= features)) {
      return `node ${node} asks for feature ${feature} of ${features}`;
    }
  }
  return null;
}

/** Numbers that are told as texts; how many nodes were pruned; which nodes ask for categories. */
function brokenParameters(tree: unknown, lists: ReadonlyMap<string, Column>, nodes: number): string | null {
  for (const name of ['num_deleted', 'num_feature', 'size_leaf_vector']) {
    const told = partOf(tree, 'tree_param', name);
    if (told !== undefined && countOf(told) === null) return `no number of ${name}`;
  }
  const types = lists.get('split_type');
  if (types !== undefined && firstOutside(types, 0, 2) >= 0) return 'a split of no type';
  const asking = columnOf(partOf(tree, 'categories_nodes'));
  if (types !== undefined && asking === null) return 'splits by type without their categories';
  let deleted = 0;
  const categorical = new Set<unknown>();
  for (let index = 0; index < (asking?.length ?? 0); index++) categorical.add(asking?.at(index));
  for (let node = 0; node < nodes; node++) {
    if (DELETED.includes(Number(lists.get('split_indices')?.at(node)))) deleted += 1;
    else if (types?.at(node) === 1 && lists.get('left_children')?.at(node) !== -1 && !categorical.has(node)) {
      return `node ${node} asks for categories that are not there`;
    }
  }
  const told = countOf(partOf(tree, 'tree_param', 'num_deleted')) ?? deleted;
  return told === deleted ? null : `${told} nodes are told to be pruned, and ${deleted} are`;
}

/** A node of several outputs has as many weights. */
function brokenWeights(tree: unknown, nodes: number): string | null {
  const size = Math.max(1, countOf(partOf(tree, 'tree_param', 'size_leaf_vector')) ?? 1);
  const weights = columnOf(partOf(tree, 'base_weights'));
  if (weights === null) return 'no list of base_weights';
  if (weights.length !== nodes && weights.length !== nodes * size) {
    return `${weights.length} base_weights for ${nodes} nodes`;
  }
  return isEvery(weights, isNumeric) ? null : 'base_weights that are no numbers';
}

/** Nodes that ask for categories: in order, each with a stretch of the list. */
function brokenCategories(tree: unknown, nodes: number): string | null {
  if (partOf(tree, 'categories_nodes') === undefined) return null;
  const [asking, starts, sizes, all] = [
    'categories_nodes',
    'categories_segments',
    'categories_sizes',
    'categories',
  ].map((name) => columnOf(partOf(tree, name)));
  if (!asking || !starts || !sizes || !all) return 'categories without their lists';
  if (asking.length !== starts.length || asking.length !== sizes.length) return 'lists of categories that do not fit';
  if (firstOutside(asking, 0, nodes) >= 0) return 'categories of no node';
  if (firstOutside(all, 0, 2 ** 31) >= 0) return 'a category that is none';
  let end = 0;
  for (let index = 0; index < asking.length; index++) {
    const [start, size] = [starts.at(index), sizes.at(index)];
    if (start !== end || typeof size !== 'number' || !(size >= 0)) return 'categories that do not follow each other';
    if (index > 0 && Number(asking.at(index)) <= Number(asking.at(index - 1))) return 'categories out of order';
    end += size;
  }
  return end === all.length ? null : `${all.length} categories, of which ${end} are told`;
}
