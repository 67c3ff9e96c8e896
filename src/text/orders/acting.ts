import { ordersCalled } from './called.ts';
import { ordersCalledAbroad } from './called-abroad.ts';
import { groupsIn, groupsOf } from './groups.ts';
import { KINDS } from './kinds.ts';
import { KINDS_OF_READERS } from './kinds-of-readers.ts';

const READY = [...KINDS, ...KINDS_OF_READERS].map(({ needs, all, not }) => ({ ...groupsOf(needs), all, not }));
const MODELS = groupsOf(['models']);

/** Whether it orders what only somebody is ordered who acts for another. */
export function ordersActing(sentence: string): boolean {
  const present = groupsIn(sentence);
  if ((present.high & MODELS.high) !== 0 && ordersCalled(sentence)) return true;
  if (sentence.includes(':') && ordersCalledAbroad(sentence)) return true;
  return READY.some(
    ({ low, high, all, not }) =>
      (present.low & low) === low &&
      (present.high & high) === high &&
      all.every((part) => part.test(sentence)) &&
      !(not?.test(sentence) ?? false),
  );
}
