import { frequencyOfByte, frequencyOfPair } from './pair-frequencies.ts';

const SYMBOLS = 27;
/** In sixteenths of a bit, since whole numbers add up the same in any order. Symbol 0 is what stands around a word. */
export const STEPS_PER_BIT = 16;
const COST = Int16Array.from({ length: SYMBOLS * SYMBOLS }, (_, at) => {
  const [first, second] = [byteOf(Math.floor(at / SYMBOLS)), byteOf(at % SYMBOLS)];
  return Math.round(-Math.log2(frequencyOfPair(first, second) / frequencyOfByte(first)) * STEPS_PER_BIT);
});

function byteOf(symbol: number): number {
  return symbol === 0 ? 32 : 96 + symbol;
}

/** Bits a letter of all words of small letters in a text together; 0 for none. */
export function surpriseOf(text: string): number {
  let [steps, letters] = [0, 0];
  for (const { 0: word, index } of text.matchAll(/[a-z]{2,}/g)) {
    steps += costOf(text, index, index + word.length);
    letters += word.length + 1;
  }
  return letters === 0 ? 0 : steps / STEPS_PER_BIT / letters;
}

/** Of one word of small letters, with what stands around it. */
export function costOf(text: string, from: number, to: number): number {
  let [steps, last] = [0, 0];
  for (let at = from; at < to; at++) {
    const symbol = text.charCodeAt(at) - 96;
    steps += COST[last * SYMBOLS + symbol] ?? 0;
    last = symbol;
  }
  return steps + (COST[last * SYMBOLS] ?? 0);
}
