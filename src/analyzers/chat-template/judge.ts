import type { Rule } from '../../domain/finding.ts';
import { LIMITS } from '../../kernel/limits.ts';
import { type Constant, type Constants, fold } from './fold.ts';
import { ESCAPE_ROOTS, FIELD_NAMES, FILTERS, FUNCTIONS, isInternal, METHODS, TEXT_KEYS } from './known.ts';
import type { Expression } from './parser.ts';
import { CONDITIONAL, ESCAPE, INSTRUCTION, UNKNOWN } from './rules.ts';

/** Something seen in a template; the operation names it in one line. */
export interface Observation {
  readonly rule: Rule;
  readonly operation: string;
}

/** What is known of a template's own names when an expression is judged. */
export interface Scope {
  readonly constants: Constants;
  /** Names that hold what a message says. */
  readonly texts: ReadonlySet<string>;
  readonly macros: ReadonlySet<string>;
  /** Names the template gives values to, so that they are not the engine's. */
  readonly own: ReadonlySet<string>;
}

/** What an expression does that a template need not. */
export function* judge(expression: Expression, scope: Scope): Iterable<Observation> {
  yield* judgeConstant(fold(expression, scope.constants));
  switch (expression.kind) {
    case 'constant':
      return;
    case 'name':
      yield* judgeName(expression.name, scope);
      return;
    case 'attribute':
      if (readsFunction(expression.of, scope)) yield { rule: UNKNOWN, operation: 'reads what a function holds' };
      yield* judgeAttribute(expression.name);
      break;
    case 'item': {
      if (readsFunction(expression.of, scope)) yield { rule: UNKNOWN, operation: 'reads what a function holds' };
      const index = fold(expression.index, scope.constants);
      if (typeof index === 'string') yield* judgeAttribute(index);
      break;
    }
    case 'call':
      yield* judgeCall(expression, scope);
      break;
    case 'filter':
      yield* judgeFilter(expression, scope);
      break;
    case 'binary':
      yield* judgeComparison(expression, scope);
      break;
    case 'test':
    case 'slice':
    case 'list':
    case 'choice':
      break;
  }
  for (const part of partsOf(expression)) yield* judge(part, scope);
}

/** Functions of the engine hold nothing that a template needs, and their module by many ways. */
function readsFunction(of: Expression, { own }: Scope): boolean {
  return of.kind === 'name' && FUNCTIONS.has(of.name) && !own.has(of.name);
}

function partsOf(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case 'constant':
    case 'name':
      return [];
    case 'attribute':
      return [expression.of];
    case 'item':
      return [expression.of, expression.index];
    case 'slice':
      return [expression.of, ...expression.parts.filter((part) => part !== null)];
    case 'call':
      // A method's name is judged with its call.
      return [expression.of.kind === 'attribute' ? expression.of.of : expression.of, ...expression.arguments].filter(
        (part) => part.kind !== 'name' || part !== expression.of,
      );
    case 'filter':
    case 'test':
      return [expression.of, ...expression.arguments];
    case 'binary':
      return [expression.left, expression.right];
    case 'list':
      return expression.items;
    case 'choice':
      return [expression.condition, ...expression.branches];
  }
}

/** Constants count wherever they stand: a name that is put together is used by ways that cannot all be followed. */
function* judgeConstant(value: Constant | null): Iterable<Observation> {
  if (typeof value !== 'string') return;
  // Taken apart wherever a template could: `'__init__ __globals__'.split()` spells two of them.
  const name = value.split(/\W+/).find(isDunder);
  if (name !== undefined) yield { rule: ESCAPE, operation: `spells ${name}` };
  yield* judgeText(value);
}

function isDunder(text: string): boolean {
  return /^__[a-z]\w*__$/i.test(text.trim());
}

function* judgeName(name: string, { own }: Scope): Iterable<Observation> {
  if (isInternal(name)) yield { rule: ESCAPE, operation: `reads ${name}` };
  else if (ESCAPE_ROOTS.has(name) && !own.has(name)) yield { rule: UNKNOWN, operation: `reads ${name}` };
}

