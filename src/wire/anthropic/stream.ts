import { isJsonObject, type JsonObject } from '../../kernel/json.ts';
import { besides, deltaAt, slotAt, slotsWithin, textOf } from '../slot.ts';
import type { Slot, StreamSurface } from '../surface.ts';
import { contentIn } from './blocks.ts';

/** The events of `messages` (Anthropic API reference, 'Streaming messages'). A lane is a block and the field of its deltas. */
export const messageStream: StreamSurface = {
  deltasIn: (event) => {
    const { delta } = event;
    if (event.type !== 'content_block_delta' || !isJsonObject(delta)) return [];
    const at = blockAt(event);
    return [
      ...deltaAt(delta, 'text', 'assistant', `${at}/text`),
      ...besides(deltaAt(delta, 'thinking', 'assistant', `${at}/thinking`)),
      ...deltaAt(delta, 'partial_json', 'tool-call', `${at}/partial_json`),
    ];
  },
  wholeIn: (event) => {
    switch (textOf(event.type)) {
      case 'message_start':
        return isJsonObject(event.message) ? contentIn(event.message, 'content', 'assistant').slots : [];
      case 'content_block_start':
        return contentIn({ block: [event.content_block ?? null] }, 'block', 'assistant').slots;
      case 'content_block_delta':
        return isJsonObject(event.delta) ? besideText(event.delta) : [];
      case 'error':
        return slotsWithin(event, 'error', 'assistant', false);
      default:
        return [];
    }
  },
  endsIn: (event) => (event.type === 'content_block_stop' ? [`${blockAt(event)}/`] : []),
  saying: (_event, lane, text) => {
    const [at = '0', field = 'text'] = lane.split('/');
    const type = field === 'partial_json' ? 'input_json_delta' : `${field}_delta`;
    return { type: 'content_block_delta', index: Number(at), delta: { type, [field]: text } };
  },
  stop: (event, lane, text) => {
    if (lane === null && event.type === 'error')
      return [{ type: 'error', error: { type: 'api_error', message: text } }];
    const at = lane === null ? Number(blockAt(event)) : Number(lane.split('/')[0]);
    // Within a text the message goes on in it; what is open and no text is closed, and a text of its own is opened.
    const [before, open] = lane === null ? unopened(event, at) : opened(lane, at);
    return [
      ...before,
      { type: 'content_block_delta', index: open, delta: { type: 'text_delta', text } },
      { type: 'content_block_stop', index: open },
      { type: 'message_delta', delta: { stop_reason: 'refusal', stop_sequence: null }, usage: { output_tokens: 0 } },
      { type: 'message_stop' },
    ];
  },
  nameOf: ({ type }) => (typeof type === 'string' && /^\w+$/.test(type) ? type : null),
  completes: ({ type }) => type === 'message_stop',
  terminator: null,
};

type Opening = readonly [readonly JsonObject[], number];

function opened(lane: string, at: number): Opening {
  if (lane.endsWith('/text')) return [[], at];
  return [[{ type: 'content_block_stop', index: at }, newText(at + 1)], at + 1];
}

/** At an event that does not go out: a message that begins does so without its texts. */
function unopened(event: JsonObject, at: number): Opening {
  if (event.type === 'content_block_delta') return opened('', at);
  const begins =
    event.type === 'message_start' && isJsonObject(event.message)
      ? [{ ...event, message: { ...event.message, content: [] } }]
      : [];
  return [[...begins, newText(at)], at];
}

function newText(index: number): JsonObject {
  return { type: 'content_block_start', index, content_block: { type: 'text', text: '' } };
}

/** What a delta says beside the texts that are guarded piece by piece: what it cites. */
function besideText(delta: JsonObject): readonly Slot[] {
  return Object.keys(delta).flatMap((key) =>
    ['type', 'text', 'thinking', 'partial_json', 'signature'].includes(key)
      ? []
      : [
          ...slotAt(delta, key, 'assistant'),
          ...(typeof delta[key] === 'object' ? slotsWithin(delta, key, 'assistant', false) : []),
        ],
  );
}

function blockAt({ index }: JsonObject): string {
  return String(typeof index === 'number' ? index : 0);
}
