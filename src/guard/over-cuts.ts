import type { Origin } from '../domain/guard.ts';
import { readingOf } from '../text/view/reading.ts';
import type { Unit, UnitDetector, UnitHit, UnitScanner } from './detector.ts';

/** Characters on either side of a cut that are read together once more. */
const SIDE = 96;

/** No unit is shorter that a sentence was cut behind. */
const LEAST_CUT = 512;

/** Several look at the same, one right after another, and a reading keeps what they find out of it. */
let shared = readingOf('', { from: 0, begins: true, ends: true, via: 'plain' });

const ALONE = { from: 0, begins: true, ends: true, via: 'plain' } as const;

/** What a sentence was cut behind. */
interface Before {
  /** The end of its first reading. */
  readonly text: string;
  /** Where the unit begins that goes on with it. */
  readonly end: number;
  readonly told: ReadonlySet<string>;
}

/**
 * A scanner that also sees, by another of its kind, what stands on both sides of a place where a sentence without an end was
 * cut: whoever fills five hundred characters with anything would else choose where an order is parted in two. Of that only
 * what neither side says by itself is told, in the part that was not released yet.
 */
export function openOverCuts(detector: UnitDetector, origin: Origin): UnitScanner {
  const scanner = detector.open(origin);
  if (detector.overCuts !== true) return scanner;
  let over: UnitScanner | null = null;
  let before: Before | null = null;
  return {
    end: () => scanner.end(),
    see: (unit) => {
      const hits = scanner.see(unit);
      const last = before;
      before = beforeOf(unit, hits);
      if (last === null || last.end !== unit.start || endsBetween(last.text, unit.raw)) return hits;
      over ??= detector.open(origin);
      return [...hits, ...acrossIn(over, unit, last, hits)];
    },
  };
}

/** Null where the sentence ended with the unit. */
function beforeOf({ raw, readings, start }: Unit, hits: readonly UnitHit[]): Before | null {
  if (raw.length < LEAST_CUT || /[\n。！？]$/.test(raw)) return null;
  return {
    text: fromWord((readings[0]?.text ?? '').slice(-SIDE)),
    end: start + raw.length,
    told: new Set(hits.map(({ type }) => type)),
  };
}

/** Half a word is another one. */
function fromWord(text: string): string {
  return text.slice(text.indexOf(' ') + 1);
}

function upToWord(text: string): string {
  const end = text.lastIndexOf(' ');
  return text.length < SIDE || end <= 0 ? text : text.slice(0, end);
}

/** A full stop and the like end a sentence where a space follows. */
export function endsBetween(before: string, behind: string): boolean {
  return /[.!?]$/.test(before) && behind.startsWith(' ');
}

function acrossIn(over: UnitScanner, unit: Unit, last: Before, hits: readonly UnitHit[]): readonly UnitHit[] {
  const text = last.text + upToWord((unit.readings[0]?.text ?? '').slice(0, SIDE));
  const cut = last.text.length;
  const told = new Set([...last.told, ...hits.map(({ type }) => type)]);
  if (shared.text !== text) shared = readingOf(text, ALONE);
  const both = { ...unit, raw: text, readings: [shared] };
  return over
    .see(both)
    .filter(({ type, start, end }) => !told.has(type) && start < cut && end > cut)
    .map((hit) => ({ ...hit, start: 0, end: hit.end - cut, reading: 0 }));
}
