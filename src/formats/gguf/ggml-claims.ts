import type { Signs } from '../format.ts';
import { standsAt } from '../magic.ts';

export const GGML_SIGNS: Signs = { first: 'glftan' };

export function claimsGgml(_path: string, head: Uint8Array): boolean {
  return kindOf(head) !== null;
}

/** `ggsn` are states of a conversation, which nothing here reads. */
const KINDS = ['ggml', 'ggmf', 'ggjt', 'ggla', 'ggsn'] as const;

export type Kind = (typeof KINDS)[number];

const BACKWARDS: Readonly<Record<Kind, string>> = {
  ggml: 'lmgg',
  ggmf: 'fmgg',
  ggjt: 'tjgg',
  ggla: 'algg',
  ggsn: 'nsgg',
};

interface Begun {
  readonly kind: Kind;
  readonly littleEndian: boolean;
}

/** The letters are a number: backwards in files of nearly all machines. The number behind them is small, which no word is. */
export function kindOf(head: Uint8Array): Begun | null {
  for (const kind of KINDS) {
    if (head[7] === 0 && standsAt(head, 0, BACKWARDS[kind])) return { kind, littleEndian: true };
    if (head[4] === 0 && standsAt(head, 0, kind)) return { kind, littleEndian: false };
  }
  return null;
}