function* judgeAttribute(name: string): Iterable<Observation> {
  if (isInternal(name)) yield { rule: ESCAPE, operation: `reads .${name}` };
  else if (name.startsWith('_')) yield { rule: UNKNOWN, operation: `reads .${name.slice(0, LIMITS.quotation)}` };
}

function* judgeCall(call: Extract<Expression, { kind: 'call' }>, scope: Scope): Iterable<Observation> {
  const { of } = call;
  if (of.kind === 'attribute') {
    yield* judgeAttribute(of.name);
    yield* judgeMethod(of.name, call, scope);
  } else if (of.kind === 'name') {
    const given = FUNCTIONS.has(of.name) || of.name === 'caller' || of.name === 'loop';
    // A template that gives `range` a value of its own, and calls it, calls whatever it has found.
    if (given && scope.own.has(of.name)) yield { rule: ESCAPE, operation: `calls ${of.name}(), which it has replaced` };
    const known = given || (scope.macros.has(of.name) && !scope.own.has(of.name));
    if (!known) yield { rule: UNKNOWN, operation: `calls ${of.name}()` };
  } else {
    yield { rule: UNKNOWN, operation: 'calls what an expression gives' };
  }
}

const LOOKS_FOR = new Set(['startswith', 'endswith', 'find', 'rfind', 'index', 'count', 'split', 'partition']);
/** Methods that take text apart are usual; as an answer to yes or no they are a condition. */
const TAKES_APART = new Set(['split', 'partition']);

