import type { Flaw } from './element-types.ts';
import { isCollection, type Value } from './values.ts';

const GENERATOR =
  /^numpy\.random\.(?:_pickle\.__(?:bit_generator|generator|randomstate)_ctor|_(?:mt19937|philox)\.\w+)$/;

/** Places that a generator of NumPy reads its next number from, and the last of them (numpy/random/src). */
const PLACES: ReadonlyMap<Value, number> = new Map<Value, number>([
  ['pos', 624],
  ['buffer_pos', 4],
]);
/** `('MT19937', key, pos, …)`: the state as NumPy before 1.17 wrote it. */
const LEGACY_PLACE = 2;
const DEPTH = 3;

/** What is wrong with the state of a generator of random numbers: NumPy takes its place unseen, and reads there. */
export function generatorFlaw(maker: string, state: Value): Flaw | null {
  if (!GENERATOR.test(maker) || !isCollection(state)) return null;
  const legacy = state.type === 'tuple' && state.items[0] === 'MT19937';
  const bad = legacy ? !isPlace(state.items[LEGACY_PLACE] ?? null, 624) : leadsAstray(state, DEPTH);
  return bad ? { kind: 'array', sure: true, why: 'a generator that reads its numbers from elsewhere' } : null;
}

function leadsAstray(value: Value, depth: number): boolean {
  if (!isCollection(value) || depth === 0) return false;
  // Longer than any that NumPy writes: a place may stand among what is not kept.
  if (value.items.length < (value.type === 'dict' ? value.length * 2 : value.length)) return true;
  return value.items.some((item, index) => {
    const most = value.type === 'dict' && index % 2 === 1 ? PLACES.get(value.items[index - 1] ?? null) : undefined;
    return most === undefined ? leadsAstray(item, depth - 1) : !isPlace(item, most);
  });
}

function isPlace(value: Value, most: number): boolean {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= most;
}
