import type { Signs } from '../format.ts';
import { standsAt } from '../magic.ts';

export const LIGHTGBM_SIGNS: Signs = { first: '0123456789_abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ' };

export function claimsLightgbm(_path: string, head: Uint8Array): boolean {
  const opens = standsAt(head, 0, 'tree') ? OPENING : NAMELESS;
  return opens.test(new TextDecoder('windows-1252').decode(head.subarray(0, 80)));
}

const OPENING = /^tree\r?\nversion=v\d+\r?\n/;
/** The same behind another word: LightGBM refuses it (boosting.cpp, CreateBoosting), and so does the reader. */
const NAMELESS = /^\w{1,16}\r?\nversion=v\d+\r?\nnum_class=\d/;
