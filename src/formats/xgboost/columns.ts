import { isJsonObject, type JsonObject } from '../../kernel/json.ts';

/** A list of a model, as JSON has it or as UBJSON leaves it where it lies. */
export interface Column {
  readonly length: number;
  readonly at: (index: number) => unknown;
}

export function columnOf(value: unknown): Column | null {
  if (Array.isArray(value)) return value as Column;
  const found = value as Partial<Column> | null;
  // A text has a length and an `at` of its own; nothing in a document is a function.
  return typeof value === 'object' && typeof found?.at === 'function' ? (found as Column) : null;
}

/** A map of a document, and no list that lies in place. */
export function isMap(value: unknown): value is JsonObject {
  return isJsonObject(value) && columnOf(value) === null;
}

export function partOf(value: unknown, ...keys: readonly string[]): unknown {
  let found = value;
  for (const key of keys) found = isMap(found) && Object.hasOwn(found, key) ? found[key] : undefined;
  return found;
}

/** XGBoost writes its parameters as texts; null for what is no whole number from zero. */
export function countOf(value: unknown): number | null {
  return typeof value === 'string' && /^\d{1,10}$/.test(value) ? Number(value) : null;
}

/** The first index whose value is no whole number from `least` to below `end`; -1 if all are. */
export function firstOutside(column: Column, least: number, end: number): number {
  for (let index = 0; index < column.length; index++) {
    const value = column.at(index);
    if (typeof value !== 'number' || !Number.isInteger(value) || value < least || value >= end) return index;
  }
  return -1;
}

export function isEvery(column: Column, isRight: (value: unknown) => boolean): boolean {
  for (let index = 0; index < column.length; index++) if (!isRight(column.at(index))) return false;
  return true;
}
