import type { GuardFinding } from '../domain/guard.ts';
import type { Detector } from './detector.ts';
import { STALLED_MILLISECONDS } from './stall.ts';
import type { GuardTable } from './table.ts';

/** Calls detectors, and takes one that throws or stalls out of the message: visibly, and never as if it had passed. */
export interface Faults {
  /** The name of the detector that was asked last. */
  asking(): string;
  /** Before questions that are asked one right after another: each is timed from the end of the one before it. */
  begin(): void;
  /**
   * What the detector answers; `fallback` when it cannot, now or since before. Questions come with what they are about, so
   * that none is made anew for each of a stream's few characters.
   */
  ask<About extends { readonly detector: Detector }, T>(
    about: About,
    at: number,
    question: (about: About) => T,
    fallback: T,
  ): T;
  /** Those that failed since the last call, as findings. */
  take(): readonly GuardFinding[];
}

const NONE: readonly GuardFinding[] = [];

export const BROKEN_TYPE = 'guard/broken-detector';

export function createFaults({ policy: { broken }, stopwatch }: Pick<GuardTable, 'policy' | 'stopwatch'>): Faults {
  const out = new Set<Detector>();
  let mark = stopwatch.now();
  let fresh: GuardFinding[] = [];
  let asked: Detector | null = null;
  const fail = (detector: Detector, at: number, detail: string) =>
    fresh.push({
      detector: detector.id,
      type: BROKEN_TYPE,
      // Of whoever judges the message as a whole nothing was judged.
      start: detector.kind === 'unit' && detector.judgesWhole ? 0 : at,
      end: at,
      score: 1,
      via: 'plain',
      action: broken,
      rule: null,
      detail,
    });
  return {
    asking: () => asked?.id ?? 'guard',
    begin: () => {
      mark = stopwatch.now();
    },
    ask: (about, at, question, fallback) => {
      const { detector } = about;
      if (out.size > 0 && out.has(detector)) return fallback;
      asked = detector;
      const started = mark;
      try {
        const answer = question(about);
        const stalled = stopwatch.hasStalled(started);
        mark = stopwatch.last();
        if (!stalled) return answer;
        fail(detector, at, `took longer than ${STALLED_MILLISECONDS} ms`);
      } catch (error) {
        fail(detector, at, error instanceof Error ? error.name : 'threw');
      }
      out.add(detector);
      return fallback;
    },
    take: () => {
      if (fresh.length === 0) return NONE;
      const taken = fresh;
      fresh = [];
      return taken;
    },
  };
}
