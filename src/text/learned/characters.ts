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

export function slotOf(context: number, mask: number): number {
  const spread = Math.imul(context, 0x9e3779b1);
  return ((spread >>> 15) ^ spread) & mask;
}

/** Reads on through a text and knows the highest mean surprise, in bits, of any `width` characters so far. */
export interface SurpriseReader {
  best(): number;
  read(text: string): void;
}

export function createSurpriseReader({ four, three }: CharacterModel, width: number): SurpriseReader {
  const [fourMask, threeMask] = [four.length - 1, three.length - 1];
  // In steps: whole numbers add up the same in any order.
  const ring = new Int32Array(width);
  let history = 0x20202020;
  let [sum, seen, place, most] = [0, 0, 0, 0];

  const stepsOf = (): number => {
    const long = four[slotOf(history, fourMask)] ?? UNSEEN;
    if (long !== UNSEEN) return long;
    const short = three[slotOf(history & 0xffffff, threeMask)] ?? UNSEEN;
    return short === UNSEEN ? UNKNOWN_STEPS : Math.min(UNKNOWN_STEPS, short + BACKOFF_STEPS);
  };

  return {
    best: () => most / STEPS_PER_BIT / width,
    read: (text) => {
      for (let at = 0; at < text.length; at += 1) {
        history = (history << 8) | symbolOf(text.charCodeAt(at));
        const steps = stepsOf();
        sum += steps - (ring[place] ?? 0);
        ring[place] = steps;
        place = place + 1 === width ? 0 : place + 1;
        seen += 1;
        if (seen >= width && sum > most) most = sum;
      }
    },
  };
}

const UNKNOWN_STEPS = UNKNOWN_BITS * STEPS_PER_BIT;
const BACKOFF_STEPS = BACKOFF_BITS * STEPS_PER_BIT;
