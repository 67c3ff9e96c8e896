import { deltaAt, slotAt, slotsBeside } from '../slot.ts';
import type { Surface } from '../surface.ts';
import { silence, streamOf } from './chat.ts';
import { openAiError } from './errors.ts';
import { mostTokensIn, objectsIn, promptIn, SETTINGS, usageIn } from './parts.ts';

/** `POST /v1/completions`: plain and fill-in-the-middle completions, as code assistants ask for them. */
export const completions: Surface = {
  id: 'completions',
  dialect: 'openai',
  path: '/v1/completions',
  pathTo: () => '/v1/completions',
  textsIn: (body) => {
    const prompt = promptIn(body, 'prompt');
    if (typeof prompt === 'string') return prompt;
    return { slots: [...prompt, ...slotAt(body, 'suffix', 'user'), ...slotsBeside(body, KNOWN, 'user')], media: [] };
  },
  textsOut: (answer) => objectsIn(answer.choices).flatMap((choice) => slotAt(choice, 'text', 'assistant')),
  mostTokens: (body) => mostTokensIn(body, 'max_tokens'),
  usageIn,
  errorBody: openAiError,
  silence,
  cutAnswer: (answer, text) => ({
    ...answer,
    choices: objectsIn(answer.choices).map(({ index = 0 }) => ({ index, text, finish_reason: 'content_filter' })),
  }),
  stream: streamOf(
    'text',
    (choice, index) => deltaAt(choice, 'text', 'assistant', `${index}/text`),
    (_field, text) => ({ text }),
  ),
};

const KNOWN: ReadonlySet<string> = new Set([...SETTINGS, 'prompt', 'suffix']);
