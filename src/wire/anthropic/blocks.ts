import { append } from '../../kernel/append.ts';
import { isJsonObject, type JsonObject, member } from '../../kernel/json.ts';
import { besides, slotAt, slotsBeside, slotsWithin, textOf } from '../slot.ts';
import type { Reading, Slot, Speaker } from '../surface.ts';

/** A text, or a list of blocks, as the calls and the answers of `messages` have them. A block that nobody knows is read whole. */
export function contentIn(holder: JsonObject, key: string, speaker: Speaker): Reading {
  const content = holder[key];
  if (typeof content === 'string') return { slots: slotAt(holder, key, speaker), media: [] };
  if (!Array.isArray(content)) return { slots: slotsWithin(holder, key, speaker, true), media: [] };
  const slots: Slot[] = [];
  const media: string[] = [];
  for (const [at, block] of content.entries()) {
    const reading = isJsonObject(block) ? blockIn(block, speaker) : null;
    append(slots, reading?.slots ?? slotsWithin(content, at, speaker, true));
    append(media, reading?.media ?? []);
  }
  return { slots, media };
}

/** Members of a block that are no text. */
const PLAIN = ['type', 'id', 'cache_control', 'tool_use_id', 'is_error', 'signature', 'encrypted_content'] as const;

/** The texts of one block; null for one that nobody knows. */
function blockIn(block: JsonObject, speaker: Speaker): Reading | null {
  switch (textOf(block.type)) {
    case 'text':
      return texts(slotAt(block, 'text', speaker), beside(block, speaker, 'text'));
    case 'thinking':
      // The model's server proves by a signature that its own thought comes back as it was.
      return texts(
        besides(slotAt(block, 'thinking', 'assistant', block.signature !== undefined)),
        beside(block, speaker, 'thinking'),
      );
    case 'redacted_thinking':
      return texts();
    case 'tool_use':
    case 'server_tool_use':
    case 'mcp_tool_use':
      return texts(
        slotAt(block, 'name', 'tool-call', true),
        slotsWithin(block, 'input', 'tool-call', false),
        beside(block, speaker, 'name', 'input', 'server_name', 'caller'),
      );
    case 'tool_result':
    case 'mcp_tool_result':
      return joined(contentIn(block, 'content', 'tool'), beside(block, 'tool', 'content'));
    case 'search_result':
      return joined(contentIn(block, 'content', 'tool'), beside(block, 'tool', 'content'));
    case 'document':
      return documentIn(block);
    case 'image':
    case 'container_upload':
      return { slots: beside(block, speaker, 'source', 'file_id'), media: [textOf(block.type)] };
    default:
      return null;
  }
}

/** Its text, or the parts of it; a file or an address is no text. */
function documentIn(block: JsonObject): Reading {
  const rest = beside(block, 'tool', 'source', 'citations');
  const { source } = block;
  if (!isJsonObject(source)) return { slots: rest, media: ['document'] };
  const type = member(source, 'type');
  if (type === 'text') return texts(slotAt(source, 'data', 'tool'), rest);
  if (type === 'content') return joined(contentIn(source, 'content', 'tool'), rest);
  return { slots: rest, media: ['document'] };
}

function texts(...slots: readonly (readonly Slot[])[]): Reading {
  return { slots: slots.flat(), media: [] };
}

function joined({ slots, media }: Reading, more: readonly Slot[]): Reading {
  return { slots: [...slots, ...more], media };
}

function beside(block: JsonObject, speaker: Speaker, ...known: readonly string[]): readonly Slot[] {
  return slotsBeside(block, new Set([...PLAIN, ...known]), speaker, false);
}
