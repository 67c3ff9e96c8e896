/** Cuts a message into sentences: by what stands in the text alone, never by how it arrives. */
export interface SentenceCutter {
  /**
   * The ends of the sentences that are complete once the message is known up to the end of `text`. `base` is where in
   * the message `text` begins: at or before the last sentence's end, and one character before the last call's end.
   */
  advance(text: string, base: number): readonly number[];
  /** Where the sentence begins that is not complete yet. */
  readonly start: number;
}

/** After this, a sentence ends with the next white space; after twice this, anywhere. */
const LONG_SENTENCE = 512;

/** Sentences end at line ends, after full stops and the like that a space follows, and where they get too long. */
export function createSentenceCutter(): SentenceCutter {
  let start = 0;
  let at = 0;
  return {
    advance: (text, base) => {
      const found: number[] = [];
      for (; at < base + text.length; at++) {
        const end = at + cutAt(text, at - base, at - start);
        if (end < at) continue;
        start = end;
        found.push(end);
      }
      return found;
    },
    get start() {
      return start;
    },
  };
}

const NO_CUT = -1;
const BEFORE = 0;
const AFTER = 1;
const LINE_FEED = 10;
const SPACE = 32;
const IDEOGRAPHIC_STOPS = '。！？';

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
