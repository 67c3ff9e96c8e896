import type { GuardFinding } from '../domain/guard.ts';
import { append } from '../kernel/append.ts';
import type { Piece } from '../text/view/decoded.ts';
import type { Reading } from '../text/view/reading.ts';
import { scratchOf } from '../text/view/scratch.ts';
import { type AcrossPiece, createDecoder } from './decoder.ts';
import type { Hit, Places, SpanDetector } from './detector.ts';
import type { Faults } from './faults.ts';
import { takeGlance } from './glance.ts';
import { hiddenIn, placeOf, type Seen, type Stretch, seenCanonical, seenPiece, seenRaw, type Tail } from './seen.ts';
import type { GuardTable } from './table.ts';
import { told } from './told.ts';

/** What the span detectors say of a stretch of the message. */
export interface SpanLook {
  readonly findings: GuardFinding[];
  /** Where in the message something begins whose end is not there yet. */
  readonly unsettled: number;
}

export interface SpanReader {
  look(stretch: Stretch): SpanLook;
  /** Of the last look, the last place at or before `until` that splits nothing that was decoded. */
  whole(until: number): number;
  /** To be called once it is known how far the message is settled. */
  settle(until: number): void;
}

/** For those who look everywhere. */
export const NOWHERE: Places = { count: 0, which: new Int32Array(0), at: new Int32Array(0) };

/** What a detector is asked about, and what it answers: one question, since each is timed. */
interface Asked {
  readonly detector: SpanDetector;
  readonly reading: Reading;
  readonly places: Places;
  /** What it answered at a glance. */
  readonly known: readonly Hit[] | undefined;
  hits: readonly Hit[];
  open: number;
}

const answer = (asked: Asked): void => {
  const { detector, reading, places, known } = asked;
  asked.hits = known ?? detector.find(reading, places);
  if (!reading.ends) asked.open = detector.unsettled(reading, places);
};
const NO_HITS: readonly Hit[] = [];
const NOTHING_KNOWN: ReadonlyMap<SpanDetector, readonly Hit[]> = new Map();
const NO_PIECES: readonly Piece[] = [];
const NO_ACROSS: readonly AcrossPiece[] = [];

/** Which hits count, and what detectors said of the same reading before. */
interface Asking {
  readonly counts: (hit: Hit) => boolean;
  readonly known: ReadonlyMap<SpanDetector, readonly Hit[]>;
}

const always = (): boolean => true;
const ALL: Asking = { counts: always, known: NOTHING_KNOWN };

