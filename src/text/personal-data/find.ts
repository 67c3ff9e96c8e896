import { lowBytes } from '../view/reading.ts';
import { dataPlacesIn } from './data-places.ts';
import type { PersonalData } from './found.ts';
import { dataAt } from './scan.ts';

/** Personal data in a whole text, in order; several types may stand on one place. Takes time in proportion to the text. */
export function findPersonalData(text: string): readonly PersonalData[] {
  const places = dataPlacesIn({ text, bytes: lowBytes(text) });
  const found = dataAt({ text, from: 0, begins: true, ends: true }, places);
  return found.toSorted((a, b) => a.start - b.start || a.end - b.end);
}
