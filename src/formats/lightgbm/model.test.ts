import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { brokenModel } from './model.ts';

const GENUINE = readFileSync(
  new URL('../../../test/corpus/genuine/packages/lightgbm.txt', import.meta.url),
  'utf8',
).split('\n');

/** One tree of three leaves, of which one node asks for categories and the leaves are linear. */
const SMALL = `tree
version=v4
num_class=1
num_tree_per_iteration=1
label_index=0
max_feature_idx=1
objective=binary sigmoid:1
feature_names=a b
feature_infos=[0:1] 3:1:2
tree_sizes=1

Tree=0
num_leaves=3
num_cat=1
split_feature=0 1
split_gain=1 2
threshold=0.5 0
decision_type=2 1
left_child=1 -1
right_child=-2 -3
leaf_value=0.1 0.2 -1e-05
leaf_weight=
leaf_count=4 5 6
internal_value=0 0
cat_boundaries=0 1
cat_threshold=6
is_linear=1
leaf_const=1 2 3
num_features=1 0 0
leaf_features=1
leaf_coeff=0.5
shrinkage=0.1


end of trees

feature_importances:
a=1

parameters:
[boosting: gbdt]
end of parameters

pandas_categorical:[["x", NaN]]
`;

/** Puts a value behind a key, or takes the line away. */
function put(key: string, value: string | null): readonly string[] {
  return SMALL.split('\n').flatMap((line) => {
    if (!line.startsWith(key)) return [line];
    return value === null ? [] : [key + value];
  });
}

describe('a model of LightGBM', () => {
  it.each([['small', SMALL.split('\n')] as const, ['genuine', GENUINE] as const])('is sound: %s', (_, lines) => {
    expect(brokenModel(lines)).toBe(null);
  });

  it.each<[string, string | null, string]>([
    ['num_class=', null, 'no classes'],
    ['num_class=', '-1', 'no classes'],
    ['num_class=', '3', '1 trees a round for 3 classes'],
    ['label_index=', 'x', 'no label'],
    ['max_feature_idx=', '2', '2 feature_names for 3 features'],
    ['feature_infos=', '[0:1]', '1 feature_infos for 2 features'],
    ['feature_infos=', '[0:1] abc', 'a feature of range abc'],
    ['objective=', '', 'an objective that is none'],
    ['num_leaves=', '0', 'no number of leaves'],
    ['num_leaves=', '4', '2 of 3 split_feature'],
    ['num_cat=', null, 'no number of categories'],
    ['split_feature=', '0 2', 'node 1 asks for a feature past 2'],
    ['split_gain=', '1', '1 of 2 split_gain'],
    ['threshold=', '0.5 x', 'threshold that are no numbers'],
    ['threshold=', '0.5 1', 'node 1 asks for categories 1 of 1'],
    ['left_child=', '0 -1', 'node 0 is reached twice'],
    ['left_child=', '1 -2', 'node 3 is reached twice'],
    ['left_child=', '1 -9', 'node 1 leads to 10 of 5'],
    ['left_child=', '-1 -1', 'reached twice'],
    ['leaf_value=', '1 2', '2 of 3 leaf_value'],
    ['leaf_count=', '1 2', '2 of 3 leaf_count'],
    ['cat_boundaries=', '0', '1 bounds of 1 categories'],
    ['cat_boundaries=', '0 2', 'do not fit their bounds'],
    ['leaf_const=', '1', 'not linear'],
    ['leaf_features=', '5', 'terms of leaves that do not fit'],
    ['leaf_coeff=', '', 'without their factors'],
    ['shrinkage=', 'abc', 'a shrinkage that is no number'],
    ['end of parameters', null, 'without an end'],
    ['pandas_categorical:', '[["x"', 'no JSON'],
  ])('with %s%s is broken: %s', (key, value, message) => {
    expect(brokenModel(put(key, value))).toContain(message);
  });
});
