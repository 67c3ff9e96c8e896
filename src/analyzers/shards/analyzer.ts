import { type Finding, findingOf } from '../../domain/finding.ts';
import { type Inventory, type Item, readingsAs } from '../../intake/inventory.ts';
import { isJsonObject, type Json, member } from '../../kernel/json.ts';
import { LIMITS } from '../../kernel/limits.ts';
import type { Material, ModelAnalyzer } from '../analyzer.ts';
import { filesNamed } from './named.ts';
import { besideIndex, hasSides, isIndex, isMlmodel, type ShardName, shardName } from './names.ts';
import {
  CONTRADICTED,
  INVALID_INDEX,
  MISSING,
  NOT_COMPARED,
  OUTSIDE,
  SHARDS_RULES,
  TENSOR_MISSING,
  UNNAMED,
} from './rules.ts';
import { judgeSettings } from './settings.ts';
import type { Items } from './sides.ts';

/** Compares weights in several files with the index that lists them, and with the count in their names. */
export const shards: ModelAnalyzer = {
  id: 'shards',
  version: 3,
  question: 'Are all parts of the weights here, and no others?',
  rules: SHARDS_RULES,
  scope: 'model',
  needs: [],
  appliesTo,
  analyze,
};

function appliesTo({ artifact, items }: Inventory): true | { readonly because: string } {
  const some =
    artifact.files.some(({ path }) => isIndex(path) || shardName(path) !== null) ||
    items.some((item) => hasSides(item.file.path) || filesNamed(item).size > 0);
  return some || { because: 'no weights in several files' };
}

function* analyze({ inventory }: Material): Iterable<Finding> {
  const items = new Map(inventory.items.map((item) => [item.file.path, item]));
  for (const item of inventory.items) {
    if (isIndex(item.file.path)) yield* judgeIndex(item, items);
    yield* judgeNamed(item, items);
    yield* judgeSettings(item, items);
  }
  yield* judgeNumbers([...items.keys()]);
}

/** Files that a model takes its tensors from, or that a description of a model names, and that do not lie here. */
export function* judgeNamed(item: Item, items: Items): Iterable<Finding> {
  const { path } = item.file;
  const absent = [...filesNamed(item)].filter(
    (file) => !items.has(file) && !(isMlmodel(path) && isFolder(file, items)),
  );
  // A description that lies alone was taken out of its package, which nobody loads.
  if (absent.length === 0 || (isMlmodel(path) && !hasCompany(path, items)) || isCopy(path, items)) return;
  for (const file of absent) yield missing(path, file);
}

/** MLflow logs a copy of the description in a folder `metadata` of the package, to share it without the model. */
function isCopy(path: string, items: Items): boolean {
  return path.endsWith('metadata/MLmodel') && items.has(path.replace(/metadata\/MLmodel$/, 'MLmodel'));
}

function isFolder(path: string, items: Items): boolean {
  const folder = `${path}/`;
  for (const one of items.keys()) if (one.startsWith(folder)) return true;
  return false;
}

function hasCompany(path: string, items: Items): boolean {
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  for (const one of items.keys()) if (one !== path && one.startsWith(folder)) return true;
  return false;
}

/**
 * Whether an index is to be held to the parts beside it: one of those that it names lies here, or numbered ones of other names.
 * A sound index alone says nothing of how whole a model is.
 */
export function hasPartsOf(index: Item, items: Items): boolean {
  const map = weightMap(index);
  if (map === null) return true;
  const { path } = index.file;
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const named = [...new Set(map.values())];
  if (named.some((name) => items.has(besideIndex(path, name) ?? ''))) return true;
  const ending = named[0]?.split('.').at(-1) ?? '';
  return [...items.keys()].some(
    (one) =>
      one.lastIndexOf('/') + 1 === folder.length &&
      one.startsWith(folder) &&
      one.endsWith(`.${ending}`) &&
      shardName(one) !== null,
  );
}

/** `alone`: nobody looks at the numbers in the names of parts. */
export function* judgeIndex(index: Item, items: Items, alone = false): Iterable<Finding> {
  const { path } = index.file;
  const map = weightMap(index);
  if (map === null) {
    // Intake lets go of facts past its bound: a sound document without a reading was read, and is too large to keep.
    const letGo = index.file.kind === 'json' && index.readings.length === 0 && index.unreadable.length === 0;
    yield findingOf(letGo ? NOT_COMPARED : INVALID_INDEX, { location: { path } });
    return;
  }
  const tensorsOf = byFile(map);
  const named = new Set<string>();
  const present = new Set([...items.keys()].map((one) => shardName(one)?.group));
  for (const [name, tensors] of tensorsOf) {
    const shard = besideIndex(path, name);
    if (shard === null) {
      yield findingOf(OUTSIDE, {
        message: `${OUTSIDE.title} It says ${quoted(name)}.`,
        location: { path },
        operation: name,
      });
      continue;
    }
    named.add(shard);
    const item = items.get(shard);
    if (item !== undefined) yield* judgeTensors(index, item, tensors);
    // Parts with numbers are missed by `judgeNumbers`, once for all that name them.
    else if (alone || shardName(shard) === null || !present.has(shardName(shard)?.group)) yield missing(path, shard);
  }
  yield* judgeUnnamed(path, named, items);
}

