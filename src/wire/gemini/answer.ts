import { isJsonObject, type JsonObject } from '../../kernel/json.ts';
import { membersOf } from '../members.ts';
import { spelledIn } from '../openai/logprobs.ts';
import { objectsIn } from '../openai/parts.ts';
import { slotsBeside, slotsWithin } from '../slot.ts';
import type { Slot } from '../surface.ts';
import { partsIn } from './parts.ts';

/** Members of an answer, or of an event, that are no text. */
export const ANSWER = membersOf({
  read: ['candidates'],
  names: ['usageMetadata', 'modelVersion', 'responseId', 'createTime', 'modelStatus'],
});
/** Members of a candidate that are no text of the model's. */
const CANDIDATE = membersOf({
  read: ['content', 'logprobsResult'],
  names: ['index', 'finishReason', 'safetyRatings', 'tokenCount', 'avgLogprobs'],
});

export function candidateTexts(candidate: JsonObject): readonly Slot[] {
  const { content } = candidate;
  return [
    ...(isJsonObject(content)
      ? partsIn(content, 'assistant').slots
      : slotsWithin(candidate, 'content', 'assistant', false)),
    ...besideContent(candidate),
  ];
}

/** What a candidate says beside its content: what it cites, and the tokens that spell it again. */
export function besideContent(candidate: JsonObject): readonly Slot[] {
  return [
    ...spelledIn(candidate.logprobsResult, 'assistant', () => forget(candidate)),
    ...slotsBeside(candidate, CANDIDATE, 'assistant', false),
  ];
}

export function besideCandidates(answer: JsonObject): readonly Slot[] {
  return slotsBeside(answer, ANSWER, 'assistant', false);
}

/** Log probabilities spell the text again: they are left out. */
export function silence(answer: JsonObject): void {
  objectsIn(answer.candidates).forEach(forget);
}

function forget(candidate: JsonObject): void {
  if (candidate.logprobsResult !== undefined) delete (candidate as Record<string, unknown>).logprobsResult;
}
