import type { Scanned } from '../text/sieve.ts';
import { decode, decodedPieces, type Piece } from '../text/view/decoded.ts';
import { escapedIn, unescaped } from '../text/view/escapes.ts';
import { isRunUnit, LONGEST, type Run, runsIn, type Span } from '../text/view/runs.ts';

/** What a stretch of canonical text decodes to. */
export interface DecodedLook {
  readonly pieces: readonly Piece[];
  /** Where a run begins that may go on; the text's length when none does. */
  readonly unsettled: number;
}

/** Decodes runs of a message as it comes: each run once, whole or in parts of a fixed length. */
export interface Decoder {
  look(scanned: Scanned, from: number, ends: boolean): DecodedLook;
  /** Of the last look, the last place at or before `at` that splits no run that was decoded. */
  whole(at: number): number;
  /** Of what was looked at last, this much is done with. */
  settle(until: number): void;
}

/** How much of a run tells whether it holds text: a run that does not is not held, and not looked at again. */
const HEAD = 64;

export function createDecoder(): Decoder {
  /** Whether the next look begins in a run that was found to hold no text. */
  let skips = false;
  let text = '';
  let dull: Span[] = [];
  let texts: Run[] = [];
  let few: readonly Span[] = [];
  let escaped: readonly Span[] = [];
  /** Those that are over; of the others it is not known yet what they say. */
  const said = (spans: readonly Span[], until: number): readonly Piece[] =>
    spans.flatMap((span) => (span.end > until ? [] : (unescaped(text, span) ?? [])));
  return {
    look: (scanned, from, ends) => {
      text = scanned.text;
      const start = skips ? endOfLetters(text, from) : from;
      const { runs, few: short, openLetters, openEscapes } = runsIn(scanned, start);
      few = short;
      if (dull.length > 0) dull = [];
      if (texts.length > 0) texts = [];
      // What was skipped reaches back before `from`.
      if (skips) dull.push({ start: from - 1, end: start });
      let unsettled = ends ? text.length : Math.min(openLetters, openEscapes);
      for (const run of runs) {
        const isOpen = !ends && run.end === text.length && run.end - run.start < LONGEST;
        if (run.kind === 'letters' && (goesOn(text, run, dull.at(-1)) || isDull(text, run))) {
          dull.push(run);
          if (run.end === text.length) unsettled = Math.min(text.length, openEscapes);
        } else if (isOpen) unsettled = Math.min(unsettled, run.start);
        else texts.push(run);
      }
      const signs = escapedIn(text, start);
      escaped = signs.spans;
      const decoded = decodedPieces(text, texts);
      const pieces = escaped.length === 0 ? decoded : [...decoded, ...said(escaped, ends ? text.length : signs.open)];
      return { pieces, unsettled: ends ? text.length : Math.min(unsettled, signs.open) };
    },
    whole: (at) => {
      const before = splitBy(texts, at)?.start ?? splitBy(few, at)?.start ?? at;
      return escaped.length === 0 ? before : (splitBy(escaped, before)?.start ?? before);
    },
    settle: (until) => {
      skips = dull.some(({ start, end }) => start < until && until <= end && isWithin(text, until));
    },
  };
}

function splitBy(spans: readonly Span[], at: number): Span | undefined {
  return spans.find(({ start, end }) => start < at && at < end);
}

/** Whether the part belongs to a run whose beginning was dull. */
function goesOn(text: string, { start }: Run, before: Span | undefined): boolean {
  return before?.end === start && isRunUnit(text.charCodeAt(start - 1));
}

/** Whether a run goes on at this place, or may: what pads it ends it. */
function isWithin(text: string, at: number): boolean {
  return isRunUnit(text.charCodeAt(at - 1)) && (at === text.length || isRunUnit(text.charCodeAt(at)));
}

function endOfLetters(text: string, from: number): number {
  let at = from;
  while (at < text.length && isRunUnit(text.charCodeAt(at))) at++;
  return at;
}

function isDull(text: string, { kind, start, end }: Run): boolean {
  return end - start >= HEAD && decode(text.slice(start, start + HEAD), { kind, start: 0, end: HEAD }) === null;
}
