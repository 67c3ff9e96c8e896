import { allSame, compact, luhn } from './checksums.ts';
import type { PersonalData } from './found.ts';
import { CARD } from './rows-worldwide.ts';

const OVER_LINES = /[3-69][0-9](?:[ -]?[0-9]){2,14}[ -]?\r?\n[0-9](?:[ -]?[0-9]){3,15}(?![A-Za-z0-9])/y;
const TOLD =
  /\b(?:card|credit|debit|visa|mastercard|amex|pan|kreditkarte|carte|tarjeta|cartão)\b[^\n]{0,24}$|(?:карт|بطاقة|卡)[^\n]{0,12}$/i;
const BEFORE = 40;

/** The number of a card that goes on in the next line, behind a word for it: an end of a line stands within no other number. */
export function brokenCardAt(text: string, at: number): PersonalData | null {
  if (/[0-9][ -]?$/.test(text.slice(Math.max(0, at - 2), at))) return null;
  OVER_LINES.lastIndex = at;
  const match = OVER_LINES.exec(text)?.[0];
  if (match === undefined || !TOLD.test(text.slice(Math.max(0, at - BEFORE), at))) return null;
  const digits = compact(match);
  if (!CARD.test(digits) || !luhn(digits) || allSame(digits)) return null;
  return { type: 'CREDIT_CARD', start: at, end: at + match.length, score: 0.8 };
}

const OPEN = /(?<![0-9][ -]?)[3-69][0-9](?:[ -]?[0-9]){2,14}[ -]?\r?\n?(?:[0-9](?:[ -]?[0-9]){0,15})?$/;
const LONGEST = 72;

/** Where one may begin that is not there to its end. */
export function openBrokenCard(text: string, from: number): number {
  const least = Math.max(from, text.length - LONGEST);
  const open = OPEN.exec(text.slice(least));
  return open === null ? text.length : least + open.index;
}
