import { type Expression, partsOf } from './parser.ts';
import type { Step } from './statements.ts';

/** What closes something, and what opens it. */
const OPENERS: Readonly<Record<string, string>> = {
  endif: 'if',
  endfor: 'for',
  endmacro: 'macro',
  endset: 'set block',
  endcall: 'call',
  endfilter: 'filter',
  endwith: 'with',
};
const COUNTED: ReadonlySet<string> = new Set(Object.values(OPENERS));

/** The first statement that closes what nothing opened, which Jinja refuses; null where all fit. */
export function unopenedIn(steps: readonly Step[]): { readonly keyword: string; readonly line: number } | null {
  const open = new Map<string, number>();
  for (const { keyword, line } of steps) {
    if (keyword === null) continue;
    if (COUNTED.has(keyword)) open.set(keyword, (open.get(keyword) ?? 0) + 1);
    const opener = OPENERS[keyword];
    if (opener === undefined) continue;
    const left = (open.get(opener) ?? 0) - 1;
    if (left < 0) return { keyword, line };
    open.set(opener, left);
  }
  return null;
}

/** Whether all that is opened is closed, and nothing else. */
export function isClosed(steps: readonly Step[]): boolean {
  if (unopenedIn(steps) !== null) return false;
  const [opened, closed] = [new Map<string, number>(), new Map<string, number>()];
  for (const { keyword } of steps) {
    if (keyword === null) continue;
    const opener = OPENERS[keyword];
    if (COUNTED.has(keyword)) opened.set(keyword, (opened.get(keyword) ?? 0) + 1);
    else if (opener !== undefined) closed.set(opener, (closed.get(opener) ?? 0) + 1);
  }
  return [...opened].every(([opener, count]) => closed.get(opener) === count);
}

const CONDITIONAL: ReadonlySet<string> = new Set(['if', 'for']);
const ENDS_CONDITIONAL: ReadonlySet<string> = new Set(['endif', 'endfor']);

interface Macro {
  readonly name: string;
  readonly line: number;
}

/** Macros that call themselves whatever they are given, at once or by way of others: outside all branches and loops, in no choice. */
export function* endlessMacros(steps: readonly Step[]): Iterable<Macro> {
  const names = new Set(steps.flatMap(({ macro }) => (macro === null ? [] : [macro.name])));
  if (names.size === 0) return;
  const calls = sureCalls(steps, names);
  const endless = inRounds(calls);
  for (const [name, { line }] of calls) if (endless.has(name)) yield { name, line };
}

interface Calls {
  readonly line: number;
  readonly to: Set<string>;
}

/** One that is walked: where it was met, the earliest that it leads back to, and whom of its own are still to be asked. */
interface Walked {
  readonly name: string;
  readonly met: number;
  readonly rest: Iterator<string>;
  low: number;
}

/** The macros that lead back to themselves, in one walk over all of them (Tarjan: strongly connected components). */
function inRounds(calls: ReadonlyMap<string, Calls>): ReadonlySet<string> {
  const rounds = new Set<string>();
  const met = new Map<string, number>();
  /** Those that may still be part of a round, in the order in which they were met. */
  const open: string[] = [];
  const isOpen = new Set<string>();
  const walk: Walked[] = [];
  const enter = (name: string): void => {
    const at = met.size;
    met.set(name, at);
    open.push(name);
    isOpen.add(name);
    walk.push({ name, met: at, low: at, rest: (calls.get(name)?.to ?? NOBODY).values() });
  };
  const leave = (done: Walked): void => {
    const above = walk.at(-1);
    if (above !== undefined) above.low = Math.min(above.low, done.low);
    if (done.low !== done.met) return;
    const alone = open.at(-1) === done.name && calls.get(done.name)?.to.has(done.name) !== true;
    for (let last = open.pop(); last !== undefined; last = open.pop()) {
      isOpen.delete(last);
      if (!alone) rounds.add(last);
      if (last === done.name) return;
    }
  };
  for (const start of calls.keys()) {
    if (!met.has(start)) enter(start);
    for (let top = walk.at(-1); top !== undefined; top = walk.at(-1)) {
      const { value: next, done } = top.rest.next();
      if (done === true) {
        walk.pop();
        leave(top);
      } else if (!met.has(next)) enter(next);
      else if (isOpen.has(next)) top.low = Math.min(top.low, met.get(next) ?? top.low);
    }
  }
  return rounds;
}

const NOBODY: ReadonlySet<string> = new Set();

/** By macro: where it first calls one for sure, and whom it calls so. */
function sureCalls(steps: readonly Step[], names: ReadonlySet<string>): ReadonlyMap<string, Calls> {
  const calls = new Map<string, Calls>();
  let within: string | null = null;
  let depth = 0;
  for (const { keyword, macro, expressions, line } of steps) {
    if (macro !== null) [within, depth] = [macro.name, 0];
    else if (keyword === 'endmacro') within = null;
    else if (keyword !== null && CONDITIONAL.has(keyword)) depth += 1;
    else if (keyword !== null && ENDS_CONDITIONAL.has(keyword)) depth -= 1;
    else if (within !== null && depth === 0) {
      for (const one of expressions)
        for (const name of calledFor(one)) {
          if (!names.has(name)) continue;
          const known = calls.get(within) ?? { line, to: new Set<string>() };
          known.to.add(name);
          calls.set(within, known);
        }
    }
  }
  return calls;
}

/** What is called whenever an expression is worked out. */
function* calledFor(expression: Expression): Iterable<string> {
  if (expression.kind === 'choice') return;
  if (expression.kind === 'call' && expression.of.kind === 'name') yield expression.of.name;
  const shortens = expression.kind === 'binary' && /^(?:and|or)$/.test(expression.operator);
  for (const part of shortens ? [expression.left] : partsOf(expression)) yield* calledFor(part);
}
