import { type Branch, isBranch } from './branches.ts';
import { BARE_STATEMENTS, INCLUDES } from './known.ts';
import { type Segment, TemplateError } from './lexer.ts';
import type { Observation } from './observation.ts';
import {
  accept,
  type Expression,
  expect,
  parseExpression,
  parseFilter,
  parseTuple,
  peek,
  type Tokens,
  takeName,
  tokensFrom,
} from './parser.ts';
import { INCLUDE, UNKNOWN } from './rules.ts';

/** What one segment does. */
export interface Step {
  readonly line: number;
  readonly text: string | null;
  /** `output` for what is written, `set block` for a `set` that has an end; null for text. */
  readonly keyword: string | null;
  readonly expressions: readonly Expression[];
  readonly assigns: readonly Assignment[];
  readonly conditions: readonly Expression[];
  readonly macro: Macro | null;
  readonly branch: Branch | null;
  readonly observations: readonly Observation[];
}

interface Macro {
  readonly name: string;
  readonly parameters: readonly string[];
}

export interface Assignment {
  readonly name: string;
  readonly value: Expression;
  /** Whether the name stands for the value's members, one after another. */
  readonly each: boolean;
  /** Whether it is the last of several names: of a member's key and value, the value. */
  readonly last: boolean;
}

const NOTHING = {
  text: null,
  keyword: null,
  expressions: [],
  assigns: [],
  conditions: [],
  macro: null,
  branch: null,
  observations: [],
} as const;

/** Reads one segment; throws a TemplateError where it is no Jinja. */
export function readSegment({ kind, text, tokens: all, line }: Segment): Step {
  if (kind === 'text') return { ...NOTHING, line, text };
  const tokens = tokensFrom(all);
  const step = kind === 'output' ? { keyword: 'output', expressions: [parseTuple(tokens)] } : readStatement(tokens);
  const skips = (step.observations ?? []).length > 0;
  if (tokens.at < all.length && !skips) throw new TemplateError(`more than was expected at line ${line}`);
  return { ...NOTHING, line, ...step };
}

type Read = (tokens: Tokens) => Partial<Step>;

function readStatement(tokens: Tokens): Partial<Step> {
  const keyword = takeName(tokens);
  if (INCLUDES.has(keyword)) return { observations: [{ rule: INCLUDE, operation: keyword }] };
  const read = STATEMENTS[keyword];
  if (read !== undefined) return { keyword, ...read(tokens), ...(isBranch(keyword) ? { branch: keyword } : {}) };
  if (!BARE_STATEMENTS.has(keyword)) return { observations: [{ rule: UNKNOWN, operation: `statement ${keyword}` }] };
  tokens.at = tokens.all.length;
  return isBranch(keyword) ? { keyword, branch: keyword } : { keyword };
}

const STATEMENTS: Readonly<Record<string, Read>> = {
  if: readCondition,
  elif: readCondition,
  do: (tokens) => ({ expressions: [parseTuple(tokens)] }),
  print: (tokens) => ({ expressions: [parseTuple(tokens)] }),
  for: readFor,
  set: readSet,
  with: readWith,
  macro: readMacro,
  call: readCall,
  filter: (tokens) => ({ expressions: [parseFilters(tokens, { kind: 'constant', value: '' })] }),
};

function readCondition(tokens: Tokens): Partial<Step> {
  const asked = parseTuple(tokens);
  return { expressions: [asked], conditions: [asked] };
}

function readFor(tokens: Tokens): Partial<Step> {
  const names = takeTargets(tokens, 'in');
  const value = parseTuple(tokens);
  accept(tokens, 'recursive');
  return {
    expressions: [value],
    assigns: names.map((name, at) => ({ name, value, each: true, last: at === names.length - 1 })),
  };
}

function takeTargets(tokens: Tokens, end: string): readonly string[] {
  const names: string[] = [];
  while (!accept(tokens, end)) {
    if (accept(tokens, ',') || accept(tokens, '(') || accept(tokens, ')')) continue;
    let name = takeName(tokens);
    while (accept(tokens, '.')) name += `.${takeName(tokens)}`;
    names.push(name);
  }
  if (names.length === 0) throw new TemplateError('a name was expected');
  return names;
}

function readSet(tokens: Tokens): Partial<Step> {
  if (!tokens.all.some(({ kind, value }) => kind === 'operator' && value === '=')) {
    const name = takeName(tokens);
    const value = parseFilters(tokens, BLOCK);
    return { keyword: 'set block', expressions: [value], assigns: [{ name, value, each: false, last: true }] };
  }
  const names = takeTargets(tokens, '=');
  const value = parseTuple(tokens);
  // `a, b = 'x', 'y'` gives each its own.
  const items = names.length > 1 && value.kind === 'list' && value.items.length === names.length ? value.items : null;
  return {
    expressions: [value],
    assigns: names.map((name, at) => {
      const own = items?.[at];
      if (own !== undefined) return { name, value: own, each: false, last: true };
      return { name, value, each: names.length > 1, last: at === names.length - 1 };
    }),
  };
}

/** What stands between `set` and `endset`: a text that is not known here. */
const BLOCK: Expression = { kind: 'filter', name: 'join', of: { kind: 'name', name: '' }, arguments: [] };

function readWith(tokens: Tokens): Partial<Step> {
  const assigns: Assignment[] = [];
  while (tokens.at < tokens.all.length) {
    const name = takeName(tokens);
    expect(tokens, '=');
    assigns.push({ name, value: parseExpression(tokens), each: false, last: true });
    accept(tokens, ',');
  }
  return { expressions: assigns.map(({ value }) => value), assigns };
}

function readMacro(tokens: Tokens): Partial<Step> {
  const name = takeName(tokens);
  expect(tokens, '(');
  const { parameters, defaults } = readParameters(tokens);
  return { macro: { name, parameters }, expressions: defaults };
}

function readParameters(tokens: Tokens): { readonly parameters: readonly string[]; readonly defaults: Expression[] } {
  const parameters: string[] = [];
  const defaults: Expression[] = [];
  while (!accept(tokens, ')')) {
    parameters.push(takeName(tokens));
    if (accept(tokens, '=')) defaults.push(parseExpression(tokens));
    accept(tokens, ',');
  }
  return { parameters, defaults };
}

function readCall(tokens: Tokens): Partial<Step> {
  const defaults = accept(tokens, '(') ? readParameters(tokens).defaults : [];
  return { expressions: [...defaults, parseExpression(tokens)] };
}

function parseFilters(tokens: Tokens, of: Expression): Expression {
  accept(tokens, '|');
  let value = of;
  while (peek(tokens) !== undefined) {
    value = parseFilter(tokens, value);
    if (!accept(tokens, '|')) break;
  }
  return value;
}
