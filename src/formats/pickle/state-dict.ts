import { isArray, isScalar } from './numpy-arrays.ts';
import { Refused, resultOf } from './refused.ts';
import { isCollection, type Value } from './values.ts';

type Entry = readonly [name: string, value: Value];

/** The tensors of a checkpoint by their names, not looked at yet. */
export interface StateDict {
  readonly entries: readonly Entry[];
  /** The entry that was taken; null for the whole. */
  readonly key: string | null;
  readonly leftOut: readonly string[];
}

/** Dicts in dicts; genuine ones have two or three. */
const DEEPEST = 16;
/** Values that are looked at, each as often as it is held: what holds itself twice at every depth would be without end. */
const MOST_VALUES = 4_000_000;

type Count = { values: number };

function visit(count: Count): void {
  count.values += 1;
  if (count.values > MOST_VALUES) throw new Refused('it holds more values than are looked at');
}

/**
 * What of a checkpoint are its tensors. Dicts and lists in dicts are flattened, with dots between their names, items of lists
 * by their numbers; numbers, texts and the like are left out. A tensor that stands alone is named 0. One dict of tensors beside nothing but such values is taken by itself, under its own names, and so is
 * what `wanted` names, whatever stands beside it. Throws Refused.
 */
export function stateDictIn(value: Value, wanted: string | null): StateDict {
  if (isTensor(value)) value = { kind: 'collection', type: 'list', items: [value], length: 1, kept: 1 };
  const top = entriesOf(value);
  if (wanted !== null) return taken(wanted, value);
  const count: Count = { values: 0 };
  const [only, second] = top.filter(([, one]) => !isPlainThroughout(one, count));
  if (only !== undefined && second === undefined && isHolder(only[1])) {
    const beside = top.filter((entry) => entry !== only).map(([name]) => name);
    const { entries, leftOut } = flat(only[1]);
    return { entries, key: only[0], leftOut: [...beside, ...leftOut.map((name) => `${only[0]}.${name}`)] };
  }
  try {
    return { ...flat(value), key: null };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    const keys = top.filter(([, one]) => isHolder(one) && holdsTensors(one)).map(([name]) => name);
    throw keys.length === 0 ? error : new Refused(`${error.message}; take part of it with --key: ${keys.join(', ')}`);
  }
}

/** What a dotted name leads to; names hold dots themselves, so that the longest that is there goes first. */
function taken(wanted: string, value: Value): StateDict {
  const leftOut: string[] = [];
  let at = value;
  for (let rest = wanted; rest !== ''; ) {
    const entries = entriesOf(at);
    const fitting = entries.filter(([name]) => rest === name || rest.startsWith(`${name}.`));
    const [name, next] = fitting.sort(([a], [b]) => b.length - a.length)[0] ?? [];
    if (name === undefined || next === undefined) throw new Refused(`there is no ${wanted} in it`, remedyFor(value));
    const before = wanted.slice(0, wanted.length - rest.length);
    leftOut.push(...entries.flatMap(([other]) => (other === name ? [] : [`${before}${other}`])));
    at = next;
    rest = rest.slice(name.length + 1);
  }
  if (!isHolder(at)) throw new Refused(`${wanted} is no dict of tensors`, remedyFor(value));
  const within = flat(at);
  return {
    entries: within.entries,
    key: wanted,
    leftOut: [...leftOut, ...within.leftOut.map((name) => `${wanted}.${name}`)],
  };
}

/** Which keys there are, for who named one that is none. */
function remedyFor(value: Value): string {
  const keys = entriesOf(value).filter(([, one]) => isHolder(one) && holdsTensors(one));
  const named = keys.slice(0, MOST_NAMED).map(([name]) => name.slice(0, LONGEST_NAME));
  return named.length === 0
    ? 'Leave --key out: no entry of it holds tensors alone.'
    : `Give one of its keys: ${named.join(', ')}.`;
}

