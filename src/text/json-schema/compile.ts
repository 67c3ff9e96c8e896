import { isJsonObject, type Json, member } from '../../kernel/json.ts';
import type { LinearPattern } from '../re2.ts';
import { type Check, isList, type Made, OutOfSteps, type Place, SchemaError, spend } from './keyword.ts';
import { ANNOTATIONS, KEYWORDS } from './keywords.ts';

/** What is wrong with a value, as `/items/0: must be number`; null when it is as the schema wants it. */
export type JsonSchema = (value: Json) => string | null;

/** A schema nests no deeper, and has no more parts: those of real APIs stay under 20 and some hundred. */
const DEEPEST = 64;
const MOST_PARTS = 5_000;
/** Steps of one check: some tenths of a second. `anyOf` within `anyOf` doubles them with each floor. */
const MOST_STEPS = 2_000_000;

/**
 * Reads a JSON Schema: draft 2020-12, and what draft 7 says alike. It may come from a caller, so no code is made of it,
 * its patterns run by RE2's rules, and a check is bounded in steps: what takes longer counts as wrong. `format` only
 * describes. Throws SchemaError for what is no schema, and for keywords that it does not know: they would check nothing.
 */
export function compileJsonSchema(schema: Json, compilePattern: (source: string) => LinearPattern): JsonSchema {
  const made = new Map<string, Made>();
  let parts = 0;

  const reference = (pointer: string): Made => {
    const known = made.get(pointer);
    if (known !== undefined) return known;
    const found = valueAt(schema, pointer);
    if (found === undefined) throw new SchemaError(`${pointer} leads to no schema`);
    const entry: Made = { check: () => null };
    made.set(pointer, entry);
    entry.check = read(found, pointer, 0);
    return entry;
  };

  const read = (value: Json, where: string, depth: number): Check => {
    if (++parts > MOST_PARTS || depth > DEEPEST) throw new SchemaError('the schema is too large');
    if (value === true) return () => null;
    if (value === false) return () => 'must not be there';
    if (!isJsonObject(value)) throw new SchemaError(`${where}: this is no schema`);
    const checks = checksOf({
      schema: value,
      where,
      one: (key) => read(value[key] ?? true, `${where}/${key}`, depth + 1),
      within: (key, name, held) => read(held, `${where}/${key}/${name}`, depth + 1),
      reference,
      compilePattern,
    });
    return (json, steps) => {
      spend(steps, 1);
      for (const check of checks) {
        const wrong = check(json, steps);
        if (wrong !== null) return wrong;
      }
      return null;
    };
  };

  const whole = reference('#');
  return (value) => {
    try {
      return whole.check(value, { left: MOST_STEPS });
    } catch (error) {
      // Too many of them, or one within the other without end.
      if (error instanceof OutOfSteps || error instanceof RangeError) return 'takes too long to check';
      throw error;
    }
  };
}

function checksOf(place: Place): readonly Check[] {
  return Object.entries(place.schema).flatMap(([key, value]) => {
    if (ANNOTATIONS.has(key) || value === undefined) return [];
    const keyword = KEYWORDS.get(key);
    if (keyword === undefined) throw new SchemaError(`${place.where}: there is no check for ${key}`);
    const check = keyword(value, { ...place, where: `${place.where}/${key}` });
    return check === null ? [] : [check];
  });
}

/** By a JSON pointer in a fragment (RFC 6901, section 6): nothing outside the schema is fetched. */
function valueAt(schema: Json, pointer: string): Json | undefined {
  if (pointer !== '#' && !pointer.startsWith('#/')) throw new SchemaError(`${pointer} leads out of the schema`);
  let value: Json | undefined = schema;
  for (const step of pointer.split('/').slice(1)) {
    const key = decoded(step).replaceAll('~1', '/').replaceAll('~0', '~');
    value = isList(value) ? value[Number(key)] : member(value, key);
  }
  return value;
}

function decoded(step: string): string {
  try {
    return decodeURIComponent(step);
  } catch {
    throw new SchemaError(`${step} is no part of a pointer`);
  }
}

export { SchemaError };
