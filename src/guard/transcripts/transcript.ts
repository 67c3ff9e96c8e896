import { isJsonObject, member } from '../../kernel/json.ts';
import { LIMITS } from '../../kernel/limits.ts';

/** What was said, and when; in seconds, as Whisper and those that copy its format give it. */
export interface Transcript {
  readonly segments: readonly Segment[];
}

export interface Segment {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** In order; none when only the segment's own times are known. */
  readonly words: readonly Word[];
}

export interface Word {
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

/**
 * The transcript in a JSON value: `{segments: [{start, end, text, words?: [{word, start, end}]}], words?: […]}`; what is wrong
 * with it otherwise. Words that stand beside the segments are given to those in whose time they begin.
 */
export function transcriptIn(value: unknown): Transcript | string {
  const segments = member(value, 'segments');
  if (!Array.isArray(segments)) return 'a transcript needs segments';
  if (segments.length > LIMITS.transcriptSegments)
    return `a transcript may have ${LIMITS.transcriptSegments} segments at most`;
  const beside = wordsIn(member(value, 'words'));
  if (typeof beside === 'string') return beside;
  const found: Segment[] = [];
  for (const row of segments as readonly unknown[]) {
    const [start, end, text] = [member(row, 'start'), member(row, 'end'), member(row, 'text')];
    const words = wordsIn(member(row, 'words'));
    if (typeof words === 'string') return words;
    if (!isTime(start) || !isTime(end) || typeof text !== 'string')
      return `segment ${found.length} needs a text, and a start and an end in seconds`;
    if (end < start) return `segment ${found.length} ends before it starts`;
    found.push({ start, end, text, words: words.length > 0 ? words : within(beside, { start, end }) });
  }
  return { segments: found };
}

function within(words: readonly Word[], { start, end }: Pick<Segment, 'start' | 'end'>): readonly Word[] {
  let first = firstFrom(words, start);
  const some: Word[] = [];
  for (let word = words[first]; word !== undefined && word.start < end; word = words[++first]) some.push(word);
  return some;
}

/** Words are in the order of time: a search by halves keeps long transcripts linear. */
function firstFrom(words: readonly Word[], start: number): number {
  let [low, high] = [0, words.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((words[middle]?.start ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  return low;
}

function wordsIn(value: unknown): readonly Word[] | string {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) return 'words must be a list';
  const words: Word[] = [];
  for (const row of value as readonly unknown[]) {
    const [word, start, end] = [member(row, 'word'), member(row, 'start'), member(row, 'end')];
    // Models leave out the times of what they could not align: such a word is muted with its neighbours.
    if (isJsonObject(row) && typeof word === 'string' && isTime(start) && isTime(end) && end >= start)
      words.push({ word, start, end });
    else if (typeof word !== 'string') return 'each of the words needs a word';
  }
  return words.toSorted((a, b) => a.start - b.start);
}

function isTime(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0;
}
