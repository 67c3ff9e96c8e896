import type { GuardFinding } from '../domain/guard.ts';
import type { Places, SpanDetector } from './detector.ts';
import type { Faults } from './faults.ts';
import { placeOf, type Seen, type Stretch, seenCanonical, seenRaw, type Tail } from './seen.ts';
import type { GuardTable } from './table.ts';
import { told } from './told.ts';

/** What the span detectors say of a stretch of the message. */
export interface SpanLook {
  readonly findings: readonly GuardFinding[];
  /** Where in the message something begins whose end is not there yet. */
  readonly unsettled: number;
  /** To be called once it is known how far the message is settled. */
  readonly settle: (until: number) => void;
}

export interface SpanReader {
  look(stretch: Stretch): SpanLook;
}

const NOWHERE: Places = { count: 0, which: new Int32Array(0), at: new Int32Array(0) };

export function createSpanReader(table: GuardTable, faults: Faults): SpanReader {
  const raw = table.spans.filter(({ sees }) => sees === 'raw');
  const canonical = table.spans.filter(({ sees }) => sees === 'canonical');
  const left = Math.max(0, ...canonical.map(({ left }) => left));
  let tail: Tail = { text: '', begins: true };

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

  return {
    look: (stretch) => {
      const findings: GuardFinding[] = [];
      let unsettled = Number.POSITIVE_INFINITY;
      const seen = seenCanonical(stretch, tail);
      const places = table.triggers.placesIn(seen.reading);
      canonical.forEach((detector, index) => {
        const own = detector.triggers === undefined ? NOWHERE : (places[index] ?? NOWHERE);
        unsettled = Math.min(unsettled, ask(detector, seen, own, findings));
      });
      const asItStands = raw.length === 0 ? seen : seenRaw(stretch);
      for (const detector of raw) unsettled = Math.min(unsettled, ask(detector, asItStands, NOWHERE, findings));
      return {
        findings,
        unsettled,
        settle: (until) => {
          tail = tailOf(seen, until, left);
        },
      };
    },
  };
}

function tailOf({ reading, startOf }: Seen, until: number, length: number): Tail {
  // What stands before `from` was settled before: all its positions lead to the same place.
  const at = positionOf({ low: reading.from, high: reading.text.length }, startOf, until);
  const start = Math.max(0, at - length);
  return { text: reading.text.slice(start, at), begins: reading.begins && start === 0 };
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
