import { findHidden } from '../../text/hidden.ts';
import { type Constant, fold } from './fold.ts';
import { isText, judge, judgeText, type Observation, type Scope } from './judge.ts';
import { BARE_STATEMENTS, INCLUDES } from './known.ts';
import { type Segment, segmentsOf, TemplateError } from './lexer.ts';
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
import { HIDDEN, INCLUDE, UNKNOWN, UNPARSED } from './rules.ts';

export interface TemplateFinding extends Observation {
  /** In the template, from 1. */
  readonly line: number;
}

/** All that is remarkable in a template, each operation once. Never throws, and never renders anything. */
export function judgeTemplate(template: string): readonly TemplateFinding[] {
  const found = new Map<string, TemplateFinding>();
  for (const finding of findingsIn(template)) {
    const key = `${finding.rule.id} ${finding.operation}`;
    if (!found.has(key)) found.set(key, finding);
  }
  return [...found.values()];
}

function* findingsIn(template: string): Iterable<TemplateFinding> {
  for (const { kind, decoded, start } of findHidden(template)) {
    const spelt = decoded === null ? '' : `: '${decoded}'`;
    yield { rule: HIDDEN, operation: `hidden ${kind}${spelt}`, line: template.slice(0, start).split('\n').length };
  }
  try {
    yield* findingsOf(segmentsOf(template).map(readSegment));
  } catch (error) {
    if (!(error instanceof TemplateError)) throw error;
    yield { rule: UNPARSED, operation: error.message, line: 1 };
  }
}

/** What one segment does. */
interface Step {
  readonly line: number;
  readonly text: string | null;
  readonly expressions: readonly Expression[];
  readonly assigns: readonly Assignment[];
  readonly macro: string | null;
  readonly observations: readonly Observation[];
}

interface Assignment {
  readonly name: string;
  readonly value: Expression;
  /** Whether the name stands for the value's members, one after another. */
  readonly each: boolean;
}

function* findingsOf(steps: readonly Step[]): Iterable<TemplateFinding> {
  const scope = scopeOf(steps);
  for (const { line, text, expressions, observations } of steps) {
    for (const observation of observations) yield { ...observation, line };
    for (const observation of text === null ? [] : judgeText(text)) yield { ...observation, line };
    for (const expression of expressions)
      for (const observation of judge(expression, scope)) yield { ...observation, line };
  }
}

/** Rounds in which values are followed from name to name. */
const ROUNDS = 4;

function scopeOf(steps: readonly Step[]): Scope {
  const constants = new Map<string, Constant | null>();
  const texts = new Set<string>();
  const assigns = steps.flatMap((step) => step.assigns);
  // A name of several values is followed no further: which one it has depends on the conversation.
  const timesAssigned = countAssignments(assigns);
  for (let round = 0; round < ROUNDS; round++) {
    for (const { name, value, each } of assigns) {
      const constant = each || timesAssigned.get(name) !== 1 ? null : fold(value, constants);
      constants.set(name, constant);
      const text = isText(value, { texts, constants });
      // The members of a message's parts are objects; those of a text that was split are text.
      if (text && (!each || value.kind === 'call' || value.kind === 'filter')) texts.add(name);
    }
  }
  const macros = new Set(steps.map(({ macro }) => macro).filter((name) => name !== null));
  return { constants, texts, macros, own: new Set(assigns.map(({ name }) => name)) };
}

function countAssignments(assigns: readonly Assignment[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { name } of assigns) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}

const NOTHING = { text: null, expressions: [], assigns: [], macro: null, observations: [] } as const;

function readSegment({ kind, text, tokens: all, line }: Segment): Step {
  if (kind === 'text') return { ...NOTHING, line, text };
  const tokens = tokensFrom(all);
  const step = kind === 'output' ? { expressions: [parseTuple(tokens)] } : readStatement(tokens);
  const skips = (step.observations ?? []).length > 0;
  if (tokens.at < all.length && !skips) throw new TemplateError(`more than was expected at line ${line}`);
  return { ...NOTHING, line, ...step };
}

type Read = (tokens: Tokens) => Partial<Step>;

function readStatement(tokens: Tokens): Partial<Step> {
  const keyword = takeName(tokens);
  if (INCLUDES.has(keyword)) return { observations: [{ rule: INCLUDE, operation: keyword }] };
  const read = STATEMENTS[keyword];
  if (read !== undefined) return read(tokens);
  if (!BARE_STATEMENTS.has(keyword)) return { observations: [{ rule: UNKNOWN, operation: `statement ${keyword}` }] };
  tokens.at = tokens.all.length;
  return {};
}

const STATEMENTS: Readonly<Record<string, Read>> = {
  if: (tokens) => ({ expressions: [parseTuple(tokens)] }),
  elif: (tokens) => ({ expressions: [parseTuple(tokens)] }),
  do: (tokens) => ({ expressions: [parseTuple(tokens)] }),
  print: (tokens) => ({ expressions: [parseTuple(tokens)] }),
  for: readFor,
  set: readSet,
  with: readWith,
  macro: readMacro,
  call: readCall,
  filter: (tokens) => ({ expressions: [parseFilters(tokens, { kind: 'constant', value: '' })] }),
};

function readFor(tokens: Tokens): Partial<Step> {
  const names = takeTargets(tokens, 'in');
  const value = parseTuple(tokens);
  accept(tokens, 'recursive');
  return { expressions: [value], assigns: names.map((name) => ({ name, value, each: true })) };
}

function takeTargets(tokens: Tokens, end: string): readonly string[] {
  const names: string[] = [];
  while (!accept(tokens, end)) {
    if (accept(tokens, ',') || accept(tokens, '(') || accept(tokens, ')')) continue;
    let name = takeName(tokens);
    while (accept(tokens, '.')) name += `.${takeName(tokens)}`;
    names.push(name);
  }
  return names;
}

function readSet(tokens: Tokens): Partial<Step> {
  if (!tokens.all.some(({ kind, value }) => kind === 'operator' && value === '=')) {
    const name = takeName(tokens);
    const value = parseFilters(tokens, { kind: 'list', items: [] });
    return { expressions: [value], assigns: [{ name, value, each: false }] };
  }
  const names = takeTargets(tokens, '=');
  const value = parseTuple(tokens);
  return { expressions: [value], assigns: names.map((name) => ({ name, value, each: names.length > 1 })) };
}

function readWith(tokens: Tokens): Partial<Step> {
  const assigns: Assignment[] = [];
  while (tokens.at < tokens.all.length) {
    const name = takeName(tokens);
    expect(tokens, '=');
    assigns.push({ name, value: parseExpression(tokens), each: false });
    accept(tokens, ',');
  }
  return { expressions: assigns.map(({ value }) => value), assigns };
}

function readMacro(tokens: Tokens): Partial<Step> {
  const macro = takeName(tokens);
  expect(tokens, '(');
  return { macro, expressions: readParameters(tokens) };
}

function readParameters(tokens: Tokens): readonly Expression[] {
  const defaults: Expression[] = [];
  while (!accept(tokens, ')')) {
    takeName(tokens);
    if (accept(tokens, '=')) defaults.push(parseExpression(tokens));
    accept(tokens, ',');
  }
  return defaults;
}

function readCall(tokens: Tokens): Partial<Step> {
  const defaults = accept(tokens, '(') ? readParameters(tokens) : [];
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
