import { marksOf, PROGRAM, UNUSUAL, WIDE } from '../../../../text/view/marks.ts';
import type { Reusable } from '../../idle.ts';

/** Reads a message sentence by sentence, as it stands, for blanks that are bits of letters: two kinds of them that take turns. */
export interface BlankReader extends Reusable {
  read(raw: string, text: string): string | null;
}

/** Of random bits four in a million are eight letters. */
const LEAST_LETTERS = 8;
const MOST_BITS = 256;
const STEP = 32;

interface Bits extends Reusable {
  push(bit: number): void;
}

function createBits(tell: (says: string) => void): Bits {
  let bits: number[] = [];
  let [fresh, ones] = [0, 0];
  return {
    restart: () => {
      if (bits.length > 0) bits = [];
      [fresh, ones] = [0, 0];
    },
    push: (bit) => {
      if (bits.length === MOST_BITS) {
        bits = bits.slice(MOST_BITS / 2);
        ones = bits.filter((one) => one === 1).length;
      }
      bits.push(bit);
      ones += bit;
      if (++fresh < STEP) return;
      fresh = 0;
      // Letters have from a quarter of their bits to three quarters.
      if (bits.length < 8 * LEAST_LETTERS || ones * 5 < bits.length || ones * 5 > bits.length * 4) return;
      const says = lettersIn(bits);
      if (says !== '') tell(says);
    },
  };
}

/** The first row of letters and spaces that is long enough, whichever bit is first and which of both is one. */
function lettersIn(bits: readonly number[]): string {
  for (let phase = 0; phase < 8; phase += 1) {
    for (const flip of [0, 255]) {
      let row = '';
      for (let at = phase; at + 8 <= bits.length; at += 8) {
        let code = 0;
        for (let place = 0; place < 8; place += 1) code = (code << 1) | (bits[at + place] ?? 0);
        code ^= flip;
        const isLetter = code === 32 || (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
        if (!isLetter && row.length >= LEAST_LETTERS) break;
        row = isLetter ? row + String.fromCharCode(code) : '';
      }
      if (row.length >= LEAST_LETTERS && isSaid(row)) return row;
    }
  }
  return '';
}

/** Whether letters come as in words: records that are alike give the same few again and again, in capitals and small ones. */
function isSaid(row: string): boolean {
  const pairs = Array.from(row.slice(1), (letter, at) => row.charAt(at) + letter);
  return new Set(pairs).size * 5 >= pairs.length * 4 && new Set(row).size > 3 && !/[a-z][A-Z]/.test(row);
}

/** Between words: one space, or anything else. */
const GAP = /[ \t\u00a0\u2000-\u200a\u202f\u205f\u3000]+/g;
const ODD_GAP = /[\u00a0\u2000-\u200a\u202f\u205f\u3000]/;

interface Kinds extends Reusable {
  push(blank: string): void;
}

/** Of two kinds of blanks: the one that came first is no bit. */
function createKinds(bits: Bits): Kinds {
  let first: string | null = null;
  return {
    restart: () => {
      first = null;
      bits.restart();
    },
    push: (blank) => {
      first ??= blank;
      bits.push(blank === first ? 0 : 1);
    },
  };
}

export function createBlankReader(): BlankReader {
  let said: string | null = null;
  const tell = (says: string) => {
    said ??= says;
  };
  const gap = createKinds(createBits(tell));
  const tail = createKinds(createBits(tell));
  const trailing = createBits(tell);
  const trails = createBits(tell);
  const ends = createBits(tell);
  const run = createKinds(createBits(tell));
  /** Whether the last sentence ended in a run of blanks: longer runs than sentences are cut. */
  let within = false;
  let odd = false;
  let looked = 0;

  const line = (raw: string) => {
    const hasReturn = raw.charCodeAt(raw.length - 2) === RETURN;
    ends.push(hasReturn ? 1 : 0);
    const last = raw.length - (hasReturn ? 3 : 2);
    let at = last;
    while (at >= 0 && isBlank(raw.charCodeAt(at))) at -= 1;
    trails.push(at === last ? 0 : 1);
    if (at < last) tail.push(raw.slice(at + 1, last + 1));
    for (let place = at + 1; place <= last; place += 1) trailing.push(raw.charCodeAt(place) === SPACE ? 0 : 1);
  };

  /** Blanks that follow each other, one bit each. */
  const inRun = (raw: string) => {
    let row = 0;
    for (let at = 0; at < raw.length; at += 1) {
      if (isBlank(raw.charCodeAt(at))) {
        if (row === 0 && !(at === 0 && within)) run.restart();
        row += 1;
        run.push(raw.charAt(at));
      } else row = 0;
    }
    within = row > 0;
  };

  return {
    restart: () => {
      for (const bits of [gap, tail, trailing, trails, ends, run]) bits.restart();
      [said, odd, looked, within] = [null, false, 0, false];
    },
    read: (raw, text) => {
      if (within ? isBlank(raw.charCodeAt(0)) : hasRun(raw, text)) inRun(raw);
      else within = false;
      odd ||= isOdd(raw, text);
      if (odd && looked < MOST_GAPS)
        for (const { 0: blank, index } of raw.matchAll(GAP))
          if (++looked <= MOST_GAPS && index + blank.length < raw.length) gap.push(blank);
      if (raw.charCodeAt(raw.length - 1) === LINE_FEED) line(raw);
      const says = said;
      said = null;
      return says;
    },
  };
}

/** Two spaces within a line, or wider and narrower ones, which the canonical form has not. */
function isOdd(raw: string, text: string): boolean {
  const { kinds } = marksOf(raw);
  if ((kinds & WIDE) !== 0 && /\S {2}\S/.test(raw)) return true;
  return raw !== text && (kinds & UNUSUAL) !== 0 && ODD_GAP.test(raw);
}

/** Whether blanks stand there as no one writes them: two kinds in turn, and many. */
function hasRun(raw: string, text: string): boolean {
  if (raw.length < 8 * LEAST_LETTERS) return false;
  const { kinds, run, spaces } = marksOf(raw);
  if (spaces > 0 && (kinds & PROGRAM) !== 0 && raw.includes('\t ')) return RUN.test(raw);
  // One kind of blanks alone is a run of one character.
  return raw !== text && ((kinds & UNUSUAL) !== 0 || run >= LEAST_RUN) && WIDE_RUN.test(raw);
}

const RUN = /(?<![ \t])(?: {1,8}\t|\t{1,8} )[ \t]{56}/;
const LEAST_RUN = 64;
const WIDE_RUN = /[\u00a0\u2000-\u200a\u202f\u205f\u3000 ]{64}/;

/** Of a message that begins with others, no more are looked at. */
const MOST_GAPS = 320;
const SPACE = 32;
const LINE_FEED = 10;
const RETURN = 13;

function isBlank(unit: number): boolean {
  return unit === SPACE || unit === 9 || unit === 0xa0 || (unit >= 0x2000 && unit <= 0x200a);
}
