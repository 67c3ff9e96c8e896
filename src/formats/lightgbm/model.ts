import { brokenTree, wholeOf } from './tree.ts';

const OBJECTIVE = /^[a-z_]\w*(?: [\w.-]+(?::[^ ]*)?)*$/;
const NUMBER = /^(?:none|\[-?[\d.e+-]+:-?[\d.e+-]+\]|\[-?inf:-?inf\]|\[nan:nan\]|-?\d+(?::-?\d+)*)$/i;

/**
 * What is wrong with a model of LightGBM as text, or null: what its reader needs is there, features have as many names as
 * they are told, every tree is one (src/boosting/gbdt_model_text.cpp).
 */
export function brokenModel(lines: readonly string[]): string | null {
  const [head = [], ...trees] = sectionsOf(lines);
  const settings = settingsOf(head);
  const [classes, perRound, label, last] = [
    'num_class',
    'num_tree_per_iteration',
    'label_index',
    'max_feature_idx',
  ].map((key) => wholeOf(settings.get(key)));
  for (const [key, value] of Object.entries({ classes, 'trees a round': perRound, label, features: last }))
    if (value === null) return `no ${key}`;
  if (classes !== perRound || classes === 0) return `${perRound} trees a round for ${classes} classes`;
  const features = (last ?? 0) + 1;
  for (const key of ['feature_names', 'feature_infos']) {
    const count = settings.get(key)?.split(' ').length ?? 0;
    if (count !== features) return `${count} ${key} for ${features} features`;
  }
  const odd = settings
    .get('feature_infos')
    ?.split(' ')
    .find((text) => !NUMBER.test(text));
  if (odd !== undefined) return `a feature of range ${odd.slice(0, 40)}`;
  const objective = settings.get('objective');
  if (objective !== undefined && !OBJECTIVE.test(objective)) return 'an objective that is none';
  for (const [index, tree] of trees.entries()) {
    const wrong = brokenTree(settingsOf(tree), features);
    if (wrong !== null) return `tree ${index}: ${wrong}`;
  }
  return brokenTail(lines);
}

/** What stands before the first tree, and each tree. */
function sectionsOf(lines: readonly string[]): readonly (readonly string[])[] {
  const starts = [0];
  let end = lines.length;
  for (const [index, line] of lines.entries()) {
    if (line.startsWith('Tree=')) starts.push(index);
    if (line !== 'end of trees') continue;
    end = index;
    break;
  }
  return starts.map((start, index) => lines.slice(start, starts[index + 1] ?? end));
}

function settingsOf(lines: readonly string[]): ReadonlyMap<string, string> {
  return new Map(
    lines
      .map((line) => [line, line.indexOf('=')] as const)
      .filter(([, at]) => at > 0)
      .map(([line, at]) => [line.slice(0, at), line.slice(at + 1)]),
  );
}

const CATEGORIES = 'pandas_categorical:';

/** Parameters have an end, and what Python adds of pandas' categories is JSON. */
function brokenTail(lines: readonly string[]): string | null {
  if (lines.includes('parameters:') && !lines.includes('end of parameters')) return 'parameters without an end';
  const categories = lines.findLast((line) => line.startsWith(CATEGORIES))?.slice(CATEGORIES.length);
  if (categories === undefined) return null;
  try {
    JSON.parse(categories.replaceAll(/\b(?:NaN|-?Infinity)\b/g, 'null'));
    return null;
  } catch {
    return 'categories of pandas that are no JSON';
  }
}