export function createSpanReader(table: GuardTable, faults: Faults): SpanReader {
  const { raw, canonical, left } = table;
  const decoder = createDecoder();
  const followed = table.triggers.follow();
  let tail: Tail = { text: '', begins: true };
  /** How many characters of the last reading the tail does not have. */
  let gone = 0;
  let last: Seen | undefined;

  /** Where the detector has something unsettled in the message. */
  const ask = (
    detector: SpanDetector,
    seen: Seen,
    places: Places,
    findings: GuardFinding[],
    { counts, known }: Asking = ALL,
  ): number => {
    const { reading } = seen;
    const asked: Asked = {
      detector,
      reading,
      places,
      known: known.get(detector),
      hits: NO_HITS,
      open: reading.text.length,
    };
    faults.ask(asked, seen.startOf(reading.from), answer, undefined);
    for (const hit of asked.hits) {
      if (hit.start < reading.from || !counts(hit)) continue;
      findings.push(
        ...told(table, hit, { detector: detector.id, ...placeOf(seen, hit) }, reading.text.slice(hit.start, hit.end)),
      );
    }
    if (reading.ends) return Number.POSITIVE_INFINITY;
    return seen.startOf(Math.max(reading.from, asked.open));
  };

  const askAll = (seen: Seen, places: readonly Places[], findings: GuardFinding[], asking: Asking = ALL): number => {
    let unsettled = Number.POSITIVE_INFINITY;
    for (let index = 0; index < canonical.length; index++) {
      const detector = canonical[index];
      if (detector === undefined) continue;
      const own = detector.triggers === undefined ? NOWHERE : (places[index] ?? NOWHERE);
      unsettled = Math.min(unsettled, ask(detector, seen, own, findings, asking));
    }
    return unsettled;
  };

  /** Of what lies across two parts, what reaches over both. */
  const askAcross = (piece: AcrossPiece, outer: Seen, findings: GuardFinding[]): void => {
    const seen = seenPiece(piece, outer);
    const over = (hit: Hit): boolean => hit.start < piece.across && piece.across < hit.end;
    askAll(seen, table.triggers.placesIn(scratchOf(piece.text), 0), findings, { counts: over, known: NOTHING_KNOWN });
  };

  const askPiece = (seen: Seen, findings: GuardFinding[]): void => {
    askAll(seen, table.triggers.placesIn(scratchOf(seen.reading.text), 0), findings);
  };

  /** What is read as it stands and once more without its escapes is told once. */
  const askEscaped = (pieces: readonly Seen[], findings: GuardFinding[]): void => {
    if (pieces.length === 0) return;
    const again: GuardFinding[] = [];
    for (const piece of pieces) askPiece(piece, again);
    if (again.length === 0) return;
    const known = new Set(findings.map(nameOf));
    append(
      findings,
      again.filter((finding) => !known.has(nameOf(finding))),
    );
  };

  /** What stands before `from` was settled before: all its positions lead to the same place. */
  const positionIn = (seen: Seen, until: number): number => {
    const { text, from } = seen.reading;
    return positionOf({ low: from, high: text.length }, seen, until);
  };

  return {
    look: (stretch) => {
      faults.begin();
      const findings: GuardFinding[] = [];
      const seen = seenCanonical(stretch, tail);
      last = seen;
      const { text, from, ends } = seen.reading;
      const scanned = scratchOf(text);
      const places = followed.placesIn(scanned, from, gone, ends);
      const decoded = canonical.length === 0 ? null : decoder.look(scanned, from, ends);
      const isWhole = ends && from === 0 && seen.reading.begins && text === stretch.text;
      const known = isWhole ? takeGlance(table.glance, text) : null;
      let unsettled = askAll(seen, places, findings, known === null ? ALL : { counts: always, known });
      const escaped: Seen[] = [];
      for (const piece of decoded?.pieces ?? NO_PIECES) {
        if (piece.via === 'escaped') escaped.push(seenPiece(piece, seen));
        else askPiece(seenPiece(piece, seen), findings);
      }
      for (const piece of hiddenIn(stretch, seen)) askPiece(seenPiece(piece, seenRaw(stretch)), findings);
      const asItStands = raw.length === 0 ? seen : seenRaw(stretch);
      for (const detector of raw) {
        unsettled = Math.min(unsettled, ask(detector, asItStands, NOWHERE, findings));
      }
      askEscaped(escaped, findings);
      for (const piece of decoded?.across ?? NO_ACROSS) askAcross(piece, seen, findings);
      if (decoded !== null && !ends) unsettled = Math.min(unsettled, seen.startOf(decoded.unsettled));
      return { findings, unsettled };
    },
    whole: (until) => {
      if (last === undefined || canonical.length === 0) return until;
      const at = positionIn(last, until);
      const start = decoder.whole(at);
      return start < at ? last.startOf(start) : until;
    },
    settle: (until) => {
      if (last === undefined) return;
      const { text, begins } = last.reading;
      const at = positionIn(last, until);
      if (canonical.length > 0) decoder.settle(at);
      gone = Math.max(0, at - left);
      tail = { text: text.slice(gone, at), begins: begins && gone === 0 };
      last = undefined;
    },
  };
}

function nameOf({ detector, type, start, end }: GuardFinding): string {
  return `${start} ${end} ${detector} ${type}`;
}

/** The first position of the reading that stands at or after `until` in the message. */
function positionOf(
  within: { readonly low: number; readonly high: number },
  seen: Pick<Seen, 'startOf'>,
  until: number,
): number {
  let { low, high } = within;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (seen.startOf(middle) < until) low = middle + 1;
    else high = middle;
  }
  return low;
}
