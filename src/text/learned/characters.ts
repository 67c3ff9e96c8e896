import { wideOf } from '../view/wide.ts';

/**
 * A character model: how surprising each character is after the three before it, in bits, for ordinary writing and
 * code. Two hashed tables, four characters and three, as bytes of an eighth of a bit.
 */
export interface CharacterModel {
  readonly four: Uint8Array;
  readonly three: Uint8Array;
}

/** What a table says of a run of characters it never saw. */
export const UNSEEN = 255;
export const STEPS_PER_BIT = 8;
/** A character after three that were never seen together, and what going without the fourth costs. */
const UNKNOWN_BITS = 14;
const BACKOFF_BITS = 2;

/** Symbols of the model: ASCII as it is, digits as one, the rest of Unicode as one a block. */
export function symbolOf(unit: number): number {
  if (unit >= 48 && unit <= 57) return 48;
  if (unit < 128) return unit === 9 || unit === 13 ? 32 : unit;
  return 128 + ((unit >>> 7) & 127);
}

/** By the UTF-16 unit. */
const SYMBOLS = new Uint8Array(0x10000);
for (let unit = 0; unit < SYMBOLS.length; unit += 1) SYMBOLS[unit] = symbolOf(unit);

export function slotOf(context: number, mask: number): number {
  const spread = Math.imul(context, 0x9e3779b1);
  return ((spread >>> 15) ^ spread) & mask;
}

/** Reads on through a text and knows the highest mean surprise, in bits, of any `width` characters so far. */
export interface SurpriseReader {
  best(): number;
  /** Whether it rose. */
  read(text: string): boolean;
  /** Forgets what was read. */
  restart(): void;
}

export function createSurpriseReader({ four, three }: CharacterModel, width: number): SurpriseReader {
  const [fourMask, threeMask] = [four.length - 1, three.length - 1];
  // In steps: whole numbers add up the same in any order.
  const ring = new Int32Array(width);
  let history = NO_HISTORY;
  let [sum, seen, place, most] = [0, 0, 0, 0];

  return {
    best: () => most / STEPS_PER_BIT / width,
    restart: () => {
      if (seen > 0) ring.fill(0);
      history = NO_HISTORY;
      [sum, seen, place, most] = [0, 0, 0, 0];
    },
    read: (text) => {
      const units = wideOf(text);
      // In variables of this call, since those that outlive it are read from memory with each character.
      let [context, total, at, highest] = [history, sum, place, most];
      // No window is full before so many characters.
      let missing = Math.max(0, width - 1 - seen);
      for (let character = 0; character < text.length; character += 1) {
        context = (context << 8) | (SYMBOLS[units[character] ?? 0] ?? 0);
        let steps = four[slotOf(context, fourMask)] ?? UNSEEN;
        if (steps === UNSEEN) {
          const short = three[slotOf(context & 0xffffff, threeMask)] ?? UNSEEN;
          steps = short === UNSEEN ? UNKNOWN_STEPS : Math.min(UNKNOWN_STEPS, short + BACKOFF_STEPS);
        }
        total += steps - (ring[at] ?? 0);
        ring[at] = steps;
        at = at + 1 === width ? 0 : at + 1;
        if (missing > 0) missing -= 1;
        else if (total > highest) highest = total;
      }
      seen += text.length;
      const rose = highest > most;
      [history, sum, place, most] = [context, total, at, highest];
      return rose;
    },
  };
}

/** Blanks. */
const NO_HISTORY = 0x20202020;
const UNKNOWN_STEPS = UNKNOWN_BITS * STEPS_PER_BIT;
const BACKOFF_STEPS = BACKOFF_BITS * STEPS_PER_BIT;
