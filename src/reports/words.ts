import type { CheckOutcome } from '../domain/check.ts';
import type { Says, Severity } from '../domain/finding.ts';
import type { LicenceVerdict } from '../domain/licence.ts';
import type { ScanVerdict } from '../domain/scan.ts';
import type { Outcome, Reason } from '../domain/verdict.ts';
import type { OpenQuestion } from '../domain/vetting.ts';

/** What a colour means. Five tones of verdicts, and `note` for what changes nothing. */
export const TONES = ['admit', 'review', 'deny', 'unscannable', 'unknown', 'note'] as const;
export type Tone = (typeof TONES)[number];

/** Colour never speaks alone: each tone has a sign, and one that ASCII terminals can show. */
export const SIGNS: Readonly<Record<Tone, { readonly sign: string; readonly ascii: string }>> = {
  admit: { sign: '✓', ascii: '+' },
  review: { sign: '◆', ascii: '!' },
  deny: { sign: '✗', ascii: 'x' },
  unscannable: { sign: '▨', ascii: '#' },
  unknown: { sign: '?', ascii: '?' },
  note: { sign: '·', ascii: '-' },
};

/** A word of the vocabulary with its tone and signs. */
export interface Word {
  readonly label: string;
  readonly tone: Tone;
  readonly sign: string;
  readonly ascii: string;
}

export function wordOf(tone: Tone, label: string): Word {
  return { label, tone, ...SIGNS[tone] };
}

/** What the scanner says of a file in a vetting; `unread` where nobody looked into it and nobody complained. */
export type FileVerdict = ScanVerdict | 'unread';

export const OUTCOME_WORDS: Readonly<Record<Outcome, Word>> = {
  admit: wordOf('admit', 'admit'),
  review: wordOf('review', 'review'),
  deny: wordOf('deny', 'deny'),
};

export const SAYS_WORDS: Readonly<Record<Says, Word>> = {
  malicious: wordOf('deny', 'malicious'),
  unscannable: wordOf('unscannable', 'unscannable'),
  suspicious: wordOf('review', 'suspicious'),
  review: wordOf('review', 'review'),
  unknown: wordOf('unknown', 'unknown'),
  note: wordOf('note', 'note'),
};

export const FILE_WORDS: Readonly<Record<FileVerdict, Word>> = {
  clean: wordOf('admit', 'clean'),
  suspicious: SAYS_WORDS.suspicious,
  unscannable: SAYS_WORDS.unscannable,
  malicious: SAYS_WORDS.malicious,
  unread: wordOf('unknown', 'not read'),
};

/** Checks without findings; with findings, the worst of them gives the word. */
export const CHECK_WORDS: Readonly<Record<CheckOutcome['kind'], Word>> = {
  completed: wordOf('admit', 'clean'),
  'not-applicable': wordOf('note', 'not applicable'),
  unanswered: wordOf('unknown', 'unanswered'),
  failed: wordOf('unknown', 'failed'),
};

export const STATE_WORDS: Readonly<Record<OpenQuestion['state'], Word>> = {
  unanswered: wordOf('unknown', 'unanswered'),
  failed: wordOf('unknown', 'failed'),
  unscannable: wordOf('unscannable', 'unscannable'),
  claimed: wordOf('unknown', 'claimed'),
  unknown: wordOf('unknown', 'unknown'),
};

/** A licence reading's own four words, in the tones of verdicts. */
export const LICENCE_WORDS: Readonly<Record<LicenceVerdict, Word>> = {
  allow: wordOf('admit', 'allow'),
  conditions: wordOf('review', 'conditions'),
  unknown: wordOf('unknown', 'unknown'),
  deny: wordOf('deny', 'deny'),
};

/** How many of the four bars of a severity are filled. */
export const SEVERITY_BARS: Readonly<Record<Severity, number>> = { critical: 4, high: 3, medium: 2, low: 1, info: 0 };

/** What no check of this version asks: said in every report, so that an empty list is not read as a clean bill. */
export const NOT_EXAMINED =
  'Not examined by this version: how the model behaves; of its training data, more than its papers say.';

export function verdictWords(outcome: Outcome): Word {
  return OUTCOME_WORDS[outcome];
}

/** A reason's word: how it counts, in the tone of what it rests on. */
export function reasonWord(reason: Reason): Word {
  if (reason.kind === 'unscannable') return wordOf('unscannable', 'unscannable');
  if (reason.kind === 'silence') return wordOf('unknown', 'unanswered');
  if (reason.kind === 'rule-failed') return wordOf('unknown', 'failed');
  return OUTCOME_WORDS[reason.outcome];
}

/** `1 file`, `1,382 files`. */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${formatCount(count)} ${count === 1 ? one : many}`;
}

export function formatCount(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',');
}

const UNITS = ['kB', 'MB', 'GB', 'TB', 'PB'] as const;

/** A size in decimal units, as hubs print them: `512 B`, `6.7 kB`, `2.31 MB`, `16.08 GB`. */
export function formatBytes(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  let size = bytes;
  for (const [at, unit] of UNITS.entries()) {
    size /= 1000;
    const text = size.toFixed(decimals(size, at));
    // 999,950 bytes round to 1,000 kB, which is 1.00 MB.
    if (Number(text) < 1000 || unit === 'PB') return `${text} ${unit}`;
  }
  return `${bytes} B`;
}

/** kB: one; MB: three digits in all; from GB on two, so that sums of shards agree. */
function decimals(size: number, unit: number): number {
  if (unit >= 2) return 2;
  if (size >= 99.95) return 0;
  return unit === 1 && size < 9.995 ? 2 : 1;
}

/** A share: `0.07 %`, `12 %`; `100 %` and `0 %` only when it is so. Of nothing, all was read. */
export function formatPercent(part: number, whole: number): string {
  if (part >= whole) return '100 %';
  const share = (part / whole) * 100;
  if (share === 0) return '0 %';
  if (share < 0.01) return 'under 0.01 %';
  if (share > 99.9) return 'over 99.9 %';
  const text = share.toFixed(share < 1 ? 2 : share < 10 || share >= 99 ? 1 : 0);
  return `${text} %`;
}

const MONTHS = 'January February March April May June July August September October November December'.split(' ');

/** A day or a moment as this product writes them (ISO 8601, UTC); anything else is text. */
const MOMENT = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}:\d{2}(\.\d{1,9})?Z)?$/;

/** Null for what is no day and no moment. */
export function parseMoment(text: string): Date | null {
  if (!MOMENT.test(text)) return null;
  const date = new Date(text);
  return Number.isNaN(date.getTime()) ? null : date;
}

/** `11 March 2026`, in UTC; what is no date comes back as it is. */
export function formatDay(iso: string): string {
  const date = parseMoment(iso);
  return date === null ? iso : `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]} ${date.getUTCFullYear()}`;
}

/** `11 March 2026, 14:02 UTC`. */
export function formatMoment(iso: string): string {
  const date = parseMoment(iso);
  return date === null ? iso : `${formatDay(iso)}, ${date.toISOString().slice(11, 16)} UTC`;
}
