import type { GuardAction, GuardContext, GuardFinding } from '../../domain/guard.ts';
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
  const timeline = timelineOf(transcript.segments);
  if (consent.recording === 'refused') return refused(transcript, consent);
  const answer = guard.check(timeline.text, { ...context, origin: 'transcript' });
  const findings = answer.findings.map((finding) => ({ ...finding, time: rounded(timeOf(timeline, finding)) }));
  const stop = answer.stopped?.finding.start;
  const end = timeline.pieces.at(-1)?.segment.end ?? 0;
  const acted = findings.filter(({ action }) => enforces(action));
  const spans = acted.map(({ time, start }) => (stop !== undefined && start >= stop ? { ...time, end } : time));
  return {
    action: answer.action,
    findings,
    text: answer.text,
    segments: timeline.pieces.map((piece) => ({ ...timesOf(piece), text: shownOf(piece, acted, stop) })),
    mute: merged(spans),
    consent,
    reason: answer.stopped?.message ?? null,
  };
}

function refused({ segments }: Transcript, consent: Consent): TranscriptAnswer {
  const [start, end] = [segments[0]?.start ?? 0, Math.max(0, ...segments.map((segment) => segment.end))];
  const mute = segments.length === 0 ? [] : [{ start, end }];
  const reason = 'consent to the recording was refused';
  return { action: 'block', findings: [], text: '', segments: [], mute, consent, reason };
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

function timeOf({ pieces }: Timeline, { start, end }: Pick<GuardFinding, 'start' | 'end'>): TimeSpan {
  const touched = pieces.filter((piece) => piece.start < Math.max(end, start + 1) && start < piece.end);
  const times = touched.map((piece) => timeWithin(piece, start - piece.start, end - piece.start));
  return { start: Math.min(...times.map((time) => time.start)), end: Math.max(...times.map((time) => time.end)) };
}

/** From the first word that the stretch touches to the last; the whole segment when words do not tell. */
function timeWithin({ segment }: Piece, start: number, end: number): TimeSpan {
  const placed = placesOf(segment);
  const words = placed?.filter((word) => word.from < end && start < word.to) ?? [];
  const [first, last] = [words[0], words.at(-1)];
  if (first === undefined || last === undefined) return { start: segment.start, end: segment.end };
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

/** The segment with labels for what is changed; a finding's label stands in the segment that it begins in. */
function shownOf(
  { segment, start, end }: Piece,
  acted: readonly GuardFinding[],
  stop = Number.POSITIVE_INFINITY,
): string {
  const until = Math.max(0, Math.min(segment.text.length, stop - start));
  let [text, at] = ['', 0];
  for (const finding of acted) {
    if (finding.start >= end || finding.end <= start || finding.start >= stop) continue;
    const from = finding.start - start;
    if (finding.end - start <= at) continue;
    text += segment.text.slice(at, Math.max(at, from));
    if (from >= 0 && from >= at) text += redacted(finding.type);
    at = finding.end - start;
  }
  return text + segment.text.slice(at, until);
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
