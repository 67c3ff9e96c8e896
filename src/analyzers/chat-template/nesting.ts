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
  for (const [name, { line }] of calls) if (comesBack(name, calls)) yield { name, line };
}

interface Calls {
  readonly line: number;
  readonly to: Set<string>;
}

function comesBack(name: string, calls: ReadonlyMap<string, Calls>): boolean {
  const seen = new Set<string>();
  const open = [...(calls.get(name)?.to ?? [])];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next === name) return true;
    if (seen.has(next)) continue;
    seen.add(next);
    open.push(...(calls.get(next)?.to ?? []));
  }
  return false;
}

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
