import { type GuardContext, ORIGINS } from '../domain/guard.ts';
import { WeighbridgeError } from '../kernel/errors.ts';

/**
 * Whoever calls without types may call with anything. No rule is for an origin that there is not, so that such a text would be
 * let through unread: it is refused. Asked when a context is compiled, which is once for each.
 */
export function assertContext(context: GuardContext): void {
  const given: unknown = context;
  if (typeof given !== 'object' || given === null)
    throw wrong(`the context is missing: it is ${nameOf(given)}`, CONTEXT_WANTED);
  const { origin } = context;
  if (!ORIGINS.includes(origin)) throw wrong(`there is no origin ${nameOf(origin)}`, CONTEXT_WANTED);
  for (const field of ASKED_OF) {
    const value: unknown = context[field];
    if (value !== undefined && typeof value !== 'string')
      throw wrong(
        `${field} of the context is ${nameOf(value)}, and no string`,
        `Give a string, or leave ${field} out.`,
      );
  }
}

const CONTEXT_WANTED = `Give { origin }, one of ${ORIGINS.join(', ')}.`;
const ASKED_OF = ['channel', 'team', 'key', 'region', 'tenant'] as const;

export function assertText(text: string): void {
  if (typeof text !== 'string') throw wrong(`the text is ${nameOf(text)}, and no string`, 'Give a string.');
}

export function assertDelta(delta: string | Uint8Array): void {
  if (typeof delta !== 'string' && !(delta instanceof Uint8Array))
    throw wrong(`what was pushed is ${nameOf(delta)}`, 'Push strings, or bytes of UTF-8.');
}

/** What comes after the end is in no message: nobody would judge it together with what stood before. */
export function endedAlready(): WeighbridgeError {
  return wrong('the message has ended already', 'Open a stream for each message.');
}

function wrong(detail: string, remedy: string): WeighbridgeError {
  return new WeighbridgeError('call-invalid', detail, { remedy });
}

/** Strings as they are, cut short, since a name that is misspelt is told by what it says; of anything else what it is. */
function nameOf(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value.slice(0, 40));
  return value === null || value === undefined ? String(value) : `of type ${typeof value}`;
}
