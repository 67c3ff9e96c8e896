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

/** Macros that call themselves whatever they are given: outside all branches and loops, in no choice. */
export function* endlessMacros(steps: readonly Step[]): Iterable<{ readonly name: string; readonly line: number }> {
  let within: string | null = null;
  let depth = 0;
  for (const { keyword, macro, expressions, line } of steps) {
    if (macro !== null) [within, depth] = [macro.name, 0];
    else if (keyword === 'endmacro') within = null;
    else if (keyword !== null && CONDITIONAL.has(keyword)) depth += 1;
    else if (keyword !== null && ENDS_CONDITIONAL.has(keyword)) depth -= 1;
    else if (within !== null && depth === 0) {
      const name: string = within;
      if (expressions.some((one) => surelyCalls(one, name))) yield { name, line };
    }
  }
}

function surelyCalls(expression: Expression, name: string): boolean {
  if (expression.kind === 'call' && expression.of.kind === 'name' && expression.of.name === name) return true;
  if (expression.kind === 'choice') return false;
  if (expression.kind === 'binary' && /^(?:and|or)$/.test(expression.operator))
    return surelyCalls(expression.left, name);
  return partsOf(expression).some((part) => surelyCalls(part, name));
}
