import { type Constants, foldAny } from './fold.ts';
import type { Folded } from './fold-format.ts';
import type { Expression } from './parser.ts';
import type { Step } from './statements.ts';

/** Text that a template writes in one go, wherever its parts stand. */
export interface Spoken {
  readonly text: string;
  /** Of its first part. */
  readonly line: number;
}

/** Statements that rounds and calls add to those that stand there, and letters: real templates stay far below. */
const MOST_STEPS = 5_000;
const MOST_LETTERS = 20_000;
const DEEPEST = 12;

/** Null where something comes between that is not known here. */
type Part = { readonly text: string; readonly line: number; readonly folded: boolean } | null;

interface Walk {
  readonly steps: readonly Step[];
  /** From each statement that opens something to the one that closes it. */
  readonly ends: ReadonlyMap<number, number>;
  readonly macros: ReadonlyMap<string, number>;
  /** By name; members of dictionaries and namespaces by `.name.member`. */
  readonly values: Map<string, Folded | null>;
  /** Calls that are being followed, by macro and what it was given. */
  readonly open: Set<string>;
  left: number;
  letters: number;
  depth: number;
}

/**
 * What comes out of a template's own constants: loops over lists that it writes out, members of dictionaries, macros that are
 * called with constants, and texts that grow in a namespace are followed as a renderer would. Nothing is rendered: what
 * is not known ends a text, and conditions are not decided, every branch is read. Only texts of which a part was folded.
 */
export function spokenIn(steps: readonly Step[]): { readonly spoken: readonly Spoken[]; readonly whole: boolean } {
  const ends = endsOf(steps);
  const macros = new Map(steps.flatMap(({ macro }, at) => (macro === null ? [] : [[macro.name, at] as const])));
  const left = MOST_STEPS + steps.length;
  const letters = MOST_LETTERS + steps.reduce((sum, { text }) => sum + (text?.length ?? 0), 0);
  const walk: Walk = { steps, ends, macros, values: new Map(), open: new Set(), left, letters, depth: 0 };
  const parts: Part[] = [];
  follow(walk, 0, steps.length, parts);
  return { spoken: textsOf(parts), whole: walk.left > 0 && walk.letters > 0 };
}

function textsOf(parts: readonly Part[]): readonly Spoken[] {
  const spoken: Spoken[] = [];
  let open: NonNullable<Part>[] = [];
  for (const part of [...parts, null]) {
    if (part !== null) {
      open.push(part);
      continue;
    }
    const [first] = open;
    if (first !== undefined && open.some(({ folded }) => folded))
      spoken.push({ text: open.map(({ text }) => text).join(''), line: first.line });
    open = [];
  }
  return spoken;
}

const CLOSES: ReadonlyMap<string, string> = new Map([
  ['endfor', 'for'],
  ['endmacro', 'macro'],
  ['endset', 'set block'],
]);

function endsOf(steps: readonly Step[]): ReadonlyMap<number, number> {
  const ends = new Map<number, number>();
  const open: number[] = [];
  for (const [at, { keyword }] of steps.entries()) {
    if (keyword === 'for' || keyword === 'macro' || keyword === 'set block') open.push(at);
    const opener = keyword === null ? undefined : CLOSES.get(keyword);
    const last = open.at(-1);
    if (opener === undefined || last === undefined || steps[last]?.keyword !== opener) continue;
    ends.set(last, at);
    open.pop();
  }
  return ends;
}

function follow(walk: Walk, from: number, to: number, parts: Part[]): void {
  for (let at = from; at < to; at++) {
    const step = walk.steps[at];
    walk.left -= 1;
    if (step === undefined || walk.left <= 0 || walk.letters <= 0) return;
    const end = walk.ends.get(at);
    if (step.text !== null) say(walk, step.text, step, parts);
    else if (step.keyword === 'output' || step.keyword === 'print')
      for (const one of step.expressions) say(walk, known(walk, one), step, parts);
    else if (step.keyword === 'for' && end !== undefined) {
      goRound(walk, step, [at + 1, end], parts);
      at = end;
    } else if (step.keyword === 'macro' && end !== undefined) at = end;
    else if (step.keyword === 'set block' && end !== undefined) {
      const within: Part[] = [];
      follow(walk, at + 1, end, within);
      for (const { name } of step.assigns) walk.values.set(name, textOf(within));
      at = end;
    } else if (step.keyword === 'set' || step.keyword === 'with')
      for (const { name, value, each } of step.assigns) assign(walk, name, each ? null : value);
    else if (step.keyword !== null && BREAKS.test(step.keyword)) parts.push(null);
  }
}

/** Behind these, something else may have been written, or this not at all. */
const BREAKS = /^(?:if|elif|else|endif|call|endcall|filter|endfilter|break|continue)$/;

function say(walk: Walk, value: Folded | null, { line, text }: Step, parts: Part[]): void {
  if (value === null || typeof value === 'object') {
    parts.push(null);
    return;
  }
  const said = String(value);
  walk.letters -= said.length;
  parts.push({ text: said, line, folded: text === null });
}

function textOf(parts: readonly Part[]): string | null {
  return parts.every((part) => part !== null) ? parts.map((part) => part?.text ?? '').join('') : null;
}

function goRound(walk: Walk, { assigns }: Step, [from, to]: readonly [number, number], parts: Part[]): void {
  const [over] = assigns;
  const members = over === undefined ? null : membersOf(walk, over.value);
  if (members === null || walk.depth >= DEEPEST) {
    for (const { name } of assigns) walk.values.set(name, null);
    parts.push(null);
    walk.depth += 1;
    if (walk.depth <= DEEPEST) follow(walk, from, to, parts);
    walk.depth -= 1;
    parts.push(null);
    return;
  }
  walk.depth += 1;
  for (const member of members) {
    if (walk.left <= 0 || walk.letters <= 0) break;
    for (const [at, { name }] of assigns.entries()) {
      const own = typeof member === 'object' ? member[at] : undefined;
      walk.values.set(name, assigns.length === 1 ? member : (own ?? null));
    }
    follow(walk, from, to, parts);
  }
  walk.depth -= 1;
}

