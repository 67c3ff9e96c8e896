import { standsAt } from '../magic.ts';

export function claimsLightgbm(_path: string, head: Uint8Array): boolean {
  return standsAt(head, 0, 'tree') && OPENING.test(new TextDecoder('windows-1252').decode(head));
}

const OPENING = /^tree\r?\nversion=v\d+\r?\n/;
