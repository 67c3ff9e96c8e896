import { type Constant, type Folded, formatted } from './fold-format.ts';
import type { Expression } from './parser.ts';

/** Constants under the names they were assigned to; null where a name has had several values. Members that are known stand under `.name.member`. */
export type Constants = ReadonlyMap<string, Folded | null>;

/** A folded text, or list, that is longer stays unknown: nothing that matters is. */
const MAX_LENGTH = 10_000;

/**
 * What an expression is worth where that is the same at every rendering: joins, formats, case, slices and reversals of
 * constants, which is how a name is spelt that must not be seen. Null where it is not known, or is a list.
 */
export function fold(expression: Expression, constants: Constants): Constant | null {
  const value = foldAny(expression, constants);
  return isList(value) ? null : value;
}

/** The same for lists too. */
export function foldAny(expression: Expression, constants: Constants): Folded | null {
  const value = folded(expression, constants);
  return value !== null && typeof value !== 'number' && value.length > MAX_LENGTH ? null : value;
}

function folded(expression: Expression, constants: Constants): Folded | null {
  switch (expression.kind) {
    case 'constant':
      return expression.value;
    case 'name':
      return constants.get(expression.name) ?? null;
    case 'binary':
      return foldBinary(expression, constants);
    case 'item':
      return foldItem(expression, constants);
    case 'slice':
      return foldSlice(expression, constants);
    case 'filter':
      return apply({ ...expression, method: false }, constants);
    case 'call':
      return foldCall(expression, constants);
    case 'list':
      return foldAll(expression, constants);
    case 'attribute':
      return memberOf(expression.of, expression.name, constants);
    case 'test':
    case 'choice':
      return null;
  }
}

/** Members of a list; of a dictionary its keys, which is what a loop over it sees. */
function foldAll(
  { items, pairs }: Extract<Expression, { kind: 'list' }>,
  constants: Constants,
): readonly Folded[] | null {
  const values = items.filter((_, at) => pairs !== true || at % 2 === 0).map((item) => foldAny(item, constants));
  return values.every((value) => value !== null) ? values : null;
}

/** `dict(cla=1, ss=2)` is a list of names to whoever joins it. */
function foldCall(expression: Extract<Expression, { kind: 'call' }>, constants: Constants): Folded | null {
  const { of, arguments: values, keywords } = expression;
  const [key] = values;
  if (of.kind === 'attribute' && of.name === 'get' && key !== undefined)
    return foldItem({ kind: 'item', of: of.of, index: key }, constants);
  if (of.kind === 'attribute') return apply({ name: of.name, of: of.of, arguments: values, method: true }, constants);
  return of.kind === 'name' && of.name === 'dict' && keywords.length > 0 ? keywords : null;
}

function foldBinary(
  { operator, left, right }: Extract<Expression, { kind: 'binary' }>,
  constants: Constants,
): Folded | null {
  const a = foldAny(left, constants);
  if (a === null) return null;
  if (operator === '%' && typeof a === 'string') {
    const given = foldAny(right, constants);
    return formatted(a, isList(given) ? given : [given]);
  }
  const b = foldAny(right, constants);
  if (b === null) return null;
  if (operator === '~') return `${spelt(a)}${spelt(b)}`;
  if (operator === '+' && isList(a) && isList(b)) return [...a, ...b];
  if (operator === '+' && typeof a === 'string') return a + spelt(b);
  if (typeof a === 'number' && typeof b === 'number') return arithmetic(operator, a, b);
  if (operator !== '*') return null;
  return typeof b === 'number' ? repeat(a, b) : typeof a === 'number' ? repeat(b, a) : null;
}

function arithmetic(operator: string, a: number, b: number): number | null {
  if (operator === '+') return a + b;
  if (operator === '-') return a - b;
  if (operator === '**') return a ** b;
  return operator === '*' ? a * b : null;
}

function repeat(value: Folded, times: number): Folded | null {
  if (typeof value === 'number' || times * value.length > MAX_LENGTH) return null;
  const count = Math.max(0, Math.floor(times));
  return typeof value === 'string' ? value.repeat(count) : Array.from({ length: count }, () => value).flat();
}

function foldItem({ of, index }: Extract<Expression, { kind: 'item' }>, constants: Constants): Folded | null {
  const at = fold(index, constants);
  return typeof at === 'string' ? memberOf(of, at, constants) : pick(foldAny(of, constants), at);
}

