import { type GraphNode, nameOf } from './node.ts';
import { type ByName, isPure, numbersBehind } from './values.ts';

/** What a condition comes to: a constant, or what depends on these alone; `computed` where that is not told. */
export type Condition =
  | { readonly kind: 'constant'; readonly holds: boolean }
  | { readonly kind: 'depends'; readonly on: ReadonlySet<string> }
  | { readonly kind: 'computed' };

const COMPUTED: Condition = { kind: 'computed' };
const STEPS = 256;

/** Follows a condition back to what it is made of. `ends` says of which names it is a value from outside. */
export function conditionOf(
  byName: ByName,
  input: string,
  ends: (name: string, node: GraphNode | undefined) => boolean,
): Condition {
  const known = numbersBehind(byName, input);
  if (known !== undefined) return { kind: 'constant', holds: known.every((value) => value !== 0) };
  const on = new Set<string>();
  const seen = new Set<string>();
  const open = [nameOf(input)];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (seen.has(name)) continue;
    seen.add(name);
    const node = byName.get(name);
    if (ends(name, node)) on.add(name);
    else if (node === undefined || !isPure(node.operator) || seen.size > STEPS) return COMPUTED;
    else open.push(...node.inputs.filter((each) => !each.startsWith('^')).map(nameOf));
  }
  return { kind: 'depends', on };
}

const HANDS_ON: ReadonlySet<string> = new Set(['Identity', 'StopGradient', 'Snapshot', 'Switch']);

/** The name that a value is handed on from as it is. */
export function handedOnFrom(byName: ByName, input: string): string {
  let name = nameOf(input);
  for (let left = STEPS; left > 0; left--) {
    const node = byName.get(name);
    if (node === undefined || !HANDS_ON.has(node.operator)) return name;
    name = nameOf(node.inputs[0] ?? '');
  }
  return name;
}
