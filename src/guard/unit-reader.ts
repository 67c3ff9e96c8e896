import type { GuardFinding } from '../domain/guard.ts';
import { createSentenceCutter } from '../text/units.ts';
import { decodedPieces } from '../text/view/decoded.ts';
import { disguisedIn } from '../text/view/disguised.ts';
import { scannedOf } from '../text/view/reading.ts';
import { runsIn } from '../text/view/runs.ts';
import type { Unit } from './detector.ts';
import type { Faults } from './faults.ts';
import { hiddenIn, placeOf, type Seen, type Stretch, seenCanonical, seenPiece, seenRaw } from './seen.ts';
import type { GuardTable } from './table.ts';
import { told } from './told.ts';

/** Shows the unit detectors each unit as it is complete. */
export interface UnitReader {
  /** `text` is the message from `base` on, as far as it is known. */
  look(known: { readonly text: string; readonly base: number; readonly ends: boolean }): readonly GuardFinding[];
  /** Where the unit begins that is not complete yet, if anybody may act on what it says; the text must be kept from here. */
  readonly held: number;
  /** The text must be kept from here on. */
  readonly needed: number;
  /** What is said of the message as a whole. */
  end(length: number): readonly GuardFinding[];
}

export function createUnitReader(table: GuardTable, faults: Faults): UnitReader {
  const units = table.units.map((row) => ({ ...row, scanner: row.detector.open(table.context.origin) }));
  const cutter = createSentenceCutter();
  const holds = units.some((unit) => unit.holds);
  const holdsWhole = units.some((unit) => unit.holds && unit.detector.judgesWhole);
  let index = 0;
  let start = 0;

  const see = (seen: readonly Seen[]): readonly GuardFinding[] => {
    const unit: Unit = { kind: 'sentence', readings: seen.map(({ reading }) => reading), info: '', index: index++ };
    return units.flatMap(({ detector, scanner }) =>
      faults
        .ask(detector, start, () => scanner.see(unit), [])
        .flatMap((hit) => {
          const where = seen[hit.reading];
          if (where === undefined) return [];
          const text = where.reading.text.slice(hit.start, hit.end);
          return told(table, hit, { detector: detector.id, ...placeOf(where, hit) }, text);
        }),
    );
  };

  return {
    look: ({ text, base, ends }) => {
      if (units.length === 0) return [];
      const cuts = [...cutter.advance(text, base)];
      if (ends && cutter.start < base + text.length) cuts.push(base + text.length);
      const findings: GuardFinding[] = [];
      for (const cut of cuts) {
        const stretch = { text: text.slice(0, cut - base), base, from: start - base, ends: true };
        if (/\S/.test(stretch.text.slice(stretch.from))) findings.push(...see(readingsOf(stretch)));
        start = cut;
      }
      return findings;
    },
    get held() {
      return holdsWhole ? 0 : holds ? start : Number.POSITIVE_INFINITY;
    },
    get needed() {
      return units.length === 0 ? Number.POSITIVE_INFINITY : start;
    },
    end: (length) =>
      units.flatMap(({ detector, scanner }) =>
        faults
          .ask(detector, length, () => scanner.end(), [])
          .flatMap((hit) => told(table, hit, { detector: detector.id, start: 0, end: length, via: 'plain' }, '')),
      ),
  };
}

const NO_TAIL = { text: '', begins: true };

/** The unit itself, then all that it decodes to. */
function readingsOf(stretch: Stretch): readonly Seen[] {
  const itself = seenCanonical(stretch, NO_TAIL);
  const { text } = itself.reading;
  const pieces = [...decodedPieces(text, runsIn(scannedOf(text)).runs), ...disguisedIn(text)];
  const hidden = hiddenIn(stretch).map((piece) => seenPiece(piece, seenRaw(stretch)));
  return [itself, ...pieces.map((piece) => seenPiece(piece, itself)), ...hidden];
}
