import { isJsonObject, type JsonObject } from '../../kernel/json.ts';
import { objectsIn } from '../openai/parts.ts';
import { besides, deltaAt, slotsBeside, slotsWithin } from '../slot.ts';
import type { StreamSurface } from '../surface.ts';
import { wholeTexts } from './parts.ts';

/** A stream of partial answers. A lane is a candidate, and whether it thinks or speaks. */
export const contentStream: StreamSurface = {
  deltasIn: (event) =>
    objectsIn(event.candidates).flatMap((candidate) =>
      partsOf(candidate).flatMap((part) =>
        part.thought === true
          ? besides(deltaAt(part, 'text', 'assistant', `${indexOf(candidate)}/thought`))
          : deltaAt(part, 'text', 'assistant', `${indexOf(candidate)}/text`),
      ),
    ),
  wholeIn: (event) => [
    ...slotsWithin(event, 'error', 'assistant', false),
    ...objectsIn(event.candidates).flatMap((candidate) => [
      ...partsOf(candidate).flatMap((part) => wholeTexts(part, 'assistant')),
      ...slotsBeside(candidate, PLAIN, 'assistant', false),
    ]),
  ],
  endsIn: (event) =>
    objectsIn(event.candidates).flatMap((candidate) =>
      typeof candidate.finishReason === 'string' ? [`${indexOf(candidate)}/`] : [],
    ),
  saying: (event, lane, text) => {
    const [at = '0', field] = lane.split('/');
    return says(event, Number(at), { text, ...(field === 'thought' ? { thought: true } : {}) });
  },
  stop: (event, lane, text) => {
    const at = Number(lane?.split('/')[0] ?? 0);
    const [said] = objectsIn(says(event, at, { text }).candidates);
    return [{ ...shellOf(event), candidates: [{ ...said, finishReason: 'SAFETY' }] }];
  },
  nameOf: () => null,
  completes: (event) =>
    isJsonObject(event.promptFeedback) ||
    objectsIn(event.candidates).some(({ finishReason }) => typeof finishReason === 'string'),
  terminator: null,
};

const PLAIN: ReadonlySet<string> = new Set([
  'index',
  'content',
  'finishReason',
  'safetyRatings',
  'tokenCount',
  'avgLogprobs',
  'logprobsResult',
]);

function says(event: JsonObject, index: number, part: JsonObject): JsonObject {
  return { ...shellOf(event), candidates: [{ index, content: { role: 'model', parts: [part] } }] };
}

function shellOf({ candidates: _candidates, usageMetadata: _usage, error: _error, ...shell }: JsonObject): JsonObject {
  return shell;
}

function partsOf({ content }: JsonObject): readonly JsonObject[] {
  return isJsonObject(content) ? objectsIn(content.parts) : [];
}

function indexOf({ index }: JsonObject): string {
  return String(typeof index === 'number' ? index : 0);
}
