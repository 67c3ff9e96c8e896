import { wideOf } from './view/wide.ts';

/** A unit of a message. */
export interface Cut {
  readonly start: number;
  readonly end: number;
  /** What stands behind the opening fence; empty for a sentence. */
  readonly info: string;
}

/** Cuts a message into units: by what stands in the text alone, never by how it arrives. */
export interface Cutter {
  /**
   * The units that are complete once the message is known up to the end of `text`, or ends there. `base` is where in the
   * message `text` begins: at or before `needed`, and a character before the last call's end.
   */
  advance(text: string, base: number, ends: boolean): readonly Cut[];
  /** Where the unit begins that is not complete yet; infinity when none does. */
  start(): number;
  /** The text must be kept from here on. */
  needed(): number;
}

/** After this, a sentence ends with the next white space; after twice this, anywhere. */
const LONG_SENTENCE = 512;

/** Sentences end at line ends, after full stops and the like that a space follows, and where they get too long. */
export function createSentenceCutter(): Cutter {
  let start = 0;
  let at = 0;
  return {
    advance: (text, base, ends) => {
      const length = base + text.length;
      // Most of the few characters that a stream brings end no sentence.
      let cuts: Cut[] | undefined;
      const units = wideOf(text);
      for (let here = at; here < length; here++) {
        const long = Math.min(length, start + LONG_SENTENCE);
        if (here < long) here = base + nextStop(units, { from: here - base, to: long - base, first: start - base });
        if (here === length) break;
        const end = here + cutAt(text, here - base, here - start);
        if (end < here) continue;
        cuts ??= [];
        cuts.push({ start, end, info: '' });
        start = end;
      }
      at = length;
      if (ends && start < length) {
        cuts ??= [];
        cuts.push({ start, end: length, info: '' });
        start = length;
      }
      return cuts ?? NO_CUTS;
    },
    start: () => start,
    needed: () => start,
  };
}

/**
 * The first place from `from` on where a sentence that begins at `first` may end; `to` if there is none. By itself, since the
 * engine reads a module's tables from memory, and checks them, with each character of a loop in a closure.
 */
function nextStop(units: Uint16Array, { from, to, first }: Looked): number {
  const parts = PARTS;
  let before = from > first ? (parts[units[from - 1] ?? 0] ?? 0) >> ENDS : 0;
  for (let at = from; at < to; at++) {
    const part = parts[units[at] ?? 0] ?? 0;
    // No branch but this one: where a word ends is what a processor guesses wrong.
    if (((part & STOP) | (part & before)) !== 0) return at;
    before = part >> ENDS;
  }
  return to;
}

interface Looked {
  readonly from: number;
  readonly to: number;
  readonly first: number;
}

const NO_CUTS: readonly Cut[] = [];
const NO_CUT = -1;
const BEFORE = 0;
const AFTER = 1;
const LINE_FEED = 10;
const SPACE = 32;
const IDEOGRAPHIC_STOPS = '。！？';

/** What a character can do in a sentence that is not long, by its UTF-16 unit: end it, end it behind an end, or be that end. */
const PARTS = new Uint8Array(0x10000);
const STOP = 1;
const GAP = 1 << 1;
const ENDS = 2;
for (const character of `\n${IDEOGRAPHIC_STOPS}`) PARTS[character.charCodeAt(0)] = STOP;
PARTS[SPACE] = GAP;
for (const character of '.!?') PARTS[character.charCodeAt(0)] = GAP << ENDS;

function cutAt(text: string, at: number, length: number): -1 | 0 | 1 {
  const unit = text.charCodeAt(at);
  if (unit === LINE_FEED) return AFTER;
  if (unit > 0x3000 && IDEOGRAPHIC_STOPS.includes(text.charAt(at))) return AFTER;
  if (length === 0) return NO_CUT;
  if (unit === SPACE && (endsSentence(text.charCodeAt(at - 1)) || length >= LONG_SENTENCE)) return BEFORE;
  const isLowSurrogate = unit >= 0xdc00 && unit <= 0xdfff;
  return length >= 2 * LONG_SENTENCE && !isLowSurrogate ? BEFORE : NO_CUT;
}

/** `.`, `!`, `?`. */
function endsSentence(unit: number): boolean {
  return unit === 46 || unit === 33 || unit === 63;
}
