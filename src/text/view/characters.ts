/** What is asked of a character, mostly by the canonical form: bits, learnt when it is met first. */
export const CHANGES = 1;
/** Default_Ignorable_Code_Point, or half a character without its other half: the canonical form does without it. */
export const IGNORED = 1 << 1;
/** Belongs to the character before it: marks, what is invisible, the rest of a Hangul syllable. */
export const JOINS = 1 << 2;
/** Belongs to a word: letters, marks, numbers, and what hides among them. */
export const WITHIN_WORD = 1 << 3;
/** A Latin letter of ASCII. */
export const LATIN = 1 << 4;
/** `\p{L}`. */
export const LETTER = 1 << 5;
/** `\p{N}`. */
export const NUMBER = 1 << 6;
const KNOWN = 1 << 7;

/** A byte for each character there may be; of most of them no page is ever touched. */
const KINDS = new Uint8Array(0x110000);

/** `code` is a code point, or half a character that stands alone. */
export function kindOfCharacter(code: number): number {
  const known = KINDS[code] ?? 0;
  return known === 0 ? learn(code) : known;
}

const EACH_OTHER_DIGIT = /(?![0-9])\p{Nd}/gu;
const DIGIT = /\p{Nd}/u;

/** NFKC, with the decimal digits of every script as those of ASCII: `٤١` and `४१` as `41`, one for each. */
export function plainOf(text: string): string {
  return text.normalize('NFKC').replace(EACH_OTHER_DIGIT, digitOf);
}

/** The digits of a script stand in order, and those of several scripts in a row make tens (Unicode, section 4.6). */
function digitOf(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  let zero = code;
  while (DIGIT.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return String((code - zero) % 10);
}

function learn(code: number): number {
  const character = String.fromCodePoint(code);
  const kind =
    KNOWN |
    (plainOf(character) === character ? 0 : CHANGES) |
    (/[\p{Default_Ignorable_Code_Point}\p{Cs}]/u.test(character) ? IGNORED : 0) |
    (/[\p{M}\p{Default_Ignorable_Code_Point}\p{Cs}\u1160-\u11ff\uff9e\uff9f]/u.test(character) ? JOINS : 0) |
    (/[\p{L}\p{M}\p{N}\p{Default_Ignorable_Code_Point}\p{Cs}]/u.test(character) ? WITHIN_WORD : 0) |
    (/[A-Za-z]/.test(character) ? LATIN : 0) |
    (/\p{L}/u.test(character) ? LETTER : 0) |
    (/\p{N}/u.test(character) ? NUMBER : 0);
  KINDS[code] = kind;
  return kind;
}

/** The code point at a place, or half of one that has no other half there. */
export function codeAt(units: Uint16Array, at: number, end: number): number {
  const unit = units[at] ?? 0;
  if (unit < 0xd800 || unit > 0xdbff || at + 1 >= end) return unit;
  const low = units[at + 1] ?? 0;
  return low >= 0xdc00 && low <= 0xdfff ? ((unit - 0xd800) << 10) + (low - 0xdc00) + 0x10000 : unit;
}
