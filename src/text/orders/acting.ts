import { groupsIn, groupsOf } from './groups.ts';
import { KINDS } from './kinds.ts';

const READY = KINDS.map(({ needs, all, not }) => ({ ...groupsOf(needs), all, not }));

/** Whether it orders what only somebody is ordered who acts for another. */
export function ordersActing(sentence: string): boolean {
  const present = groupsIn(sentence);
  return READY.some(
    ({ low, high, all, not }) =>
      (present.low & low) === low &&
      (present.high & high) === high &&
      all.every((part) => part.test(sentence)) &&
      !(not?.test(sentence) ?? false),
  );
}
