import type { Item } from '../../intake/inventory.ts';
import type { Json, JsonObject } from '../../kernel/json.ts';

/** What lies in the folder of a model, by path. */
export type Items = ReadonlyMap<string, Item>;

/** Shapes of tensors, by name. */
export type Shapes = ReadonlyMap<string, readonly number[]>;

/** A setting that is a whole number of one or more, or null. */
export function countOf(settings: JsonObject, key: string): number | null {
  const value: Json | undefined = settings[key];
  return typeof value === 'number' && Number.isInteger(value) && value > 0 ? value : null;
}

export function isShape(found: readonly number[] | undefined, wanted: readonly (number | null)[]): boolean {
  if (found === undefined || wanted.includes(null)) return true;
  return found.length === wanted.length && found.every((size, axis) => size === wanted[axis]);
}
