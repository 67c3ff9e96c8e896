import { whereNeeded } from '../needed.ts';
import { ordersCalled } from './called.ts';
import { ordersCalledAbroad } from './called-abroad.ts';
import { groupsIn, groupsOf } from './groups.ts';
import { KINDS } from './kinds.ts';
import { KINDS_OF_READERS } from './kinds-of-readers.ts';

const READY = [...KINDS, ...KINDS_OF_READERS];
/** What all of which must stand in a sentence of each. */
const PARTS = READY.map(({ all }) => all.map(whereNeeded));
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
  if (ordersCalledAbroad(sentence, MARKED.test(sentence))) return true;
  for (let at = 0; at < READY.length; at += 1) {
    const needed = LOW[at] ?? 0;
    const above = HIGH[at] ?? 0;
    if ((low & needed) === needed && (high & above) === above && isOfKind(at, sentence)) return true;
  }
  return false;
}

function isOfKind(at: number, sentence: string): boolean {
  if (PARTS[at]?.every((part) => part.test(sentence)) !== true) return false;
  return !(READY[at]?.not?.test(sentence) ?? false);
}
