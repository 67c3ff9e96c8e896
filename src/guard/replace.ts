import type { GuardFinding } from '../domain/guard.ts';
import { labelOf } from './label.ts';
import type { Vault } from './vault.ts';

/** A label for a type: `[EMAIL_ADDRESS]`, `[SECRET_GITHUB]`. */
export function redacted(type: string): string {
  return `[${labelOf(type)}]`;
}

/** Characters at the end that a mask leaves, and how long a text must be for that. */
const LEFT = 4;
const LONG = 12;

/** Letters and digits as stars, but for the last four of a long one. */
export function masked(text: string): string {
  const characters = Array.from(text);
  const shown = characters.length >= LONG ? characters.length - LEFT : characters.length;
  return characters.map((character, at) => (at < shown && /[\p{L}\p{N}]/u.test(character) ? '*' : character)).join('');
}

/** What stands in place of a finding. */
export function replacing(vault: Pick<Vault, 'tokenFor'>): (finding: GuardFinding, found: string) => string {
  return ({ action, type }, found) => {
    if (action === 'mask') return masked(found);
    return action === 'pseudonymise' ? vault.tokenFor(type, found) : redacted(type);
  };
}
