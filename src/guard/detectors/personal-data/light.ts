import { ORIGINS } from '../../../domain/guard.ts';
import { examplesOf } from '../../../text/personal-data/examples.ts';
import { identifiersAt } from '../../../text/personal-data/identifiers.ts';
import { emailAt, MAIL_SIGNS } from '../../../text/personal-data/mail.ts';
import { DATA_ROWS } from '../../../text/personal-data/rows.ts';
import { DIGITS } from '../../../text/sieve.ts';
import { lastWord } from '../../../text/unsettled.ts';
import type { Reading } from '../../../text/view/reading.ts';
import type { Hit, Places, SpanDetector } from '../../detector.ts';

/**
 * Mail addresses and payment cards, and no more: what every message of a busy gateway can be searched for. Off unless a policy
 * names it, since `personal-data` finds both.
 */
export const mailAndCards: SpanDetector = {
  kind: 'span',
  id: 'mail-and-cards',
  title: 'Mail addresses and payment cards',
  types: [
    { type: 'EMAIL_ADDRESS', title: 'Mail address' },
    { type: 'CREDIT_CARD', title: 'Payment card number' },
  ],
  namedOnly: true,
  origins: ORIGINS,
  sees: 'canonical',
  triggers: { literals: MAIL_SIGNS.map((text) => ({ text })), digits: true },
  // The longest part of a mail address before its @, and what must not stand before that.
  left: 80,
  find: hitsAt,
  unsettled: (reading, places) => Math.min(lastWord(reading), openCard(reading, places)),
  defaults: [],
  examples: {
    fires: () => [
      ['write to jo.smith+list@mail.example.org today', 'EMAIL_ADDRESS'],
      ...DATA_ROWS.filter(({ type, alone }) => type === 'CREDIT_CARD' && alone >= SURE).flatMap((row) =>
        examplesOf(row).map((text) => [text, row.type] as const),
      ),
    ],
    quiet: () => ['order 1234567890123456', 'me@home', '12 34 56'],
  },
};

/** What no word near by has to tell. */
const SURE = 0.9;
/** The shortest card number. */
const LEAST_DIGITS = 12;
/** Nineteen digits with a mark behind each, and what follows them. */
const LONGEST_CARD = 40;

function hitsAt(reading: Reading, { count, which, at }: Places): readonly Hit[] {
  const { text, from } = reading;
  const hits: Hit[] = [];
  for (let place = 0; place < count; place++) {
    const start = at[place] ?? 0;
    const sign = which[place] ?? DIGITS;
    // To ask an array for what stands before its beginning takes the engine ten times as long.
    if (sign !== DIGITS) {
      const mail = emailAt(text, start, MAIL_SIGNS[sign]);
      if (mail !== null && mail.start >= from) hits.push(mail);
    } else if (start >= from && beginsCard(text, start) && standsApart(text, start)) {
      hits.push(
        ...identifiersAt(reading, [start], false).filter(({ type, score }) => type === 'CREDIT_CARD' && score >= SURE),
      );
    }
  }
  return hits;
}

/** Twelve digits, each alone or behind one space or hyphen: few numbers are as long, and most are told by a character or two. */
function beginsCard(text: string, start: number): boolean {
  let at = start + 1;
  for (let digits = 1; digits < LEAST_DIGITS; digits++) {
    const code = text.charCodeAt(at);
    if (code === SPACE || code === HYPHEN) at++;
    if (!isDigit(text.charCodeAt(at))) return false;
    at++;
  }
  return true;
}

const SPACE = 0x20;
const HYPHEN = 0x2d;

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

function standsApart(text: string, at: number): boolean {
  return !/[\w@%]$|[0-9A-Za-z][-./]$|[0-9]:$/.test(text.slice(Math.max(0, at - 2), at));
}

function openCard({ text, from }: Reading, { count, which, at }: Places): number {
  for (let place = 0; place < count; place++) {
    const start = at[place] ?? 0;
    if (which[place] !== DIGITS || start < from || text.length - start > LONGEST_CARD) continue;
    if (/^[0-9 -]{1,40}$/.test(text.slice(start))) return start;
  }
  return text.length;
}