function* judgeMethod(
  name: string,
  { of, arguments: values }: Extract<Expression, { kind: 'call' }>,
  scope: Scope,
): Iterable<Observation> {
  if (of.kind !== 'attribute') return;
  if (name === 'format' || name === 'format_map') {
    const receiver = fold(of.of, scope.constants);
    const reaches = typeof receiver !== 'string' || /\{[^}]*[.[]/.test(receiver);
    if (reaches) yield { rule: UNKNOWN, operation: `calls .${name}() on what may reach for attributes` };
  } else if (!METHODS.has(name) && !isOwn(of.of, scope)) {
    yield { rule: UNKNOWN, operation: `calls .${name}()` };
  }
  if (LOOKS_FOR.has(name) && !TAKES_APART.has(name) && isText(of.of, scope)) {
    for (const word of wordsIn(values[0], scope)) yield looksFor(word);
  }
}

/** Whether this is a name of the template's own, like an imported set of macros or a namespace. */
function isOwn(expression: Expression, { macros }: Scope): boolean {
  return expression.kind === 'name' && macros.has(expression.name);
}

function* judgeFilter(
  { name, arguments: values }: Extract<Expression, { kind: 'filter' }>,
  { constants }: Scope,
): Iterable<Observation> {
  if (name === 'attr' || name === 'map' || name === 'selectattr' || name === 'rejectattr') {
    for (const value of values) {
      const path = fold(value, constants);
      if (typeof path === 'string' && path.split('.').some(isInternal))
        yield { rule: ESCAPE, operation: `reads |${name}('${path}')` };
    }
  }
  if (!FILTERS.has(name)) yield { rule: UNKNOWN, operation: `filters through ${name}` };
  if (name === 'map') yield* judgeMapped(values, constants);
}

/** `map('name')` applies a filter by its name. */
function* judgeMapped(values: readonly Expression[], constants: Constants): Iterable<Observation> {
  const name = values[0] === undefined ? null : fold(values[0], constants);
  if (name === 'attr') yield { rule: UNKNOWN, operation: "filters through map('attr')" };
}

const COMPARES = new Set(['in', 'not in', '==', '!=', '<', '>', '<=', '>=']);

function* judgeComparison(
  { operator, left, right }: Extract<Expression, { kind: 'binary' }>,
  scope: Scope,
): Iterable<Observation> {
  if (!COMPARES.has(operator)) return;
  for (const [text, other] of [
    [left, right],
    [right, left],
  ] as const) {
    if (readsClock(text)) yield { rule: CONDITIONAL, operation: 'acts on the date' };
    if (isText(text, scope)) for (const word of wordsIn(other, scope)) yield looksFor(word);
  }
}

function looksFor(word: string): Observation {
  return { rule: CONDITIONAL, operation: `looks for '${word.slice(0, LIMITS.quotation)}' in a message` };
}

function readsClock(expression: Expression): boolean {
  if (expression.kind === 'call' && expression.of.kind === 'name') return expression.of.name === 'strftime_now';
  return partsOf(expression).some(readsClock);
}

const KEEPS_TEXT = new Set(
  'lower upper trim strip lstrip rstrip string replace split splitlines title list first last'.split(' '),
);

/** Whether an expression is what somebody wrote in a message, whole or in part. */
export function isText(expression: Expression, scope: Pick<Scope, 'texts' | 'constants'>): boolean {
  switch (expression.kind) {
    case 'name':
      return scope.texts.has(expression.name);
    case 'attribute':
      return TEXT_KEYS.has(expression.name);
    case 'item': {
      const index = fold(expression.index, scope.constants);
      if (typeof index === 'string') return TEXT_KEYS.has(index);
      return (expression.of.kind === 'call' || expression.of.kind === 'slice') && isText(expression.of, scope);
    }
    case 'slice':
      return isText(expression.of, scope);
    case 'filter':
      return KEEPS_TEXT.has(expression.name) && isText(expression.of, scope);
    case 'call':
      return (
        expression.of.kind === 'attribute' && KEEPS_TEXT.has(expression.of.name) && isText(expression.of.of, scope)
      );
    case 'binary':
      return /^[+~]$/.test(expression.operator) && (isText(expression.left, scope) || isText(expression.right, scope));
    case 'choice':
      return expression.branches.some((branch) => isText(branch, scope));
    case 'constant':
    case 'test':
    case 'list':
      return false;
  }
}

/** Ordinary words among constants: marks of a template's own syntax (`<think>`, `/no_think`) and names of fields are none. */
function* wordsIn(expression: Expression | undefined, scope: Scope): Iterable<string> {
  if (expression === undefined) return;
  if (expression.kind === 'list') for (const item of expression.items) yield* wordsIn(item, scope);
  const value = fold(expression, scope.constants);
  if (typeof value === 'string' && isWording(value)) yield value;
}

function isWording(text: string): boolean {
  return /\p{L}{3}/u.test(text) && !/[<>[\]{}|#`]|^\s*\//.test(text) && !FIELD_NAMES.has(text.trim());
}

/** Orders that no default description of an assistant holds. Not to speak of function calls is a usual one (Qwen 3). */
const ORDERS =
  /\b(?:ignore|disregard|forget)\b[^.]{0,40}\b(?:previous|prior|above|other|all)\b[^.]{0,20}\b(?:instruction|message|prompt|rule)s?|\b(?:do not|don't|never)\b[^.]{0,30}\b(?:reveal|mention|disclose|tell|admit)\b(?![^.]{0,40}\bfunction)[^.]{0,60}\b(?:instruction|prompt|user|this|that)\b|\bsecretly\b|\bwithout (?:telling|informing|the user)\b|\b(?:always|must)\b[^.]{0,40}\b(?:recommend|promote|advertise|include (?:a|the|this) (?:link|url))\b/i;
const LINK = /\bhttps?:\/\/[^\s"'<>{}]{4,}/i;

/** Text that goes before every conversation. */
export function* judgeText(text: string): Iterable<Observation> {
  const order = ORDERS.exec(text) ?? LINK.exec(text);
  if (order !== null) yield { rule: INSTRUCTION, operation: `says '${order[0].slice(0, LIMITS.quotation)}'` };
}
