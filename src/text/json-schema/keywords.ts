import { isJsonObject, type Json } from '../../kernel/json.ts';
import { COMPOSING } from './composing.ts';
import {
  type Check,
  isList,
  type Keyword,
  listIn,
  numberIn,
  type Place,
  patternIn,
  SchemaError,
  spend,
  textIn,
  textsIn,
} from './keyword.ts';
import { isSame } from './same.ts';

/** They describe and check nothing; `$defs` are read where they are referred to. */
export const ANNOTATIONS: ReadonlySet<string> = new Set(
  (
    '$schema $id $comment $defs definitions title description default examples deprecated readOnly writeOnly ' +
    'format contentEncoding contentMediaType'
  ).split(' '),
);

/** What JSON Schema Validation says of single values (2020-12, section 6). */
export const KEYWORDS: ReadonlyMap<string, Keyword> = new Map<string, Keyword>([
  ['type', typed],
  ['enum', (value, { where }) => oneOf(listIn(value, where))],
  ['const', (value) => oneOf([value])],
  ['multipleOf', numeric(isMultiple, 'must be a multiple of')],
  ['minimum', numeric((number, least) => number >= least, 'must be at least')],
  ['maximum', numeric((number, most) => number <= most, 'must be at most')],
  ['exclusiveMinimum', numeric((number, bound) => number > bound, 'must be more than')],
  ['exclusiveMaximum', numeric((number, bound) => number < bound, 'must be less than')],
  ['minLength', sized(charactersOf, 'least', 'characters')],
  ['maxLength', sized(charactersOf, 'most', 'characters')],
  ['minItems', sized(itemsOf, 'least', 'items')],
  ['maxItems', sized(itemsOf, 'most', 'items')],
  ['minProperties', sized(membersOf, 'least', 'members')],
  ['maxProperties', sized(membersOf, 'most', 'members')],
  ['uniqueItems', (value) => (value === true ? unique : null)],
  ['required', (value, { where }) => having(textsIn(value, where))],
  ['pattern', patterned],
  ...COMPOSING,
]);

const TYPES: Readonly<Record<string, (value: Json) => boolean>> = {
  null: (value) => value === null,
  boolean: (value) => typeof value === 'boolean',
  number: (value) => typeof value === 'number',
  integer: (value) => Number.isInteger(value),
  string: (value) => typeof value === 'string',
  array: isList,
  object: isJsonObject,
};

function typed(value: Json, { where }: Place): Check {
  const names = typeof value === 'string' ? [value] : textsIn(value, where);
  const tests = names.map((name) => {
    const test = Object.hasOwn(TYPES, name) ? TYPES[name] : undefined;
    if (test === undefined) throw new SchemaError(`${where}: there is no type ${name}`);
    return test;
  });
  return (json) => (tests.some((test) => test(json)) ? null : `must be ${names.join(' or ')}`);
}

function oneOf(values: readonly Json[]): Check {
  return (json, steps) =>
    values.some((value) => isSame(value, json, steps)) ? null : 'must be one of the values that the schema names';
}

function numeric(holds: (number: number, bound: number) => boolean, words: string): Keyword {
  return (value, { where }) => {
    const bound = numberIn(value, where);
    return (json) => (typeof json !== 'number' || holds(json, bound) ? null : `${words} ${bound}`);
  };
}

/** Of decimal fractions too, which binary ones only come near to. */
function isMultiple(number: number, by: number): boolean {
  const times = number / by;
  return by > 0 && Math.abs(times - Math.round(times)) <= 1e-9 * Math.max(1, Math.abs(times));
}

function sized(sizeOf: (value: Json) => number | null, bound: 'least' | 'most', words: string): Keyword {
  return (value, { where }) => {
    const limit = numberIn(value, where);
    return (json) => {
      const size = sizeOf(json);
      if (size === null || (bound === 'least' ? size >= limit : size <= limit)) return null;
      return `has ${size} ${words}, ${limit} at ${bound}`;
    };
  };
}

function charactersOf(value: Json): number | null {
  if (typeof value !== 'string') return null;
  let count = 0;
  for (const _ of value) count++;
  return count;
}

function itemsOf(value: Json): number | null {
  return isList(value) ? value.length : null;
}

function membersOf(value: Json): number | null {
  return isJsonObject(value) ? Object.keys(value).length : null;
}

/** Each with each: the steps bound it. */
const unique: Check = (json, steps) => {
  if (!isList(json)) return null;
  const twice = json.some((one, at) => json.slice(0, at).some((other) => isSame(one, other, steps)));
  return twice ? 'has an item twice' : null;
};

function having(names: readonly string[]): Check {
  return (json) => {
    const missing = isJsonObject(json) ? names.find((name) => !Object.hasOwn(json, name)) : undefined;
    return missing === undefined ? null : `lacks ${missing}`;
  };
}

function patterned(value: Json, place: Place): Check {
  const source = textIn(value, place.where);
  const pattern = patternIn(place, source);
  return (json, steps) => {
    if (typeof json !== 'string') return null;
    spend(steps, json.length);
    return pattern.found(json) ? null : `does not match ${source}`;
  };
}
