import type { DataRow } from './row.ts';
import { ASIA_ROWS } from './rows-asia.ts';
import { ENGLISH_ROWS } from './rows-english.ts';
import { EUROPE_ROWS } from './rows-europe.ts';
import { LATIN_AMERICA_ROWS } from './rows-latin-america.ts';
import { NORTH_AND_EAST_ROWS } from './rows-north-and-east.ts';
import { REGISTER_ROWS } from './rows-registers.ts';
import { US_HEALTH_ROWS } from './rows-us-health.ts';
import { WEST_EUROPE_ROWS } from './rows-west-europe.ts';
import { WORLDWIDE_ROWS } from './rows-worldwide.ts';

/** Identifiers of groups of digits and letters. */
export const DATA_ROWS: readonly DataRow[] = [
  ...WORLDWIDE_ROWS,
  ...ENGLISH_ROWS,
  ...US_HEALTH_ROWS,
  ...EUROPE_ROWS,
  ...WEST_EUROPE_ROWS,
  ...NORTH_AND_EAST_ROWS,
  ...ASIA_ROWS,
  ...LATIN_AMERICA_ROWS,
  ...REGISTER_ROWS,
];
