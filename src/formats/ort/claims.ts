import { standsAt } from '../magic.ts';

export function claimsOrt(path: string, head: Uint8Array, size: number): boolean {
  return standsAt(head, 4, IDENTIFIER) || (/\.ort$/i.test(path) && size > 0);
}

export const IDENTIFIER = 'ORTM';
