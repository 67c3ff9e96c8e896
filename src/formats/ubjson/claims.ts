import type { Signs } from '../format.ts';

const NAMED = /\.ubj$/i;

export const UBJSON_SIGNS: Signs = { first: '{', endings: 'ubj' };

/** An object whose first key has its length as int64 or as one byte: JSON never has these bytes after its brace. */
export function claimsUbjson(path: string, head: Uint8Array, size: number): boolean {
  // BentoML calls texts of LightGBM so, and XGBoost before 1.6 writes its binary form under any name.
  if (NAMED.test(path)) return size > 0 && !OTHERS.some((start) => start.every((byte, at) => head[at] === byte));
  if (head[0] !== 0x7b) return false;
  return (head[1] === 0x4c && head[2] === 0) || head[1] === 0x69 || head[1] === 0x55;
}

const OTHERS = ['tree\nversion=', 'binf'].map((start) => new TextEncoder().encode(start));
