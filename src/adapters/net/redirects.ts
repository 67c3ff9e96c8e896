import { WeighbridgeError } from '../../kernel/errors.ts';
import { printable } from '../../kernel/printable.ts';
import type { Answer } from './answer.ts';
import { named } from './trust.ts';

const REDIRECTS = new Set([301, 302, 303, 307, 308]);

/** Where an answer sends its reader, or null when it is no redirect. Throws `source-malformed` when it does not say. */
export function redirectTarget(answer: Answer): URL | null {
  if (!REDIRECTS.has(answer.status)) return null;
  const location = answer.header('location');
  if (location === undefined || !URL.canParse(location, answer.url.href)) {
    const said = location === undefined ? 'nowhere' : `to ${printable(location.slice(0, 100))}`;
    throw new WeighbridgeError('source-malformed', `${named(answer.url)} redirects ${said}`);
  }
  return new URL(location, answer.url);
}
