import type { GuardFinding } from '../domain/guard.ts';
import { createFenceCutter } from '../text/fences.ts';
import { type Cut, type Cutter, createSentenceCutter } from '../text/units.ts';
import { PLACES, turnAway, turnTo } from '../text/view/noted.ts';
import type { Hit, OpenFrom, Unit, UnitHit, UnitKind, UnitScanner } from './detector.ts';
import type { Faults } from './faults.ts';
import { openOverCuts } from './over-cuts.ts';
import { placeOf, type Seen, seenRaw } from './seen.ts';
import { isBlank, type ReadUnits, readSentences } from './sentence-reader.ts';
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
  /** Adds to the findings. */
  look(known: Known, findings: GuardFinding[]): void;
  /** Where the unit begins that is not complete yet, if anybody may act on what it says; the text must be kept from here. */
  held(): number;
  /** The text must be kept from here on. */
  needed(): number;
  /** What was held has gone: nothing more is said of it. */
  forget(): void;
  /** What is said of the message as a whole. */
  end(length: number): readonly GuardFinding[];
}

const KINDS = ['sentence', 'fence'] as const satisfies readonly UnitKind[];
const CUTTERS: Readonly<Record<UnitKind, () => Cutter>> = { sentence: createSentenceCutter, fence: createFenceCutter };

/** Where nobody looks at units, nothing is held or kept for them. */
const NO_UNITS: UnitReader = {
  look: () => {},
  held: () => Number.POSITIVE_INFINITY,
  needed: () => Number.POSITIVE_INFINITY,
  forget: () => {},
  end: () => [],
};

export function createUnitReader(table: GuardTable, faults: Faults): UnitReader {
  if (table.units.length === 0) return NO_UNITS;
  const tracks: Track[] = [];
  for (const kind of KINDS) {
    const track = createTrack(kind, table, faults);
    if (track !== null) tracks.push(track);
  }
  const holdsWhole = table.units.some((unit) => unit.holds && unit.detector.judgesWhole);
  return {
    look: (known, findings) => {
      for (const track of tracks) track.look(known, findings);
    },
    held: () => {
      let least = holdsWhole ? 0 : Number.POSITIVE_INFINITY;
      for (const track of tracks) if (track.holds) least = Math.min(least, track.cutter.start(), track.held());
      return least;
    },
    forget: () => {
      for (const track of tracks) track.forget();
    },
    needed: () => {
      let least = Number.POSITIVE_INFINITY;
      for (const { cutter } of tracks) least = Math.min(least, cutter.needed());
      return least;
    },
    end: (length) => {
      faults.begin();
      const findings: GuardFinding[] = [];
      for (const { units } of tracks) {
        for (const row of units) {
          for (const hit of faults.ask(row, length, endOf, NOTHING)) {
            const where = { detector: row.detector.id, start: 0, end: length, via: 'plain' } as const;
            findings.push(...told(table, hit, where, ''));
          }
        }
      }
      return findings;
    },
  };
}

/** The units of one kind, and those who look at them. */
interface Track {
  readonly units: readonly Looking[];
  /** Whether one of them may act on what it finds. */
  readonly holds: boolean;
  readonly cutter: Cutter;
  /** Where the first unit begins that is complete and held all the same. */
  held(): number;
  forget(): void;
  look(known: Known, findings: GuardFinding[]): void;
}

type Looking = EnforcedUnit & { readonly scanner: UnitScanner };

/** A unit of which something may still be said. */
interface Kept {
  readonly seen: readonly Seen[];
  readonly start: number;
}

/** A unit that nobody has seen yet. */
interface Gathered {
  readonly unit: Unit;
  readonly seen: readonly Seen[];
  readonly end: number;
}

/** What one of those who look found in one of the units that were gathered. */
interface Hits {
  readonly place: number;
  readonly row: Looking;
  readonly found: readonly UnitHit[];
}

/** Characters that units may stand back and still be spoken of, where nobody holds them. */
const KEPT_BACK = 16_384;
const endOf = ({ scanner }: Looking): readonly Omit<Hit, 'start' | 'end'>[] => scanner.end();
const NOTHING: readonly Omit<Hit, 'start' | 'end'>[] = [];
const NO_HITS: readonly UnitHit[] = [];

