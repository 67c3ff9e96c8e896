import { membersOf } from '../members.ts';
import { entriesAt, slotsBeside } from '../slot.ts';
import type { Surface } from '../surface.ts';
import { openAiError } from './errors.ts';
import { labelsIn, NAMES, promptIn, SETTINGS, usageIn } from './parts.ts';

/** `POST /v1/embeddings`: texts go in, numbers come out. */
export const embeddings: Surface = {
  id: 'embeddings',
  dialect: 'openai',
  path: '/v1/embeddings',
  pathTo: () => '/v1/embeddings',
  textsIn: (body) => {
    const input = promptIn(body, 'input');
    if (typeof input === 'string') return input;
    return { slots: [...input, ...labelsIn(body), ...slotsBeside(body, KNOWN, 'user')], media: [] };
  },
  textsOut: (answer) => {
    const { objects, strays } = entriesAt(answer, 'data', 'assistant');
    return [
      ...objects.flatMap((entry) => slotsBeside(entry, ENTRY, 'assistant', false)),
      ...strays,
      ...slotsBeside(answer, ANSWER, 'assistant', false),
    ];
  },
  mostTokens: () => 0,
  usageIn,
  errorBody: openAiError,
  silence: () => {},
  // Numbers tell no message from what was asked for.
  cutAnswer: null,
  stream: null,
};

const ENTRY = membersOf({ names: ['index', 'object'], opaque: ['embedding'] });
const ANSWER = membersOf({ read: ['data'], names: NAMES });
const KNOWN = membersOf({ read: [...SETTINGS, 'input'] });