/** Null where there is no map of texts. */
function weightMap(index: Item): ReadonlyMap<string, string> | null {
  for (const { facts } of readingsAs(index, 'json')) {
    const map = member(facts.value, 'weight_map');
    if (!isJsonObject(map)) return null;
    const entries = Object.entries(map);
    const texts = entries.filter((entry): entry is [string, string] => isText(entry[1]));
    return texts.length === entries.length ? new Map(texts) : null;
  }
  return null;
}

function isText(value: Json | undefined): value is string {
  return typeof value === 'string';
}

function byFile(map: ReadonlyMap<string, string>): ReadonlyMap<string, ReadonlySet<string>> {
  const files = new Map<string, Set<string>>();
  for (const [tensor, name] of map) {
    const tensors = files.get(name);
    if (tensors === undefined) files.set(name, new Set([tensor]));
    else tensors.add(tensor);
  }
  return files;
}

/** Only where the part's own list of tensors is at hand. */
function* judgeTensors(index: Item, shard: Item, named: ReadonlySet<string>): Iterable<Finding> {
  for (const { facts } of readingsAs(shard, 'safetensors')) {
    const held = new Set(facts.tensors.map(({ name }) => name));
    const absent = [...named].filter((name) => !held.has(name));
    const unnamed = [...held].filter((name) => !named.has(name));
    if (absent.length === 0 && unnamed.length === 0) continue;
    const sides = [list('lacks', absent), list('also holds', unnamed)].filter((side) => side !== null);
    const message = `${index.file.path} and ${shard.file.path} disagree: the part ${sides.join(' and ')}.`;
    yield findingOf(absent.length > 0 ? TENSOR_MISSING : CONTRADICTED, {
      message,
      location: { path: shard.file.path },
    });
  }
}

function list(verb: string, names: readonly string[]): string | null {
  const [first] = names;
  if (first === undefined) return null;
  return `${verb} ${quoted(first)}${names.length > 1 ? ` and ${names.length - 1} more` : ''}`;
}

function* judgeUnnamed(index: string, named: ReadonlySet<string>, items: Items): Iterable<Finding> {
  const groups = new Set([...named].map((path) => shardName(path)?.group));
  for (const path of items.keys()) {
    const shard = shardName(path);
    if (shard === null || named.has(path) || !groups.has(shard.group)) continue;
    yield findingOf(UNNAMED, { message: `${UNNAMED.title} The index is ${index}.`, location: { path } });
  }
}

/** A part that lies alone among those that its name promises, with what is missing: for who looks at files and at no model. */
export function* judgeLoneParts(paths: readonly string[]): Iterable<readonly [string, Finding]> {
  for (const { shard, numbers } of groupsOf(paths).values()) {
    const [first = 0] = [...numbers].sort((a, b) => a - b);
    const absent = Array.from({ length: Math.min(shard.count, MOST_TOLD) }, (_, at) => at + 1).find(
      (number) => !numbers.has(number),
    );
    if (absent !== undefined) yield [shard.pathOf(first), missing(null, shard.pathOf(absent))];
  }
}

/** Parts of the largest models are some hundred. */
const MOST_TOLD = 10_000;

interface Group {
  readonly shard: ShardName;
  readonly numbers: Set<number>;
}

function groupsOf(paths: readonly string[]): ReadonlyMap<string, Group> {
  const groups = new Map<string, Group>();
  for (const path of paths) {
    const shard = shardName(path);
    if (shard === null) continue;
    const group = groups.get(shard.group) ?? { shard, numbers: new Set<number>() };
    group.numbers.add(shard.number);
    groups.set(shard.group, group);
  }
  return groups;
}

/** The count in the names themselves: `-of-00005` promises five. */
function* judgeNumbers(paths: readonly string[]): Iterable<Finding> {
  for (const { shard, numbers } of groupsOf(paths).values()) {
    // A group is counted from 1; a name that says 99999 costs no 99999 findings.
    let told = 0;
    for (let number = 1; number <= shard.count && told < LIMITS.findingsOfARule; number++) {
      if (numbers.has(number)) continue;
      told++;
      yield missing(null, shard.pathOf(number));
    }
  }
}

function missing(index: string | null, path: string): Finding {
  const by = index === null ? 'The names of the other parts promise it' : `${index} names it`;
  return findingOf(MISSING, { message: `${path} does not lie here. ${by}.`, location: { path } });
}

function quoted(name: string): string {
  return JSON.stringify(name.length > 80 ? `${name.slice(0, 79)}…` : name);
}
