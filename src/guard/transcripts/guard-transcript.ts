import type { GuardAction, GuardContext, GuardFinding } from '../../domain/guard.ts';
import { LIMITS } from '../../kernel/limits.ts';
import type { Guard } from '../guard.ts';
import { redacted } from '../replace.ts';
import { enforces } from '../table.ts';
import type { Consent } from './consent.ts';
import type { Segment, Transcript, Word } from './transcript.ts';

/** A stretch of the recording, in seconds. */
export interface TimeSpan {
  readonly start: number;
  readonly end: number;
}

export interface TimedFinding extends GuardFinding {
  /** When it is said; the whole of its segments where the words have no times. */
  readonly time: TimeSpan;
}

/** A transcript as it may go on, and what must not be heard of its recording. */
export interface TranscriptAnswer {
  readonly action: GuardAction;
  readonly findings: readonly TimedFinding[];
  readonly text: string;
  readonly segments: readonly { readonly start: number; readonly end: number; readonly text: string }[];
  /** In order and apart. */
  readonly mute: readonly TimeSpan[];
  readonly consent: Consent;
  /** Set when nothing may go on. */
  readonly reason: string | null;
}

/** Times of words are rounded, and a voice fades: so much is muted on either side, in seconds. */
const MARGIN = 0.1;

export interface TranscriptQuestion {
  readonly transcript: Transcript;
  readonly context: Omit<GuardContext, 'origin'>;
  readonly consent: Consent;
}

/** Guards a transcript as one text of the origin `transcript`, so that what is split over segments is found too. */
export function guardTranscript(guard: Guard, { transcript, context, consent }: TranscriptQuestion): TranscriptAnswer {
  if (consent.recording === 'refused')
    return refused(transcript, consent, 'consent to the recording was refused', NO_FINDINGS);
  const timeline = timelineOf(transcript.segments);
  const answer = guard.check(timeline.text, { ...context, origin: 'transcript' });
  const timed = createTimes(timeline.pieces);
  const findings = answer.findings.map((finding) => ({ ...finding, time: rounded(timed(finding)) }));
  // Where they stand in the segments is not known of those that are not listed.
  if (answer.unlisted > 0)
    return refused(
      transcript,
      consent,
      `it has more than ${LIMITS.guardFindings} findings, whose times are not told`,
      findings,
    );
  const stop = answer.stopped?.finding.start;
  const end = timeline.pieces.at(-1)?.segment.end ?? 0;
  const acted = findings.filter(({ action }) => enforces(action));
  const spans = acted.map(({ time, start }) => (stop !== undefined && start >= stop ? { ...time, end } : time));
  const shown = createShown(acted, stop);
  return {
    action: answer.action,
    findings,
    text: answer.text,
    segments: timeline.pieces.map((piece) => ({ ...timesOf(piece), text: shown(piece) })),
    mute: merged(spans),
    consent,
    reason: answer.stopped?.message ?? null,
  };
}

const NO_FINDINGS: readonly TimedFinding[] = [];

function refused(
  { segments }: Transcript,
  consent: Consent,
  reason: string,
  findings: readonly TimedFinding[],
): TranscriptAnswer {
  let end = 0;
  for (const segment of segments) end = Math.max(end, segment.end);
  const mute = segments.length === 0 ? [] : [{ start: segments[0]?.start ?? 0, end }];
  return { action: 'block', findings, text: '', segments: [], mute, consent, reason };
}

interface Piece {
  readonly segment: Segment;
  /** In the text of all segments. */
  readonly start: number;
  readonly end: number;
}

interface Timeline {
  readonly text: string;
  readonly pieces: readonly Piece[];
}

/** Segments in a row; a space where neither side has one, so that words stay apart. */
function timelineOf(segments: readonly Segment[]): Timeline {
  const parts: string[] = [];
  const pieces: Piece[] = [];
  let at = 0;
  for (const segment of segments) {
    const before = parts.at(-1);
    const glued = before !== undefined && !/\s$/.test(before) && !/^\s/.test(segment.text);
    if (glued) parts.push(' ');
    const start = at + (glued ? 1 : 0);
    at = start + segment.text.length;
    parts.push(segment.text);
    pieces.push({ segment, start, end: at });
  }
  return { text: parts.join(''), pieces };
}

/** The text that findings' places are in. */
export function textOf({ segments }: Transcript): string {
  return timelineOf(segments).text;
}

/** Of so many segments in a row that a finding covers, the times are known together. */
const TOGETHER = 256;

