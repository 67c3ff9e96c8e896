import { regionsIn } from './regions.ts';

/** Figures and places that a purpose tells in words. */
export interface Amounts {
  readonly mau: number | null;
  readonly mauAtRelease: number | null;
  readonly annualRevenueUsd: number | null;
  readonly seat: string | null;
}

const NUMBER = String.raw`(\d[\d,._]*)\s*(k|thousand|m|mn|mio|million|bn|b|billion)?`;
const USERS = String.raw`(?:monthly (?:active )?users|mau|active users|users (?:a|per) month|users)`;
const AT_RELEASE =
  /\b(?:at (?:the )?(?:time of )?(?:the )?release(?: date)?|(?:when|before|in the month before|month preceding) (?:\S+ ){0,6}(?:was )?release(?:d)?(?: date)?|on the release date|on the version release date|back then|at launch of the model)\b/i;
/** Whoever did not exist then had no users. */
const FOUNDED =
  /\b(?:founded|incorporated|started|launched|established)\b[^.;]{0,30}\b(?:after (?:the |its |that )?(?:model|licen[cs]e|release)\w*|later than the release)\b/i;

const SEAT =
  /\b(?:based|headquartered|domiciled|incorporated|established|principal place of business|seat|registered) (?:is )?(?:in|at) (?:the )?([A-Z][\w. ]{1,30})/;
const SEAT_BEFORE =
  /\b(US|U\.S\.|American|British|UK|Canadian|Japanese|Indian|Swiss|German|French|Dutch|Italian|Spanish|Irish|Polish|EU|European|Korean|Singapore|Australian)[- ](?:based\b|headquartered\b|(?:\w+ )?(?:company|firm|corporation|startup|start-up|business|bank|insurer|retailer|manufacturer)\b)/i;

/** Reads counts of users, revenue and the seat out of prose. What is not plain stays null. */
export function readAmounts(purpose: string): Amounts {
  const text = purpose.slice(0, 4_000);
  let mau: number | null = null;
  let mauAtRelease: number | null = FOUNDED.test(text) ? 0 : null;
  for (const sentence of text.split(/(?<=[.;])\s+|, (?=but |and |now |today )/)) {
    const then = AT_RELEASE.test(sentence);
    const users = amountIn(sentence, new RegExp(`\\b${NUMBER} ${USERS}`, 'i')) ?? (then ? countIn(sentence) : null);
    if (users === null) continue;
    if (then) mauAtRelease ??= users;
    else mau ??= users;
  }
  return { mau, mauAtRelease, annualRevenueUsd: revenueIn(text), seat: seatIn(text) };
}

/** `12M in June 2024`: a figure with its unit, not of money, beside words of the release. */
function countIn(sentence: string): number | null {
  return amountIn(
    sentence,
    /(?<![$€£.\d])\b(\d[\d,._]*)\s*(k|thousand|m|mn|mio|million|bn|billion)\b(?! (?:usd|dollars|euros?|parameters|tokens))/i,
  );
}

function revenueIn(text: string): number | null {
  return (
    amountIn(text, new RegExp(`\\b(?:annual |yearly )?(?:revenue|turnover)[^.;\\d]{0,25}\\$?\\s?${NUMBER}`, 'i')) ??
    amountIn(text, new RegExp(`\\$\\s?${NUMBER}[^.;]{0,20}(?:annual |yearly )?(?:revenue|turnover|arr)`, 'i'))
  );
}

function seatIn(text: string): string | null {
  const named = SEAT.exec(text)?.[1] ?? SEAT_BEFORE.exec(text)?.[1];
  return named === undefined ? null : (regionsIn(named === 'U.S.' ? 'US' : named)[0] ?? null);
}

const UNITS: ReadonlyMap<string, number> = new Map([
  ['k', 1e3],
  ['thousand', 1e3],
  ['m', 1e6],
  ['mn', 1e6],
  ['mio', 1e6],
  ['million', 1e6],
  ['b', 1e9],
  ['bn', 1e9],
  ['billion', 1e9],
]);

function amountIn(text: string, pattern: RegExp): number | null {
  const [, digits, unit] = pattern.exec(text) ?? [];
  if (digits === undefined) return null;
  const value = Number(digits.replace(/[,_]/g, '').replace(/\.$/, ''));
  return Number.isFinite(value) ? value * (UNITS.get((unit ?? '').toLowerCase()) ?? 1) : null;
}
