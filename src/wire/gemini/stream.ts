import { isJsonObject, type JsonObject } from '../../kernel/json.ts';
import { membersOf } from '../members.ts';
import { objectsIn } from '../openai/parts.ts';
import { besides, deltaAt, entriesAt, plainOf, slotsBeside, slotsWithin } from '../slot.ts';
import type { Slot, StreamSurface } from '../surface.ts';
import { ANSWER, besideCandidates, besideContent } from './answer.ts';
import { partsOf, wholeTexts } from './parts.ts';

/** A stream of partial answers. A lane is a candidate, and whether it thinks or speaks. */
export const contentStream: StreamSurface = {
  deltasIn: (event) =>
    objectsIn(event.candidates).flatMap((candidate) =>
      saidBy(candidate).flatMap((part) =>
        part.thought === true
          ? besides(deltaAt(part, 'text', 'assistant', `${indexOf(candidate)}/thought`))
          : deltaAt(part, 'text', 'assistant', `${indexOf(candidate)}/text`),
      ),
    ),
  wholeIn: (event) => {
    const { objects, strays } = entriesAt(event, 'candidates', 'assistant');
    return [...objects.flatMap(wholeOf), ...strays, ...besideCandidates(event)];
  },
  endsIn: (event) =>
    objectsIn(event.candidates).flatMap((candidate) => (isOver(candidate) ? [`${indexOf(candidate)}/`] : [])),
  // Older models of Gemini end each event of a stream with `STOP`.
  endsInEach: true,
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
  completes: (event) => isJsonObject(event.promptFeedback) || objectsIn(event.candidates).some(isOver),
  terminator: null,
};

/** Google's JSON may write a value that says nothing as well. */
function isOver({ finishReason }: JsonObject): boolean {
  return typeof finishReason === 'string' && finishReason !== '' && finishReason !== 'FINISH_REASON_UNSPECIFIED';
}

/** What of a candidate comes whole. */
function wholeOf(candidate: JsonObject): readonly Slot[] {
  const { content } = candidate;
  if (!isJsonObject(content))
    return [...slotsWithin(candidate, 'content', 'assistant', false), ...besideContent(candidate)];
  const { objects, strays } = partsOf(content, 'assistant');
  return [
    ...objects.flatMap((part) => wholeTexts(part, 'assistant')),
    ...strays,
    ...slotsBeside(content, CONTENT, 'assistant', false),
    ...besideContent(candidate),
  ];
}

const CONTENT = membersOf({ read: ['parts'], names: ['role'] });

function says(event: JsonObject, index: number, part: JsonObject): JsonObject {
  return { ...shellOf(event), candidates: [{ index, content: { role: 'model', parts: [part] } }] };
}

function shellOf(event: JsonObject): JsonObject {
  const { usageMetadata: _, ...shell } = plainOf(event, ANSWER);
  return shell;
}

function saidBy({ content }: JsonObject): readonly JsonObject[] {
  return isJsonObject(content) ? partsOf(content, 'assistant').objects : [];
}

function indexOf({ index }: JsonObject): string {
  return String(typeof index === 'number' ? index : 0);
}
