import { standsAt } from '../magic.ts';

export function claimsExecutorch(path: string, head: Uint8Array, size: number): boolean {
  return hasIdentifier(head) || (/\.pte$/i.test(path) && size > 0);
}

/** `ET` and two digits at the fourth byte. */
function hasIdentifier(head: Uint8Array): boolean {
  return standsAt(head, 4, 'ET') && isDigit(head[6]) && isDigit(head[7]);
}

function isDigit(byte = 0): boolean {
  return byte >= 0x30 && byte <= 0x39;
}
