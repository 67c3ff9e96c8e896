import { type Constants, fold } from './fold.ts';
import { TEXT_KEYS } from './known.ts';
import type { Expression } from './parser.ts';

/** What the names of a template stand for, as far as conditions on a conversation need it. */
export interface Names {
  readonly constants: Constants;
  /** Hold what a message says. */
  readonly texts: ReadonlySet<string>;
  /** Hold one character of what a message says. */
  readonly characters: ReadonlySet<string>;
  /** Hold one message. */
  readonly messages: ReadonlySet<string>;
  /** Hold several messages; `messages` itself is always among them. */
  readonly lists: ReadonlySet<string>;
  /** Lists of words that the template writes out, by name; for each of their members too. */
  readonly literals: ReadonlyMap<string, Expression>;
  /** Hold the number of messages, the length of one, or a turn. */
  readonly counts: ReadonlySet<string>;
  /** Hold the date, or a part of it. */
  readonly clocks: ReadonlySet<string>;
}

const KEEPS_TEXT = new Set(
  'lower upper reverse trim strip lstrip rstrip string replace split splitlines title list first last removeprefix removesuffix format e escape safe capitalize'.split(
    ' ',
  ),
);
/** Filters that write a whole message, or all of them, as one text. */
const WRITES_OUT = new Set(['string', 'tojson', 'join', 'list', 'pprint', 'e', 'escape']);
const KEEPS_LIST = new Set('list reverse sort selectattr rejectattr select reject unique slice batch'.split(' '));

/** Whether an expression is what somebody wrote in a message, whole or in part. */
export function isText(expression: Expression, names: Names): boolean {
  switch (expression.kind) {
    case 'name':
      return names.texts.has(expression.name);
    case 'attribute':
      return TEXT_KEYS.has(expression.name) || names.texts.has(dotted(expression));
    case 'item': {
      const index = fold(expression.index, names.constants);
      if (typeof index === 'string') return TEXT_KEYS.has(index);
      // A part of a text, a member of a list of them, or whatever a message holds under a key that is only known then.
      return isText(expression.of, names) || (index === null && isMessage(expression.of, names));
    }
    case 'slice':
      return isText(expression.of, names);
    case 'filter':
      return isFilteredText(expression, names);
    case 'call':
      return isCalledText(expression, names);
    case 'binary':
      return /^[+~]$/.test(expression.operator) && (isText(expression.left, names) || isText(expression.right, names));
    case 'choice':
      return expression.branches.some((branch) => isText(branch, names));
    case 'constant':
    case 'test':
    case 'list':
      return false;
  }
}

function isFilteredText(
  { name, of, arguments: values }: Extract<Expression, { kind: 'filter' }>,
  names: Names,
): boolean {
  if (isText(of, names)) return KEEPS_TEXT.has(name) || name === 'map' || name === 'join';
  if (WRITES_OUT.has(name) && name !== 'list') return isMessage(of, names) || isMessages(of, names);
  // `messages|map(attribute='content')`: the keyword's name is not kept, its value is.
  return name === 'map' && isMessages(of, names) && values.some((value) => isTextKey(value, names));
}

function isCalledText({ of, arguments: values }: Extract<Expression, { kind: 'call' }>, names: Names): boolean {
  if (of.kind !== 'attribute') return false;
  if (of.name === 'get') return values[0] !== undefined && isTextKey(values[0], names);
  if (of.name === 'values' || of.name === 'items') return isMessage(of.of, names);
  if (of.name === 'join') return values[0] !== undefined && isText(values[0], names);
  return KEEPS_TEXT.has(of.name) && isText(of.of, names);
}

export function isTextKey(expression: Expression, { constants }: Names): boolean {
  const key = fold(expression, constants);
  return typeof key === 'string' && TEXT_KEYS.has(key);
}

/** Whether a loop over this gives what messages say: their values, or their members' values in the last place. */
export function givesTexts(expression: Expression, names: Names): boolean {
  if (expression.kind === 'choice') return expression.branches.some((branch) => givesTexts(branch, names));
  if (expression.kind === 'filter' && /^(?:dictsort|items)$/.test(expression.name))
    return isMessage(expression.of, names);
  return (expression.kind === 'call' || expression.kind === 'filter') && isText(expression, names);
}

export function isMessages(expression: Expression, names: Names): boolean {
  switch (expression.kind) {
    case 'name':
      return expression.name === 'messages' || names.lists.has(expression.name);
    case 'attribute':
      return names.lists.has(dotted(expression));
    case 'slice':
      return isMessages(expression.of, names);
    case 'filter':
      return KEEPS_LIST.has(expression.name) && isMessages(expression.of, names);
    case 'choice':
      return expression.branches.some((branch) => isMessages(branch, names));
    case 'binary':
      return expression.operator === '+' && (isMessages(expression.left, names) || isMessages(expression.right, names));
    case 'call':
    case 'constant':
    case 'item':
    case 'list':
    case 'test':
      return false;
  }
}

export function isMessage(expression: Expression, names: Names): boolean {
  if (expression.kind === 'name') return names.messages.has(expression.name);
  if (expression.kind === 'item') {
    return typeof fold(expression.index, names.constants) !== 'string' && isMessages(expression.of, names);
  }
  return expression.kind === 'filter' && /^(?:first|last)$/.test(expression.name) && isMessages(expression.of, names);
}

/** `ns.q`; empty for anything else. */
export function dotted(expression: Expression): string {
  return expression.kind === 'attribute' && expression.of.kind === 'name'
    ? `${expression.of.name}.${expression.name}`
    : '';
}
