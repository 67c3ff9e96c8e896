import type { GuardFinding } from '../domain/guard.ts';
import { scratchOf } from '../text/view/scratch.ts';
import { createDecoder } from './decoder.ts';
import type { Places, SpanDetector } from './detector.ts';
import type { Faults } from './faults.ts';
import { hiddenIn, placeOf, type Seen, type Stretch, seenCanonical, seenPiece, seenRaw, type Tail } from './seen.ts';
import type { GuardTable } from './table.ts';
import { told } from './told.ts';

/** What the span detectors say of a stretch of the message. */
export interface SpanLook {
  readonly findings: readonly GuardFinding[];
  /** Where in the message something begins whose end is not there yet. */
  readonly unsettled: number;
  /** The last place at or before `until` that splits nothing that was decoded. */
  readonly whole: (until: number) => number;
  /** To be called once it is known how far the message is settled. */
  readonly settle: (until: number) => void;
}

export interface SpanReader {
  look(stretch: Stretch): SpanLook;
}

const NOWHERE: Places = { count: 0, which: new Int32Array(0), at: new Int32Array(0) };

export function createSpanReader(table: GuardTable, faults: Faults): SpanReader {
  const { raw, canonical, left } = table;
  const decoder = createDecoder();
  const followed = table.triggers.follow();
  let tail: Tail = { text: '', begins: true };
  /** How many characters of the last reading the tail does not have. */
  let gone = 0;

  /** Where the detector has something unsettled in the message. */
  const ask = (detector: SpanDetector, seen: Seen, places: Places, findings: GuardFinding[]): number => {
    const { reading } = seen;
    const at = seen.startOf(reading.from);
    const hits = faults.ask(detector, at, () => detector.find(reading, places), []);
    for (const hit of hits) {
      if (hit.start < reading.from) continue;
      findings.push(
        ...told(table, hit, { detector: detector.id, ...placeOf(seen, hit) }, reading.text.slice(hit.start, hit.end)),
      );
    }
    if (reading.ends) return Number.POSITIVE_INFINITY;
    const from = faults.ask(detector, at, () => detector.unsettled(reading, places), reading.text.length);
    return seen.startOf(Math.max(reading.from, from));
  };

  const askAll = (seen: Seen, places: readonly Places[], findings: GuardFinding[]): number => {
    let unsettled = Number.POSITIVE_INFINITY;
    canonical.forEach((detector, index) => {
      const own = detector.triggers === undefined ? NOWHERE : (places[index] ?? NOWHERE);
      unsettled = Math.min(unsettled, ask(detector, seen, own, findings));
    });
    return unsettled;
  };

  const askPiece = (seen: Seen, findings: GuardFinding[]): void => {
    askAll(seen, table.triggers.placesIn(scratchOf(seen.reading.text), 0), findings);
  };

  return {
    look: (stretch) => {
      faults.begin();
      const findings: GuardFinding[] = [];
      const seen = seenCanonical(stretch, tail);
      const { text, from, ends } = seen.reading;
      let unsettled = askAll(seen, followed.placesIn(scratchOf(text), from, gone), findings);
      const decoded = canonical.length === 0 ? null : decoder.look(scratchOf(text), from, ends);
      for (const piece of decoded?.pieces ?? []) askPiece(seenPiece(piece, seen), findings);
      for (const piece of hiddenIn(stretch)) askPiece(seenPiece(piece, seenRaw(stretch)), findings);
      const asItStands = raw.length === 0 ? seen : seenRaw(stretch);
      for (const detector of raw) unsettled = Math.min(unsettled, ask(detector, asItStands, NOWHERE, findings));
      if (decoded !== null && !ends) unsettled = Math.min(unsettled, seen.startOf(decoded.unsettled));
      // What stands before `from` was settled before: all its positions lead to the same place.
      const position = (until: number) => positionOf({ low: from, high: text.length }, seen.startOf, until);
      return {
        findings,
        unsettled,
        whole: (until) => {
          const at = position(until);
          const start = decoded?.whole(at) ?? at;
          return start < at ? seen.startOf(start) : until;
        },
        settle: (until) => {
          const at = position(until);
          decoded?.settle(at);
          gone = Math.max(0, at - left);
          tail = { text: text.slice(gone, at), begins: seen.reading.begins && gone === 0 };
        },
      };
    },
  };
}

/** The first position of the reading that stands at or after `until` in the message. */
function positionOf(
  within: { readonly low: number; readonly high: number },
  startOf: (at: number) => number,
  until: number,
): number {
  let { low, high } = within;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (startOf(middle) < until) low = middle + 1;
    else high = middle;
  }
  return low;
}
