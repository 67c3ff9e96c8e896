import { isJsonObject, type Json } from './json.ts';

/**
 * One text for one value (RFC 8785): keys sorted by UTF-16 code units, no white space, numbers as ECMAScript prints them.
 * Members that are `undefined` are left out, as in JSON.stringify. Throws a RangeError for NaN, infinities, lone
 * surrogates, and what is no JSON.
 */
export function canonicalJson(value: Json): string {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'number') return canonicalNumber(value);
  if (typeof value === 'string') return canonicalString(value);
  if (Array.isArray(value)) return `[${value.map((item: Json) => canonicalJson(item)).join(',')}]`;
  if (!isJsonObject(value)) throw new RangeError(`no JSON: ${typeof value}`);
  let members = '';
  // Without a comparison of its own, `sort` goes by code units, and several times as fast.
  for (const key of Object.keys(value).sort()) {
    const item = value[key];
    if (item !== undefined) members += `${members === '' ? '' : ','}${canonicalString(key)}:${canonicalJson(item)}`;
  }
  return `{${members}}`;
}

function canonicalNumber(value: number): string {
  if (!Number.isFinite(value)) throw new RangeError('JSON has no NaN and no infinity');
  return JSON.stringify(value);
}

function canonicalString(value: string): string {
  if (!value.isWellFormed()) throw new RangeError('a lone surrogate has no UTF-8');
  return JSON.stringify(value);
}
