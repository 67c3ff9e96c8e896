import { isJsonObject, type JsonObject } from '../../kernel/json.ts';
import { membersOf } from '../members.ts';
import { deltaAt, slotsBeside, textOf } from '../slot.ts';
import type { StreamSurface } from '../surface.ts';
import { choicesStream } from './choices-stream.ts';
import { openAiError } from './errors.ts';
import { spelledIn } from './logprobs.ts';

const LANE = 'transcript/text';
/** vLLM's events are those of a chat: `choices` with a `delta`. */
const chunks = choicesStream('delta', 'transcript');

/** `transcript.text.delta` and `transcript.text.done`, which repeats the whole text (OpenAI API reference, 'Streaming events'). */
export const transcriptStream: StreamSurface = {
  deltasIn: (event) => {
    if (event.choices !== undefined) return chunks.deltasIn(event);
    return isPiece(event) ? deltaAt(event, 'delta', 'transcript', LANE) : [];
  },
  wholeIn: (event) =>
    event.choices !== undefined
      ? chunks.wholeIn(event)
      : [
          ...slotsBeside(event, isPiece(event) ? PIECE : EVENT, 'transcript', false),
          ...spelledIn(event.logprobs, 'transcript', () => silenceTranscript(event)),
        ],
  endsIn: (event) => (textOf(event.type) === 'transcript.text.done' ? ['transcript/'] : chunks.endsIn(event)),
  saying: (event, lane, text) =>
    lane === LANE ? { type: 'transcript.text.delta', delta: text } : chunks.saying(event, lane, text),
  stop: (_event, _lane, message) => [openAiError({ status: 400, code: 'content_filter', message })],
  nameOf: ({ type }) => (typeof type === 'string' && /^[\w.]+$/.test(type) ? type : null),
  completes: (event) =>
    textOf(event.type) === 'transcript.text.done' || (event.choices !== undefined && chunks.endsIn(event).length > 0),
  terminator: null,
};

function isPiece({ type, delta }: JsonObject): boolean {
  return textOf(type) === 'transcript.text.delta' && typeof delta === 'string';
}

const NAMES = ['type', 'segment_id', 'usage', 'languages', 'id', 'object', 'created', 'model'] as const;
const PIECE = membersOf({ read: ['delta', 'logprobs'], names: NAMES });
const EVENT = membersOf({ read: ['logprobs'], names: NAMES });

/** Log probabilities spell the text again, and segments' tokens too. */
export function silenceTranscript(answer: JsonObject): void {
  const holder = answer as Record<string, unknown>;
  if (holder.logprobs !== undefined) holder.logprobs = [];
  for (const segment of Array.isArray(holder.segments) ? (holder.segments as unknown[]) : []) {
    if (isJsonObject(segment) && segment.tokens !== undefined) (segment as Record<string, unknown>).tokens = [];
  }
}
