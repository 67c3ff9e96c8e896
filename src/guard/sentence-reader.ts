import type { Cut } from '../text/units.ts';
import { isAscii } from '../text/view/ascii.ts';
import { canonicalOf, isBoundary, isInWord } from '../text/view/canonical.ts';
import { decodedPieces } from '../text/view/decoded.ts';
import { disguisedIn } from '../text/view/disguised.ts';
import { PLACES } from '../text/view/noted.ts';
import { firstFrom } from '../text/view/places.ts';
import { type Run, runsIn } from '../text/view/runs.ts';
import { scratchOf } from '../text/view/scratch.ts';
import { notePart, partsOf } from '../text/view/wide.ts';
import { hiddenIn, type Seen, type Stretch, seenCanonical, seenPart, seenPiece, seenPlain, seenRaw } from './seen.ts';

/** The message from `base` on. */
interface Known {
  readonly text: string;
  readonly base: number;
}

/**
 * Gives the readings of each of the cuts that is not blank, or may be bits in blanks, and the unit itself: one and the same text where it is read as it
 * stands, since to compare two that are alike costs more than to look for most things in them.
 */
export type ReadUnits = (
  known: Known,
  cuts: readonly Cut[],
  see: (readings: readonly Seen[], cut: Cut, raw: string) => void,
) => void;

/** Each sentence itself, then all that it decodes to. */
export const readSentences: ReadUnits = ({ text, base }, cuts, see) => {
  // Asked of all sentences at once, since for nearly all the answer is no.
  let beyond = isAscii(text) ? text.length : -1;
  const [first, last] = [(cuts[0]?.start ?? base) - base, (cuts.at(-1)?.end ?? base) - base];
  const encodes = encodingIn(text.slice(first, last), base + first);
  let form: Form | undefined;
  partsOf(text);
  const low = beyond < text.length ? Buffer.from(text, 'latin1') : null;
  let place = -1;
  for (const cut of cuts) {
    if (beyond < cut.start - base) beyond = beyondAscii(text, cut.start - base);
    const isPlain = beyond >= cut.end - base;
    // Of a text with characters of two bytes, what has none is written in one: so patterns are compiled and run for that alone.
    const sentence =
      low !== null && isPlain
        ? low.toString('latin1', cut.start - base, cut.end - base)
        : text.slice(cut.start - base, cut.end - base);
    if (isBlank(sentence) && !mayBeBits(sentence)) continue;
    place = (place + 1) % PLACES;
    notePart(place, sentence, cut.start - base);
    if (isPlain) see(readingsOfPlain(sentence, cut.start, encodes(cut)), cut, sentence);
    else {
      form ??= createForm({ text, base }, { first, last });
      if (form.ofItself()) see(readingsOfPlain(sentence, cut.start, encodes(cut)), cut, sentence);
      else {
        const readings = readingsOf(form, cut);
        const formed = readings[0]?.reading.text ?? '';
        if (formed !== sentence) notePart(place, formed, -1);
        see(readings, cut, formed === sentence ? formed : sentence);
      }
    }
  }
};

/** The first place from `from` on with a character beyond ASCII. */
function beyondAscii(text: string, from: number): number {
  let at = from;
  while (at < text.length && text.charCodeAt(at) < 128) at++;
  return at;
}

/** Most sentences begin with a letter, or with one space. */
export function isBlank(text: string): boolean {
  if (text === '\n') return true;
  return !isGraph(text.charCodeAt(0)) && !isGraph(text.charCodeAt(1)) && !/\S/.test(text);
}

/** A row of both blanks, as long as eight letters are in bits. */
function mayBeBits(blank: string): boolean {
  return blank.length >= LEAST_BITS && blank.includes('\t ');
}

const LEAST_BITS = 64;

/** Of ASCII, or Han and the like, and not white space. */
function isGraph(unit: number): boolean {
  return (unit > 32 && unit < 127) || (unit > 0x3000 && unit < 0xfb00);
}

/** Whether there may be a run in a part of a text that begins at `origin`: a part's runs are within the whole's. To be asked in order. */
function encodingIn(text: string, origin: number): (cut: Cut) => boolean {
  const { runs, few } = runsIn(scratchOf(text));
  if (runs.length === 0 && few.length === 0) return never;
  const spans = [...runs, ...few].toSorted((a, b) => a.start - b.start);
  let next = 0;
  return ({ start, end }) => {
    while (next < spans.length && (spans[next]?.end ?? 0) <= start - origin) next += 1;
    return next < spans.length && (spans[next]?.start ?? 0) < end - origin;
  };
}

const never = (): boolean => false;

/** Of what is its own canonical form, and hides nothing: all of ASCII is. */
function readingsOfPlain(sentence: string, at: number, encodes: boolean): readonly Seen[] {
  const itself = seenPlain(sentence, at);
  const runs: readonly Run[] = encodes ? runsIn(scratchOf(sentence)).runs : [];
  const disguised = disguisedIn(sentence);
  if (runs.length === 0 && disguised.length === 0) return [itself];
  const pieces = [...decodedPieces(sentence, runs), ...disguised];
  return [itself, ...pieces.map((piece) => seenPiece(piece, itself))];
}

/** What stands before a sentence may tell what its first letters are: words of two scripts. */
const LOOK_BACK = 64;

/** The canonical form of all sentences of a look. */
interface Form {
  /** Whether it is the text itself. */
  ofItself(): boolean;
  /** That of one sentence. */
  of(cut: Cut): { readonly seen: Seen; readonly raw: Stretch };
}

function createForm({ text, base }: Known, { first, last }: { readonly first: number; readonly last: number }): Form {
  const { text: formed, places, hides } = canonicalOf(text.slice(0, last), first);
  const origin = base + first;
  return {
    ofItself: () => places === null,
    of: ({ start, end }) => {
      const raw = stretchOf({ text, base }, { start, end });
      if (places === null || !standsAlone(text, start - base) || !standsAlone(text, end - base, last))
        return { seen: seenCanonical(raw, NO_TAIL), raw };
      const begin = firstFrom(places, start - origin);
      const part = formed.slice(begin, firstFrom(places, end - origin));
      return { seen: seenPart({ text: part, begin, origin, places, hides, raw }), raw };
    },
  };
}

/** Whether a cut at this place parts neither a character nor a word. */
function standsAlone(text: string, at: number, length = text.length): boolean {
  if (at <= 0 || at >= length) return true;
  return isBoundary(text, at) && !(isInWord(text, at - 1) && isInWord(text, at));
}

const NO_TAIL = { text: '', begins: true };

function stretchOf({ text, base }: Known, { start, end }: Pick<Cut, 'start' | 'end'>): Stretch {
  const first = Math.max(0, start - base - LOOK_BACK);
  return {
    text: text.slice(first, end - base),
    base: base + first,
    from: start - base - first,
    to: end - base - first,
    ends: true,
  };
}

function readingsOf(form: Form, cut: Cut): readonly Seen[] {
  const { seen: itself, raw } = form.of(cut);
  const formed = itself.reading.text;
  const runs = runsIn(scratchOf(formed)).runs;
  const disguised = disguisedIn(formed);
  const hidden = hiddenIn(raw, itself);
  if (runs.length === 0 && disguised.length === 0 && hidden.length === 0) return [itself];
  const pieces = [...decodedPieces(formed, runs), ...disguised];
  return [
    itself,
    ...pieces.map((piece) => seenPiece(piece, itself)),
    ...hidden.map((piece) => seenPiece(piece, seenRaw(raw))),
  ];
}