/** Null where nobody looks at this kind. Made for each message. */
function createTrack(kind: UnitKind, table: GuardTable, faults: Faults): Track | null {
  const units: Looking[] = [];
  let holdsAny = false;
  for (const { detector, holds } of table.units) {
    if (detector.unit !== kind) continue;
    units.push({ detector, holds, scanner: openOverCuts(detector, table.context.origin) });
    holdsAny ||= holds;
  }
  if (units.length === 0) return null;
  const cutter = CUTTERS[kind]();
  const read = kind === 'fence' ? asItStands : readSentences;
  const hearers = units.filter(({ scanner }) => scanner.hear !== undefined);
  const keepers = units.filter(({ scanner }) => scanner.open !== undefined);
  let kept: Kept[] = [];
  let holdsFrom = Number.POSITIVE_INFINITY;
  /** What keepers are asked about: how far units were cut, or how long the message is. */
  let asked = 0;
  let [index, heard] = [0, 0];
  let part = '';
  let gathered: Gathered[] = [];
  let unit: Unit = { kind, raw: '', readings: [], info: '', index, start: 0 };
  const opens = ({ scanner }: Looking): OpenFrom | null => scanner.open?.(asked) ?? null;
  const closes = ({ scanner }: Looking): readonly UnitHit[] => scanner.close?.(asked) ?? NO_HITS;
  const hears = ({ scanner }: Looking) => scanner.hear?.(part);
  const sees = ({ scanner }: Looking): readonly UnitHit[] => scanner.see(unit);

  const hear = (row: Looking, { text, base }: Pick<Known, 'text' | 'base'>, from: number, end: number): void => {
    part = text.slice(from - base, end - base);
    faults.ask(row, end, hears, undefined);
  };

  const gather = (raw: string, seen: readonly Seen[], { start, info, end }: Cut): void => {
    const [first] = seen;
    // Most have one.
    const readings = seen.length === 1 && first !== undefined ? [first.reading] : seen.map(({ reading }) => reading);
    gathered.push({ unit: { kind, raw, readings, info, index: index++, start }, seen, end });
  };

  /**
   * To each of those who look, all that was gathered, one unit right after another: what a detector needs, its programs and its
   * tables, is more than the nearest memory holds of all of them. Told in the order of the text.
   */
  const showGathered = (known: Pick<Known, 'text' | 'base'>, findings: GuardFinding[]): void => {
    const all = gathered;
    gathered = [];
    const hits: Hits[] = [];
    for (let which = 0; which < units.length; which++) {
      const row = units[which];
      if (row === undefined) continue;
      const listens = row.scanner.hear !== undefined;
      for (let place = 0; place < all.length; place++) {
        const one = all[place];
        if (one === undefined) continue;
        if (kind === 'sentence') turnTo(place);
        unit = one.unit;
        if (listens) hear(row, known, place === 0 ? heard : (all[place - 1]?.end ?? heard), one.end);
        const found = faults.ask(row, unit.start, sees, NO_HITS);
        if (found.length > 0) hits.push({ place, row, found });
      }
    }
    turnAway();
    heard = all.at(-1)?.end ?? heard;
    tellAll(all, hits, findings);
  };

  const tellAll = (all: readonly Gathered[], hits: readonly Hits[], findings: GuardFinding[]): void => {
    if (hits.length === 0 && keepers.length === 0) return;
    for (const [place, { seen, unit }] of all.entries()) {
      for (const { place: of, row, found } of hits) {
        if (of === place) for (const hit of found) tell(row, hit, seen, findings);
      }
      if (keepers.length > 0) kept.push({ seen, start: unit.start });
    }
  };

  const tell = ({ detector }: Looking, hit: UnitHit, seen: readonly Seen[], findings: GuardFinding[]): void => {
    const { back = 0 } = hit;
    const where = (back === 0 ? seen : kept.at(-back)?.seen)?.[hit.reading];
    if (where === undefined) return;
    const text = where.reading.text.slice(hit.start, hit.end);
    findings.push(...told(table, hit, { detector: detector.id, ...placeOf(where, hit) }, text));
  };

  /** Of what is spoken of no more. `read` is how far units were cut. */
  const letGo = (read: number): void => {
    let most = 0;
    holdsFrom = Number.POSITIVE_INFINITY;
    asked = read;
    for (const row of keepers) {
      const open = faults.ask(row, read, opens, null);
      if (open === null) continue;
      most = Math.max(most, open.back);
      const where = kept.at(-open.back)?.seen[0];
      // Of what is not kept any more nothing is said.
      if (row.holds)
        holdsFrom = Math.min(holdsFrom, where?.startOf(open.at) ?? kept[0]?.start ?? Number.POSITIVE_INFINITY);
    }
    if (kept.length > most) kept = most === 0 ? [] : kept.slice(-most);
    if (holdsFrom > read && (kept[0]?.start ?? 0) < read - KEPT_BACK) kept.shift();
  };

  const showAll = ({ text, base }: Pick<Known, 'text' | 'base'>, cuts: readonly Cut[], findings: GuardFinding[]) => {
    faults.begin();
    const last = cuts.at(-1)?.end ?? heard;
    const known = { text, base };
    gathered = [];
    read(known, cuts, (seen, cut, raw) => {
      gather(raw, seen, cut);
      if (gathered.length === PLACES) showGathered(known, findings);
    });
    if (gathered.length > 0) showGathered(known, findings);
    if (hearers.length > 0 && kind === 'sentence') {
      for (const row of hearers) hear(row, known, heard, last);
      heard = last;
    }
    if (kept.length > 0) letGo(last);
  };

  return {
    units,
    holds: holdsAny,
    cutter,
    held: () => holdsFrom,
    forget: () => {
      kept = [];
      holdsFrom = Number.POSITIVE_INFINITY;
    },
    look: ({ text, base, ends }, findings) => {
      const cuts = cutter.advance(text, base, ends);
      if (cuts.length > 0) showAll({ text, base }, cuts, findings);
      if (!ends || keepers.length === 0) return;
      faults.begin();
      asked = base + text.length;
      for (const row of keepers) {
        for (const hit of faults.ask(row, asked, closes, NO_HITS)) tell(row, hit, [], findings);
      }
    },
  };
}

/** Blocks, with nothing before them. */
const asItStands: ReadUnits = ({ text, base }, cuts, see) => {
  for (const cut of cuts) {
    const alone = text.slice(cut.start - base, cut.end - base);
    if (!isBlank(alone))
      see([seenRaw({ text: alone, base: cut.start, from: 0, to: alone.length, ends: true })], cut, alone);
  }
};
