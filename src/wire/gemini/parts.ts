import { isJsonObject, type JsonObject } from '../../kernel/json.ts';
import { objectsIn } from '../openai/parts.ts';
import { besides, slotAt, slotsBeside, slotsWithin } from '../slot.ts';
import type { Reading, Slot, Speaker } from '../surface.ts';

/** Members of a part that are no text. */
const PLAIN = ['thought', 'thoughtSignature', 'videoMetadata', 'partMetadata', 'mediaResolution'] as const;
const MEDIA = ['inlineData', 'fileData'] as const;
const KNOWN: ReadonlySet<string> = new Set([
  ...PLAIN,
  ...MEDIA,
  'text',
  'functionCall',
  'functionResponse',
  'executableCode',
  'codeExecutionResult',
]);

/** The texts of a content's parts (Gemini API, 'Part'). What nobody knows is read whole. */
export function partsIn(content: JsonObject, speaker: Speaker): Reading {
  const parts = objectsIn(content.parts);
  return {
    slots: [
      ...parts.flatMap((part) => partTexts(part, speaker)),
      ...slotsBeside(content, new Set(['role', 'parts']), speaker),
    ],
    media: parts.flatMap((part) => MEDIA.filter((key) => part[key] !== undefined)),
  };
}

/** All texts of a part. */
function partTexts(part: JsonObject, speaker: Speaker): readonly Slot[] {
  const text = slotAt(part, 'text', speaker);
  return [...(part.thought === true ? besides(text) : text), ...wholeTexts(part, speaker)];
}

/** Texts of a part that come whole on a stream, too: calls, code, results, and what nobody knows. */
export function wholeTexts(part: JsonObject, speaker: Speaker): readonly Slot[] {
  const { functionCall: call, functionResponse: result } = part;
  return [
    ...(isJsonObject(call)
      ? [...slotAt(call, 'name', 'tool-call', true), ...slotsWithin(call, 'args', 'tool-call', false)]
      : []),
    ...(isJsonObject(result) ? slotsWithin(result, 'response', 'tool', false) : []),
    ...slotsWithin(part, 'executableCode', speaker, false),
    ...slotsWithin(part, 'codeExecutionResult', 'tool', false),
    ...slotsBeside(part, KNOWN, speaker, false),
  ];
}
