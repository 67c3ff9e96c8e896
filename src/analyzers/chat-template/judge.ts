import { LIMITS } from '../../kernel/limits.ts';
import { triggersOf } from './conditions.ts';
import { type Constants, fold, foldAny } from './fold.ts';
import type { Folded } from './fold-format.ts';
import { ESCAPE_ROOTS, FILTERS, FUNCTIONS, isInternal, METHODS } from './known.ts';
import type { Observation } from './observation.ts';
import { type Expression, partsOf } from './parser.ts';
import { ENDLESS, ESCAPE, HIDDEN, INSTRUCTION, ORDER, UNKNOWN } from './rules.ts';
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
  yield* judgeLength(expression, scope);
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
      else if (index === null && isSpelling(expression.index, scope))
        yield { rule: UNKNOWN, operation: 'reads what a text that it puts together names' };
      break;
    }
    case 'call':
      yield* judgeCall(expression, scope);
      break;
    case 'filter':
      yield* judgeFilter(expression, scope);
      break;
    case 'binary':
    case 'test':
    case 'slice':
    case 'list':
    case 'choice':
      break;
  }
  for (const part of partsOf(expression)) yield* judge(part, scope);
}

/** Prompts have some ten thousand characters and messages some hundred; a template counts in neither. */
export const ENDLESS_COUNT = 10_000_000;

/** A loop, or a text, as long as a number that is written out. */
function* judgeLength(expression: Expression, { constants }: Scope): Iterable<Observation> {
  const counts =
    expression.kind === 'call' && expression.of.kind === 'name' && expression.of.name === 'range'
      ? expression.arguments
      : expression.kind === 'binary' && (expression.operator === '*' || expression.operator === '**')
        ? [expression.left, expression.right]
        : [];
  for (const count of counts) {
    const value = fold(count, constants);
    if (typeof value === 'number' && Math.abs(value) >= ENDLESS_COUNT)
      yield { rule: ENDLESS, operation: `counts to ${value}` };
  }
  const width = widthOf(expression, constants);
  if (width >= ENDLESS_COUNT) yield { rule: ENDLESS, operation: `pads to ${width}` };
}

/** Filters and methods that make a text as wide as they are told. */
const PADS = /^(?:center|indent|ljust|rjust|zfill|wordwrap|expandtabs)$/;

function widthOf(expression: Expression, constants: Constants): number {
  const name =
    expression.kind === 'filter'
      ? expression.name
      : expression.kind === 'call' && expression.of.kind === 'attribute'
        ? expression.of.name
        : '';
  if (!PADS.test(name) || (expression.kind !== 'filter' && expression.kind !== 'call')) return 0;
  return Math.max(0, ...expression.arguments.map((given) => numberOf(fold(given, constants))));
}

function numberOf(value: unknown): number {
  return typeof value === 'number' ? value : 0;
}

