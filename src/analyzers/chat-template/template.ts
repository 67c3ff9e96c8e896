import { LIMITS } from '../../kernel/limits.ts';
import { findHidden } from '../../text/hidden.ts';
import { carriedAway } from './addresses.ts';
import { type Asked, type Branch, follow, isBranch, sentenceIn } from './branches.ts';
import { condition, isCount, readsClock } from './conditions.ts';
import { foldAny } from './fold.ts';
import type { Folded } from './fold-format.ts';
import { ENDLESS_COUNT, isSpelling, judge, roundsOf, type Scope } from './judge.ts';
import { BARE_STATEMENTS, INCLUDES } from './known.ts';
import { type Segment, segmentsOf, TemplateError } from './lexer.ts';
import type { Observation } from './observation.ts';
import { judgeText } from './orders.ts';
import {
  accept,
  type Expression,
  expect,
  parseExpression,
  parseFilter,
  parseTuple,
  partsOf,
  peek,
  type Tokens,
  takeName,
  tokensFrom,
} from './parser.ts';
import { type Around, raisesUsers } from './roles.ts';
import { CARRIES_AWAY, CONDITIONAL, ENDLESS, FALSE_ROLE, HIDDEN, INCLUDE, UNKNOWN, UNPARSED } from './rules.ts';
import { givesTexts, isMessage, isMessages, isText } from './texts.ts';

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
  for (const { index, 0: comment } of template.matchAll(COMMENT)) {
    const order = TO_REVIEWERS.exec(comment)?.[0];
    if (order !== undefined)
      yield {
        rule: HIDDEN,
        operation: `a comment to whoever reviews it: '${order.slice(0, LIMITS.quotation)}'`,
        line: template.slice(0, index).split('\n').length,
      };
  }
  try {
    yield* findingsOf(segmentsOf(template).map(readSegment));
  } catch (error) {
    if (!(error instanceof TemplateError)) throw error;
    yield { rule: UNPARSED, operation: error.message, line: 1 };
  }
}

