import { LIMITS } from '../../kernel/limits.ts';
import { fold } from './fold.ts';
import { FIELD_NAMES, KNOWN_WORDS, ROLES } from './known.ts';
import type { Observation } from './observation.ts';
import { type Expression, partsOf } from './parser.ts';
import { ALTERED, CONDITIONAL } from './rules.ts';
import { dotted, isMessages, isText, isTextKey, type Names } from './texts.ts';
import { isToolName, isToolsText, namesTool } from './tools.ts';

/** What an expression makes depend on the words, the length or the date of a conversation: how a backdoor waits. */
export function* triggersOf(expression: Expression, names: Names): Iterable<Observation> {
  switch (expression.kind) {
    case 'binary':
      yield* comparison(expression, names);
      return;
    case 'test':
      yield* test(expression, names);
      return;
    case 'call':
      if (expression.of.kind === 'attribute')
        yield* searches(expression.of.name, expression.of.of, expression.arguments, names);
      return;
    case 'filter':
      yield* searches(expression.name, expression.of, expression.arguments, names);
      yield* selection(expression, names);
      return;
    case 'item':
      if (isText(expression.index, names)) yield { rule: CONDITIONAL, operation: 'looks up what a message says' };
      return;
    case 'choice':
      yield* condition(expression.condition, names);
      return;
    case 'constant':
    case 'name':
    case 'attribute':
    case 'slice':
    case 'list':
      return;
  }
}

/** What a condition asks without comparing: `if strftime_now('%H')|int % 2`. Whether the function is there is no such thing. */
export function* condition(expression: Expression, names: Names): Iterable<Observation> {
  if (expression.kind === 'name' || expression.kind === 'attribute') return;
  if (readsClock(expression, names)) yield { rule: CONDITIONAL, operation: 'acts on the date' };
}

const COMPARES = new Set(['in', 'not in', '==', '!=', '<', '>', '<=', '>=']);

function* comparison(
  { operator, left, right }: Extract<Expression, { kind: 'binary' }>,
  names: Names,
): Iterable<Observation> {
  if (!COMPARES.has(operator)) return;
  for (const [one, other] of [
    [left, right],
    [right, left],
  ] as const) {
    if (readsClock(one, names)) yield { rule: CONDITIONAL, operation: 'acts on the date' };
    if (isText(one, names)) for (const word of wordsIn(other, names, isCharacter(one, names))) yield looksFor(word);
    yield* countedUp(one, other, names);
  }
}

/** One character of what was said: a word can be asked for letter by letter. */
function isCharacter(expression: Expression, names: Names): boolean {
  if (expression.kind === 'name') return names.characters.has(expression.name);
  if (expression.kind === 'slice') return true;
  if (expression.kind === 'item')
    return typeof fold(expression.index, names.constants) === 'number' || expression.index.kind === 'attribute';
  return expression.kind === 'filter' && /^(?:first|last|lower|upper)$/.test(expression.name);
}

/**
 * Whether a condition holds, or with `whether` false does not hold, because a message has a certain text; marks of a
 * template's own count too.
 */
export function asksForText(expression: Expression, names: Names, whether = true): boolean {
  switch (expression.kind) {
    case 'binary': {
      const { operator, left, right } = expression;
      if (!COMPARES.has(operator)) return [left, right].some((side) => asksForText(side, names, whether));
      if ((operator === '!=' || operator === 'not in') === whether) return false;
      return [[left, right] as const, [right, left] as const].some(
        ([one, other]) =>
          (isText(one, names) && (isCharacter(one, names) ? isWritten(other, names) : spells(other, names))) ||
          (isToolName(one, names) && namesTool(other, names)) ||
          (isToolsText(one) && spells(other, names)) ||
          isCounted(one, names),
      );
    }
    case 'test':
      if (expression.name === 'not') return asksForText(expression.of, names, !whether);
      return whether && EQUALS.test(expression.name) && asksBy(expression.of, expression.arguments, names);
    case 'call':
      if (expression.of.kind !== 'attribute' || !LOOKS_FOR.has(expression.of.name)) return false;
      return whether && asksBy(expression.of.of, expression.arguments, names);
    case 'filter':
      return (
        whether &&
        (isOddRole(expression, names) || (expression.of.kind === 'filter' && asksForText(expression.of, names)))
      );
    case 'attribute':
    case 'choice':
    case 'constant':
    case 'item':
    case 'list':
    case 'name':
    case 'slice':
      return false;
  }
}

