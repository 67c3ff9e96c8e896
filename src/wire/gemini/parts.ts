import { isJsonObject, type JsonObject } from '../../kernel/json.ts';
import { membersOf } from '../members.ts';
import { partsOf as asParts, besides, type Entries, entriesAt, slotAt, slotsBeside, slotsWithin } from '../slot.ts';
import type { Reading, Slot, Speaker } from '../surface.ts';

const MEDIA = ['inlineData', 'inline_data', 'fileData', 'file_data'] as const;
/** Members of a part that are no text, or are read below. */
const KNOWN = membersOf({
  read: [...MEDIA, 'text', 'functionCall', 'functionResponse', 'executableCode', 'codeExecutionResult'],
  names: ['thought', 'videoMetadata', 'mediaResolution'],
  opaque: ['thoughtSignature'],
});
const CONTENT = membersOf({ read: ['parts'], names: ['role'] });
const CALL = membersOf({ read: ['args'], names: ['id'] });
const RESULT = membersOf({ read: ['response', 'parts'], names: ['id', 'scheduling', 'willContinue'] });
/** Google's JSON has two ways to write each name. */
const BYTES = membersOf({ names: ['mimeType', 'mime_type'], opaque: ['data'] });

/** The texts of a content's parts (Gemini API, 'Part'). What nobody knows is read whole. */
export function partsIn(content: JsonObject, speaker: Speaker): Reading {
  const { objects, strays } = partsOf(content, speaker);
  return {
    slots: [
      ...objects.flatMap((part) => partTexts(part, speaker, objects.length > 1 ? objects : null)),
      ...strays,
      ...slotsBeside(content, CONTENT, speaker),
    ],
    media: objects.flatMap(mediaIn),
  };
}

/** Where a list has one entry, Google's JSON may have that alone. */
export function partsOf(holder: JsonObject, speaker: Speaker): Entries {
  return isJsonObject(holder.parts) ? { objects: [holder.parts], strays: [] } : entriesAt(holder, 'parts', speaker);
}

function mediaIn(part: JsonObject): readonly string[] {
  const { functionResponse: result } = part;
  const within = isJsonObject(result) ? partsOf(result, 'tool').objects.flatMap(mediaIn) : [];
  return [...MEDIA.filter((key) => part[key] !== undefined), ...within];
}

/** All texts of a part. */
function partTexts(part: JsonObject, speaker: Speaker, within: object | null): readonly Slot[] {
  const text = slotAt(part, 'text', speaker);
  const said = within === null ? text : asParts(within, text);
  return [...(part.thought === true ? besides(text) : said), ...wholeTexts(part, speaker)];
}

/** Texts of a part that come whole on a stream, too: calls, code, results, and what nobody knows. */
export function wholeTexts(part: JsonObject, speaker: Speaker): readonly Slot[] {
  return [
    ...(typeof part.text === 'string' ? [] : slotsWithin(part, 'text', speaker, true)),
    ...callIn(part),
    ...resultIn(part),
    ...slotsWithin(part, 'executableCode', speaker, false),
    ...slotsWithin(part, 'codeExecutionResult', 'tool', false),
    ...MEDIA.flatMap((key) => {
      const media = part[key];
      return isJsonObject(media) ? slotsBeside(media, BYTES, speaker) : slotsWithin(part, key, speaker, true);
    }),
    ...slotsBeside(part, KNOWN, speaker, false),
  ];
}

function callIn(part: JsonObject): readonly Slot[] {
  const { functionCall: call } = part;
  if (!isJsonObject(call)) return slotsWithin(part, 'functionCall', 'tool-call', true);
  return [...slotsWithin(call, 'args', 'tool-call', false), ...slotsBeside(call, CALL, 'tool-call')];
}

function resultIn(part: JsonObject): readonly Slot[] {
  const { functionResponse: result } = part;
  if (!isJsonObject(result)) return slotsWithin(part, 'functionResponse', 'tool', true);
  const { objects, strays } = partsOf(result, 'tool');
  return [
    ...slotsWithin(result, 'response', 'tool', false),
    ...objects.flatMap((one) => partTexts(one, 'tool', objects.length > 1 ? objects : null)),
    ...strays,
    ...slotsBeside(result, RESULT, 'tool'),
  ];
}
