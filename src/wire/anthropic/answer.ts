import type { JsonObject } from '../../kernel/json.ts';
import { membersOf } from '../members.ts';
import { slotsBeside } from '../slot.ts';
import type { Slot } from '../surface.ts';
import { contentIn } from './blocks.ts';

/** Members of an answer that are no text. */
export const ENVELOPE = membersOf({
  read: ['content'],
  names: ['id', 'type', 'role', 'model', 'usage', 'stop_reason', 'container'],
});

/** The texts of a whole answer; a stream begins with one that has none yet. */
export function answerTexts(answer: JsonObject): readonly Slot[] {
  return [...contentIn(answer, 'content', 'assistant').slots, ...slotsBeside(answer, ENVELOPE, 'assistant', false)];
}
