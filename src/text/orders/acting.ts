import { ordersCalled } from './called.ts';
import { ordersCalledAbroad } from './called-abroad.ts';
import { groupsIn, groupsOf } from './groups.ts';
import type { Kind } from './kind.ts';
import { KINDS } from './kinds.ts';
import { KINDS_OF_READERS } from './kinds-of-readers.ts';

const READY = [...KINDS, ...KINDS_OF_READERS];
/** The groups that each needs, side by side: most sentences have those of none. */
const LOW = Int32Array.from(READY, ({ needs }) => groupsOf(needs).low);
const HIGH = Int32Array.from(READY, ({ needs }) => groupsOf(needs).high);
const MODELS = groupsOf(['models']);

/** A call ends with one of these. */
const MARKED = /[:,、，：は]/;

/** Whether it orders what only somebody is ordered who acts for another. */
export function ordersActing(sentence: string): boolean {
  const { low, high } = groupsIn(sentence);
  if ((high & MODELS.high) !== 0 && ordersCalled(sentence)) return true;
  if (MARKED.test(sentence) && ordersCalledAbroad(sentence)) return true;
  for (let at = 0; at < READY.length; at += 1) {
    const needed = LOW[at] ?? 0;
    const above = HIGH[at] ?? 0;
    if ((low & needed) === needed && (high & above) === above && isOfKind(READY[at], sentence)) return true;
  }
  return false;
}

function isOfKind(kind: Kind | undefined, sentence: string): boolean {
  if (kind === undefined || !kind.all.every((part) => part.test(sentence))) return false;
  return !(kind.not?.test(sentence) ?? false);
}
