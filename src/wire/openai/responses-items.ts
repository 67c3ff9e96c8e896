import { isJsonObject, type Json, type JsonObject } from '../../kernel/json.ts';
import { type Members, membersOf } from '../members.ts';
import { slotAt, slotsBeside, slotsWithin, textOf } from '../slot.ts';
import type { Reading, Slot, Speaker } from '../surface.ts';
import { contentIn, objectsIn } from './parts.ts';

/** Members of an item that are no text. */
const NAMES = [
  'type',
  'id',
  'role',
  'status',
  'call_id',
  'namespace',
  'phase',
  'agent',
  'server_label',
  'approval_request_id',
];

const SPEAKERS: ReadonlyMap<string, Speaker> = new Map([
  ['system', 'operator'],
  ['developer', 'operator'],
  ['assistant', 'assistant'],
]);

/** The texts of a conversation's items, as `responses` takes and gives them. An item that nobody knows is read whole. */
export function itemsIn(holder: JsonObject, key: string, speaker: Speaker): Reading {
  const items = holder[key];
  if (typeof items === 'string') return { slots: slotAt(holder, key, speaker), media: [] };
  if (!Array.isArray(items)) return { slots: slotsWithin(holder, key, speaker, true), media: [] };
  const readings = items.map((item, at) =>
    isJsonObject(item) ? itemIn(item, speaker) : { slots: slotsWithin(items, at, speaker, true), media: [] },
  );
  return { slots: readings.flatMap(({ slots }) => slots), media: readings.flatMap(({ media }) => media) };
}

export function itemIn(item: JsonObject, speaker: Speaker): Reading {
  switch (textOf(item.type) || 'message') {
    case 'message': {
      const said = SPEAKERS.get(textOf(item.role)) ?? speaker;
      return joined(contentIn(item, 'content', said), beside(item, said, MESSAGE));
    }
    case 'function_call':
    case 'custom_tool_call':
    case 'mcp_call':
      return joined(NOTHING, [
        ...slotsWithin(item, 'name', 'tool-call', true),
        ...slotsWithin(item, 'arguments', 'tool-call', false),
        ...slotsWithin(item, 'input', 'tool-call', false),
        ...slotsWithin(item, 'output', 'tool', false),
        ...beside(item, speaker, CALL),
      ]);
    case 'function_call_output':
    case 'custom_tool_call_output':
      return joined(contentIn(item, 'output', 'tool'), beside(item, 'tool', OUTPUT));
    case 'reasoning':
      return joined(NOTHING, [
        ...contentIn(item, 'summary', 'assistant').slots,
        ...contentIn(item, 'content', 'assistant').slots,
        ...beside(item, 'assistant', REASONING),
      ]);
    case 'image_generation_call':
      return { slots: beside(item, speaker, PICTURE), media: ['image'] };
    default:
      return joined(NOTHING, beside(item, speaker, OTHER));
  }
}

const membersWith = (...read: readonly string[]): Members =>
  membersOf({ read, names: NAMES, opaque: ['encrypted_content'] });
const MESSAGE = membersWith('content');
const CALL = membersWith('name', 'arguments', 'input', 'output');
const OUTPUT = membersWith('output');
const REASONING = membersWith('summary', 'content');
const PICTURE = membersOf({ names: NAMES, opaque: ['result'] });
const OTHER = membersWith();

/** Texts that lie with the server and are named alone: nobody here can read them, or say whose they are. */
export function namesUnread(items: Json | undefined): boolean {
  return objectsIn(items).some(({ type, role, id }) =>
    textOf(type) === '' ? textOf(role) === '' && id !== undefined : type === 'item_reference',
  );
}

const NOTHING: Reading = { slots: [], media: [] };

function joined({ slots, media }: Reading, more: readonly Slot[]): Reading {
  return { slots: [...slots, ...more], media };
}

function beside(item: JsonObject, speaker: Speaker, known: Members): readonly Slot[] {
  return slotsBeside(item, known, speaker, false);
}
