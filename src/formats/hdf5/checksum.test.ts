import { expect, it } from 'vitest';
import { lookup3 } from './checksum.ts';

const FOUR_SCORE = 'Four score and seven years ago';

/** What lookup3.c says of its own in its driver5, without a seed. */
it.each<[string, number]>([
  ['', 0xdeadbeef],
  [FOUR_SCORE, 0x17770551],
])('sums %j as Bob Jenkins does', (text, sum) => {
  expect(lookup3(new TextEncoder().encode(text))).toBe(sum);
});
