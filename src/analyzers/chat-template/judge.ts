import { LIMITS } from '../../kernel/limits.ts';
import { triggersOf } from './conditions.ts';
import { type Constants, fold, foldAny } from './fold.ts';
import type { Folded } from './fold-format.ts';
import { ESCAPE_ROOTS, FILTERS, FUNCTIONS, isInternal, METHODS, TESTS } from './known.ts';
import { judgeLength } from './lengths.ts';
import type { Observation } from './observation.ts';
import { judgeText } from './orders.ts';
import { type Expression, partsOf } from './parser.ts';
import { ESCAPE, HIDDEN, UNKNOWN } from './rules.ts';
import { dotted, type Names } from './texts.ts';

/** What is known of a template's own names when an expression is judged. */
export interface Scope extends Names {
  readonly macros: ReadonlySet<string>;
  /** Names the template gives values to, so that they are not the engine's. */
  readonly own: ReadonlySet<string>;
  /** Names that hold a text which was put together and could not be followed. */
  readonly spelt: ReadonlySet<string>;
}

/** What an expression does that a template need not. */
export function* judge(expression: Expression, scope: Scope): Iterable<Observation> {
  yield* judgeConstant(foldAny(expression, scope.constants));
  yield* triggersOf(expression, scope);
  yield* judgeLength(expression, scope.constants);
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
      else if (index === null && (isSpelling(expression.index, scope) || callsMacro(expression.index, scope)))
        yield { rule: UNKNOWN, operation: 'reads what a text that it puts together names' };
      break;
    }
    case 'call':
      yield* judgeCall(expression, scope);
      break;
    case 'filter':
      yield* judgeFilter(expression, scope);
      break;
    case 'test':
      if (!TESTS.has(expression.name))
        yield { rule: UNKNOWN, operation: `asks whether something is ${expression.name}` };
      break;
    case 'binary':
    case 'slice':
    case 'list':
    case 'choice':
      break;
  }
  for (const part of partsOf(expression)) yield* judge(part, scope);
}

const JOINS = /^(?:join|format|replace|urldecode|unquote|reverse|lower|upper)$/;

/** Whether a name is put together piece by piece, in a way that could not be followed. */
export function isSpelling(expression: Expression, scope: Pick<Scope, 'spelt'>): boolean {
  const { spelt } = scope;
  switch (expression.kind) {
    case 'binary':
      if (expression.operator === '~') return true;
      return expression.operator === '+' && [expression.left, expression.right].some((side) => isSpelt(side, scope));
    case 'filter':
      return JOINS.test(expression.name);
    case 'call':
      return expression.of.kind === 'attribute' && JOINS.test(expression.of.name);
    case 'name':
      return spelt.has(expression.name);
    case 'attribute':
      return spelt.has(dotted(expression));
    case 'constant':
    case 'item':
    case 'slice':
    case 'test':
    case 'list':
    case 'choice':
      return false;
  }
}

function isSpelt(side: Expression, scope: Pick<Scope, 'spelt'>): boolean {
  return side.kind === 'constant' ? typeof side.value === 'string' : isSpelling(side, scope);
}

/** A macro gives the text that it writes. */
function callsMacro(expression: Expression, { macros }: Scope): boolean {
  return expression.kind === 'call' && expression.of.kind === 'name' && macros.has(expression.of.name);
}

/** Functions of the engine hold nothing that a template needs, and their module by many ways. */
function readsFunction(of: Expression, { own }: Scope): boolean {
  return of.kind === 'name' && FUNCTIONS.has(of.name) && !own.has(of.name);
}

/** Constants count wherever they stand: a name that is put together is used by ways that cannot all be followed. */
function* judgeConstant(value: Folded | null): Iterable<Observation> {
  if (typeof value === 'object' && value !== null) for (const item of value) yield* judgeConstant(item);
  if (typeof value !== 'string') return;
  // Taken apart wherever a template could: `'__init__ __globals__'.split()` spells two of them.
  const names = value.split(/\W+/).filter((word) => /^__[a-z]\w*__$/i.test(word));
  // Python's own are in small letters; others are places that somebody fills in: `__NOT_A_NUMBER__`.
  const name = names.find((word) => !/[A-Z]/.test(word)) ?? names[0];
  if (name !== undefined) yield { rule: /[A-Z]/.test(name) ? UNKNOWN : ESCAPE, operation: `spells ${name}` };
  const mixed = MIXED.exec(value)?.[0];
  if (mixed !== undefined) yield { rule: HIDDEN, operation: `letters of two scripts in one word: '${mixed}'` };
  yield* judgeText(value);
}

/** A word of Latin letters with Cyrillic ones among them that look like Latin ones. */
const MIXED =
  /(?=[а-яѕіјԁ]{0,20}[a-z])[a-zа-яѕіјԁ]{0,20}[аеорсухѕіјԁ][a-z]{2,20}|[a-z]{2,20}[аеорсухѕіјԁ]{1,3}(?![а-я])/iu;

function* judgeName(name: string, { own }: Scope): Iterable<Observation> {
  if (isInternal(name) && !own.has(name))
    yield {
      rule: /^__(?:[a-z]+|[a-z]{2,}_ex|self_class)__$/.test(name) ? ESCAPE : UNKNOWN,
      operation: `reads ${name}`,
    };
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

function* judgeMethod(
  name: string,
  { of }: Extract<Expression, { kind: 'call' }>,
  scope: Scope,
): Iterable<Observation> {
  if (of.kind !== 'attribute') return;
  if (name === 'format' || name === 'format_map') {
    const receiver = fold(of.of, scope.constants);
    const reaches = typeof receiver !== 'string' || /\{[^}]*[.[]/.test(receiver);
    if (reaches) yield { rule: UNKNOWN, operation: `calls .${name}() on what may reach for attributes` };
  } else if (!METHODS.has(name) && !isOwn(of.of, scope)) {
    yield { rule: UNKNOWN, operation: `calls .${name}()` };
  } else if (CHANGES.test(name) && isConversation(of.of, scope)) {
    yield { rule: UNKNOWN, operation: `changes the conversation by .${name}()` };
  }
}

/** The caller's own list and its messages: renderers that do not forbid it (transformers does) go on with what is left. */
function isConversation(expression: Expression, scope: Scope): boolean {
  if (expression.kind === 'name') return expression.name === 'messages' && !scope.own.has('messages');
  return expression.kind === 'item' && isConversation(expression.of, scope);
}

const CHANGES = /^(?:append|pop|insert|extend|update|clear|remove|setdefault|sort|reverse)$/;

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
