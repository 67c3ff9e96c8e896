import type { GuardFinding } from '../domain/guard.ts';

/** A label for a type: `[EMAIL_ADDRESS]`, `[SECRET_GITHUB]`. */
export function redacted(type: string): string {
  return `[${labelOf(type)}]`;
}

export function labelOf(type: string): string {
  return type.toUpperCase().replace(/[^A-Z0-9]+/g, '_');
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

/** What stands in place of a finding when nothing must lead back to it. */
export function replaced({ action, type }: GuardFinding, found: string): string {
  return action === 'mask' ? masked(found) : redacted(type);
}