/** When something is said: asked for each finding, of which one may reach over all segments. */
function createTimes(pieces: readonly Piece[]): (place: Pick<GuardFinding, 'start' | 'end'>) => TimeSpan {
  const placed = new Map<Piece, readonly PlacedWord[] | null>();
  const placesIn = (piece: Piece): readonly PlacedWord[] | null => {
    let known = placed.get(piece);
    if (known === undefined) {
      known = placesOf(piece.segment);
      placed.set(piece, known);
    }
    return known;
  };
  const within = (piece: Piece, start: number, end: number): TimeSpan =>
    timeWithin(piece, placesIn(piece), start - piece.start, end - piece.start);
  const blocks: TimeSpan[] = [];
  const block = (at: number): TimeSpan => {
    blocks[at] ??= together(
      pieces.slice(at * TOGETHER, (at + 1) * TOGETHER).map((piece) => within(piece, piece.start, piece.end)),
    );
    return blocks[at];
  };
  return ({ start, end }) => {
    const until = Math.max(end, start + 1);
    const times: TimeSpan[] = [];
    for (let at = firstThat(pieces, (piece) => piece.end > start); (pieces[at]?.start ?? until) < until; ) {
      const last = pieces[at + TOGETHER - 1];
      if (at % TOGETHER === 0 && last !== undefined && (pieces[at]?.start ?? 0) >= start && last.end <= end) {
        times.push(block(at / TOGETHER));
        at += TOGETHER;
      } else {
        const piece = pieces[at];
        // One without a text is in no finding.
        if (piece !== undefined && piece.end > start) times.push(within(piece, start, end));
        at++;
      }
    }
    // Between two segments nothing is said: whoever mutes it mutes the one before.
    const before = times.length === 0 ? pieces.findLast((piece) => piece.start <= start) : undefined;
    return before === undefined ? together(times) : within(before, before.start, before.end);
  };
}

function together(times: readonly TimeSpan[]): TimeSpan {
  let [start, end] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const time of times) {
    start = Math.min(start, time.start);
    end = Math.max(end, time.end);
  }
  return { start, end };
}

/** The first place of a list in order at which this holds, and behind it everywhere; the list's length when nowhere. */
function firstThat<T>(list: readonly T[], holds: (one: T) => boolean): number {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const one = list[middle];
    if (one !== undefined && holds(one)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** From the first word that the stretch touches to the last; the whole segment when words do not tell. */
function timeWithin({ segment }: Piece, placed: readonly PlacedWord[] | null, start: number, end: number): TimeSpan {
  const words = placed ?? [];
  const from = firstThat(words, (word) => word.to > start);
  const [first, last] = [words[from], words[firstThat(words, (word) => word.from >= end) - 1]];
  if (first === undefined || last === undefined || first.from >= end) return { start: segment.start, end: segment.end };
  return { start: Math.max(0, first.word.start - MARGIN), end: last.word.end + MARGIN };
}

interface PlacedWord {
  readonly word: Word;
  readonly from: number;
  readonly to: number;
}

/** Where the segment's words stand in its text; null when one does not, or when they leave some of the text out. */
function placesOf({ text, words }: Segment): readonly PlacedWord[] | null {
  const placed: PlacedWord[] = [];
  let at = 0;
  for (const word of words) {
    const said = word.word.trim();
    const from = text.indexOf(said, at);
    if (from === -1 || /[\p{L}\p{N}]/u.test(text.slice(at, from))) return null;
    at = from + said.length;
    placed.push({ word, from, to: at });
  }
  return /[\p{L}\p{N}]/u.test(text.slice(at)) ? null : placed;
}

function timesOf({ segment: { start, end } }: Piece): TimeSpan {
  return { start, end };
}

/** What is changed of the text, in order and apart: of findings that overlap, the first names them all. */
interface Change {
  readonly start: number;
  readonly end: number;
  readonly type: string;
}

function changesOf(acted: readonly GuardFinding[], stop: number): readonly Change[] {
  const changes: Change[] = [];
  for (const { start, end, type } of acted) {
    if (start >= stop) continue;
    const last = changes.at(-1);
    if (last === undefined || start >= last.end) changes.push({ start, end, type });
    else if (end > last.end) changes[changes.length - 1] = { ...last, end };
  }
  return changes;
}

/** The segments with labels for what is changed; a finding's label stands in the segment that it begins in. */
function createShown(acted: readonly GuardFinding[], stop = Number.POSITIVE_INFINITY): (piece: Piece) => string {
  const changes = changesOf(acted, stop);
  return ({ segment, start, end }) => {
    const until = Math.max(0, Math.min(segment.text.length, stop - start));
    let [text, at] = ['', 0];
    for (let next = firstThat(changes, (change) => change.end > start); ; next++) {
      const change = changes[next];
      if (change === undefined || change.start >= end) break;
      const from = change.start - start;
      text += segment.text.slice(at, Math.max(at, from));
      if (from >= 0) text += redacted(change.type);
      at = change.end - start;
    }
    return text + segment.text.slice(at, Math.max(at, until));
  };
}

/** Stretches in order and apart. */
export function merged(spans: readonly TimeSpan[]): readonly TimeSpan[] {
  const out: TimeSpan[] = [];
  for (const span of spans.toSorted((a, b) => a.start - b.start)) {
    const last = out.at(-1);
    if (last === undefined || span.start > last.end) out.push(rounded(span));
    else out[out.length - 1] = rounded({ start: last.start, end: Math.max(last.end, span.end) });
  }
  return out;
}

/** To the millisecond, outward; what sums of fractions are beside one is none. */
function rounded({ start, end }: TimeSpan): TimeSpan {
  return { start: Math.floor(start * 1000 + 1e-6) / 1000, end: Math.ceil(end * 1000 - 1e-6) / 1000 };
}
