import type { Scanned } from '../text/sieve.ts';
import { decode, type Piece, piecesWithin } from '../text/view/decoded.ts';
import { escapedIn, unescaped } from '../text/view/escapes.ts';
import { isRunUnit, LONGEST, type Run, runsIn, type Span } from '../text/view/runs.ts';

/** What stands before a part of a run and behind its beginning, put together: only what reaches over both is new in it. */
export interface AcrossPiece extends Piece {
  /** Where in it the part begins. */
  readonly across: number;
}

/** What a stretch of canonical text decodes to. */
export interface DecodedLook {
  readonly pieces: readonly Piece[];
  /** Of runs that are decoded in parts. */
  readonly across: readonly AcrossPiece[];
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

/** Of a part, so much is looked at together with the next one: more than any key has that is looked for in an encoding. */
const REACH = 256;

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
  /** What the part said that ends where the next look begins. */
  let before: string | null = null;
  /** The parts of the last look that said something, with the end of that. */
  let parts: { readonly end: number; readonly said: string }[] = [];

  /** Each of these stretches decoded, and where one begins right behind another what lies across. */
  const decoded = (
    spans: readonly Span[],
    read: (span: Span) => Piece | null,
    from: number,
  ): { readonly pieces: readonly Piece[]; readonly across: readonly AcrossPiece[] } => {
    const [pieces, across]: [Piece[], AcrossPiece[]] = [[], []];
    let last: { readonly end: number; readonly said: string } | undefined;
    for (const span of spans) {
      const piece = read(span);
      const said = last?.end === span.start ? last.said : span.start === from ? before : null;
      last = piece === null ? undefined : { end: span.end, said: piece.text.slice(-REACH) };
      if (piece === null) continue;
      if (last !== undefined) parts.push(last);
      pieces.push(piece);
      if (said !== null && said !== '') across.push(acrossOf(said, piece));
    }
    return { pieces, across };
  };

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
      parts = [];
      if (!ends) unsettled = Math.min(unsettled, signs.open);
      if (texts.length === 0 && escaped.length === 0) return { ...NOTHING, unsettled };
      const until = ends ? text.length : signs.open;
      const over = escaped.filter(({ end }) => end <= until);
      const plain = decoded(texts, (run) => decode(text.slice(run.start, run.end), run as Run), from);
      const unwritten = decoded(over, (span) => unescaped(text, span), from);
      return {
        pieces: [...plain.pieces.flatMap((piece) => [piece, ...piecesWithin(piece)]), ...unwritten.pieces],
        across: [...plain.across, ...unwritten.across],
        unsettled,
      };
    },
    whole: (at) => {
      const before = splitBy(texts, at)?.start ?? splitBy(few, at)?.start ?? at;
      return escaped.length === 0 ? before : (splitBy(escaped, before)?.start ?? before);
    },
    settle: (until) => {
      skips = dull.some(({ start, end }) => start < until && until <= end && isWithin(text, until));
      before = parts.find(({ end }) => end === until)?.said ?? null;
    },
  };
}

const NOTHING = { pieces: [], across: [] } as const;

function acrossOf(said: string, piece: Piece): AcrossPiece {
  const { length } = said;
  return {
    text: said + piece.text.slice(0, REACH),
    across: length,
    via: piece.via,
    start: piece.start,
    end: piece.end,
    startOf: (at) => (at < length ? piece.start : piece.startOf(at - length)),
    endOf: (at) => (at <= length ? piece.start : piece.endOf(at - length)),
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
  if (end - start < HEAD) return false;
  const head = text.slice(start, start + HEAD);
  // Letters from a to i, and digits, are written in digits alone: what follows them may have others.
  return (
    decode(head, { kind, start: 0, end: HEAD }) === null &&
    decode(`${head}6a`, { kind, start: 0, end: HEAD + 2 }) === null
  );
}