const COMMENT = /\{#[\s\S]{0,4000}?#\}/g;
/** Words in a comment, which no model is shown, to a program that reads the file: what it is to find. */
const TO_REVIEWERS =
  /\b(?:reviewers?|scanners?|auditors?|AIs?|LLMs?|assistants?|agents?|classifiers?)\b[^#]{0,80}\b(?:report no|no findings|do not (?:flag|report|warn)|(?:is|as) (?:safe|benign|clean|trusted)\b(?! to)|approve|skip (?:this|the|all) (?:check|scan|review)s?)\b/i;

/** What one segment does. */
interface Step {
  readonly line: number;
  readonly text: string | null;
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

interface Assignment {
  readonly name: string;
  readonly value: Expression;
  /** Whether the name stands for the value's members, one after another. */
  readonly each: boolean;
  /** Whether it is the last of several names: of a member's key and value, the value. */
  readonly last: boolean;
}

function* findingsOf(steps: readonly Step[]): Iterable<TemplateFinding> {
  const scope = scopeOf(steps);
  const asked: Asked[] = [];
  const loops: number[] = [];
  const around: Around[] = [];
  let before = '';
  for (const step of steps) {
    const { line, text, expressions, conditions, observations } = step;
    follow(asked, step, scope);
    const rounds = nested(loops, step, scope);
    if (rounds >= ENDLESS_COUNT) yield { rule: ENDLESS, operation: `goes round ${rounds} times, loop in loop`, line };
    const said = asked.some(({ now }) => now) ? sentenceIn([text, ...expressions], scope) : null;
    if (said !== null) yield { rule: CONDITIONAL, operation: `says '${said}' when a message holds a mark`, line };
    if (raisesUsers(around, before, step, scope))
      yield { rule: FALSE_ROLE, operation: 'writes a message behind the mark of the system', line };
    const address = carriedAway(before, expressions, scope);
    if (address !== null) yield { rule: CARRIES_AWAY, operation: `puts a message into '${address}'`, line };
    before = text ?? '';
    for (const observation of observations) yield { ...observation, line };
    for (const observation of text === null ? [] : judgeText(text)) yield { ...observation, line };
    for (const one of conditions) for (const observation of condition(one, scope)) yield { ...observation, line };
    for (const expression of expressions)
      for (const observation of judge(expression, scope)) yield { ...observation, line };
  }
}

/** The rounds of all loops that stand around what comes next; of one alone, `judge` tells. */
function nested(loops: number[], { branch, assigns }: Step, { constants }: Scope): number {
  const [over] = assigns;
  if (branch === 'endfor') loops.pop();
  if (branch !== 'for' || over === undefined) return 1;
  loops.push(roundsOf(over.value, constants));
  return loops.length < 2 ? 1 : loops.reduce((all, rounds) => all * rounds, 1);
}

/** Rounds in which values are followed from name to name. */
const ROUNDS = 4;

function scopeOf(steps: readonly Step[]): Scope {
  const constants = new Map<string, Folded | null>();
  const names = {
    constants,
    texts: new Set<string>(),
    characters: new Set<string>(),
    messages: new Set<string>(),
    lists: new Set<string>(),
    literals: new Map<string, Expression>(),
    counts: new Set<string>(),
    clocks: new Set<string>(),
  };
  const { texts, characters, messages, lists, literals, counts, clocks } = names;
  const spelt = new Set<string>();
  const macros = new Map(
    steps.flatMap(({ macro }) => (macro === null ? [] : [[macro.name, macro.parameters] as const])),
  );
  const assigns = steps.flatMap((step) => step.assigns);
  // A parameter stands for what is given in its place.
  for (const given of steps.flatMap(({ expressions }) => expressions.flatMap((one) => [...argumentsOf(one, macros)])))
    if (assigns.length < MAX_ASSIGNS) assigns.push(given);
  // A name of several values is followed no further: which one it has depends on the conversation.
  const timesAssigned = countAssignments(assigns);
  for (let round = 0; round < ROUNDS; round++) {
    for (const { name, value, each, last } of assigns) {
      constants.set(name, each || timesAssigned.get(name) !== 1 ? null : foldAny(value, constants));
      const literal = value.kind === 'name' ? literals.get(value.name) : value;
      // Never one that holds itself: a name of several values is followed no further.
      if (literal?.kind === 'list' && timesAssigned.get(name) === 1) literals.set(name, flat(literal));
      if (each) {
        if (isMessages(value, names)) messages.add(name);
        // The members of a message's parts are objects; those of a text that was split are text.
        if (last && givesTexts(value, names)) texts.add(name);
        else if (last && isText(value, names)) {
          // A text gives its characters; a list of parts gives objects, which nobody compares with a letter.
          texts.add(name);
          characters.add(name);
        }
        continue;
      }
      if (constants.get(name) === null && isSpelling(value, { spelt })) spelt.add(name);
      if (isText(value, names)) texts.add(name);
      if (isMessages(value, names)) lists.add(name);
      if (isMessage(value, names)) messages.add(name);
      if (isCount(value, names)) counts.add(name);
      if (readsClock(value, names)) clocks.add(name);
    }
  }
  const own = new Set(steps.flatMap((step) => step.assigns.map(({ name }) => name)));
  return { ...names, macros: new Set(macros.keys()), own, spelt };
}

/** The constants of a list that is written out. */
function flat({ items }: Extract<Expression, { kind: 'list' }>): Expression {
  return { kind: 'list', items: items.filter(({ kind }) => kind === 'constant') };
}

/** Arguments of macros that are followed; real templates have some dozen. */
const MAX_ASSIGNS = 5_000;

/** What calls of macros give to their parameters, by position. */
function* argumentsOf(expression: Expression, macros: ReadonlyMap<string, readonly string[]>): Iterable<Assignment> {
  if (expression.kind === 'call' && expression.of.kind === 'name') {
    const parameters = macros.get(expression.of.name) ?? [];
    for (const [index, value] of expression.arguments.entries()) {
      const name = parameters[index];
      if (name !== undefined) yield { name, value, each: false, last: true };
    }
  }
  for (const part of partsOf(expression)) yield* argumentsOf(part, macros);
}

function countAssignments(assigns: readonly Assignment[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { name } of assigns) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}

const NOTHING = {
  text: null,
  expressions: [],
  assigns: [],
  conditions: [],
  macro: null,
  branch: null,
  observations: [],
} as const;

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
  if (read !== undefined) return { ...read(tokens), ...(isBranch(keyword) ? { branch: keyword } : {}) };
  if (!BARE_STATEMENTS.has(keyword)) return { observations: [{ rule: UNKNOWN, operation: `statement ${keyword}` }] };
  tokens.at = tokens.all.length;
  return isBranch(keyword) ? { branch: keyword } : {};
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
  return names;
}

function readSet(tokens: Tokens): Partial<Step> {
  if (!tokens.all.some(({ kind, value }) => kind === 'operator' && value === '=')) {
    const name = takeName(tokens);
    const value = parseFilters(tokens, BLOCK);
    return { expressions: [value], assigns: [{ name, value, each: false, last: true }] };
  }
  const names = takeTargets(tokens, '=');
  const value = parseTuple(tokens);
  return {
    expressions: [value],
    assigns: names.map((name, at) => ({ name, value, each: names.length > 1, last: at === names.length - 1 })),
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
