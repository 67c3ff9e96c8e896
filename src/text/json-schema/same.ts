import { isJsonObject, type Json } from '../../kernel/json.ts';
import { isList, type Steps, spend } from './keyword.ts';

/** Whether two values are the same JSON, whatever the order of their members. */
export function isSame(one: Json, other: Json, steps: Steps): boolean {
  spend(steps, 1);
  if (one === other) return true;
  if (isList(one)) {
    if (!isList(other) || one.length !== other.length) return false;
    return one.every((item, at) => isSame(item, other[at] ?? null, steps));
  }
  if (!isJsonObject(one) || !isJsonObject(other)) return false;
  const keys = Object.keys(one);
  if (keys.length !== Object.keys(other).length) return false;
  return keys.every((key) => Object.hasOwn(other, key) && isSame(one[key] ?? null, other[key] ?? null, steps));
}
