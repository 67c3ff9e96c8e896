import { standsAt } from '../magic.ts';

export function claimsGgml(_path: string, head: Uint8Array): boolean {
  return kindOf(head) !== null;
}

/** `ggsn` are states of a conversation, which nothing here reads. */
const KINDS = ['ggml', 'ggmf', 'ggjt', 'ggla', 'ggsn'] as const;

export type Kind = (typeof KINDS)[number];

interface Begun {
  readonly kind: Kind;
  readonly littleEndian: boolean;
}

/** The letters are a number: backwards in files of nearly all machines. The number behind them is small, which no word is. */
export function kindOf(head: Uint8Array): Begun | null {
  for (const kind of KINDS) {
    if (standsAt(head, 0, Array.from(kind).reverse().join('')) && head[7] === 0) return { kind, littleEndian: true };
    if (standsAt(head, 0, kind) && head[4] === 0) return { kind, littleEndian: false };
  }
  return null;
}
