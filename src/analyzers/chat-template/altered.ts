import { fold } from './fold.ts';
import { type Expression, partsOf } from './parser.ts';
import type { Step } from './statements.ts';
import { dotted, isText, type Names } from './texts.ts';

/** Names that hold what a message says in another form, as far as they tell whether it is altered. */
export interface Forms {
  /** The parts of a text between words, blanks or signs of a sentence. */
  readonly parts: ReadonlySet<string>;
  /** A text that the template writes down first: `{% set x %}…{% endset %}`. */
  readonly written: ReadonlySet<string>;
  /** How long the marks are that a template asks a text for. */
  readonly marks: ReadonlySet<number>;
}

export function formsOf(steps: readonly Step[], names: Names): Forms {
  const forms = { parts: new Set<string>(), written: new Set<string>(), marks: new Set<number>() };
  for (const { assigns, expressions } of steps) {
    for (const { name, value, each } of assigns) {
      if (each) continue;
      if (isParts(value, names, forms)) forms.parts.add(name);
      if (isBlock(value)) forms.written.add(name);
    }
    for (const one of expressions)
      for (const mark of marksIn(one)) {
        forms.marks.add(mark.length);
        // What closes it has a stroke more.
        if (mark.startsWith('<')) forms.marks.add(mark.length + 1);
      }
  }
  return forms;
}

/** What one step does to what a message says, so that the model reads other words; null for nothing, or what templates do. */
export function alterationIn({ expressions, assigns, conditions }: Step, names: Names, forms: Forms): string | null {
  for (const expression of expressions) {
    const said = conditions.includes(expression) ? null : altered(expression, names, forms);
    if (said !== null) return said;
  }
  for (const { name, value, each } of assigns)
    if (!each && name === 'messages' && value.kind === 'list' && value.items.length > 0)
      return 'puts messages of its own in the place of the conversation';
  for (const { name, value } of assigns)
    if (prepends(name, value, names)) return 'turns a message round, letter by letter';
  return null;
}

/** A loop over the letters of a message that leaves some out by their number. */
export function isThinned(step: Step, next: Step | undefined, { characters }: Names): boolean {
  const [only] = next?.expressions ?? [];
  return (
    only?.kind === 'name' &&
    characters.has(only.name) &&
    next?.assigns.length === 0 &&
    step.conditions.some((one) => countsRounds(one))
  );
}

function countsRounds(expression: Expression): boolean {
  if (expression.kind === 'attribute') return /^(?:loop\.index0?|loop\.revindex0?)$/.test(dotted(expression));
  if (expression.kind === 'binary') return countsRounds(expression.left) || countsRounds(expression.right);
  return (expression.kind === 'test' || expression.kind === 'filter') && countsRounds(expression.of);
}

/** Filters that leave words out of a text, or put them in another order. */
const CUTS = /^(?:truncate|striptags|sort|unique|random|reverse|batch|slice|urlize)$/;

function altered(expression: Expression, names: Names, forms: Forms): string | null {
  const said = alters(expression, names, forms);
  if (said !== null) return said;
  for (const part of flowing(expression)) {
    const inner = altered(part, names, forms);
    if (inner !== null) return inner;
  }
  return null;
}

function alters(expression: Expression, names: Names, forms: Forms): string | null {
  switch (expression.kind) {
    case 'slice':
      return sliced(expression, names, forms);
    case 'item':
      return typeof fold(expression.index, names.constants) === 'number' && isParts(expression.of, names, forms)
        ? 'takes one part of a message for all of it'
        : null;
    case 'filter': {
      const { name, of } = expression;
      if (isBlock(of) || (of.kind === 'constant' && of.value === ''))
        return CUTS.test(name) || rewrites(expression, names) ? `writes through ${name}` : null;
      const parts = isParts(of, names, forms);
      // By the name of a field: parts of a message that are objects.
      const byField = expression.arguments.some((one) => one.kind === 'constant' && typeof one.value === 'string');
      if (CUTS.test(name) && (name !== 'sort' || !byField) && (parts || isWritten(of, names, forms)))
        return `puts a message through ${name}`;
      if (/^(?:first|last)$/.test(name) && parts) return 'takes one part of a message for all of it';
      return name === 'join' ? joined(of, expression.arguments[0], names, forms) : null;
    }
    case 'call':
      return called(expression, names, forms);
    case 'choice':
      return dropped(expression, names);
    case 'binary':
      return joinsWords(expression, names) ? 'adds words of its own to a message' : null;
    case 'attribute':
    case 'constant':
    case 'list':
    case 'name':
    case 'test':
      return null;
  }
}

