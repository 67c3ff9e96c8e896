import type { GuardAction, GuardContext, GuardFinding } from '../domain/guard.ts';
import { findCanary } from './detectors/exfiltration/canary.ts';
import { exfiltration } from './detectors/exfiltration/detector.ts';
import { taintOf } from './detectors/exfiltration/taint.ts';
import type { Guard, GuardAnswer } from './guard.ts';
import { strongest } from './table.ts';

export { canaryFor, plantCanary } from './detectors/exfiltration/canary.ts';

/** What a message may not carry out: what was said before it, and words that were planted in prompts. */
export interface Conversation {
  readonly earlier: readonly string[];
  readonly canaries: readonly string[];
}

/** Addresses; more of them than this, or longer ones, are no message. */
const ADDRESS = /(?:\b[a-z][a-z+]{1,11}:)?\/\/[^\s"'<>)`]{8,2048}/gi;
const MOST = 1000;

/** Checks a whole message, and whether it carries out what was said before. Time in proportion to both. */
export function checkInConversation(
  guard: Guard,
  text: string,
  { context, conversation }: { readonly context: GuardContext; readonly conversation: Conversation },
): GuardAnswer {
  const answer = guard.check(text, context);
  const carried = [...canariesIn(text, conversation), ...seenIn(text, conversation)].map((place): GuardFinding => {
    // It stands in the text in many forms and cannot be taken out of it: what must not pass as it is does not pass.
    const judged = guard.judge([place], context);
    const action = STAYS.has(judged) ? judged : 'block';
    return { ...place, detector: exfiltration.id, via: 'plain', action, rule: null };
  });
  const kept = carried.filter(({ action }) => action !== 'allow');
  const findings = [...answer.findings, ...kept].sort((a, b) => a.start - b.start || a.end - b.end);
  const action = strongest([answer.action, ...kept.filter((one) => one.action !== 'note').map((one) => one.action)]);
  return { ...answer, findings, action };
}

const STAYS: ReadonlySet<GuardAction> = new Set<GuardAction>(['allow', 'note', 'log', 'flag', 'approve']);

interface Carried extends Pick<GuardFinding, 'type' | 'start' | 'end' | 'score'> {
  readonly detail: string;
}

function canariesIn(text: string, { canaries }: Conversation): readonly Carried[] {
  return canaries.flatMap((canary) => {
    const place = findCanary(text, canary);
    return place === null
      ? []
      : [{ type: 'exfiltration/canary', ...place, score: 1, detail: 'a word that was planted in a prompt' }];
  });
}

/** Addresses that say what was said before; those that stood there themselves are only repeated. */
function seenIn(text: string, { earlier }: Conversation): readonly Carried[] {
  const addresses = Array.from(text.matchAll(ADDRESS)).slice(0, MOST);
  if (addresses.length === 0 || earlier.length === 0) return [];
  const before = earlier.join('\n');
  const fresh = addresses.filter(([address]) => !before.includes(address));
  const taint = taintOf(earlier);
  const found = fresh.filter(([address]) => taint.in(address) !== null);
  const [first] = fresh;
  // One text in pieces: nothing in any of them, all in all of them.
  const pieces = fresh.map(([address]) => address.slice(address.lastIndexOf('=') + 1));
  const split = first !== undefined && found.length === 0 && fresh.length > 1 && taint.in(pieces.join('')) !== null;
  return (split ? [first] : found).map(({ 0: address, index }) => ({
    type: 'exfiltration/seen',
    start: index,
    end: index + address.length,
    score: 0.9,
    detail: 'an address that repeats what was said before',
  }));
}
