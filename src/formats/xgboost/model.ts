import { type Column, columnOf, countOf, firstOutside, isEvery, isMap, partOf } from './columns.ts';
import { brokenTree } from './tree.ts';

/** Whether a document is a model of XGBoost: a `learner`, and a `version` or a booster. */
export function isXgboost(value: unknown): boolean {
  const learner = partOf(value, 'learner');
  if (!isMap(learner)) return false;
  return columnOf(partOf(value, 'version')) !== null || partOf(learner, 'gradient_booster') !== undefined;
}

/** Whether a document has the version of a model of XGBoost, and not what it learnt, without which no reader takes it. */
export function isUnlearnt(value: unknown): boolean {
  const version = columnOf(partOf(value, 'version'));
  return version?.length === 3 && firstOutside(version, 0, 1_000_000) < 0 && !isMap(partOf(value, 'learner'));
}

/**
 * What is wrong with a model of XGBoost, as JSON or UBJSON, or null: what its readers need is there, lists are as long as
 * they are told, every tree is one (doc/model.schema of dmlc/xgboost, src/learner.cc, src/gbm).
 */
export function brokenXgboost(value: unknown): string | null {
  const learner = partOf(value, 'learner');
  const version = columnOf(partOf(value, 'version'));
  if (version?.length !== 3 || firstOutside(version, 0, 1_000_000) >= 0) return 'no version of three numbers';
  const name = partOf(learner, 'gradient_booster', 'name');
  const isLinear = name === 'gblinear';
  if (!isLinear && name !== 'gbtree' && name !== 'dart') return 'no booster that is known';
  const objective = partOf(learner, 'objective');
  // Settings of a booster, which are written beside its model and without one.
  if (partOf(learner, 'learner_train_param') !== undefined) return null;
  if (!OBJECTIVE.test(String(partOf(objective, 'name')))) return 'no objective';
  if (!isMap(objective) || !areParameters(objective)) return 'an objective whose parameters are none';
  const sizes = sizesOf(partOf(learner, 'learner_model_param'));
  if (sizes === null) return 'no parameters of the model';
  const wrong = brokenNames(learner, sizes.features);
  if (wrong !== null) return wrong;
  const booster = partOf(learner, 'gradient_booster');
  if (isLinear) return brokenLinear(partOf(booster, 'model'), sizes);
  const trees = name === 'dart' ? partOf(booster, 'gbtree') : booster;
  return brokenTrees(partOf(trees, 'model'), sizes) ?? (name === 'dart' ? brokenDrops(booster) : null);
}

const OBJECTIVE = /^[a-z]+(?::[a-z0-9_]+)+$/;

/** What an objective is set up with: maps of texts. */
function areParameters(objective: Readonly<Record<string, unknown>>): boolean {
  return Object.entries(objective).every(
    ([key, value]) =>
      key === 'name' || (isMap(value) && Object.values(value).every((text) => typeof text === 'string' && text !== '')),
  );
}

interface Sizes {
  readonly features: number;
  /** Outputs of the model: of trees, each is one group's. */
  readonly groups: number;
}

function sizesOf(parameters: unknown): Sizes | null {
  const features = countOf(partOf(parameters, 'num_feature'));
  const classes = countOf(partOf(parameters, 'num_class'));
  const targets = countOf(partOf(parameters, 'num_target') ?? '1');
  const score = partOf(parameters, 'base_score');
  if (features === null || classes === null || targets === null || targets === 0) return null;
  if (countOf(partOf(parameters, 'boost_from_average') ?? '0') === null) return null;
  if (typeof score !== 'string' || !SCORE.test(score)) return null;
  return { features, groups: Math.max(1, classes) * Math.max(1, targets) };
}

const SCALAR = String.raw`-?(?:\d[\d.]*(?:E[+-]?\d+)?|nan|inf)`;
/** A number, or since 3.1 one for each output. */
const SCORE = new RegExp(String.raw`^(?:${SCALAR}|\[(?:${SCALAR}(?:,${SCALAR})*,?)?\])$`, 'i');

/** Every feature has a name, or none has one; the same of types. */
function brokenNames(learner: unknown, features: number): string | null {
  for (const key of ['feature_names', 'feature_types']) {
    const value = partOf(learner, key);
    if (value === undefined) continue;
    const names = columnOf(value);
    if (names === null || !isEvery(names, (name) => typeof name === 'string')) return `${key} that are no texts`;
    if (names.length > 0 && features > 0 && names.length !== features) return `${names.length} ${key} of ${features}`;
  }
  const attributes = partOf(learner, 'attributes');
  if (attributes === undefined) return null;
  if (!isMap(attributes)) return 'no attributes';
  return Object.values(attributes).every((text) => typeof text === 'string') ? null : 'attributes that are no texts';
}

/** Weights of each feature and a bias, for every output. */
function brokenLinear(model: unknown, { features, groups }: Sizes): string | null {
  const weights = columnOf(partOf(model, 'weights'));
  if (weights === null || !isEvery(weights, isNumber)) return 'no weights';
  return weights.length === (features + 1) * groups ? null : `${weights.length} weights for ${features} features`;
}

function brokenTrees(model: unknown, sizes: Sizes): string | null {
  const trees = columnOf(partOf(model, 'trees'));
  const told = countOf(partOf(model, 'gbtree_model_param', 'num_trees'));
  if (trees === null || told === null) return 'no trees';
  if (told !== trees.length) return `${told} trees told, ${trees.length} there`;
  const groups = columnOf(partOf(model, 'tree_info'));
  if (groups?.length !== told) return `groups of other than ${told} trees`;
  if (firstOutside(groups, 0, sizes.groups) >= 0) return `a tree of a group that is none of ${sizes.groups}`;
  const rounds = columnOf(partOf(model, 'iteration_indptr') ?? []);
  if (rounds === null || !areRounds(rounds, told)) return `rounds that do not come to ${told} trees`;
  const seen = new Set<number>();
  for (let index = 0; index < told; index++) {
    const tree = trees.at(index);
    const id = partOf(tree, 'id') ?? index;
    if (typeof id !== 'number' || !Number.isInteger(id) || id < 0 || id >= told)
      return `tree ${index}: no number of its own`;
    if (seen.has(id)) return `two trees ${id}`;
    seen.add(id);
    const wrong = brokenTree(tree, sizes.features);
    if (wrong !== null) return `tree ${index}: ${wrong}`;
  }
  return null;
}

/** Where each round begins, and where the last one ends. */
function areRounds(rounds: Column, trees: number): boolean {
  if (rounds.length === 0) return true;
  if (firstOutside(rounds, 0, trees + 1) >= 0 || rounds.at(0) !== 0) return false;
  for (let index = 1; index < rounds.length; index++) {
    if (Number(rounds.at(index)) < Number(rounds.at(index - 1))) return false;
  }
  return rounds.at(rounds.length - 1) === trees;
}

function brokenDrops(booster: unknown): string | null {
  const told = countOf(partOf(booster, 'gbtree', 'model', 'gbtree_model_param', 'num_trees'));
  const drops = columnOf(partOf(booster, 'weight_drop'));
  return drops?.length === told && drops !== null && isEvery(drops, isNumber) ? null : 'weights of other trees';
}

function isNumber(value: unknown): boolean {
  return typeof value === 'number' || value === null;
}
