import { membersOf } from '../members.ts';
import { entriesAt, plainOf, slotsBeside, slotsWithin } from '../slot.ts';
import type { Surface } from '../surface.ts';
import { choicesStream } from './choices-stream.ts';
import { openAiError } from './errors.ts';
import { spelledByChoices } from './logprobs.ts';
import { ENVELOPE, labelsIn, mostTokensIn, objectsIn, promptIn, SETTINGS, silence, timesIn, usageIn } from './parts.ts';

/** `POST /v1/completions`: plain and fill-in-the-middle completions, as code assistants ask for them. */
export const completions: Surface = {
  id: 'completions',
  dialect: 'openai',
  path: '/v1/completions',
  pathTo: () => '/v1/completions',
  textsIn: (body) => {
    const prompt = promptIn(body, 'prompt');
    if (typeof prompt === 'string') return prompt;
    const beside = [
      ...slotsWithin(body, 'suffix', 'user', false),
      ...labelsIn(body),
      ...slotsBeside(body, KNOWN, 'user'),
    ];
    return { slots: [...prompt, ...beside], media: [] };
  },
  textsOut: (answer) => {
    const { objects, strays } = entriesAt(answer, 'choices', 'assistant');
    return [
      ...objects.flatMap((choice) => [
        ...slotsWithin(choice, 'text', 'assistant', false),
        ...slotsBeside(choice, CHOICE, 'assistant', false),
      ]),
      ...strays,
      ...spelledByChoices(answer),
      ...slotsBeside(answer, ENVELOPE, 'assistant', false),
    ];
  },
  mostTokens: (body) => mostTokensIn(body, 'max_tokens'),
  // Each of several prompts is answered so often, and of each answer several are tried.
  mostAnswers: (body) =>
    timesIn(body, 'n', 'best_of') * (Array.isArray(body.prompt) ? Math.max(1, body.prompt.length) : 1),
  usageIn,
  errorBody: openAiError,
  silence,
  cutAnswer: (answer, text) => ({
    ...plainOf(answer, ENVELOPE),
    choices: objectsIn(answer.choices).map(({ index = 0 }) => ({ index, text, finish_reason: 'content_filter' })),
  }),
  stream: choicesStream('text'),
};

const KNOWN = membersOf({ read: [...SETTINGS, 'prompt', 'suffix'] });
const CHOICE = membersOf({ read: ['text', 'logprobs'], names: ['index', 'finish_reason', 'stop_reason'] });