function membersOf(walk: Walk, over: Expression): readonly Folded[] | null {
  if (over.kind === 'call' && over.of.kind === 'name' && over.of.name === 'range')
    return numbersOf(walk, over.arguments);
  const pairs = pairsOf(walk, over);
  if (pairs !== null) return pairs;
  const value = known(walk, over);
  if (typeof value === 'string') return Array.from(value);
  return typeof value === 'object' ? value : null;
}

/** `d.items()` and `d|items`: keys with their values, where all of them are known. */
function pairsOf(walk: Walk, over: Expression): readonly Folded[] | null {
  const of = over.kind === 'filter' ? over : over.kind === 'call' && over.of.kind === 'attribute' ? over.of : null;
  if (of === null || (of.name !== 'items' && of.name !== 'dictsort')) return null;
  const keys = known(walk, of.of);
  if (keys === null || typeof keys !== 'object') return null;
  const pairs = keys.map((key): readonly (Folded | null)[] => {
    const index: Expression = { kind: 'constant', value: typeof key === 'object' ? '' : key };
    return [key, known(walk, { kind: 'item', of: of.of, index })];
  });
  return pairs.every((pair): pair is readonly Folded[] => pair.every((one) => one !== null)) ? pairs : null;
}

function numbersOf(walk: Walk, given: readonly Expression[]): readonly number[] | null {
  const [first, second, step = 1] = given.map((one) => known(walk, one));
  const [start, stop] = second === undefined ? [0, first] : [first, second];
  if (typeof start !== 'number' || typeof stop !== 'number' || typeof step !== 'number' || step === 0) return null;
  const count = Math.ceil((stop - start) / step);
  return count > MOST_STEPS ? null : Array.from({ length: Math.max(0, count) }, (_, at) => start + at * step);
}

/** A value, and the members of a dictionary or namespace that is written out. */
function assign(walk: Walk, name: string, value: Expression | null): void {
  const key = name.includes('.') ? `.${name}` : name;
  walk.values.set(key, value === null ? null : known(walk, value));
  for (const [member, inner] of value === null ? [] : membersWritten(value))
    walk.values.set(`.${name}.${member}`, known(walk, inner));
}

function membersWritten(value: Expression): readonly (readonly [string, Expression])[] {
  if (value.kind === 'list' && value.pairs === true)
    return value.items.flatMap((key, at) => {
      const inner = value.items[at + 1];
      return at % 2 === 0 && key.kind === 'constant' && inner !== undefined
        ? [[String(key.value), inner] as const]
        : [];
    });
  if (value.kind !== 'call' || value.of.kind !== 'name' || !/^(?:dict|namespace)$/.test(value.of.name)) return [];
  return value.keywords.flatMap((key, at) => {
    const inner = value.arguments[at];
    return inner === undefined ? [] : [[key, inner] as const];
  });
}

function known(walk: Walk, expression: Expression): Folded | null {
  return foldAny(withCalls(walk, expression), walk.values as Constants);
}

const UNKNOWN: Expression = { kind: 'name', name: '' };

/** Calls of the template's own macros by what they write. */
function withCalls(walk: Walk, expression: Expression): Expression {
  if (walk.macros.size === 0) return expression;
  const { kind } = expression;
  if (kind === 'binary')
    return { ...expression, left: withCalls(walk, expression.left), right: withCalls(walk, expression.right) };
  if (kind === 'filter') return { ...expression, of: withCalls(walk, expression.of) };
  if (kind === 'list') return { ...expression, items: expression.items.map((item) => withCalls(walk, item)) };
  return kind === 'call' && expression.of.kind === 'name' && walk.macros.has(expression.of.name)
    ? calledMacro(walk, expression.of.name, expression)
    : expression;
}

function calledMacro(
  walk: Walk,
  name: string,
  { arguments: handed, keywords }: Extract<Expression, { kind: 'call' }>,
): Expression {
  const at = walk.macros.get(name) ?? -1;
  const end = walk.ends.get(at);
  const parameters = walk.steps[at]?.macro?.parameters ?? [];
  // Of the last parameters.
  const defaults = walk.steps[at]?.expressions ?? [];
  const required = parameters.length - defaults.length;
  if (end === undefined || walk.depth >= DEEPEST || walk.left <= 0) return UNKNOWN;
  const values = handed.map((one) => known(walk, one));
  const byPlace = handed.length - keywords.length;
  const taken = parameters.map((parameter, index) => {
    const named = keywords.indexOf(parameter);
    const given = index < byPlace ? values[index] : named < 0 ? undefined : values[byPlace + named];
    const otherwise = defaults[index - required];
    return (given === undefined && otherwise !== undefined ? known(walk, otherwise) : given) ?? null;
  });
  // One that calls itself with what it was given itself says nothing new: which branch ends it is not decided here.
  const call = JSON.stringify([name, taken]);
  if (walk.open.has(call)) return UNKNOWN;
  for (const [index, parameter] of parameters.entries()) walk.values.set(parameter, taken[index] ?? null);
  walk.depth += 1;
  walk.open.add(call);
  const within: Part[] = [];
  follow(walk, at + 1, end, within);
  walk.open.delete(call);
  walk.depth -= 1;
  const value = textOf(within);
  return value === null ? UNKNOWN : { kind: 'constant', value };
}
