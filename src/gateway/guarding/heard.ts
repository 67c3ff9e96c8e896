import type { TimeSpan } from '../../guard/transcripts/guard-transcript.ts';
import type { Transcript } from '../../guard/transcripts/transcript.ts';
import { transcriptIn } from '../../guard/transcripts/transcript.ts';
import { isJsonObject, type JsonObject } from '../../kernel/json.ts';
import { LIMITS } from '../../kernel/limits.ts';
import { answerIn } from '../../wire/body.ts';
import { membersOf } from '../../wire/members.ts';
import { type SubtitleFormat, subtitlesIn, subtitlesOf } from '../../wire/openai/subtitles.ts';
import { slotsBeside } from '../../wire/slot.ts';
import type { Slot, Surface, Usage } from '../../wire/surface.ts';

/** Texts that are said one after the other, each at its time. */
export interface Track {
  readonly transcript: Transcript;
  put(at: number, text: string): void;
}

/** The answer to a recording, in whichever form it was asked for. */
export interface Heard {
  /** Texts without times. */
  readonly slots: readonly Slot[];
  readonly tracks: readonly Track[];
  readonly usage: Usage | null;
  /** After texts were changed; with what must not be heard of the recording, where the form can say so. */
  write(mute: readonly TimeSpan[]): string;
}

/** What a server answered; null for what is no transcript of this form. */
export function heardIn(text: string, type: string, format: unknown, surface: Surface): Heard | null {
  if (/^application\/(?:\w+\+)?json\b/i.test(type)) return jsonHeard(text, surface);
  // A page of a proxy, whatever it says of itself.
  if (/^text\/html\b/i.test(type) || /^\s*<(?:!doctype|html)/i.test(text)) return null;
  if (format === 'srt' || format === 'vtt') return subtitlesHeard(text, format);
  return format === 'text' ? plainHeard(text) : jsonHeard(text, surface);
}

function plainHeard(text: string): Heard {
  const holder = { text };
  const put = (other: string): void => {
    holder.text = other;
  };
  const slots: readonly Slot[] = text === '' ? [] : [{ speaker: 'transcript', text, fixed: false, put }];
  return { slots, tracks: [], usage: null, write: () => holder.text };
}

function subtitlesHeard(text: string, format: SubtitleFormat): Heard | null {
  const subtitles = subtitlesIn(text, format);
  if (subtitles === null || subtitles.cues.length > LIMITS.transcriptSegments) return null;
  const cues = subtitles.cues.map((cue) => ({ ...cue }));
  const { beside } = subtitles;
  // What stands beside the cues is left out when anything is changed, so it need not be put anywhere.
  const slots: readonly Slot[] =
    beside === '' ? [] : [{ speaker: 'transcript', text: beside, fixed: false, put: () => {} }];
  const track = trackOf(cues, (at, said) => {
    const cue = cues[at];
    if (cue !== undefined) cue.text = said;
  });
  const write = (mute: readonly TimeSpan[]): string =>
    subtitlesOf(
      cues,
      format,
      mute.length === 0 ? [] : [`mute ${mute.map(({ start, end }) => `${start}-${end}`).join(' ')}`],
    );
  return { slots, tracks: track === null ? [] : [track], usage: null, write };
}

function jsonHeard(text: string, surface: Surface): Heard | null {
  const answer = answerIn(text);
  if (answer === null || typeof answer.text !== 'string') return null;
  const segments = objectsIn(answer.segments);
  const within = segments?.map((segment) => objectsIn(segment.words)) ?? [];
  const beside = objectsIn(answer.words);
  if (segments === null || beside === null || within.includes(null)) return null;
  const words = [...beside, ...within.flatMap((some) => some ?? [])];
  if (segments.length + words.length > LIMITS.transcriptSegments) return null;
  const said = segments.length === 0 ? null : transcriptIn({ segments, words: answer.words });
  if (typeof said === 'string') return null;
  const spoken = trackOf(timedWords(words), (at, other) => put(words[at], 'word', other));
  if (words.length > 0 && spoken === null) return null;
  return {
    slots: [
      ...surface.textsOut(answer),
      ...[...segments, ...words].flatMap((one) => slotsBeside(one, READ, 'transcript', false)),
    ],
    tracks: [
      ...(said === null
        ? []
        : [{ transcript: said, put: (at: number, other: string) => put(segments[at], 'text', other) }]),
      ...(spoken === null ? [] : [spoken]),
    ],
    usage: surface.usageIn(answer, null),
    write: (mute) => {
      surface.silence(answer);
      return JSON.stringify(mute.length === 0 ? answer : { ...answer, mute });
    },
  };
}

/** Read as tracks. */
const READ = membersOf({ read: ['text', 'words', 'word'] });

/** Models leave out the times of what they could not align: such a word is said where the one before it ends. */
function timedWords(words: readonly JsonObject[]) {
  let before = 0;
  return words.map(({ start, end, word }) => {
    if (typeof end === 'number') before = end;
    return typeof start === 'number' && typeof end === 'number'
      ? { start, end, text: word }
      : { start: before, end: before, text: word };
  });
}

function put(holder: JsonObject | undefined, key: string, text: string): void {
  if (holder !== undefined) (holder as Record<string, unknown>)[key] = text;
}

/** Null when there is nothing, or something in it has no time. */
function trackOf(
  pieces: readonly { readonly start: unknown; readonly end: unknown; readonly text: unknown }[],
  put: Track['put'],
): Track | null {
  const transcript = transcriptIn({ segments: pieces });
  return pieces.length === 0 || typeof transcript === 'string' ? null : { transcript, put };
}

/** Null when something in the list is no object: nobody would read it. */
function objectsIn(value: unknown): readonly JsonObject[] | null {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) && value.every(isJsonObject) ? value : null;
}
