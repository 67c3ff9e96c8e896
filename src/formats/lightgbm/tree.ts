import { brokenShape } from '../tree-shape.ts';

/** Lists of a tree as text (src/io/tree.cpp of microsoft/LightGBM), with a value for each node that asks; the first four every release writes. */
const OF_NODES = [
  'split_feature',
  'threshold',
  'left_child',
  'right_child',
  'split_gain',
  'decision_type',
  'internal_value',
  'internal_weight',
  'internal_count',
];
const NEEDED_OF_NODES = 4;
/** With a value for each leaf; the first every release writes. */
const OF_LEAVES = ['leaf_value', 'leaf_weight', 'leaf_count'];
const NUMBER = /^[+-]?(?:\d+\.?\d*(?:e[+-]?\d+)?|inf(?:inity)?|nan)$/i;
const MOST_LEAVES = 2 ** 27;

/** What is wrong with a tree, given its lines, or null. */
export function brokenTree(lines: ReadonlyMap<string, string>, features: number): string | null {
  const leaves = wholeOf(lines.get('num_leaves'));
  const categories = wholeOf(lines.get('num_cat'));
  if (leaves === null || leaves < 1 || leaves > MOST_LEAVES) return 'no number of leaves';
  if (categories === null) return 'no number of categories';
  const tree: Tree = { lines, leaves, categories, features };
  return brokenLists(tree) ?? brokenNodes(tree) ?? brokenCategories(tree) ?? brokenLinear(tree);
}

export function wholeOf(text: string | undefined): number | null {
  return text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : null;
}

interface Tree {
  readonly lines: ReadonlyMap<string, string>;
  readonly leaves: number;
  readonly categories: number;
  readonly features: number;
}

function listOf({ lines }: Tree, name: string): readonly string[] {
  return (lines.get(name) ?? '').split(' ').filter((word) => word !== '');
}

function numbersOf(tree: Tree, name: string): readonly number[] {
  return listOf(tree, name).map(Number);
}

function brokenLists(tree: Tree): string | null {
  const shrinkage = tree.lines.get('shrinkage');
  if (shrinkage !== undefined && !NUMBER.test(shrinkage)) return 'a shrinkage that is no number';
  for (const [index, name] of OF_NODES.entries()) {
    const wrong = brokenList(tree, name, { count: tree.leaves - 1, isNeeded: index < NEEDED_OF_NODES });
    if (wrong !== null) return wrong;
  }
  for (const [index, name] of OF_LEAVES.entries()) {
    const wrong = brokenList(tree, name, { count: tree.leaves, isNeeded: index === 0 });
    if (wrong !== null) return wrong;
  }
  return null;
}

function brokenList(
  tree: Tree,
  name: string,
  { count, isNeeded }: { count: number; isNeeded: boolean },
): string | null {
  const values = listOf(tree, name);
  if (values.length === 0 && !isNeeded) return null;
  if (values.length !== count) return `${values.length} of ${count} ${name}`;
  return values.every((value) => NUMBER.test(value)) ? null : `${name} that are no numbers`;
}

/** A child from zero is a node that asks, one below zero a leaf, counted from -1. */
function brokenNodes(tree: Tree): string | null {
  const { leaves, features } = tree;
  const asking = leaves - 1;
  if (asking === 0) return null;
  const outside = numbersOf(tree, 'split_feature').findIndex((feature) => !(feature >= 0 && feature < features));
  if (outside >= 0) return `node ${outside} asks for a feature past ${features}`;
  const [left, right] = [numbersOf(tree, 'left_child'), numbersOf(tree, 'right_child')];
  const child = (at: number | undefined): number => (at === undefined || at >= 0 ? (at ?? -1) : asking + (-1 - at));
  // Ahead of all that ask stand they, behind them the leaves.
  return brokenShape({
    nodes: asking + leaves,
    left: (node) => (node < asking ? child(left[node]) : -1),
    right: (node) => (node < asking ? child(right[node]) : -1),
  });
}

const IS_CATEGORICAL = 1;

/** The threshold of a node that asks for categories is a stretch of bits. */
function brokenCategories(tree: Tree): string | null {
  const { categories } = tree;
  const thresholds = numbersOf(tree, 'threshold');
  for (const [node, kind] of numbersOf(tree, 'decision_type').entries()) {
    const stretch = thresholds[node] ?? 0;
    if ((kind & IS_CATEGORICAL) !== 0 && !(Number.isInteger(stretch) && stretch >= 0 && stretch < categories)) {
      return `node ${node} asks for categories ${stretch} of ${categories}`;
    }
  }
  if (categories === 0) return null;
  const bounds = numbersOf(tree, 'cat_boundaries');
  const bits = numbersOf(tree, 'cat_threshold');
  if (bounds.length !== categories + 1 || bounds[0] !== 0) return `${bounds.length} bounds of ${categories} categories`;
  if (bounds.some((bound, index) => !(bound >= (bounds[index - 1] ?? 0)))) return 'bounds of categories out of order';
  return bounds.at(-1) === bits.length && bits.every(Number.isInteger)
    ? null
    : 'categories that do not fit their bounds';
}

/** Leaves that are linear in some features. */
function brokenLinear(tree: Tree): string | null {
  if (tree.lines.get('is_linear') !== '1') return null;
  const counts = numbersOf(tree, 'num_features');
  if (numbersOf(tree, 'leaf_const').length !== tree.leaves || counts.length !== tree.leaves)
    return 'leaves that are not linear';
  const terms = counts.reduce((sum, count) => sum + count, 0);
  const features = numbersOf(tree, 'leaf_features');
  if (features.length !== terms || features.some((feature) => !(feature >= 0 && feature < tree.features)))
    return 'terms of leaves that do not fit';
  return numbersOf(tree, 'leaf_coeff').length === terms ? null : 'terms of leaves without their factors';
}