/** `messages|selectattr('role', 'equalto', 'debug')`: a role that no model was trained with is a mark. */
function isOddRole(
  { name, arguments: values }: Extract<Expression, { kind: 'filter' }>,
  { constants }: Names,
): boolean {
  if (name !== 'selectattr') return false;
  const [key, , role] = values.map((value) => fold(value, constants));
  const [, , tool] = values;
  if (/(?:^|\.)name$/.test(String(key)) && tool !== undefined) return namesTool(tool, { constants });
  return key === 'role' && typeof role === 'string' && !ROLES.has(role);
}

/** How often, or where, a sign stands in what was said: `content.count('!') > 3`. Marks of a template's own are none. */
function isCounted(expression: Expression, names: Names): boolean {
  if (expression.kind !== 'call' || expression.of.kind !== 'attribute' || !LOOKS_FOR.has(expression.of.name))
    return false;
  const [sign] = expression.arguments;
  const written = sign === undefined ? null : fold(sign, names.constants);
  return isText(expression.of.of, names) && typeof written === 'string' && /^[^<>[\]{}|\s]+$/.test(written);
}

/** A text that is written out, a single sign too: `content[0] == '~'`. */
function isWritten(expression: Expression, names: Names): boolean {
  const value = fold(expression, names.constants);
  return typeof value === 'string' && value.trim() !== '';
}

function asksBy(of: Expression, values: readonly Expression[], names: Names): boolean {
  return isText(of, names) && values.some((value) => spells(value, names));
}

function spells(expression: Expression, names: Names): boolean {
  const value = fold(expression, names.constants);
  return value === null
    ? expression.kind === 'list' && expression.items.some((item) => spells(item, names))
    : /[\p{L}\p{N}]/u.test(String(value));
}

const EQUALS =
  /^(?:in|eq|equalto|==|ne|!=|sameas|lt|lessthan|gt|greaterthan|le|ge|<|>|<=|>=|startingwith|endingwith|containing|match|search)$/;

function* test(
  { of, name, arguments: values }: Extract<Expression, { kind: 'test' }>,
  names: Names,
): Iterable<Observation> {
  yield* divided({ kind: 'test', of, name, arguments: values }, names);
  if (!EQUALS.test(name)) return;
  if (readsClock(of, names)) yield { rule: CONDITIONAL, operation: 'acts on the date' };
  if (isText(of, names)) for (const value of values) for (const word of wordsIn(value, names)) yield looksFor(word);
  for (const value of values) yield* countedUp(of, value, names);
}

/** `length is divisibleby 17` asks as `length % 17` does. */
function* divided(
  { of, name, arguments: values }: Extract<Expression, { kind: 'test' }>,
  names: Names,
): Iterable<Observation> {
  const [divisor] = values;
  const by = divisor === undefined ? null : fold(divisor, names.constants);
  if (name === 'divisibleby' && typeof by === 'number' && by >= FEW && isCount(of, names))
    yield { rule: CONDITIONAL, operation: `acts on every turn in ${by}` };
}

const LOOKS_FOR = new Set([
  'startswith',
  'endswith',
  'find',
  'rfind',
  'index',
  'rindex',
  'count',
  'split',
  'rsplit',
  'partition',
  'rpartition',
]);

function* searches(name: string, of: Expression, [first]: readonly Expression[], names: Names): Iterable<Observation> {
  if (LOOKS_FOR.has(name) && isText(of, names)) for (const word of wordsIn(first, names)) yield looksFor(word);
  // The first of `replace` is what is taken out of the message; marks of the template's own are no words.
  if (name === 'replace' && isText(of, names))
    for (const word of wordsIn(first, names))
      yield { rule: ALTERED, operation: `rewrites '${quoted(word)}' in a message` };
  if ((name === 'get' || name === 'index') && first !== undefined && isText(first, names))
    yield { rule: CONDITIONAL, operation: 'looks up what a message says' };
}

