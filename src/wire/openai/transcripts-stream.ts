import { isJsonObject, type JsonObject } from '../../kernel/json.ts';
import { deltaAt, slotAt, slotsBeside, slotsWithin, textOf } from '../slot.ts';
import type { StreamSurface } from '../surface.ts';
import { streamOf } from './chat.ts';
import { openAiError } from './errors.ts';

const LANE = 'transcript/text';
/** vLLM's events are those of a chat: `choices` with a `delta`. */
const chunks = streamOf(
  'delta',
  ({ delta }, index) =>
    isJsonObject(delta)
      ? Object.keys(delta).flatMap((key) =>
          key === 'role' ? [] : deltaAt(delta, key, 'transcript', `${index}/${key}`),
        )
      : [],
  (field, text) => ({ delta: { [field]: text } }),
);

/** `transcript.text.delta` and `transcript.text.done`, which repeats the whole text (OpenAI API reference, 'Streaming events'). */
export const transcriptStream: StreamSurface = {
  deltasIn: (event) => {
    if (event.choices !== undefined) return chunks.deltasIn(event);
    return textOf(event.type) === 'transcript.text.delta' ? deltaAt(event, 'delta', 'transcript', LANE) : [];
  },
  wholeIn: (event) => [
    ...(event.choices === undefined ? slotAt(event, 'text', 'transcript') : []),
    ...slotsBeside(event, KNOWN, 'transcript', false),
    ...(isJsonObject(event.error) ? slotsWithin(event, 'error', 'transcript', false) : []),
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

const KNOWN: ReadonlySet<string> = new Set([
  'type',
  'delta',
  'text',
  'segment_id',
  'logprobs',
  'usage',
  'languages',
  'id',
  'object',
  'created',
  'model',
  'choices',
  'error',
]);

/** Log probabilities spell the text again, and segments' tokens too. */
export function silenceTranscript(answer: JsonObject): void {
  const holder = answer as Record<string, unknown>;
  if (holder.logprobs !== undefined) holder.logprobs = [];
  for (const segment of Array.isArray(holder.segments) ? (holder.segments as unknown[]) : []) {
    if (isJsonObject(segment) && segment.tokens !== undefined) (segment as Record<string, unknown>).tokens = [];
  }
}
