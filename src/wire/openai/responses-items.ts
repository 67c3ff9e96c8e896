import { isJsonObject, type Json, type JsonObject } from '../../kernel/json.ts';
import { slotAt, slotsBeside, slotsWithin, textOf } from '../slot.ts';
import type { Reading, Slot, Speaker } from '../surface.ts';
import { contentIn, objectsIn } from './parts.ts';

/** Members of an item that are no text. */
const PLAIN = ['type', 'id', 'role', 'status', 'call_id', 'encrypted_content', 'namespace', 'phase', 'agent'] as const;

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
      return joined(contentIn(item, 'content', said), beside(item, said, 'content'));
    }
    case 'function_call':
    case 'custom_tool_call':
    case 'mcp_call':
      return joined(NOTHING, [
        ...slotAt(item, 'name', 'tool-call', true),
        ...slotAt(item, 'arguments', 'tool-call'),
        ...slotAt(item, 'input', 'tool-call'),
        ...slotsWithin(item, 'output', 'tool', false),
        ...beside(item, speaker, 'name', 'arguments', 'input', 'output', 'server_label'),
      ]);
    case 'function_call_output':
    case 'custom_tool_call_output':
      return joined(contentIn(item, 'output', 'tool'), beside(item, 'tool', 'output'));
    case 'reasoning':
      return joined(NOTHING, [
        ...objectsIn(item.summary).flatMap((part) => slotAt(part, 'text', 'assistant')),
        ...objectsIn(item.content).flatMap((part) => slotAt(part, 'text', 'assistant')),
        ...beside(item, 'assistant', 'summary', 'content'),
      ]);
    case 'image_generation_call':
      return { slots: beside(item, speaker, 'result'), media: ['image'] };
    default:
      return joined(NOTHING, beside(item, speaker));
  }
}

/** Texts that lie with the server and are named alone: nobody here can read them, or say whose they are. */
export function namesUnread(items: Json | undefined): boolean {
  return objectsIn(items).some(({ type }) => type === 'item_reference');
}

const NOTHING: Reading = { slots: [], media: [] };

function joined({ slots, media }: Reading, more: readonly Slot[]): Reading {
  return { slots: [...slots, ...more], media };
}

function beside(item: JsonObject, speaker: Speaker, ...known: readonly string[]): readonly Slot[] {
  return slotsBeside(item, new Set([...PLAIN, ...known]), speaker, false);
}
