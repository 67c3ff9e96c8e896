import { DIGITS } from '../sieve.ts';
import { openBrokenCard } from './broken-cards.ts';
import { type DataPlaces, SCHEME } from './data-places.ts';
import { isDateOpen, MONTH_WORD, openOrdinal } from './dates.ts';
import type { Stretch } from './found.ts';
import { CONTEXT_BEHIND, couldBeBare, LONGEST_IDENTIFIER, waitsForContext } from './identifiers.ts';
import { lastWords } from './last-words.ts';
import { openMailInWords } from './mail-in-words.ts';
import { KIND_BEHIND } from './phones.ts';
import { isAgeOpen } from './places.ts';
import { monthBefore, openedBefore, startsAround } from './starts.ts';
import { addressStart, isAddressOpen, LONGEST_ADDRESS, openStreet } from './street-addresses.ts';
import { mayBelong } from './streets.ts';

/** The first place, at `from` or behind it, where something may begin that what follows decides. */
export function firstOpenData({ text, from, begins }: Stretch, places: DataPlaces): number {
  if (begins && couldBeBare(text)) return from;
  const words = lastWords(text, text.length, mayBelong);
  let open = Math.max(
    from,
    Math.min(
      openGroup(text, from),
      openStreet(text, words),
      openOrdinal(words),
      openMailInWords(text, from),
      openBrokenCard(text, from),
    ),
  );
  for (let place = places.count - 1; place >= 0 && open > from; place--) {
    const at = places.at[place] ?? 0;
    // What begins before `from` is settled: what was open there would have been held.
    if (at < from) continue;
    if (places.which[place] === SCHEME && text.length - at < LONGEST_URL && !/\s/.test(text.slice(at)))
      open = Math.min(open, Math.max(from, at - 6));
    if (places.which[place] !== DIGITS || at < text.length - LONGEST_ADDRESS) continue;
    // What stands further back waits for no word behind it.
    if (text.length - at <= LONGEST_IDENTIFIER + CONTEXT_BEHIND) open = openIdentifier(text, { at, from, open });
    if (isAgeOpen(text, at) || isDateOpen(text, at)) open = Math.min(open, Math.max(from, at));
    if (isAddressOpen(text, at)) open = Math.min(open, Math.max(from, addressStart(text, at)));
    if (isGroup(text, at))
      open = Math.min(open, Math.max(from, openedBefore(text, at), 0), Math.max(from, startBefore(text, at)));
  }
  return open;
}

/** Where an identifier begins that the digits at `at` are of, if what follows may decide on it. */
function openIdentifier(
  text: string,
  { at, from, open }: { readonly at: number; readonly from: number; readonly open: number },
): number {
  let first = open;
  for (const start of startsAround(text, at, false)) {
    if (start < first && (isGroup(text, at) || waitsForContext(text, start))) first = Math.max(from, start);
  }
  return first;
}

const LONGEST_URL = 1700;
const [SPACE, HYPHEN] = [32, 45];

function startBefore(text: string, at: number): number {
  const month = monthBefore(text, at);
  return Math.min(openedBefore(text, at), month < 0 ? at : month);
}

/** Whether all from this run of digits to the end of the text may still be groups of one number. */
function isGroup(text: string, at: number): boolean {
  if (text.length - at > LONGEST_GROUP) return false;
  const rest = text.slice(at);
  if (NOT_OF_NUMBERS.test(rest)) return false;
  const words = rest.split(/[-./:()+,_@ \u00b7\u2010-\u2015\u2212]/);
  let letters = 0;
  for (const [index, word] of words.entries()) {
    if (/[0-9]/.test(word)) letters = 0;
    else if (word !== '') letters += 1;
    // Two words without a digit, or a long one, end every number; the last may not be whole.
    const whole = index < words.length - 1;
    if (whole && (letters > 1 || (letters === 1 && word.length > 4 && word !== 'extension' && !MONTH_WORD.test(word))))
      return false;
  }
  return true;
}

const NOT_OF_NUMBERS = /[^A-Za-z0-9\-./:()+,_@ \u00b7\u2010-\u2015\u2212]/;

/** The longest number, and a word for a kind of telephone behind it. */
const LONGEST_GROUP = LONGEST_IDENTIFIER + KIND_BEHIND + 2;

/** The last word, with short words in capitals or a month before it. */
function openGroup(text: string, from: number): number {
  let start = text.length;
  while (start > from && text.length - start < 512 && !/\s/.test(text[start - 1] ?? '')) start -= 1;
  const apart = text.charCodeAt(start - 1);
  if (start === from || (apart !== SPACE && apart !== HYPHEN)) return start;
  const words = /(?:(?:[A-ZÄÖÜ]{1,3}|[A-Z][a-z]{2,8}\.?|[A-Z]{3,9}|[a-z]{3,9}\.?)[ -]){1,2}$/.exec(
    text.slice(Math.max(from, start - 22), start),
  );
  return Math.max(from, start - (words?.[0].length ?? 0));
}
