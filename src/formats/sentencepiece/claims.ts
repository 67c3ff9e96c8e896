import type { Signs } from '../format.ts';

export const SENTENCEPIECE_SIGNS: Signs = { first: '\n' };

export function claimsSentencepiece(path: string, head: Uint8Array, size: number): boolean {
  return NAME.test(path) && beginsWithPiece(head, size);
}

const NAME = /\.(?:model|spm)$/i;

/** Writers put the pieces first, and each piece's text first in it. A piece's length fits into two bytes. */
function beginsWithPiece(head: Uint8Array, size: number): boolean {
  const [tag, length = 0, next, afterNext] = head;
  return tag === 0x0a && length >= 2 && size > 4 && (length < 0x80 ? next : afterNext) === 0x0a;
}
