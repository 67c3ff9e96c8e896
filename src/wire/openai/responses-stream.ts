import { isJsonObject, type JsonObject } from '../../kernel/json.ts';
import { deltaAt, slotAt, slotsWithin, textOf } from '../slot.ts';
import type { Slot, Speaker, StreamSurface } from '../surface.ts';
import { contentIn } from './parts.ts';
import { itemIn, itemsIn } from './responses-items.ts';

/** Texts that come in pieces, by the middle of their events' names, and where they come again whole. */
const PIECES: ReadonlyMap<string, { readonly speaker: Speaker; readonly whole: string }> = new Map([
  ['output_text', { speaker: 'assistant', whole: 'text' }],
  ['refusal', { speaker: 'assistant', whole: 'refusal' }],
  ['reasoning_text', { speaker: 'assistant', whole: 'text' }],
  ['reasoning_summary_text', { speaker: 'assistant', whole: 'text' }],
  ['function_call_arguments', { speaker: 'tool-call', whole: 'arguments' }],
  ['custom_tool_call_input', { speaker: 'tool-call', whole: 'input' }],
  ['mcp_call_arguments', { speaker: 'tool-call', whole: 'arguments' }],
  ['code_interpreter_call_code', { speaker: 'tool-call', whole: 'code' }],
]);

/** The events of `responses` (OpenAI API reference, 'Streaming events'). Every text comes again whole when it is done. */
export const responseStream: StreamSurface = {
  deltasIn: (event) => {
    const piece = pieceOf(event, 'delta');
    return piece === null ? [] : deltaAt(event, 'delta', piece.speaker, laneOf(event, piece.kind));
  },
  wholeIn,
  endsIn: (event) => {
    const piece = pieceOf(event, 'done');
    return piece === null ? [] : [laneOf(event, piece.kind)];
  },
  saying: (event, lane, delta) => {
    const [output = '0', kind = 'output_text', part = '0'] = lane.split('/');
    const place = kind === 'reasoning_summary_text' ? 'summary_index' : 'content_index';
    const { item_id: item = '', sequence_number: sequence = 0 } = event;
    return {
      type: `response.${kind}.delta`,
      item_id: item,
      output_index: Number(output),
      [place]: Number(part),
      delta,
      sequence_number: sequence,
    };
  },
  stop: (event, lane, message) => [
    ...(lane?.includes('/output_text/') === true ? [responseStream.saying(event, lane, message)] : []),
    { type: 'response.incomplete', sequence_number: event.sequence_number ?? 0, response: cutResponse(event, message) },
  ],
  nameOf: ({ type }) => (typeof type === 'string' && /^[\w.]+$/.test(type) ? type : null),
  completes: ({ type }) => /^response\.(?:completed|incomplete|failed)$/.test(textOf(type)),
  terminator: null,
};

/** An answer that policy ended: what was said of it is this message alone. */
export function cutResponse(answer: JsonObject, text: string): JsonObject {
  const response = isJsonObject(answer.response) ? answer.response : answer.object === 'response' ? answer : {};
  return {
    id: 'resp_cut',
    object: 'response',
    created_at: 0,
    model: '',
    error: null,
    tools: [],
    ...response,
    status: 'incomplete',
    incomplete_details: { reason: 'content_filter' },
    output: [
      {
        type: 'message',
        id: 'msg_cut',
        role: 'assistant',
        status: 'incomplete',
        content: [{ type: 'output_text', text, annotations: [] }],
      },
    ],
  };
}

function pieceOf({ type }: JsonObject, end: 'delta' | 'done') {
  const [, kind = ''] = new RegExp(`^response\\.(\\w+)\\.${end}$`).exec(textOf(type)) ?? [];
  const piece = PIECES.get(kind);
  return piece === undefined ? null : { kind, ...piece };
}

function laneOf(event: JsonObject, kind: string): string {
  const part = event.content_index ?? event.summary_index;
  const number = (value: unknown): number => (typeof value === 'number' ? value : 0);
  return `${number(event.output_index)}/${kind}/${number(part)}/`;
}

/** Whole texts of an event: repeats of what came in pieces, items and parts, and what nobody knows. */
function wholeIn(event: JsonObject): readonly Slot[] {
  const done = pieceOf(event, 'done');
  if (done !== null) return slotAt(event, done.whole, done.speaker);
  if (pieceOf(event, 'delta') !== null) return [];
  const { item, part, response } = event;
  return [
    ...(isJsonObject(item) ? itemIn(item, 'assistant').slots : []),
    ...(isJsonObject(part) ? contentIn({ part: [part] }, 'part', 'assistant').slots : []),
    ...(isJsonObject(response)
      ? [...itemsIn(response, 'output', 'assistant').slots, ...slotsWithin(response, 'error', 'assistant', false)]
      : []),
    ...slotsWithin(event, 'error', 'assistant', false),
    ...slotsWithin(event, 'message', 'assistant', false),
    ...slotsWithin(event, 'annotation', 'assistant', false),
    ...slotsWithin(event, 'delta', 'assistant', false),
  ];
}
