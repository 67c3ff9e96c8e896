import { isJsonObject, type Json } from '../../kernel/json.ts';
import {
  type Check,
  isList,
  type Keyword,
  listIn,
  mapIn,
  numberIn,
  type Place,
  patternIn,
  SchemaError,
  spend,
  textIn,
  textsIn,
} from './keyword.ts';

/** Keywords that hand on to other schemas (JSON Schema Core 2020-12, section 10). */
export const COMPOSING: readonly (readonly [string, Keyword])[] = [
  ['$ref', referred],
  ['allOf', (value, place) => every(several('allOf', value, place))],
  ['anyOf', (value, place) => counted(several('anyOf', value, place), (count) => count > 0, 'fits none of anyOf')],
  ['oneOf', (value, place) => counted(several('oneOf', value, place), (count) => count === 1, 'must fit one of oneOf')],
  ['not', (_, { one }) => negated(one('not'))],
  ['if', conditional],
  ['then', () => null],
  ['else', () => null],
  ['properties', members],
  ['patternProperties', members],
  ['additionalProperties', members],
  ['propertyNames', (_, { one }) => names(one('propertyNames'))],
  ['dependentRequired', dependent],
  ['prefixItems', items],
  ['items', items],
  ['contains', contained],
  ['minContains', () => null],
  ['maxContains', () => null],
];

function referred(value: Json, { where, reference }: Place): Check {
  const made = reference(textIn(value, where));
  return (json, steps) => made.check(json, steps);
}

function several(key: string, value: Json, { where, within }: Place): readonly Check[] {
  return listIn(value, where).map((held, at) => within(key, String(at), held));
}

function every(checks: readonly Check[]): Check {
  return (json, steps) => {
    for (const check of checks) {
      const wrong = check(json, steps);
      if (wrong !== null) return wrong;
    }
    return null;
  };
}

function counted(checks: readonly Check[], holds: (count: number) => boolean, words: string): Check {
  return (json, steps) => (holds(checks.filter((check) => check(json, steps) === null).length) ? null : words);
}

function negated(check: Check): Check {
  return (json, steps) => (check(json, steps) === null ? 'is what it must not be' : null);
}

function conditional(_: Json, { one }: Place): Check {
  const [asked, met, otherwise] = [one('if'), one('then'), one('else')];
  return (json, steps) => (asked(json, steps) === null ? met : otherwise)(json, steps);
}

/** The first of the three that stands there speaks for all: which members are additional, the others tell. */
function members(_: Json, { where, ...place }: Place): Check | null {
  const { schema, within, one } = place;
  const first = ['properties', 'patternProperties', 'additionalProperties'].find((key) => Object.hasOwn(schema, key));
  if (first === undefined || !where.endsWith(`/${first}`)) return null;
  const named = new Map(
    mapIn(schema.properties ?? {}, where).map(([name, held]) => [name, within('properties', name, held)]),
  );
  const matching = mapIn(schema.patternProperties ?? {}, where).map(([source, held]) => ({
    pattern: patternIn({ where, ...place }, source),
    check: within('patternProperties', source, held),
  }));
  const rest = one('additionalProperties');
  return (json, steps) => {
    if (!isJsonObject(json)) return null;
    for (const [name, value] of Object.entries(json)) {
      if (value === undefined) continue;
      spend(steps, 1 + matching.length * name.length);
      const own = named.get(name);
      const checks = matching.filter(({ pattern }) => pattern.found(name)).map(({ check }) => check);
      for (const check of own === undefined ? (checks.length === 0 ? [rest] : checks) : [own, ...checks]) {
        const wrong = check(value, steps);
        if (wrong !== null) return below(name, wrong);
      }
    }
    return null;
  };
}

function names(check: Check): Check {
  return (json, steps) => {
    if (!isJsonObject(json)) return null;
    const wrong = Object.keys(json).find((name) => check(name, steps) !== null);
    return wrong === undefined ? null : `may not have a member ${wrong}`;
  };
}

function dependent(value: Json, { where }: Place): Check {
  const rows = mapIn(value, where).map(([name, needs]) => [name, textsIn(needs, where)] as const);
  return (json) => {
    if (!isJsonObject(json)) return null;
    for (const [name, needs] of rows) {
      const missing = Object.hasOwn(json, name) ? needs.find((need) => !Object.hasOwn(json, need)) : undefined;
      if (missing !== undefined) return `lacks ${missing}, which ${name} needs`;
    }
    return null;
  };
}

/** Draft 7 gives `items` a list, which is called `prefixItems` now. */
function items(value: Json, { schema, where, within, one }: Place): Check | null {
  if (where.endsWith('/items') && isList(value)) throw new SchemaError(`${where}: a list is called prefixItems`);
  if (where.endsWith('/items') && Object.hasOwn(schema, 'prefixItems')) return null;
  const first = listIn(schema.prefixItems ?? [], where).map((held, at) => within('prefixItems', String(at), held));
  const rest = one('items');
  return (json, steps) => {
    if (!isList(json)) return null;
    for (const [at, item] of json.entries()) {
      const wrong = (first[at] ?? rest)(item, steps);
      if (wrong !== null) return below(String(at), wrong);
    }
    return null;
  };
}

function contained(_: Json, { schema, where, one }: Place): Check {
  const check = one('contains');
  const least = numberIn(schema.minContains ?? 1, where);
  const most = numberIn(schema.maxContains ?? Number.MAX_SAFE_INTEGER, where);
  return (json, steps) => {
    if (!isList(json)) return null;
    const count = json.filter((item) => check(item, steps) === null).length;
    return count >= least && count <= most ? null : `has ${count} items of those it must contain`;
  };
}

/** `/items/0: must be a number`. */
function below(step: string, wrong: string): string {
  const way = `/${step.slice(0, 40)}`;
  return wrong.startsWith('/') ? `${way}${wrong}` : `${way}: ${wrong}`;
}
