import type { Holder, Value } from './values.ts';

/** Classes whose instances are made by a call and hold items all the same. */
const MADE_HOLDERS: ReadonlySet<string> = new Set([
  ...['OrderedDict', 'defaultdict', 'deque', 'Counter'].map((name) => `collections.${name}`),
  ...['list', 'tuple', 'dict', 'set', 'frozenset'].flatMap((name) => [`builtins.${name}`, `__builtin__.${name}`]),
  'torch.Size',
]);

/** Objects of other classes are printed and compared as wholes, and may form rings and nets. */
export function isHolder(value: Value | undefined): value is Holder {
  if (typeof value !== 'object' || value === null) return false;
  return value.kind === 'collection' || (value.kind === 'result' && MADE_HOLDERS.has(value.of));
}

/** Notes that a value can be reached again. */
export function noteNamed(value: Value): void {
  if (!isHolder(value)) return;
  if (value.holding === undefined) value.holding = { holders: [], named: true };
  else value.holding.named = true;
}

/** Notes what comes into a holder. What nobody can reach again and holds no holder itself counts as one item. */
export function noteHeld(target: Value, values: readonly Value[]): void {
  if (!isHolder(target)) return;
  for (const value of values) {
    if (!isHolder(value) || value.holding === undefined) continue;
    target.holding ??= { holders: [], named: false };
    target.holding.holders.push(value);
  }
}

/** Items met on a walk through a holder, a ring counting once for each visit. Saturates at infinity. */
function itemsWithin(root: Holder, known: Map<Holder, number>): number {
  const open: { readonly holder: Holder; next: number; items: number }[] = [];
  const enter = (holder: Holder): void => {
    known.set(holder, 1);
    open.push({ holder, next: 0, items: holder.kind === 'collection' ? Math.max(1, holder.length) : 1 });
  };
  if (!known.has(root)) enter(root);
  for (let top = open.at(-1); top !== undefined; top = open.at(-1)) {
    const child = top.holder.holding?.holders[top.next];
    if (child === undefined) {
      known.set(top.holder, top.items);
      open.pop();
      continue;
    }
    const items = known.get(child);
    if (items === undefined) enter(child);
    else {
      top.items += items;
      top.next += 1;
    }
  }
  return known.get(root) ?? 1;
}

/** Two levels of sharing can multiply to this much; genuine files share one list in many places, not many in many. */
const SMALL = 2 ** 16;
/** So much is walked by nobody, however large the file. */
export const ENDLESS = 2 ** 32;

/**
 * What a walk through the value meets when that is out of all proportion to the instructions that made it: lists of two
 * references to lists of two references … (CWE-776). Null otherwise.
 */
export function expansionOf(roots: Iterable<Value>, instructions: number): number | null {
  const known = new Map<Holder, number>();
  let most = 0;
  for (const root of roots) if (isHolder(root)) most = Math.max(most, itemsWithin(root, known));
  return most > Math.max(SMALL, instructions ** 2) || most > ENDLESS ? most : null;
}
