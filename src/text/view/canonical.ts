import { isAscii } from './ascii.ts';
import { CHANGES, codeAt, IGNORED, JOINS, kindOfCharacter, LATIN, plainOf, WITHIN_WORD } from './characters.ts';
import { isLookalike, mixedWordStart, unmixed } from './confusables.ts';
import { createPlaces, type Places } from './places.ts';
import { wideOf } from './wide.ts';

/** A text without what hides in it, and the way back. */
export interface Canonical {
  readonly text: string;
  /** The way back to the text that was given; null when nothing was changed. */
  readonly places: Places | null;
  /** Whether anything that was given is invisible. */
  readonly hides: boolean;
}

/**
 * The canonical form: NFKC; digits of every script as those of ASCII; without invisible characters, tags, variation selectors and halves of characters; letters that only look like
 * Latin ones as the Latin ones where they stand within a Latin word. ASCII comes back as it is.
 * (UAX 15; UTS 39, section 4; Unicode's Default_Ignorable_Code_Point.)
 *
 * Only `text` from `from` to `to` is given back; what stands around is looked at for the words that reach over both.
 * The form of two texts in a row is the forms in a row, wherever `isBoundary` holds between them.
 */
export function canonicalOf(text: string, from: number, to = text.length): Canonical {
  const given = text.slice(from, to);
  if (isAscii(given)) return { text: given, places: null, hides: false };
  const { kinds, mixed } = survey(text, from, to);
  const plain = mixed === null ? given : unmixed(text, mixed).slice(from, to);
  if (!isCanonical(plain, kinds)) return { ...build(plain), hides: (kinds & IGNORED) !== 0 };
  if (plain !== given) return { ...sameLength(plain), hides: false };
  return { text: given, places: null, hides: false };
}

interface Survey {
  /** Of all characters from `from` to `to` together. */
  readonly kinds: number;
  /** The words that reach into them and have lookalikes among Latin letters: where each begins, and where it ends. */
  readonly mixed: readonly number[] | null;
}

function survey(text: string, from: number, to: number): Survey {
  const units = wideOf(text);
  let kinds = 0;
  let alike = 0;
  for (let at = nextBeyondAscii(units, from, to); at < to; at = nextBeyondAscii(units, at + 1, to)) {
    const unit = units[at] ?? 0;
    const code = unit < 0xd800 || unit > 0xdfff ? unit : codeAt(units, at, to);
    kinds |= kindOfCharacter(code);
    alike |= isLookalike(unit) ? 1 : 0;
    if (code > 0xffff) at += 1;
  }
  return { kinds, mixed: alike === 0 ? null : mixedWords(units, text.length, { from, to }) };
}

function nextBeyondAscii(units: Uint16Array, from: number, to: number): number {
  let at = from;
  while (at < to && (units[at] ?? 0) < 128) at += 1;
  return at;
}

function mixedWords(
  units: Uint16Array,
  length: number,
  { from, to }: { readonly from: number; readonly to: number },
): readonly number[] | null {
  let mixed: number[] | null = null;
  let word = 0;
  let start = startOfWord(units, from);
  for (let at = start; ; ) {
    const code = at < length ? codeAt(units, at, length) : 0;
    const next = code > 0xffff ? at + 2 : at + 1;
    const kind = kindOfCharacter(code);
    if ((kind & WITHIN_WORD) !== 0) word |= (kind & LATIN) | (isLookalike(code) ? LOOKALIKE : 0);
    else {
      if (word === (LATIN | LOOKALIKE)) {
        mixed ??= [];
        mixed.push(start, at);
      }
      if (at >= to) return mixed;
      word = 0;
      start = next;
    }
    at = next;
  }
}

/** A bit that no kind of a character has. */
const LOOKALIKE = 1 << 8;

/** Whether the character at this place belongs to a word; half of one may. */
export function isInWord(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return (unit >= 0xd800 && unit <= 0xdfff) || (kindOfCharacter(unit) & WITHIN_WORD) !== 0;
}

function startOfWord(units: Uint16Array, from: number): number {
  for (let start = from; start > 0; ) {
    const before = start > 1 && codeAt(units, start - 2, start) > 0xffff ? start - 2 : start - 1;
    if ((kindOfCharacter(codeAt(units, before, start)) & WITHIN_WORD) === 0) return start;
    start = before;
  }
  return 0;
}

function isCanonical(text: string, kinds: number): boolean {
  if ((kinds & (CHANGES | IGNORED)) !== 0) return false;
  // Without what joins others, nothing is composed.
  return (kinds & JOINS) === 0 || text.normalize('NFKC') === text;
}

function sameLength(text: string): Omit<Canonical, 'hides'> {
  const places = createPlaces();
  places.addSame(0, text.length);
  return { text, places };
}

/** Character by character, each with all that belongs to it. */
function build(text: string): Omit<Canonical, 'hides'> {
  const units = wideOf(text);
  const { length } = text;
  const places = createPlaces();
  let out = '';
  /** What is its own form is taken over in one piece. */
  let same = 0;
  for (let at = 0; at < length; ) {
    const beyond = nextBeyondAscii(units, at, length);
    if (beyond === length) break;
    // What follows may belong to the character before it.
    const start = Math.max(at, beyond - 1);
    at = start;
    let code = codeAt(units, at, length);
    let kinds = kindOfCharacter(code);
    at += code > 0xffff ? 2 : 1;
    while (at < length) {
      code = codeAt(units, at, length);
      const kind = kindOfCharacter(code);
      if ((kind & JOINS) === 0) break;
      kinds |= kind;
      at += code > 0xffff ? 2 : 1;
    }
    if ((kinds & (CHANGES | IGNORED | JOINS)) === 0) continue;
    const cluster = text.slice(start, at);
    const formed = formOf(cluster);
    if (formed === cluster) continue;
    places.addSame(same, start);
    out += text.slice(same, start) + formed;
    places.addFormed(start, at, formed.length);
    same = at;
  }
  places.addSame(same, length);
  return { text: out + text.slice(same), places };
}

const EACH_IGNORABLE = /[\p{Default_Ignorable_Code_Point}\p{Cs}]/gu;

const FORMS = new Map<string, string>();
/** Clusters of which the form is kept: a text's are few. */
const MOST_FORMS = 4096;
const LONGEST_CLUSTER = 8;

function formOf(cluster: string): string {
  const known = FORMS.get(cluster);
  if (known !== undefined) return known;
  const formed = plainOf(cluster.replace(EACH_IGNORABLE, ''));
  if (cluster.length > LONGEST_CLUSTER) return formed;
  if (FORMS.size >= MOST_FORMS) FORMS.clear();
  // A copy: what is cut out of a text keeps all of it.
  FORMS.set(Array.from(cluster).join(''), formed);
  return formed;
}

const CONTINUES = /^[\p{M}\p{Default_Ignorable_Code_Point}\u1100-\u11ff\uff9e\uff9f\p{Cs}]/u;

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
