import type { DataRow } from './row.ts';
import { ASIA_ROWS } from './rows-asia.ts';
import { ENGLISH_ROWS } from './rows-english.ts';
import { EUROPE_ROWS } from './rows-europe.ts';
import { WORLDWIDE_ROWS } from './rows-worldwide.ts';

/** Identifiers of groups of digits and letters. */
export const DATA_ROWS: readonly DataRow[] = [...WORLDWIDE_ROWS, ...ENGLISH_ROWS, ...EUROPE_ROWS, ...ASIA_ROWS];
