import type { Cut } from '../text/units.ts';
import { isAscii } from '../text/view/ascii.ts';
import { isOwnForm } from '../text/view/canonical.ts';
import { decodedPieces } from '../text/view/decoded.ts';
import { disguisedIn } from '../text/view/disguised.ts';
import { type Run, runsIn } from '../text/view/runs.ts';
import { scratchOf } from '../text/view/scratch.ts';
import { hiddenIn, type Seen, seenCanonical, seenPiece, seenPlain, seenRaw } from './seen.ts';

/** The message from `base` on. */
interface Known {
  readonly text: string;
  readonly base: number;
}

/** Gives the readings of each of the cuts that is not blank. */
export type ReadUnits = (
  known: Known,
  cuts: readonly Cut[],
  see: (readings: readonly Seen[], cut: Cut) => void,
) => void;

/** Each sentence itself, then all that it decodes to. */
export const readSentences: ReadUnits = ({ text, base }, cuts, see) => {
  // Asked of all sentences at once, since for nearly all the answer is no.
  let beyond = isAscii(text) ? text.length : -1;
  const [first, last] = [(cuts[0]?.start ?? base) - base, (cuts.at(-1)?.end ?? base) - base];
  const encodes = mayEncode(text.slice(first, last));
  let own: boolean | undefined;
  for (const cut of cuts) {
    const sentence = text.slice(cut.start - base, cut.end - base);
    if (isBlank(sentence)) continue;
    if (beyond < cut.start - base) beyond = beyondAscii(text, cut.start - base);
    if (beyond >= cut.end - base) see(readingsOfPlain(sentence, cut.start, encodes), cut);
    else {
      own ??= isOwnForm(text.slice(Math.max(0, first - LOOK_BACK), last));
      see(own ? readingsOfPlain(sentence, cut.start, encodes) : readingsOf({ text, base }, cut), cut);
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
  return !isGraph(text.charCodeAt(0)) && !isGraph(text.charCodeAt(1)) && !/\S/.test(text);
}

/** Of ASCII, and not white space. */
function isGraph(unit: number): boolean {
  return unit > 32 && unit < 127;
}

/** Whether there is a run in any part of the text: a part's runs are within the whole's. */
function mayEncode(text: string): boolean {
  const { runs, few } = runsIn(scratchOf(text));
  return runs.length > 0 || few.length > 0;
}

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
const NO_TAIL = { text: '', begins: true };

function readingsOf({ text, base }: Known, { start, end }: Cut): readonly Seen[] {
  const first = Math.max(0, start - base - LOOK_BACK);
  const stretch = {
    text: text.slice(first, end - base),
    base: base + first,
    from: start - base - first,
    to: end - base - first,
    ends: true,
  };
  const itself = seenCanonical(stretch, NO_TAIL);
  const formed = itself.reading.text;
  const pieces = [...decodedPieces(formed, runsIn(scratchOf(formed)).runs), ...disguisedIn(formed)];
  const hidden = hiddenIn(stretch, itself).map((piece) => seenPiece(piece, seenRaw(stretch)));
  return [itself, ...pieces.map((piece) => seenPiece(piece, itself)), ...hidden];
}
