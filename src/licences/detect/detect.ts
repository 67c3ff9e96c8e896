import type { Identity } from './identity.ts';
import { titlesIn } from './titles.ts';

/** What a text calls itself, and no more. */
export function detectByTitle(text: string): Identity {
  const licences = titlesIn(text);
  return licences.length === 0 ? { kind: 'unknown' } : { kind: 'excerpt', licences };
}