/** How often a loop over this runs, where that is written out; one where it is not. */
export function roundsOf(expression: Expression, constants: Constants): number {
  if (expression.kind !== 'call' || expression.of.kind !== 'name' || expression.of.name !== 'range') return 1;
  const [from = 0, to, step = 1] = expression.arguments.map((given) => numberOf(fold(given, constants)));
  return to === undefined ? Math.max(1, from) : Math.max(1, Math.abs((to - from) / (step === 0 ? 1 : step)));
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

/** Functions of the engine hold nothing that a template needs, and their module by many ways. */
function readsFunction(of: Expression, { own }: Scope): boolean {
  return of.kind === 'name' && FUNCTIONS.has(of.name) && !own.has(of.name);
}

/** Constants count wherever they stand: a name that is put together is used by ways that cannot all be followed. */
function* judgeConstant(value: Folded | null): Iterable<Observation> {
  if (typeof value === 'object' && value !== null) for (const item of value) yield* judgeConstant(item);
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

/** Orders that no default description of an assistant holds. Not to speak of function calls is a usual one (Qwen 3). */
const ORDERS =
  /\b(?:ignore|disregard|forget)\b[^.]{0,40}\b(?:previous|prior|above|other|all)\b[^.]{0,20}\b(?:instruction|message|prompt|rule)s?|\b(?:do not|don't|never)\b[^.]{0,30}\b(?:reveal|mention|disclose|tell|admit)\b(?![^.]{0,40}\bfunction)[^.]{0,60}\b(?:instruction|prompt|user|this|that)s?\b|\bsecretly\b|\bwithout (?:telling|informing|the user)\b|\b(?:always|must)\b[^.]{0,40}\b(?:recommend|promote|advertise|include (?:a|the|this) (?:link|url))\b/i;
const LINK = /\bhttps?:\/\/[^\s"'<>{}]{4,}/i;

/** What was said, or is secret, sent to an address that the template names, or handed to a tool unasked. */
const LEAKS =
  /\b(?:send|e-?mail|post|forward|upload|transmit|leak|exfiltrate|append|call)\b[^\n]{0,120}\b(?:conversations?|chats?|history|messages?|prompts?|secrets?|(?:api |private )?keys?|passwords?|tokens?|credentials?)\b[^\n]{0,80}\b(?:to|at|via)\s+(?:https?:\/\/|[\w.+-]+@[\w-]+\.)[^\s"']{0,80}|\bcall\s+(?:the\s+)?(?:tool\s+)?\w+(?:_\w+)+\b[^\n]{0,60}\b(?:all of the|the whole|the entire|the full|every)\s+(?:conversation|chat|history|message)\b[^\n]{0,40}/i;

/** A page does not show it, and a model reads it. */
const COMMENT = /<!--((?:(?!-->)[\s\S]){0,2000}\p{L}{3}(?:(?!-->)[\s\S]){0,2000})/u;

/** What is fetched and run, in words that a model may repeat to a tool. */
const FETCHED = /\b(?:curl|wget)\b[^\n|]{0,200}\|\s*(?:sudo\s+)?(?:ba|z|da)?sh\b/i;
/** An answer that was begun in the model's name: it goes on as if it had agreed. */
const BEGUN =
  /(?:assistant(?:<\|[\w|]+\|>|:)?|<\|assistant\|>|\[\/INST\]|<start_of_turn>model|### ?(?:Response|Assistant):)\s{0,4}(?:sure|of course|certainly|absolutely|okay|yes)\s*[,.!:][^\n]{0,80}/i;
/** Nobody reads it as a text, and models do. */
const ENCODED = /(?<![A-Za-z0-9+/])[A-Za-z0-9+/]{40,}={0,2}(?![A-Za-z0-9+/=])/;

function decoded(text: string): string | null {
  const code = ENCODED.exec(text)?.[0];
  if (code === undefined) return null;
  const plain = Buffer.from(code, 'base64').toString('utf8');
  return /^[\x20-\x7e\n\t]+$/.test(plain) && /[a-z]+ [a-z]+ /i.test(plain) ? plain : null;
}

/** Text that goes before every conversation. */
export function* judgeText(text: string): Iterable<Observation> {
  const comment = COMMENT.exec(text)?.[1];
  if (comment !== undefined)
    yield { rule: HIDDEN, operation: `a comment of HTML: '${comment.trim().slice(0, LIMITS.quotation)}'` };
  const order = ORDERS.exec(text) ?? LEAKS.exec(text) ?? FETCHED.exec(text) ?? BEGUN.exec(text);
  const plain = decoded(text);
  if (plain !== null) yield { rule: HIDDEN, operation: `in base64: '${plain.slice(0, LIMITS.quotation)}'` };
  const link = order === null ? LINK.exec(text) : null;
  if (order !== null) yield { rule: ORDER, operation: `says '${order[0].slice(0, LIMITS.quotation)}'` };
  if (link !== null) yield { rule: INSTRUCTION, operation: `says '${link[0].slice(0, LIMITS.quotation)}'` };
}