const MOST_NAMED = 12;
const LONGEST_NAME = 100;

function flat(value: Value): Pick<StateDict, 'entries' | 'leftOut'> {
  const entries = new Map<string, Value>();
  const leftOut: string[] = [];
  const count: Count = { values: 0 };
  const walk = (holder: Value, before: string, depth: number): void => {
    if (depth > DEEPEST) throw new Refused('its dicts are nested too deep');
    for (const [own, one] of entriesOf(holder)) {
      visit(count);
      const name = `${before}${own}`;
      if (isPlain(one) || (isList(one) && isPlainThroughout(one, count))) leftOut.push(name);
      else if (isHolder(one)) walk(one, `${name}.`, depth + 1);
      else if (entries.has(name)) throw new Refused(`two tensors would be named ${name}`);
      else entries.set(name, one);
    }
  };
  walk(value, '', 0);
  if (entries.has('__metadata__'))
    throw new Refused('a tensor is named __metadata__, which safetensors keeps for itself');
  if (entries.size === 0) throw new Refused('there are no tensors in it');
  return { entries: [...entries], leftOut };
}

/** Whether something in it could be a tensor; what is wrong with it is said when it is asked for. */
function holdsTensors(dict: Value): boolean {
  try {
    return flat(dict).entries.every(([, one]) => isTensor(one));
  } catch (error) {
    if (error instanceof Refused) return false;
    throw error;
  }
}

const REBUILT = ['_rebuild_tensor_v2', '_rebuild_tensor_v3', '_rebuild_parameter'].map(
  (name) => `torch._utils.${name}`,
);

/** Something that could be a tensor; what is wrong with it is said when it is asked for. */
function isTensor(value: Value): boolean {
  return isArray(value) || REBUILT.some((callee) => resultOf(value, callee) !== null);
}

function isPlain(value: Value): boolean {
  return value === null || typeof value !== 'object' || value.kind === 'text' || isScalar(value);
}

/** A plain value, or dicts and lists of such: hyper-parameters. */
function isPlainThroughout(value: Value, count: Count, depth = 0): boolean {
  visit(count);
  if (isPlain(value)) return true;
  if (!isHolder(value) || depth > DEEPEST) return false;
  const items = isCollection(value) ? value.items : entriesOfOrdered(value);
  return items.every((item) => isPlainThroughout(item, count, depth + 1));
}

function isList(value: Value): boolean {
  return isCollection(value) && (value.type === 'list' || value.type === 'tuple');
}

/** What names things of its own: a dict, or a list by numbers. */
function isHolder(value: Value): boolean {
  return isDict(value) || isList(value);
}

function isDict(value: Value): boolean {
  return (isCollection(value) && value.type === 'dict') || resultOf(value, 'collections.OrderedDict') !== null;
}

/** Names and values of a dict, an OrderedDict or a list; of names that are said twice the last counts, as in Python. */
function entriesOf(value: Value): readonly Entry[] {
  if (isCollection(value) && isList(value)) return value.items.map((one, at) => [String(at), one]);
  const items = isCollection(value) && value.type === 'dict' ? value.items : entriesOfOrdered(value);
  const seen = new Map<string, Value>();
  for (let at = 0; at + 1 < items.length; at += 2) {
    const [name, one = null] = [items[at], items[at + 1]];
    if (typeof name !== 'string') throw new Refused('a name in it is no text');
    seen.set(name, one);
  }
  return [...seen];
}

function entriesOfOrdered(value: Value): readonly Value[] {
  const dict = resultOf(value, 'collections.OrderedDict');
  if (dict?.entries === undefined) throw new Refused('it is no state dict');
  const [pairs] = dict.given ?? [];
  if (pairs === undefined) return dict.entries;
  if (!isCollection(pairs)) throw new Refused('it is no state dict');
  return [...pairs.items.flatMap((pair) => (isCollection(pair) ? pair.items : [])), ...dict.entries];
}
