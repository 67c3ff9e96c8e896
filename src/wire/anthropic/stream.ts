import { isJsonObject, type JsonObject } from '../../kernel/json.ts';
import { membersOf } from '../members.ts';
import { besides, deltaAt, plainOf, slotsBeside, slotsWithin, textOf } from '../slot.ts';
import type { Slot, StreamSurface } from '../surface.ts';
import { answerTexts, ENVELOPE } from './answer.ts';
import { contentIn } from './blocks.ts';

/** The events of `messages` (Anthropic API reference, 'Streaming messages'). A lane is a block and the field of its deltas. */
export const messageStream: StreamSurface = {
  deltasIn: (event) => {
    const at = blockAt(event);
    const piece = pieceIn(event);
    if (piece === null) return [];
    return [
      ...deltaAt(piece, 'text', 'assistant', `${at}/text`),
      ...besides(deltaAt(piece, 'thinking', 'assistant', `${at}/thinking`)),
      ...deltaAt(piece, 'partial_json', 'tool-call', `${at}/partial_json`),
    ];
  },
  wholeIn: (event) => {
    const { message, content_block: block } = event;
    const piece = pieceIn(event);
    return [
      ...(isJsonObject(message) ? answerTexts(message) : slotsWithin(event, 'message', 'assistant', false)),
      ...(piece === null ? [] : besidePieces(piece)),
      ...(piece === block ? [] : contentIn({ block: [block ?? null] }, 'block', 'assistant').slots),
      ...(piece === event.delta ? [] : slotsWithin(event, 'delta', 'assistant', false)),
      ...slotsBeside(event, EVENT, 'assistant', false),
    ];
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
      ? [{ type: event.type, message: { ...plainOf(event.message, ENVELOPE), content: [] } }]
      : [];
  return [[...begins, newText(at)], at];
}

function newText(index: number): JsonObject {
  return { type: 'content_block_start', index, content_block: { type: 'text', text: '' } };
}

/** What holds a piece of a text: a delta, or a block that begins with some of it. */
function pieceIn({ type, delta, content_block: block }: JsonObject): JsonObject | null {
  if (type === 'content_block_delta') return isJsonObject(delta) ? delta : null;
  return type === 'content_block_start' && isJsonObject(block) && PIECES.has(textOf(block.type)) ? block : null;
}

const PIECES: ReadonlySet<string> = new Set(['text', 'thinking']);

/** What it says beside the texts that are guarded piece by piece: what it cites. */
function besidePieces(piece: JsonObject): readonly Slot[] {
  const odd = ['text', 'thinking', 'partial_json'].filter((key) => typeof piece[key] !== 'string');
  return [
    ...odd.flatMap((key) => slotsWithin(piece, key, 'assistant', false)),
    ...slotsBeside(piece, PIECE, 'assistant', false),
  ];
}

const PIECE = membersOf({
  read: ['text', 'thinking', 'partial_json'],
  names: ['type', 'cache_control'],
  opaque: ['signature'],
});
const EVENT = membersOf({ read: ['message', 'content_block', 'delta'], names: ['type', 'index', 'usage'] });

function blockAt({ index }: JsonObject): string {
  return String(typeof index === 'number' ? index : 0);
}
