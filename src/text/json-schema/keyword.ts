import { isJsonObject, type Json, type JsonObject } from '../../kernel/json.ts';
import type { LinearPattern } from '../re2.ts';

/** What is no schema, or one that cannot be checked. */
export class SchemaError extends Error {
  override readonly name = 'SchemaError';
}

/** What is left to spend on one value. */
export interface Steps {
  left: number;
}

/** More was to be checked than may be. */
export class OutOfSteps extends Error {}

export function spend(steps: Steps, count: number): void {
  steps.left -= count;
  if (steps.left < 0) throw new OutOfSteps();
}

/** What is wrong with a value, behind the way to it; null for nothing. */
export type Check = (value: Json, steps: Steps) => string | null;

/** A schema that may be referred to before it is read whole: schemas may hold themselves. */
export interface Made {
  check: Check;
}

/** A keyword's place: the schema that it stands in, and the way to read those below it. */
export interface Place {
  readonly schema: JsonObject;
  readonly where: string;
  /** The schema under a keyword. */
  readonly one: (key: string) => Check;
  /** A schema in the list, or the map, under a keyword. */
  readonly within: (key: string, name: string, held: Json) => Check;
  readonly reference: (pointer: string) => Made;
  readonly compilePattern: (source: string) => LinearPattern;
}

/** Makes a keyword's check; null when it says nothing by itself. Throws SchemaError. */
export type Keyword = (value: Json, place: Place) => Check | null;

export function textIn(value: Json | undefined, where: string): string {
  if (typeof value !== 'string') throw new SchemaError(`${where} must be a text`);
  return value;
}

export function numberIn(value: Json | undefined, where: string): number {
  if (typeof value !== 'number') throw new SchemaError(`${where} must be a number`);
  return value;
}

export function listIn(value: Json | undefined, where: string): readonly Json[] {
  if (!isList(value)) throw new SchemaError(`${where} must be a list`);
  return value;
}

export function textsIn(value: Json | undefined, where: string): readonly string[] {
  return listIn(value, where).map((one) => textIn(one, where));
}

export function mapIn(value: Json | undefined, where: string): readonly (readonly [string, Json])[] {
  if (!isJsonObject(value)) throw new SchemaError(`${where} must be an object`);
  return Object.entries(value).flatMap(([key, one]) => (one === undefined ? [] : [[key, one] as const]));
}

export function patternIn({ compilePattern, where }: Place, source: string): LinearPattern {
  try {
    return compilePattern(source);
  } catch {
    throw new SchemaError(`${where}: ${source} is no RE2 pattern`);
  }
}

export function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}
