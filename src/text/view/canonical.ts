import { isAscii } from './ascii.ts';
import { mixedWordStart, unmixed } from './confusables.ts';

/** A text without what hides in it, and the way back. */
export interface Canonical {
  readonly text: string;
  /** Where each unit comes from in the text that was given; null when nothing was changed. */
  readonly starts: Int32Array | null;
  readonly ends: Int32Array | null;
}

/**
 * The canonical form: NFKC; without invisible characters, tags and variation selectors; letters that only look like
 * Latin ones as the Latin ones where they stand within a Latin word. ASCII comes back as it is.
 * (UAX 15; UTS 39, section 4; Unicode's Default_Ignorable_Code_Point.)
 *
 * Only `text` from `from` to `to` is given back; what stands around is looked at for the words that reach over both.
 * The form of two texts in a row is the forms in a row, wherever `isBoundary` holds between them.
 */
export function canonicalOf(text: string, from: number, to = text.length): Canonical {
  const given = text.slice(from, to);
  if (isAscii(given)) return { text: given, starts: null, ends: null };
  const plain = unmixed(text).slice(from, to);
  if (isCanonical(plain)) return plain === given ? { text: given, starts: null, ends: null } : sameLength(plain);
  return build(plain);
}

const NOT_ASCII = /[\u0080-\uffff]/;
const IGNORABLE = /\p{Default_Ignorable_Code_Point}/u;
const EACH_IGNORABLE = /\p{Default_Ignorable_Code_Point}/gu;

function isCanonical(text: string): boolean {
  return !IGNORABLE.test(text) && text.normalize('NFKC') === text;
}

function sameLength(text: string): Canonical {
  const starts = Int32Array.from({ length: text.length }, (_, at) => at);
  return { text, starts, ends: starts.map((at) => at + 1) };
}

/** A character with all that belongs to it: marks, invisible ones, the rest of a Hangul syllable. */
const CLUSTER =
  /[^\u0080-\u{10ffff}]+(?![\u0080-\u{10ffff}])|[\s\S][\p{M}\p{Default_Ignorable_Code_Point}\u1160-\u11ff\uff9e\uff9f]*/gu;

function build(text: string): Canonical {
  const parts: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  for (const { 0: cluster, index } of text.matchAll(CLUSTER)) {
    const formed = NOT_ASCII.test(cluster) ? cluster.replace(EACH_IGNORABLE, '').normalize('NFKC') : cluster;
    const asItIs = formed === cluster;
    for (let at = 0; at < formed.length; at++) {
      starts.push(asItIs ? index + at : index);
      ends.push(asItIs ? index + at + 1 : index + cluster.length);
    }
    parts.push(formed);
  }
  return { text: parts.join(''), starts: Int32Array.from(starts), ends: Int32Array.from(ends) };
}

const CONTINUES = /^[\p{M}\p{Default_Ignorable_Code_Point}\u1100-\u11ff\uff9e\uff9f\udc00-\udfff]/u;

/** Whether a text may be cut before `at` without changing the canonical form of either side. */
export function isBoundary(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  if (unit < 0x80 || at === 0) return true;
  // What half of a character will be is not known yet.
  if (isHighSurrogate(unit) && at === text.length - 1) return false;
  return !CONTINUES.test(text.slice(at, at + 2));
}

/** Where the part of a text ends whose canonical form is the same whatever follows; at least `from`. */
export function certainEnd(text: string, from: number): number {
  let at = text.length;
  if (at > from && !FIXED.test(text.charAt(at - 1))) {
    do at--;
    while (at > from && !isBoundary(text, at));
  }
  for (let before = -1; at !== before && at > from; ) {
    before = at;
    at = Math.max(from, mixedWordStart(text, at));
    while (at > from && !isBoundary(text, at)) at--;
  }
  return at;
}

/** What no mark changes: marks make other characters of letters, and of these three signs. */
const FIXED = /[\0-\x7f](?<![A-Za-z<=>])/;

export function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}
