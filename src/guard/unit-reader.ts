import type { GuardFinding } from '../domain/guard.ts';
import { createFenceCutter } from '../text/fences.ts';
import { type Cut, type Cutter, createSentenceCutter } from '../text/units.ts';
import { decodedPieces } from '../text/view/decoded.ts';
import { disguisedIn } from '../text/view/disguised.ts';
import { runsIn } from '../text/view/runs.ts';
import { scratchOf } from '../text/view/scratch.ts';
import type { Unit, UnitKind, UnitScanner } from './detector.ts';
import type { Faults } from './faults.ts';
import { hiddenIn, placeOf, type Seen, type Stretch, seenCanonical, seenPiece, seenRaw } from './seen.ts';
import type { EnforcedUnit, GuardTable } from './table.ts';
import { told } from './told.ts';

/** The message from `base` on, as far as it is known. */
interface Known {
  readonly text: string;
  readonly base: number;
  readonly ends: boolean;
}

/** Shows the unit detectors each unit as it is complete. */
export interface UnitReader {
  look(known: Known): readonly GuardFinding[];
  /** Where the unit begins that is not complete yet, if anybody may act on what it says; the text must be kept from here. */
  readonly held: number;
  /** The text must be kept from here on. */
  readonly needed: number;
  /** What is said of the message as a whole. */
  end(length: number): readonly GuardFinding[];
}

const CUTTERS: Readonly<Record<UnitKind, () => Cutter>> = { sentence: createSentenceCutter, fence: createFenceCutter };

export function createUnitReader(table: GuardTable, faults: Faults): UnitReader {
  const tracks = (['sentence', 'fence'] as const)
    .map((kind) => createTrack(kind, table, faults))
    .filter(({ units }) => units.length > 0);
  const holdsWhole = tracks.some(({ units }) => units.some((unit) => unit.holds && unit.detector.judgesWhole));
  const least = (of: (track: Track) => number) => Math.min(Number.POSITIVE_INFINITY, ...tracks.map(of));
  return {
    look: (known) => tracks.flatMap((track) => track.look(known)),
    get held() {
      return holdsWhole
        ? 0
        : least(({ cutter, units }) => (units.some(({ holds }) => holds) ? cutter.start : Number.POSITIVE_INFINITY));
    },
    get needed() {
      return least(({ cutter }) => cutter.needed);
    },
    end: (length) =>
      tracks.flatMap(({ units }) =>
        units.flatMap(({ detector, scanner }) =>
          faults
            .ask(detector, length, () => scanner.end(), [])
            .flatMap((hit) => told(table, hit, { detector: detector.id, start: 0, end: length, via: 'plain' }, '')),
        ),
      ),
  };
}

/** What stands before a unit may tell what its first letters are: words of two scripts. */
const LOOK_BACK = 64;

/** The units of one kind, and those who look at them. */
interface Track {
  readonly units: readonly (EnforcedUnit & { readonly scanner: UnitScanner })[];
  readonly cutter: Cutter;
  look(known: Known): readonly GuardFinding[];
}

function createTrack(kind: UnitKind, table: GuardTable, faults: Faults): Track {
  const units = table.units
    .filter(({ detector }) => detector.unit === kind)
    .map((row) => ({ ...row, scanner: row.detector.open(table.context.origin) }));
  const cutter = CUTTERS[kind]();
  let index = 0;

  const see = (seen: readonly Seen[], { start, info }: Cut): readonly GuardFinding[] => {
    const unit: Unit = { kind, readings: seen.map(({ reading }) => reading), info, index: index++ };
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
    units,
    cutter,
    look: ({ text, base, ends }) =>
      cutter.advance(text, base, ends).flatMap((cut) => {
        const from = Math.max(0, cut.start - base - LOOK_BACK);
        const stretch = {
          text: text.slice(from, cut.end - base),
          base: base + from,
          from: cut.start - base - from,
          to: cut.end - base - from,
          ends: true,
        };
        if (isBlank(stretch)) return [];
        return see(kind === 'fence' ? [seenAlone(stretch)] : readingsOf(stretch), cut);
      }),
  };
}

/** The unit as it stands, with nothing before it. */
function seenAlone({ text, base, from }: Stretch): Seen {
  const alone = text.slice(from);
  return seenRaw({ text: alone, base: base + from, from: 0, to: alone.length, ends: true });
}

/** Most sentences begin with a letter, or with one space. */
function isBlank({ text, from }: Stretch): boolean {
  return !isGraph(text.charCodeAt(from)) && !isGraph(text.charCodeAt(from + 1)) && !/\S/.test(text.slice(from));
}

/** Of ASCII, and not white space. */
function isGraph(unit: number): boolean {
  return unit > 32 && unit < 127;
}

const NO_TAIL = { text: '', begins: true };

/** The unit itself, then all that it decodes to. */
function readingsOf(stretch: Stretch): readonly Seen[] {
  const itself = seenCanonical(stretch, NO_TAIL);
  const { text } = itself.reading;
  const pieces = [...decodedPieces(text, runsIn(scratchOf(text)).runs), ...disguisedIn(text)];
  const hidden = hiddenIn(stretch).map((piece) => seenPiece(piece, seenRaw(stretch)));
  return [itself, ...pieces.map((piece) => seenPiece(piece, itself)), ...hidden];
}
