import { append } from '../../kernel/append.ts';
import { isJsonObject, type JsonObject, member } from '../../kernel/json.ts';
import { type Members, membersOf } from '../members.ts';
import { besides, partsOf, slotAt, slotsBeside, slotsWithin, textOf } from '../slot.ts';
import type { Reading, Slot, Speaker } from '../surface.ts';

/** A text, or a list of blocks, as the calls and the answers of `messages` have them. A block that nobody knows is read whole. */
export function contentIn(holder: JsonObject, key: string, speaker: Speaker): Reading {
  const content = holder[key];
  if (typeof content === 'string') return { slots: slotAt(holder, key, speaker), media: [] };
  if (!Array.isArray(content)) return { slots: slotsWithin(holder, key, speaker, true), media: [] };
  const slots: Slot[] = [];
  const media: string[] = [];
  for (const [at, block] of content.entries()) {
    const reading = isJsonObject(block) ? blockIn(block, speaker, content) : null;
    append(slots, reading?.slots ?? slotsWithin(content, at, speaker, true));
    append(media, reading?.media ?? []);
  }
  return { slots, media };
}

/** The texts of one block; null for one that nobody knows. */
function blockIn(block: JsonObject, speaker: Speaker, within: readonly unknown[]): Reading | null {
  switch (textOf(block.type)) {
    case 'text':
      return texts(
        within.length > 1
          ? partsOf(within, slotsWithin(block, 'text', speaker, false))
          : slotsWithin(block, 'text', speaker, false),
        beside(block, speaker, TEXT),
      );
    case 'thinking':
      // The model's server proves by a signature that its own thought comes back as it was.
      return texts(
        besides(slotsWithin(block, 'thinking', 'assistant', block.signature !== undefined)),
        beside(block, speaker, THINKING),
      );
    case 'redacted_thinking':
      return texts(beside(block, speaker, HIDDEN));
    case 'tool_use':
    case 'server_tool_use':
    case 'mcp_tool_use':
      return texts(
        slotsWithin(block, 'name', 'tool-call', true),
        slotsWithin(block, 'input', 'tool-call', false),
        beside(block, speaker, TOOL_USE),
      );
    case 'tool_result':
    case 'mcp_tool_result':
    case 'search_result':
      return joined(contentIn(block, 'content', 'tool'), beside(block, 'tool', RESULT));
    case 'document':
      return documentIn(block);
    case 'image':
    case 'container_upload':
      return { slots: [...beside(block, speaker, IMAGE), ...sourceIn(block, speaker)], media: [textOf(block.type)] };
    default:
      return null;
  }
}

/** Its text, or the parts of it; a file or an address is no text. */
function documentIn(block: JsonObject): Reading {
  const rest = beside(block, 'tool', IMAGE);
  const { source } = block;
  const type = member(source, 'type');
  if (isJsonObject(source) && type === 'content')
    return joined(contentIn(source, 'content', 'tool'), [...slotsBeside(source, CONTENT, 'tool'), ...rest]);
  if (isJsonObject(source) && type === 'text')
    return texts(slotsWithin(source, 'data', 'tool', false), slotsBeside(source, DATA, 'tool'), rest);
  return { slots: [...rest, ...sourceIn(block, 'tool')], media: ['document'] };
}

/** What stands beside the bytes of a picture or a file: where it lies. */
function sourceIn(block: JsonObject, speaker: Speaker): readonly Slot[] {
  const { source } = block;
  return isJsonObject(source) ? slotsBeside(source, BYTES, speaker) : slotsWithin(block, 'source', speaker, true);
}

/** Members of a block that are no text. */
const NAMES = [
  'type',
  'id',
  'cache_control',
  'tool_use_id',
  'is_error',
  'citations',
  'caller',
  'server_name',
  'file_id',
];
const membersWith = (...read: readonly string[]): Members =>
  membersOf({ names: NAMES, opaque: ['signature', 'encrypted_content', 'encrypted_index'], read });
export const TEXT = membersWith('text');
export const THINKING = membersWith('thinking');
const HIDDEN = membersOf({ names: NAMES, opaque: ['data'] });
const TOOL_USE = membersWith('name', 'input');
const RESULT = membersWith('content');
const IMAGE = membersWith('source');
const CONTENT = membersOf({ names: ['type'], read: ['content'] });
const DATA = membersOf({ names: ['type', 'media_type'], read: ['data'] });
const BYTES = membersOf({ names: ['type', 'media_type', 'file_id'], opaque: ['data'] });

function texts(...slots: readonly (readonly Slot[])[]): Reading {
  return { slots: slots.flat(), media: [] };
}

function joined({ slots, media }: Reading, more: readonly Slot[]): Reading {
  return { slots: [...slots, ...more], media };
}

function beside(block: JsonObject, speaker: Speaker, known: Members): readonly Slot[] {
  return slotsBeside(block, known, speaker, false);
}
