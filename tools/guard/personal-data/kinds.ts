import type { NumberKind } from './kind.ts';
import { AMERICA_KINDS } from './kinds-america.ts';
import { ASIA_KINDS } from './kinds-asia.ts';
import { ENGLISH_KINDS } from './kinds-english.ts';
import { EUROPE_KINDS } from './kinds-europe.ts';
import { WORLDWIDE_KINDS } from './kinds-worldwide.ts';

/** Every kind of number that we make. */
export const NUMBER_KINDS: readonly NumberKind[] = [
  ...WORLDWIDE_KINDS,
  ...AMERICA_KINDS,
  ...ENGLISH_KINDS,
  ...EUROPE_KINDS,
  ...ASIA_KINDS,
];
