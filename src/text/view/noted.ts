/**
 * Sentences that several ask about, not one after another but each of some dozens before whoever asks next: what is found out
 * about one is kept at its place, and looked up by the text itself, so that whoever asks need not know of it.
 */
export const PLACES = 64;

const NOBODY = PLACES;
const texts: string[] = Array.from({ length: PLACES + 1 }, () => '');
/** Where each begins in the text that it is a part of; below 0 where it does not stand so in it. */
const begins = new Int32Array(PLACES + 1);
/** A number for each that was noted: what is kept of an earlier one at its place is nothing of it. */
const stamps = new Float64Array(PLACES + 1);
let stamp = 0;
let current = NOBODY;

/** Those that were noted are parts of a text that is not known any more. */
export function forgetNoted(): void {
  current = NOBODY;
  texts.fill('');
}

/** What is asked next is about the one at this place, which begins at `from`. */
export function noteAt(place: number, text: string, from: number): void {
  texts[place] = '';
  begins[place] = from;
  stamp += 1;
  stamps[place] = stamp;
  texts[place] = text;
  current = place;
}

/** What is asked next is about the one that was noted there. */
export function turnTo(place: number): void {
  current = place;
}

/** What is asked next is about none of them. */
export function turnAway(): void {
  current = NOBODY;
}

/** The place of what is asked about, if it is this text; else -1. */
export function placeOfNoted(text: string): number {
  return texts[current] === text && current !== NOBODY ? current : -1;
}

export function beginOfNoted(place: number): number {
  return begins[place] ?? 0;
}

export function stampOfNoted(place: number): number {
  return stamps[place] ?? 0;
}