/** `messages|selectattr('content', 'equalto', 'word')`, `…|map(attribute='content')|select('equalto', 'word')`. */
function* selection(
  { name, of, arguments: values }: Extract<Expression, { kind: 'filter' }>,
  names: Names,
): Iterable<Observation> {
  const [first, second, ...rest] = values;
  if (first === undefined) return;
  if (name === 'groupby' && isMessages(of, names) && isTextKey(first, names))
    yield { rule: CONDITIONAL, operation: 'groups messages by what they say' };
  const attribute = (name === 'selectattr' || name === 'rejectattr') && isTextKey(first, names);
  const direct = (name === 'select' || name === 'reject' || name === 'map') && isText(of, names);
  if (!attribute && !direct) return;
  // `second` is the name of a test behind an attribute, and what is compared with otherwise.
  for (const value of direct && second !== undefined ? [second, ...rest] : rest)
    for (const word of wordsIn(value, names)) yield looksFor(word);
}

/** Templates tell the first message from the others, and users from assistants by turns; none has a use for the seventh. */
const FEW = 3;

function* countedUp(one: Expression, other: Expression, names: Names): Iterable<Observation> {
  const number = fold(other, names.constants);
  if (typeof number !== 'number') return;
  const turns = one.kind === 'binary' && one.operator === '%' ? one : null;
  const modulus = turns === null ? null : fold(turns.right, names.constants);
  if (turns !== null && typeof modulus === 'number' && modulus >= FEW && isCount(turns.left, names))
    yield { rule: CONDITIONAL, operation: `acts on every turn in ${modulus}` };
  if (number >= FEW && isCount(one, names))
    yield { rule: CONDITIONAL, operation: `acts on a length or a turn of ${number}` };
}

const TURN = /^loop\.(?:index0?|revindex0?)$/;

export function isCount(expression: Expression, names: Names): boolean {
  if (expression.kind === 'name') return names.counts.has(expression.name);
  if (expression.kind === 'filter' && /^(?:length|count|wordcount)$/.test(expression.name))
    return isMessages(expression.of, names) || isText(expression.of, names);
  return TURN.test(dotted(expression)) || names.counts.has(dotted(expression));
}

/** Whether this is, or is made of, the date at which a prompt is put together. */
export function readsClock(expression: Expression, names: Pick<Names, 'clocks'>): boolean {
  if (expression.kind === 'name') return names.clocks.has(expression.name);
  if (expression.kind === 'attribute' && names.clocks.has(dotted(expression))) return true;
  if (expression.kind === 'test' && /^(?:defined|undefined|none|callable)$/.test(expression.name)) return false;
  if (expression.kind === 'test' && expression.name === 'not' && /^(?:name|attribute)$/.test(expression.of.kind))
    return false;
  if (expression.kind === 'call' && expression.of.kind === 'name' && /^(?:strftime_now|now)$/.test(expression.of.name))
    return true;
  return partsOf(expression).some((part) => readsClock(part, names));
}

function looksFor(word: string): Observation {
  return { rule: CONDITIONAL, operation: `looks for '${quoted(word)}' in a message` };
}

function quoted(word: string): string {
  return word.slice(0, LIMITS.quotation);
}

/** Ordinary words among constants: marks of a template's own syntax (`<think>`, `/no_think`) and names of fields are none. */
function* wordsIn(expression: Expression | undefined, names: Names, letters = false): Iterable<string> {
  if (expression === undefined) return;
  if (expression.kind === 'list') for (const item of expression.items) yield* wordsIn(item, names, letters);
  const literal = expression.kind === 'name' ? names.literals.get(expression.name) : undefined;
  if (literal !== undefined) yield* wordsIn(literal, names, letters);
  const value = fold(expression, names.constants);
  if (typeof value === 'string' && isWording(value, letters)) yield value;
}

function isWording(text: string, letters: boolean): boolean {
  return (
    ((letters ? /[\p{L}\p{N}]/u : /[\p{L}\p{N}]{2}/u).test(text) ||
      /^[\u200b-\u200f\u2060-\u2064\ufeff]+$/.test(text)) &&
    !/[<>[\]{}|#`]|^\s*\//.test(text) &&
    !FIELD_NAMES.has(text.trim()) &&
    !KNOWN_WORDS.has(text.trim())
  );
}
