import { groupsIn, groupsOf } from './groups.ts';
import { ordered } from './kind.ts';
import { LEAVE, POSES } from './kinds-of-readers.ts';

const LEAVES = groupsOf(['leave']);
const SPEAKS = groupsOf(['speakers']);

/** What stands beside an order, in a sentence of its own: who is said to give it, that nobody need be asked, or that nobody shall know. */
export function isAsideOfOrder(sentence: string): boolean {
  const { high } = groupsIn(sentence);
  return ((high & LEAVES.high) !== 0 && LEAVE.test(sentence)) || ((high & SPEAKS.high) !== 0 && POSES.test(sentence));
}

const DONE = ordered(
  'transfer|wire|pay|send|forward|share|invite|grant|delete|erase|wipe|cancel|buy|order|book|unlock|disable|approve|merge|export|upload|unsubscribe|decline',
);

/** Whether something is done for somebody, of which it matters whether they learn. */
export function isDeed(sentence: string): boolean {
  return DONE.test(sentence);
}

const HIDDEN =
  /\b(?:keep (?:quiet|silent|mum) about (?:it|this|that)|(?:do not|don['\u2019]t|never) (?:bother|tell|inform|notify|alert) (?:the (?:user|owner|customer|account holder|reader)|him|her|them) (?:with|about|of|that)|no need to (?:tell|inform|notify|mention|list|report)|leave no trace|(?:nobody|no one) (?:will|needs to|has to|must|should) (?:notice|know|see|hear)|the (?:user|owner|customer) (?:need not|must not|should not|does not need to|doesn['\u2019]t need to) (?:be told|know|see|hear|notice))\b/i;

const GIFT = /\b(?:party|surprise|birthday|present|gift)\b/i;

/** Whether what was ordered right before shall stay unseen. */
export function isHidden(sentence: string): boolean {
  return HIDDEN.test(sentence) && !GIFT.test(sentence);
}