/** Some words in a row before any mark or new line: what begins there belongs to no message. */
const GOES_ON = /^[^\n<>[\]#|]{0,20}?\p{L}{2,}(?:[ ,;:'’-]+\p{L}+){3,}/u;

/** `message.content + ' and some words'`, perhaps for some messages only. */
function joinsWords({ operator, left, right }: Extract<Expression, { kind: 'binary' }>, names: Names): boolean {
  if (!/^[+~]$/.test(operator)) return false;
  const last = left.kind === 'binary' && /^[+~]$/.test(left.operator) ? left.right : left;
  if (!isText(last.kind === 'filter' ? last.of : last, names)) return false;
  const said = right.kind === 'choice' ? right.branches : [right];
  return said.some((one) => {
    const words = fold(one, names.constants);
    return typeof words === 'string' && GOES_ON.test(words);
  });
}

/** Something else in the place of the last message, or of what the operator says: `'…' if loop.last else message.content`. */
function dropped({ condition, branches }: Extract<Expression, { kind: 'choice' }>, names: Names): string | null {
  const [first, second] = branches;
  const system = condition.kind === 'binary' && /^[!=]=$/.test(condition.operator) ? condition : null;
  // `message.content if message.role != 'system' else ''`
  const [instead, otherwise] = system?.operator === '!=' ? [second, first] : [first, second];
  if (instead === undefined || otherwise === undefined || !isText(otherwise, names) || keepsText(instead, names))
    return null;
  if (condition.kind === 'attribute' && dotted(condition) === 'loop.last')
    return 'puts something else in the place of the last message';
  return system !== null &&
    fold(system.right, names.constants) === 'system' &&
    isRole(system.left, names) &&
    fold(instead, names.constants) !== null
    ? 'leaves out what the system says'
    : null;
}

function isRole(expression: Expression, names: Names): boolean {
  if (expression.kind === 'attribute') return expression.name === 'role';
  return expression.kind === 'item' && fold(expression.index, names.constants) === 'role';
}

/** Whether a text goes on to be written; of `text[:0]` nothing does. */
function keepsText(expression: Expression, names: Names): boolean {
  if (expression.kind === 'slice') {
    const [, end] = expression.parts;
    if (end !== undefined && end !== null && fold(end, names.constants) === 0) return false;
  }
  if (expression.kind === 'binary') return keepsText(expression.left, names) || keepsText(expression.right, names);
  return isText(expression, names);
}

/** `replace('yes', 'no')`, of what a block writes. */
function rewrites({ name, arguments: values }: Extract<Expression, { kind: 'filter' }>, names: Names): boolean {
  const old = name === 'replace' && values[0] !== undefined ? fold(values[0], names.constants) : null;
  return typeof old === 'string' && /\p{L}/u.test(old) && !MARK.test(old);
}

/** `x[::-1]`, `x[:200]`; an end that is as long as a mark which was asked for is taken off. */
function sliced({ of, parts }: Extract<Expression, { kind: 'slice' }>, names: Names, forms: Forms): string | null {
  const texts = isWritten(of, names, forms);
  if (!texts && !isParts(of, names, forms)) return null;
  const bounds = parts.map((part) => (part === null ? null : fold(part, names.constants)));
  if (typeof bounds[2] === 'number' && bounds[2] < 0) return 'turns a message round';
  const cut = bounds.find((bound) => typeof bound === 'number' && bound !== 0 && !forms.marks.has(Math.abs(bound)));
  return cut === undefined ? null : `leaves out a part of a message from ${cut} on`;
}

/** Parts that are joined by something else than parted them, and letters. */
function joined(of: Expression, by: Expression | undefined, names: Names, forms: Forms): string | null {
  const sign = by === undefined ? '' : fold(by, names.constants);
  if (typeof sign !== 'string') return null;
  if (isPlainText(of, names)) return sign === '' ? null : 'spaces the letters of a message';
  const between = isParts(of, names, forms) ? separatorOf(of, names) : null;
  return between === null || between.trim() === sign.trim() ? null : `puts '${sign}' in the place of '${between}'`;
}

function called(
  { of, arguments: values }: Extract<Expression, { kind: 'call' }>,
  names: Names,
  forms: Forms,
): string | null {
  if (of.kind !== 'attribute') return null;
  const [first] = values;
  if (of.name === 'replace' && first !== undefined && isText(first, names) && isText(of.of, names))
    return 'puts other words in the place of a message';
  return of.name === 'join' && first !== undefined ? joined(first, of.of, names, forms) : null;
}

/** Parts of a text; those between marks are what templates look for. */
function isParts(expression: Expression, names: Names, forms: Pick<Forms, 'parts' | 'written'>): boolean {
  if (expression.kind === 'name') return forms.parts.has(expression.name);
  if (expression.kind === 'filter')
    return /^(?:list|reverse|sort|map|select|reject)$/.test(expression.name) && isParts(expression.of, names, forms);
  const between = separatorOf(expression, names);
  return between !== null && !MARK.test(between);
}

/** The sign at which a text is split; null for what is no such call. */
function separatorOf(expression: Expression, names: Names): string | null {
  if (expression.kind === 'filter') return separatorOf(expression.of, names);
  if (expression.kind !== 'call' || expression.of.kind !== 'attribute' || !/^r?split$/.test(expression.of.name))
    return null;
  if (!isText(expression.of.of, names)) return null;
  const [sign] = expression.arguments;
  const written = sign === undefined ? ' ' : fold(sign, names.constants);
  return typeof written === 'string' ? written : null;
}

/** Signs that stand in no sentence: `</think>`, `[/INST]`, `###`. */
const MARK = /[<>[\]{}|▁#]|__|\/\w/;

function isWritten(expression: Expression, names: Names, forms: Pick<Forms, 'written'>): boolean {
  return expression.kind === 'name' && forms.written.has(expression.name) ? true : isText(expression, names);
}

function isPlainText(expression: Expression, names: Names): boolean {
  return /^(?:name|attribute|item)$/.test(expression.kind) && isText(expression, names);
}

function isBlock(expression: Expression): boolean {
  return (
    expression.kind === 'filter' &&
    (isBlock(expression.of) || (expression.of.kind === 'name' && expression.of.name === ''))
  );
}

/** `t = letter + t` */
function prepends(name: string, value: Expression, { characters }: Names): boolean {
  if (value.kind !== 'binary' || !/^[+~]$/.test(value.operator)) return false;
  const { left, right } = value;
  return (
    left.kind === 'name' && characters.has(left.name) && (right.kind === 'name' ? right.name : dotted(right)) === name
  );
}

/** What a text is asked to begin or end with, or to hold. */
function* marksIn(expression: Expression): Iterable<string> {
  const { kind } = expression;
  const asked =
    kind === 'call' && expression.of.kind === 'attribute' && /^(?:starts|ends)with$/.test(expression.of.name)
      ? expression.arguments.flatMap((mark) => (mark.kind === 'list' ? mark.items : [mark]))
      : kind === 'binary' && expression.operator.endsWith('in')
        ? [expression.left]
        : [];
  for (const mark of asked) if (mark.kind === 'constant' && typeof mark.value === 'string') yield mark.value;
  for (const part of partsOf(expression)) yield* marksIn(part);
}

/** Where what a message says goes on to be written: not what is only asked or counted. */
function flowing(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case 'binary':
      return /^(?:[+~]|or|and)$/.test(expression.operator) ? [expression.left, expression.right] : [];
    case 'choice':
      return expression.branches;
    case 'list':
      return expression.items;
    case 'filter':
      return /^(?:length|count)$/.test(expression.name) ? [] : [expression.of];
    case 'call':
      if (expression.of.kind !== 'attribute') return expression.arguments;
      return /^(?:startswith|endswith|find|rfind|index|count|is\w+)$/.test(expression.of.name)
        ? []
        : [expression.of.of, ...(expression.of.name === 'join' ? expression.arguments : [])];
    case 'item':
    case 'slice':
      return [expression.of];
    case 'attribute':
    case 'constant':
    case 'name':
    case 'test':
      return [];
  }
}
