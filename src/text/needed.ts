import { literalsOf } from './literals.ts';
import { marksOf, UNUSUAL } from './view/marks.ts';
import { wideOf } from './view/wide.ts';

/** Whether a pattern may match in a text: a pattern costs more than to look for the literals that it cannot do without. */
export type Needed = (text: string) => boolean;

/**
 * By the threes of characters that stand in the text: they are noted once, and each literal of each pattern is looked for
 * among them. Always, where a text has letters beyond ASCII, or nothing is known of the pattern.
 */
export function neededBy(pattern: RegExp): Needed {
  let threes: Threes | null | undefined;
  return (text) => {
    // Derived when it is first asked: most patterns are asked in no process.
    if (threes === undefined) threes = threesOf(pattern);
    return threes === null || (marksOf(text).kinds & UNUSUAL) !== 0 || holdsOneOf(threes, text);
  };
}

/** A pattern that is tried only where it may match. */
export interface Sought {
  readonly test: (text: string) => boolean;
}

/** The same, for a pattern of which is asked nothing but whether it matches. */
export function whereNeeded(pattern: RegExp): Sought {
  const needed = neededBy(pattern);
  return { test: (text) => needed(text) && pattern.test(text) };
}

/** Places of threes in the table, those of one literal behind those of another, and how many each has. */
interface Threes {
  readonly slots: Uint16Array;
  readonly counts: Uint8Array;
}

const BITS = 11;
/** By the place of a three of characters: the number of the last text that it stood in. */
const seenIn = new Int32Array(1 << BITS);
let [noted, text] = [0, ''];

/** Of a literal, no more are looked for. */
const MOST = 5;

function threesOf(pattern: RegExp): Threes | null {
  const literals = literalsOf(pattern);
  if (literals === null) return null;
  const slots: number[] = [];
  const counts: number[] = [];
  for (const literal of literals) {
    const last = literal.length - WIDTH;
    const count = Math.min(MOST, last + 1);
    for (let place = 0; place < count; place += 1) {
      const from = count === 1 ? 0 : Math.round((place * last) / (count - 1));
      slots.push(slotOf([0, 1, 2].reduce((window, at) => windowOf(window, literal.charCodeAt(from + at)), 0)));
    }
    counts.push(count);
  }
  return { slots: Uint16Array.from(slots), counts: Uint8Array.from(counts) };
}

const WIDTH = 3;

/** The last three, in lower case: what else becomes alike is taken for the same, and so are the lower halves of characters. */
function windowOf(window: number, unit: number): number {
  return (window << 8) | (unit & 0xff) | 32;
}

function slotOf(window: number): number {
  return Math.imul(window << 8, 0x9e3779b1) >>> (32 - BITS);
}

function holdsOneOf({ slots, counts }: Threes, of: string): boolean {
  if (of !== text) note(of);
  let slot = 0;
  for (let which = 0; which < counts.length; which += 1) {
    const end = slot + (counts[which] ?? 0);
    let all = true;
    for (let at = slot; at < end && all; at += 1) all = seenIn[slots[at] ?? 0] === noted;
    if (all) return true;
    slot = end;
  }
  return false;
}

function note(of: string): void {
  // A deadline may end this in its midst.
  text = '';
  if (noted === MOST_NOTED) {
    seenIn.fill(0);
    noted = 0;
  }
  noted += 1;
  const { length } = of;
  const units = wideOf(of);
  const seen = seenIn;
  let window = 0;
  for (let at = 0; at < length; at += 1) {
    window = windowOf(window, units[at] ?? 0);
    seen[slotOf(window)] = noted;
  }
  text = of;
}

const MOST_NOTED = 0x7ffffffe;
