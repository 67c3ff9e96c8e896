import type { Scanned } from '../text/sieve.ts';
import { decode, decodedPieces, type Piece } from '../text/view/decoded.ts';
import { isRunUnit, LONGEST, type Run, runsIn } from '../text/view/runs.ts';

/** What a stretch of canonical text decodes to. */
export interface DecodedLook {
  readonly pieces: readonly Piece[];
  /** Where a run begins that may go on; the text's length when none does. */
  readonly unsettled: number;
  /** The last place at or before `at` that splits no run that was decoded. */
  readonly whole: (at: number) => number;
  readonly settle: (until: number) => void;
}

/** Decodes runs of a message as it comes: each run once, whole or in parts of a fixed length. */
export interface Decoder {
  look(scanned: Scanned, from: number, ends: boolean): DecodedLook;
}

/** How much of a run tells whether it holds text: a run that does not is not held, and not looked at again. */
const HEAD = 64;

export function createDecoder(): Decoder {
  /** Whether the next look begins in a run that was found to hold no text. */
  let skips = false;
  return {
    look: (scanned, from, ends) => {
      const { text } = scanned;
      const start = skips ? endOfLetters(text, from) : from;
      // What was skipped reaches back before `from`.
      const dull: Span[] = skips ? [{ start: from - 1, end: start }] : [];
      const { runs, openLetters, openEscapes } = runsIn(scanned, start);
      const texts: Run[] = [];
      let unsettled = ends ? text.length : Math.min(openLetters, openEscapes);
      for (const run of runs) {
        const isOpen = !ends && run.end === text.length && run.end - run.start < LONGEST;
        if (goesOn(text, run, dull.at(-1)) || (run.end - run.start >= HEAD && !holdsText(text, run))) {
          dull.push(run);
          if (run.kind === 'letters' && run.end === text.length) unsettled = Math.min(text.length, openEscapes);
        } else if (isOpen) unsettled = Math.min(unsettled, run.start);
        else texts.push(run);
      }
      return {
        pieces: decodedPieces(text, texts),
        unsettled: ends ? text.length : unsettled,
        whole: (at) => texts.find((run) => run.start < at && at < run.end)?.start ?? at,
        settle: (until) => {
          skips = dull.some(
            (run) => run.start < until && (until < run.end || (until === run.end && until === text.length)),
          );
        },
      };
    },
  };
}

interface Span {
  readonly start: number;
  readonly end: number;
}

/** Whether the part belongs to a run whose beginning was dull. */
function goesOn(text: string, { kind, start }: Run, before: Span | undefined): boolean {
  return kind === 'letters' && before?.end === start && isRunUnit(text.charCodeAt(start - 1));
}

function endOfLetters(text: string, from: number): number {
  let at = from;
  while (at < text.length && isRunUnit(text.charCodeAt(at))) at++;
  return at;
}

function holdsText(text: string, { kind, start }: Run): boolean {
  return decode(text.slice(start, start + HEAD), { kind, start: 0, end: HEAD }) !== null;
}