/** `d.x` and `d['x']`, of a name or of a dictionary that is written out there. */
function memberOf(of: Expression, member: string, constants: Constants): Folded | null {
  if (of.kind === 'name') return constants.get(`.${of.name}.${member}`) ?? null;
  if (of.kind !== 'list' || of.pairs !== true) return null;
  const at = of.items.findIndex((key, place) => place % 2 === 0 && key.kind === 'constant' && key.value === member);
  const value = at < 0 ? undefined : of.items[at + 1];
  return value === undefined ? null : foldAny(value, constants);
}

function pick(from: Folded | null, index: Constant | null): Folded | null {
  if (from === null || typeof from === 'number' || typeof index !== 'number') return null;
  return membersOf(from).at(index) ?? null;
}

function foldSlice({ of, parts }: Extract<Expression, { kind: 'slice' }>, constants: Constants): Folded | null {
  const whole = foldAny(of, constants);
  const [start, end, step] = parts.map((part) => (part === null ? null : fold(part, constants)));
  if (whole === null || typeof whole === 'number') return null;
  const members = membersOf(whole);
  const taken = step === -1 ? members.toReversed() : members.slice(numberOr(start, 0), numberOr(end, undefined));
  const every = typeof step === 'number' && step > 1 ? taken.filter((_, at) => at % step === 0) : taken;
  return typeof whole === 'string' ? every.join('') : every;
}

function numberOr<T>(value: Constant | null | undefined, otherwise: T): number | T {
  return typeof value === 'number' ? value : otherwise;
}

interface Application {
  readonly name: string;
  readonly of: Expression;
  readonly arguments: readonly Expression[];
  /** `','.join(list)`, not `list|join(',')`. */
  readonly method: boolean;
}

function apply({ name, of, arguments: given, method }: Application, constants: Constants): Folded | null {
  const values = given.map((value) => foldAny(value, constants));
  const value = foldAny(of, constants);
  if (value === null) return null;
  const [first = null, second = null] = values;
  if (name === 'join') return method ? joined(first, value) : joined(value, given.length === 0 ? '' : first);
  if (name === 'format') return formatted(spelt(value), values);
  if (name === 'replace' && typeof first === 'string') return spelt(value).replaceAll(first, spelt(second ?? ''));
  if (name === 'map' && typeof first === 'string' && isList(value)) return mapped(value, first);
  if (name === 'split' && typeof value === 'string')
    return typeof first === 'string' && first !== '' ? value.split(first) : value.split(/\s+/).filter(Boolean);
  if (typeof value === 'number') return name === 'string' ? String(value) : null;
  return OF_MEMBERS[name]?.(membersOf(value), typeof value === 'string') ?? ofText(name, value);
}

function ofText(name: string, value: Folded): string | null {
  return typeof value === 'string' ? (OF_TEXTS[name]?.(value) ?? null) : null;
}

function joined(list: Folded | null, glue: Folded | null): string | null {
  if (list === null || typeof list === 'number' || typeof glue !== 'string') return null;
  return membersOf(list).map(spelt).join(glue);
}

function mapped(list: readonly Folded[], filter: string): readonly Folded[] | null {
  const values = list.map((item) => ofText(filter, item));
  return values.every((value) => value !== null) ? values : null;
}

const OF_TEXTS: Readonly<Record<string, (text: string) => string | null>> = {
  lower: (text) => text.toLowerCase(),
  upper: (text) => text.toUpperCase(),
  trim: (text) => text.trim(),
  strip: (text) => text.trim(),
  string: (text) => text,
  safe: (text) => text,
  e: (text) => text,
  escape: (text) => text,
  title: (text) => text.toLowerCase().replace(/\b\w/g, (letter) => letter.toUpperCase()),
  urldecode: unescaped,
  unquote: unescaped,
};

/** What takes members one by one; `select` and its like without a test keep what is not empty. */
const OF_MEMBERS: Readonly<Record<string, (members: readonly Folded[], text: boolean) => Folded | null>> = {
  reverse: (members, text) => (text ? members.toReversed().join('') : members.toReversed()),
  list: (members) => members,
  first: (members) => members[0] ?? null,
  last: (members) => members.at(-1) ?? null,
  sort: (members) => members.toSorted((a, b) => (spelt(a) < spelt(b) ? -1 : 1)),
  unique: (members) => [...new Set(members)],
  select: (members) => members.filter((member) => member !== '' && member !== 0),
  keys: (members, text) => (text ? null : members),
};

function unescaped(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

function membersOf(value: string | readonly Folded[]): readonly Folded[] {
  return typeof value === 'string' ? Array.from(value) : value;
}

function isList(value: Folded | null): value is readonly Folded[] {
  return typeof value === 'object' && value !== null;
}

function spelt(value: Folded): string {
  return isList(value) ? value.map(spelt).join('') : String(value);
}
