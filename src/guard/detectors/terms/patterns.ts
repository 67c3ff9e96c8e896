import { type GuardTerm, ORIGINS } from '../../../domain/guard.ts';
import type { LinearPattern } from '../../../text/re2.ts';
import type { Unit, UnitDetector, UnitHit, UnitScanner } from '../../detector.ts';
import { endsBetween } from '../../over-cuts.ts';
import { patternAsRead } from './pattern-as-read.ts';

/**
 * The operator's own patterns, by RE2's rules, each within one sentence. Found as `term/<id>`. A sentence that is too long for
 * one unit is told over the place where it was cut, too: a list without a stop would else be a place to hide in.
 */
export function createPatternsDetector(
  terms: readonly GuardTerm[],
  compile: (pattern: string) => LinearPattern,
): UnitDetector {
  const rows = terms.flatMap(({ id, patterns }) =>
    patterns.map((source) => ({ type: `term/${id}`, pattern: compile(patternAsRead(source)) })),
  );
  return {
    kind: 'unit',
    id: 'terms',
    title: 'Patterns of your own',
    types: terms.map(({ id, title }) => ({ type: `term/${id}`, title })),
    origins: ORIGINS,
    unit: 'sentence',
    judgesWhole: false,
    defaults: [],
    examples: { fires: () => [], quiet: () => [] },
    open: () => createScanner(rows),
  };
}

interface Row {
  readonly type: string;
  readonly pattern: LinearPattern;
}

interface Place {
  readonly start: number;
  readonly end: number;
}

/** What a sentence was cut behind, and may go on from. */
interface Tail {
  /** Its end, with one character more before it where there is one: what matches at that might have begun before it. */
  readonly text: string;
  /** Where that begins in the unit. */
  readonly at: number;
  /** Where the next unit begins, if the sentence goes on. */
  readonly end: number;
  /** For each row what was told that ends with the unit. */
  readonly told: readonly (Place | undefined)[];
}

/** Characters before a cut that a pattern may begin in. */
const MOST_BEFORE = 256;

function createScanner(rows: readonly Row[]): UnitScanner {
  let tail: Tail | null = null;
  return {
    see: (unit) => {
      const before = tail?.end === unit.start && !endsBetween(tail.text, unit.raw) ? tail : null;
      const found = rows.map(({ pattern }) => unit.readings.map(({ text }) => pattern.placesIn(text)));
      const hits = rows.flatMap(({ type }, row) =>
        (found[row] ?? []).flatMap((places, reading) =>
          places.map((place): UnitHit => ({ type, ...place, score: 1, reading })),
        ),
      );
      tail = tailOf(
        unit,
        found.map(([places = []]) => places.at(-1)),
      );
      if (before === null) return hits;
      const over = rows.flatMap((row, at) =>
        overCut(row, unit, before, { told: before.told[at], found: found[at]?.[0] }),
      );
      return [...over, ...hits];
    },
    open: () => (tail === null ? null : { back: 1, at: tail.at }),
    end: () => [],
  };
}

/** Null where the sentence ended with the unit. */
function tailOf({ raw, readings, start }: Unit, last: readonly (Place | undefined)[]): Tail | null {
  const text = readings[0]?.text ?? '';
  if (raw.length < LEAST_CUT || /[\n。！？]$/.test(raw)) return null;
  const at = Math.max(0, text.length - MOST_BEFORE - 1);
  const told = last.map((place) => (place?.end === text.length ? place : undefined));
  return { text: text.slice(at), at, end: start + raw.length, told };
}

/** No unit is shorter that a sentence was cut behind. */
const LEAST_CUT = 512;

interface Known {
  readonly told: Place | undefined;
  readonly found: readonly Place[] | undefined;
}

/** What begins before the cut and ends behind it: told on both sides, but for what is told there by itself. */
function overCut(
  { type, pattern }: Row,
  { readings }: Unit,
  tail: Tail,
  { told, found = [] }: Known,
): readonly UnitHit[] {
  const cut = tail.text.length;
  const least = tail.at === 0 ? 0 : 1;
  const over = pattern
    .placesIn(tail.text + (readings[0]?.text ?? ''))
    .find(({ start, end }) => start >= least && start < cut && end > cut);
  if (over === undefined) return [];
  const [start, end] = [tail.at + over.start, over.end - cut];
  const before = told !== undefined && told.start <= start;
  const behind = found[0]?.start === 0 && found[0].end >= end;
  return [
    ...(before ? [] : [{ type, start, end: tail.at + cut, score: 1, reading: 0, back: 1 }]),
    ...(behind ? [] : [{ type, start: 0, end, score: 1, reading: 0 }]),
  ];
}
