import { membersOf } from '../members.ts';
import { slotsBeside } from '../slot.ts';
import type { Surface } from '../surface.ts';
import { anthropicError } from './errors.ts';
import { messageTexts } from './messages.ts';

/** `POST /v1/messages/count_tokens`: texts go in, a number comes out (Anthropic API reference, 'Count tokens'). */
export const countTokens: Surface = {
  id: 'count-tokens',
  dialect: 'anthropic',
  path: '/v1/messages/count_tokens',
  pathTo: () => '/v1/messages/count_tokens',
  textsIn: messageTexts,
  textsOut: (answer) => slotsBeside(answer, ANSWER, 'assistant', false),
  mostTokens: () => 0,
  usageIn: () => ({ input: 0, output: 0 }),
  errorBody: anthropicError,
  silence: () => {},
  cutAnswer: null,
  stream: null,
};

const ANSWER = membersOf({ names: ['input_tokens', 'context_management'] });
