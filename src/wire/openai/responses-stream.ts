import { isJsonObject, type JsonObject } from '../../kernel/json.ts';
import { membersOf } from '../members.ts';
import { deltaAt, plainOf, slotsBeside, slotsWithin, textOf } from '../slot.ts';
import type { Slot, StreamSurface } from '../surface.ts';
import { contentIn } from './parts.ts';
import { cutResponse, responseTexts, spelledWithin } from './responses-answer.ts';
import { itemIn } from './responses-items.ts';

/** Texts in pieces that are calls of tools, by the middle of their events' names; all others are what a model says. */
const CALLS: ReadonlySet<string> = new Set([
  'function_call_arguments',
  'custom_tool_call_input',
  'mcp_call_arguments',
  'code_interpreter_call_code',
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
    const { item_id: item = '', sequence_number: sequence = 0 } = plainOf(event, EVENT);
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
    {
      type: 'response.incomplete',
      sequence_number: plainOf(event, EVENT).sequence_number ?? 0,
      response: cutResponse(event, message),
    },
  ],
  nameOf: ({ type }) => (typeof type === 'string' && /^[\w.]+$/.test(type) ? type : null),
  completes: ({ type }) => /^response\.(?:completed|incomplete|failed)$/.test(textOf(type)),
  terminator: null,
};

function pieceOf(event: JsonObject, end: 'delta' | 'done') {
  const [, kind, ends] = PIECE.exec(textOf(event.type)) ?? [];
  if (kind === undefined || ends !== end || (end === 'delta' && typeof event.delta !== 'string')) return null;
  return { kind, speaker: CALLS.has(kind) ? ('tool-call' as const) : ('assistant' as const) };
}

const PIECE = /^response\.([\w.]{1,60})\.(delta|done)$/;
const HOLDERS = ['item', 'part', 'response'] as const;

function laneOf(event: JsonObject, kind: string): string {
  const part = event.content_index ?? event.summary_index;
  const number = (value: unknown): number => (typeof value === 'number' ? value : 0);
  return `${number(event.output_index)}/${kind}/${number(part)}/`;
}

/** Whole texts of an event: repeats of what came in pieces, items and parts, and what nobody knows. */
function wholeIn(event: JsonObject): readonly Slot[] {
  const { item, part, response } = event;
  const isPiece = pieceOf(event, 'delta') !== null;
  const speaker = pieceOf(event, isPiece ? 'delta' : 'done')?.speaker ?? 'assistant';
  return [
    ...(isJsonObject(item) ? itemIn(item, 'assistant').slots : slotsWithin(event, 'item', 'assistant', false)),
    ...(isJsonObject(part)
      ? contentIn({ part: [part] }, 'part', 'assistant').slots
      : slotsWithin(event, 'part', 'assistant', false)),
    ...(isJsonObject(response) ? responseTexts(response) : slotsWithin(event, 'response', 'assistant', false)),
    ...spelledWithin(event),
    ...slotsBeside(event, isPiece ? DELTA : EVENT, speaker, false),
  ];
}

const NAMES = [
  'type',
  'item_id',
  'output_index',
  'content_index',
  'summary_index',
  'annotation_index',
  'partial_image_index',
  'sequence_number',
  'obfuscation',
];
const EVENT = membersOf({ read: [...HOLDERS, 'logprobs'], names: NAMES, opaque: ['partial_image_b64'] });
const DELTA = membersOf({ read: [...HOLDERS, 'logprobs', 'delta'], names: NAMES });
