import { MONTH_WORD } from './dates.ts';

/** Where a word begins that holds this run of digits, and up to two short ones in capitals before it: `B AB 1234`. */
export function startsAround(text: string, at: number, bare: boolean): readonly number[] {
  const start = wordStart(text, at);
  const last = text.charCodeAt(start - 1);
  const starts = last === PLUS ? [start - 1] : goesOnBehind(text.charCodeAt(start - 2), last) ? [] : [start];
  if ((last === COLON || last === HYPHEN || last === DOT) && isHexLetter(text.charCodeAt(start - 2))) {
    const letters = HEX_BEFORE.exec(text.slice(Math.max(0, start - 16), start))?.[0].length ?? 0;
    if (letters > 0) starts.push(start - letters);
  }
  for (let words = 0, end = start; words < 2; words++) {
    const apart = text.charCodeAt(end - 1);
    if (apart !== SPACE && apart !== DOT && apart !== HYPHEN) break;
    const word = /(?<![A-Za-z0-9])[A-ZÄÖÜ]{1,4}[ .-]$/i.exec(text.slice(Math.max(0, end - 6), end));
    if (word === null || (!bare && !/^[A-ZÄÖÜ]+/.test(word[0]))) break;
    end -= word[0].length;
    starts.push(end);
  }
  return starts;
}

function isHexLetter(unit: number): boolean {
  return (unit | 32) >= 97 && (unit | 32) <= 102;
}

/** The first parts of a hardware address, where they have letters only. */
const HEX_BEFORE = /(?<![A-Za-z0-9:.-])(?:(?:[A-Fa-f]{2}[:-]){1,5}|(?:[A-Fa-f]{4}\.){1,2})$/;

const [SPACE, PERCENT, PLUS, HYPHEN, DOT, SLASH, COLON, AT_SIGN, UNDERSCORE] = [32, 37, 43, 45, 46, 47, 58, 64, 95];

/** Whether what begins behind these two characters belongs to something longer: an address, a decimal, a time. */
function goesOnBehind(before: number, last: number): boolean {
  if (isLetterOrDigit(last) || last === AT_SIGN || last === PERCENT) return true;
  // `card_4539…`: the word before it says of what it is a number, or nothing does.
  if (last === UNDERSCORE) return !isLetterOrDigit(before) || (before >= 48 && before <= 57);
  if (last === HYPHEN || last === DOT || last === SLASH) return isLetterOrDigit(before);
  return last === COLON && before >= 48 && before <= 57;
}

function isLetterOrDigit(unit: number): boolean {
  return (unit >= 48 && unit <= 57) || (unit >= 65 && unit <= 90) || (unit >= 97 && unit <= 122);
}

/** Addresses of coins may begin with many letters. */
const LONGEST_LETTERS = 34;

function wordStart(text: string, at: number): number {
  let start = at;
  while (start > 0 && at - start < LONGEST_LETTERS && isLetterOrDigit(text.charCodeAt(start - 1))) start -= 1;
  return start;
}

export function openedBefore(text: string, at: number): number {
  if (text[at - 1] === '(') return text[at - 2] === '+' ? at - 2 : at - 1;
  return text[at - 1] === '+' ? at - 1 : at;
}

export function monthBefore(text: string, at: number): number {
  const word = /[A-Za-z]{3,9}\.?[ -]$/.exec(text.slice(Math.max(0, at - 11), at));
  if (word === null || !MONTH_WORD.test(word[0].slice(0, -1))) return -1;
  return at - word[0].length;
}
