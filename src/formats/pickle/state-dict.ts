import { isCollection, type ResultValue, type Value } from './values.ts';

/** Why a checkpoint is not converted. */
export class Refused extends Error {}

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

/**
 * What of a checkpoint are its tensors. Dicts in dicts are flattened, with dots between their names; numbers, texts and the
 * like are left out. One dict of tensors beside nothing but such values is taken by itself, under its own names, and so is
 * what `wanted` names, whatever stands beside it. Throws Refused.
 */
export function stateDictIn(value: Value, wanted: string | null): StateDict {
  const top = entriesOf(value);
  if (wanted !== null) return taken(wanted, value);
  const [only, second] = top.filter(([, one]) => !isPlainThroughout(one));
  if (only !== undefined && second === undefined && isDict(only[1])) {
    const beside = top.filter((entry) => entry !== only).map(([name]) => name);
    const { entries, leftOut } = flat(only[1]);
    return { entries, key: only[0], leftOut: [...beside, ...leftOut.map((name) => `${only[0]}.${name}`)] };
  }
  try {
    return { ...flat(value), key: null };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    const keys = top.filter(([, one]) => isDict(one) && holdsTensors(one)).map(([name]) => name);
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
    if (name === undefined || next === undefined) throw new Refused(`there is no ${wanted} in it`);
    const before = wanted.slice(0, wanted.length - rest.length);
    leftOut.push(...entries.flatMap(([other]) => (other === name ? [] : [`${before}${other}`])));
    at = next;
    rest = rest.slice(name.length + 1);
  }
  if (!isDict(at)) throw new Refused(`${wanted} is no dict of tensors`);
  const within = flat(at);
  return {
    entries: within.entries,
    key: wanted,
    leftOut: [...leftOut, ...within.leftOut.map((name) => `${wanted}.${name}`)],
  };
}

function flat(value: Value): Pick<StateDict, 'entries' | 'leftOut'> {
  const entries = new Map<string, Value>();
  const leftOut: string[] = [];
  const walk = (dict: Value, before: string, depth: number): void => {
    if (depth > DEEPEST) throw new Refused('its dicts are nested too deep');
    for (const [own, one] of entriesOf(dict)) {
      const name = `${before}${own}`;
      if (isDict(one)) walk(one, `${name}.`, depth + 1);
      else if (isPlain(one)) leftOut.push(name);
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
    return flat(dict).entries.every(([, one]) => REBUILT.some((callee) => resultOf(one, callee) !== null));
  } catch (error) {
    if (error instanceof Refused) return false;
    throw error;
  }
}

const REBUILT = ['_rebuild_tensor_v2', '_rebuild_tensor_v3', '_rebuild_parameter'].map(
  (name) => `torch._utils.${name}`,
);

function isPlain(value: Value): boolean {
  return value === null || typeof value !== 'object' || value.kind === 'text';
}

/** A plain value, or dicts of such: hyper-parameters. */
function isPlainThroughout(value: Value, depth = 0): boolean {
  if (isPlain(value)) return true;
  if (!isDict(value) || depth > DEEPEST) return false;
  const items = isCollection(value) ? value.items : entriesOfOrdered(value);
  return items.every((item) => isPlainThroughout(item, depth + 1));
}

function isDict(value: Value): boolean {
  return (isCollection(value) && value.type === 'dict') || resultOf(value, 'collections.OrderedDict') !== null;
}

/** Names and values of a dict or an OrderedDict; of names that are said twice the last counts, as in Python. */
function entriesOf(value: Value): readonly Entry[] {
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

/** A result of this callee; null for anything else. */
export function resultOf(value: Value | undefined, callee: string): ResultValue | null {
  return typeof value === 'object' && value !== null && value.kind === 'result' && value.of === callee ? value : null;
}
