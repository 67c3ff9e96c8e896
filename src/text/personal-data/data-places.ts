import { createSieve, type Literal, type Scanned, type Sieve } from '../sieve.ts';
import { BARE_DOMAINS } from './addresses.ts';
import { MAIL_SIGNS } from './mail.ts';
import { MAIL_WORDS } from './mail-in-words.ts';

/** Where triggers stand: `which[i]` is a place in DATA_LITERALS, or DIGITS, `at[i]` where it starts. */
export interface DataPlaces {
  readonly count: number;
  readonly which: ArrayLike<number>;
  readonly at: ArrayLike<number>;
}

/** Marks at which to look, besides runs of digits. */
export const DATA_LITERALS: readonly Literal[] = [
  ...MAIL_SIGNS,
  '://',
  '::',
  'MAC',
  ...MAIL_WORDS,
  ...BARE_DOMAINS,
].map((text) => ({ text }));
/** Where these stand among them, behind the signs of mail; behind them the words of mail, and the ends of hosts. */
export const SCHEME = MAIL_SIGNS.length;
export const COLONS = SCHEME + 1;
export const MAC = COLONS + 1;

/** Whether this is a word of an address of mail. */
export function isMailWord(which: number): boolean {
  return which > MAC && which <= MAC + MAIL_WORDS.length;
}

/** Made with the first text that is read by itself. */
let sieve: Sieve | undefined;

/** Every place of a text that is worth a look. */
export function dataPlacesIn(scanned: Scanned): DataPlaces {
  const which: number[] = [];
  const at: number[] = [];
  sieve ??= createSieve(DATA_LITERALS, { digits: true });
  sieve.scan(scanned, 0, (literal, place) => {
    which.push(literal);
    at.push(place);
  });
  return { count: at.length, which, at };
}
