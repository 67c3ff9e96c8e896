import type { Expression } from './parser.ts';

export type Constant = string | number;

/** Constants under the names they were assigned to; null where a name has had several values. */
export type Constants = ReadonlyMap<string, Constant | null>;

/** A folded text that is longer stays unknown: nothing that matters is. */
const MAX_LENGTH = 10_000;

/**
 * What an expression is worth where that is the same at every rendering: joins, formats, case, slices and reversals of
 * constants, which is how a name is spelt that must not be seen. Null where it is not known.
 */
export function fold(expression: Expression, constants: Constants): Constant | null {
  const value = folded(expression, constants);
  return typeof value === 'string' && value.length > MAX_LENGTH ? null : value;
}

function folded(expression: Expression, constants: Constants): Constant | null {
  switch (expression.kind) {
    case 'constant':
      return expression.value;
    case 'name':
      return constants.get(expression.name) ?? null;
    case 'binary':
      return foldBinary(expression, constants);
    case 'item':
      return pick(
        fold(expression.of, constants) ?? listOf(expression.of, constants),
        fold(expression.index, constants),
      );
    case 'slice':
      return foldSlice(expression, constants);
    case 'filter':
      return apply(expression.name, expression.of, expression.arguments, constants);
    case 'call':
      return expression.of.kind === 'attribute'
        ? apply(expression.of.name, expression.of.of, expression.arguments, constants, true)
        : null;
    case 'attribute':
    case 'test':
    case 'list':
    case 'choice':
      return null;
  }
}

function foldBinary(
  { operator, left, right }: Extract<Expression, { kind: 'binary' }>,
  constants: Constants,
): Constant | null {
  const a = fold(left, constants);
  if (a === null) return null;
  if (operator === '%' && typeof a === 'string') return format(a, listOf(right, constants) ?? [fold(right, constants)]);
  const b = fold(right, constants);
  if (b === null) return null;
  if (operator === '~' || (operator === '+' && typeof a === 'string')) return `${a}${b}`;
  if (typeof a === 'number' && typeof b === 'number') return arithmetic(operator, a, b);
  if (operator === '*' && typeof a === 'string' && typeof b === 'number') return repeat(a, b);
  return operator === '*' && typeof a === 'number' && typeof b === 'string' ? repeat(b, a) : null;
}

function arithmetic(operator: string, a: number, b: number): number | null {
  if (operator === '+') return a + b;
  if (operator === '-') return a - b;
  return operator === '*' ? a * b : null;
}

function repeat(text: string, times: number): string | null {
  return times * text.length > MAX_LENGTH ? null : text.repeat(Math.max(0, Math.floor(times)));
}

/** The constants in a list; null when one of its members is none. */
function listOf(expression: Expression, constants: Constants): readonly Constant[] | null {
  if (expression.kind === 'filter' && (expression.name === 'reverse' || expression.name === 'list')) {
    const items = listOf(expression.of, constants) ?? characters(fold(expression.of, constants));
    return expression.name === 'reverse' ? (items?.toReversed() ?? null) : items;
  }
  if (expression.kind !== 'list') return null;
  const values = expression.items.map((item) => fold(item, constants));
  return values.every((value) => value !== null) ? values : null;
}

function characters(value: Constant | null): readonly string[] | null {
  return typeof value === 'string' ? Array.from(value) : null;
}

function pick(from: Constant | readonly Constant[] | null, index: Constant | null): Constant | null {
  if (from === null || typeof from === 'number' || typeof index !== 'number') return null;
  return (typeof from === 'string' ? Array.from(from) : from).at(index) ?? null;
}

function foldSlice({ of, parts }: Extract<Expression, { kind: 'slice' }>, constants: Constants): Constant | null {
  const text = fold(of, constants);
  const [start, end, step] = parts.map((part) => (part === null ? null : fold(part, constants)));
  if (typeof text !== 'string') return null;
  if (step === -1) return Array.from(text).toReversed().join('');
  return text.slice(typeof start === 'number' ? start : 0, typeof end === 'number' ? end : undefined);
}

function apply(
  name: string,
  of: Expression,
  values: readonly Expression[],
  constants: Constants,
  method = false,
): Constant | null {
  const [first, second] = values.map((value) => fold(value, constants));
  if (name === 'join') return joinOf(method ? values[0] : of, method ? fold(of, constants) : (first ?? ''), constants);
  const text = fold(of, constants);
  if (text === null) return null;
  if (name === 'format')
    return format(
      String(text),
      values.map((value) => fold(value, constants)),
    );
  if (name === 'replace' && typeof first === 'string') return String(text).replaceAll(first, String(second ?? ''));
  return TRANSFORMS[name]?.(String(text)) ?? null;
}

function joinOf(list: Expression | undefined, glue: Constant | null, constants: Constants): string | null {
  const items = list === undefined ? null : (listOf(list, constants) ?? characters(fold(list, constants)));
  return items === null || glue === null ? null : items.join(String(glue));
}

const TRANSFORMS: Readonly<Record<string, (text: string) => string>> = {
  lower: (text) => text.toLowerCase(),
  upper: (text) => text.toUpperCase(),
  reverse: (text) => Array.from(text).toReversed().join(''),
  trim: (text) => text.trim(),
  strip: (text) => text.trim(),
  string: (text) => text,
  safe: (text) => text,
  e: (text) => text,
  escape: (text) => text,
  first: (text) => text.slice(0, 1),
  last: (text) => text.slice(-1),
};

/** `%s`, `%c`, `{}` and `{0}`, which are enough to spell a name. */
function format(pattern: string, values: readonly (Constant | null)[]): string | null {
  let next = 0;
  let known = true;
  const text = pattern.replace(/%[sdc]|\{(\d*)(?::c)?\}/g, (mark, index?: string) => {
    const value = values[index === undefined || index === '' ? next++ : Number(index)];
    if (value === undefined || value === null) known = false;
    const code = typeof value === 'number' && value >= 0 && value <= 0x10ffff && /c/.test(mark);
    return code ? String.fromCodePoint(value) : String(value);
  });
  return known ? text : null;
}
