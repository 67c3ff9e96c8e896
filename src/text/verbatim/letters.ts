import { latinOf } from '../view/confusables.ts';

/** The letters and digits of a text, folded. */
export interface LettersInRow {
  readonly count: number;
  /** UTF-16 units: lower case, without accents, lookalikes of Latin letters as those. */
  readonly units: Uint16Array;
}

/** They, and where each stands. */
export interface Letters extends LettersInRow {
  readonly at: Int32Array;
}

const UNKNOWN = 0xffff;
/** What each unit folds to, 0 for what is no letter; filled as units are met. */
const FOLDED = new Uint16Array(0x10000).fill(UNKNOWN);

let units = new Uint16Array(1024);
let at = new Int32Array(1024);

/**
 * What is left of a text that was put into another case, wrapped anew, or given other punctuation. In memory that the
 * next call writes over.
 */
export function lettersOf(text: string): Letters {
  if (units.length < text.length) [units, at] = [new Uint16Array(2 * text.length), new Int32Array(2 * text.length)];
  let count = 0;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    const folded = foldedOf(unit);
    if (folded === 0) continue;
    units[count] = folded;
    at[count++] = index;
  }
  return { count, units, at };
}

/** What a unit folds to; 0 for what is no letter. */
export function foldedOf(unit: number): number {
  const folded = FOLDED[unit] ?? 0;
  return folded === UNKNOWN ? fold(unit) : folded;
}

function fold(unit: number): number {
  const [base = ''] = String.fromCharCode(unit).normalize('NFKD');
  const letter = latinOf(base.toLowerCase().charAt(0)).toLowerCase();
  const folded = /[\p{L}\p{N}]/u.test(letter) ? letter.charCodeAt(0) : 0;
  FOLDED[unit] = folded;
  return folded;
}
