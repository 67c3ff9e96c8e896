import type { Characters } from './alphabet.ts';
import type { Step } from './positions.ts';

/** Where each state leads. */
export type Steps = readonly (readonly Step[])[];

/** Sets of states of which each leads to each (Tarjan, without recursion). */
export function loopsOf(steps: Steps): Set<number>[] {
  const found: Set<number>[] = [];
  const [order, low] = [new Map<number, number>(), new Map<number, number>()];
  const [path, on] = [[] as number[], new Set<number>()];
  for (let root = 0; root < steps.length; root++) {
    if (order.has(root)) continue;
    const work: [state: number, next: number][] = [[root, 0]];
    while (work.length > 0) {
      const top = work.at(-1) as [number, number];
      const [state, next] = top;
      if (next === 0 && !order.has(state)) {
        order.set(state, order.size);
        low.set(state, order.get(state) ?? 0);
        path.push(state);
        on.add(state);
      }
      const step = steps[state]?.[next];
      if (step !== undefined) {
        top[1]++;
        if (!order.has(step.to)) work.push([step.to, 0]);
        else if (on.has(step.to)) low.set(state, Math.min(low.get(state) ?? 0, order.get(step.to) ?? 0));
        continue;
      }
      work.pop();
      const under = work.at(-1)?.[0];
      if (under !== undefined) low.set(under, Math.min(low.get(under) ?? 0, low.get(state) ?? 0));
      if (low.get(state) !== order.get(state)) continue;
      const loop = new Set(path.splice(path.indexOf(state)));
      for (const member of loop) on.delete(member);
      if (loop.size > 1 || steps[state]?.some(({ to }) => to === state)) found.push(loop);
    }
  }
  return found;
}

/** The labels of the shortest way from one state to another, at least through `among`. */
export function shortest(steps: Steps, from: number, to: number, among?: ReadonlySet<number>): Characters[] | null {
  if (from === to) return [];
  const came = new Map<number, { readonly by: number; readonly label: Characters }>();
  const queue = [from];
  for (const state of queue)
    for (const step of steps[state] ?? []) {
      if (came.has(step.to) || step.to === from || (among !== undefined && !among.has(step.to))) continue;
      came.set(step.to, { by: state, label: step.label });
      if (step.to !== to) {
        queue.push(step.to);
        continue;
      }
      const word: Characters[] = [];
      for (let at = to; at !== from; ) {
        const before = came.get(at);
        if (before === undefined) return null;
        word.unshift(before.label);
        at = before.by;
      }
      return word;
    }
  return null;
}
