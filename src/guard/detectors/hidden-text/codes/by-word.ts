import { isOddWord } from '../words/survey.ts';
import { isKnown, VOCABULARY } from '../words/vocabulary.ts';
import { WAYS, waysThatRead } from './ways.ts';

/** What a sentence says whose words are changed one by one in the same way; else nothing. */
export function movedByWord(sentence: string): string {
  const small = sentence.toLowerCase().normalize('NFC');
  const words = new Set(small.match(WORD));
  const odd = [...words].filter((word) => (isOddWord(word) || word.includes('*')) && !VOCABULARY.has(word));
  if (odd.length < LEAST) return '';
  const mostlyKnown = odd.length * 2 < words.size;
  // Abbreviations have two letters, and are few.
  const hasShort = odd.some(({ length }) => length === 2);
  if (hasShort && odd.filter(({ length }) => length > 2).length < LEAST) return '';
  const read = odd.map(waysThatRead);
  for (const [at, { least, among, read: readWord }] of WAYS.entries()) {
    const those = read.filter((ways) => (ways & (1 << at)) !== 0).length;
    if (those < (mostlyKnown || hasShort ? among : LEAST) || those * 5 < odd.length * 3) continue;
    // Where some are words as they stand, those were left alone.
    const change = (word: string) =>
      word.length < least || (mostlyKnown && VOCABULARY.has(word)) ? word : readWord(word);
    const says = small.replace(WORD, change);
    if (isKnown(says)) return says;
  }
  return '';
}

const WORD = /[\p{L}*]*\p{L}[\p{L}*]*/gu;
const LEAST = 3;
