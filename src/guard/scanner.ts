import type { GuardFinding } from '../domain/guard.ts';
import { append } from '../kernel/append.ts';
import { certainEnd, isBoundary, isHighSurrogate } from '../text/view/canonical.ts';
import { mixedWordStart } from '../text/view/confusables.ts';
import { createFaults } from './faults.ts';
import { halvesIn } from './halves.ts';
import { createSpanReader, type SpanReader } from './spans.ts';
import { enforces, type GuardTable } from './table.ts';
import { createUnitReader } from './unit-reader.ts';

/** What is known for good of a message up to `until`, whatever follows. */
export interface Settled {
  /** Those that were not told before. */
  readonly findings: readonly GuardFinding[];
  readonly until: number;
}

/** Reads one message as it comes. */
export interface Scanner {
  /** The detector that was asked last, by its name: of a call that never returns, the one that does not. */
  asking(): string;
  advance(delta: string): Settled;
  /** Settles all that came, as what cannot be known: it is held for too long, or what follows is no text. */
  giveUp(type: typeof HELD_TOO_LONG | typeof BROKEN_TEXT): Settled;
  /** Characters that came and are not settled. */
  held(): number;
  /** The message is complete with this. */
  finish(delta: string): Settled;
}

/**
 * A message is looked at, at the latest, at every multiple of this: so that one look is bounded, and what overruns the
 * bound on what is held does not depend on how much came at once.
 */
export const STEP = 16_384;

/** What comes may gather until it is a quarter of what is held: else a long hold would be looked at over and over. */
const GATHERS = 2;
/** Where sentences are looked at, so much gathers in any case: a look costs as much as to read it. */
const LEAST_GATHERED = 24;

const NO_SPANS: ReturnType<typeof halvesIn> = [];

const WITHIN_WORD = /^[A-Za-z0-9]*$/;
const LONG_WORD = 64;

export const HELD_TOO_LONG = 'guard/held-too-long';
export const BROKEN_TEXT = 'guard/broken-text';

/** Characters kept before what is settled: canonical forms look 32 characters around, sentences one back. */
const LEAST_LOOK_BACK = 64;

export function createScanner(table: GuardTable): Scanner {
  const { policy } = table;
  const faults = createFaults(table);
  const spans = createSpanReader(table, faults);
  const units = createUnitReader(table, faults);
  const lookBack = Math.max(LEAST_LOOK_BACK, ...table.raw.map(({ left }) => left));
  const leastGathered = table.units.length === 0 ? 0 : LEAST_GATHERED;
  let raw = '';
  /** Where in the message `raw` begins; everything before `until` is settled; `seen` is how far the last look went. */
  let [base, until, seen] = [0, 0, 0];
  /** Of units that are complete, while something before them is not settled. */
  let waiting: GuardFinding[] = [];

  const look = (wanted: number, ends: boolean): readonly GuardFinding[] => {
    // Half a character is none yet, and must not be taken for one that ends a word.
    const end = !ends && isHighSurrogate(raw.charCodeAt(wanted - base - 1)) ? wanted - 1 : wanted;
    const text = end === base + raw.length ? raw : raw.slice(0, end - base);
    units.look({ text, base, ends }, waiting);
    const from = until - base;
    const to = ends ? text.length : certainEnd(text, from);
    const { findings, unsettled } = spans.look({ text, base, from, to, ends });
    const halves = text.isWellFormed() ? NO_SPANS : halvesIn(text, from);
    const found =
      waiting.length + halves.length === 0
        ? findings
        : [...waiting, ...findings, ...halves.map(({ start, end }) => unjudged(base + start, base + end, BROKEN_TEXT))];
    until = ends
      ? end
      : frontier(text, base, { least: until, most: Math.min(end, unsettled, units.held()), found, spans });
    seen = wanted;
    spans.settle(until);
    // What is broken is told at once: nothing waits for it.
    const broken = faults.take();
    const settled = found.length === 0 ? broken : [...found.filter(({ start }) => start < until || ends), ...broken];
    if (waiting.length > 0) waiting = waiting.filter(({ start }) => start >= until && !ends);
    const kept = Math.min(until, units.needed()) - lookBack;
    if (kept > base) [raw, base] = [raw.slice(kept - base), kept];
    return settled;
  };

  const steps = (delta: string): GuardFinding[] => {
    raw += delta;
    const findings: GuardFinding[] = [];
    const end = base + raw.length;
    for (let step = seen - (seen % STEP) + STEP; step <= end; step += STEP) {
      append(findings, look(step, false));
      if (step - until > policy.hold.characters) findings.push(lose(step, HELD_TOO_LONG));
    }
    return findings;
  };

  /** What cannot be judged is treated like what a broken detector would have had to judge. */
  const unjudged = (start: number, end: number, type: string): GuardFinding => {
    const place = { start, end, score: 1, via: 'plain' as const, rule: null };
    return { detector: 'guard', type, ...place, action: policy.broken };
  };

  const lose = (end: number, type: string): GuardFinding => {
    const lost = unjudged(until, end, type);
    until = end;
    units.forget();
    waiting = [];
    return lost;
  };

  return {
    asking: () => faults.asking(),
    held: () => base + raw.length - until,
    giveUp: (type) => {
      const end = base + raw.length;
      const findings = [...look(end, false)];
      if (until < end || type === BROKEN_TEXT) findings.push(lose(end, type));
      return { findings, until };
    },
    advance: (delta) => {
      const findings = steps(delta);
      const end = base + raw.length;
      const fresh = end - seen;
      // The letters of a word are held until it ends, whatever they are.
      const mayRelease = fresh >= LONG_WORD || !WITHIN_WORD.test(delta);
      if (mayRelease && fresh > Math.max(leastGathered, (end - until) >> GATHERS)) append(findings, look(end, false));
      return { findings, until };
    },
    finish: (delta) => {
      const findings = steps(delta);
      append(findings, look(base + raw.length, true));
      append(findings, units.end(until));
      append(findings, faults.take());
      return { findings, until };
    },
  };
}

interface Limits {
  readonly least: number;
  readonly most: number;
  readonly found: readonly GuardFinding[];
  readonly spans: SpanReader;
}

/** The last place up to `most` that splits neither a character nor a word nor anything that will be replaced. */
function frontier(text: string, base: number, { least, most, found, spans }: Limits): number {
  const replaced = found.length === 0 ? found : found.filter(({ action }) => enforces(action));
  let at = most;
  for (let before = -1; at !== before && at > least; ) {
    before = at;
    for (const { start, end } of replaced) if (start < at && at < end) at = start;
    // What follows the text may belong to its last character.
    while (at > least && (at === base + text.length || !isBoundary(text, at - base))) at--;
    at = spans.whole(base + mixedWordStart(text, at - base));
  }
  return Math.max(least, at);
}
