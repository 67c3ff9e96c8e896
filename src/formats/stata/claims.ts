import type { Signs } from '../format.ts';
import { standsAt } from '../magic.ts';

export const OPENING = '<stata_dta><header><release>';

export const STATA_SIGNS: Signs = { first: '<', endings: 'dta' };

export function claimsStata(path: string, head: Uint8Array): boolean {
  if (standsAt(head, 0, OPENING)) return true;
  return /\.dta$/i.test(path) && head.length > 0;
}
