import { slotsBeside } from '../slot.ts';
import type { Surface } from '../surface.ts';
import { openAiError } from './errors.ts';
import { promptIn, SETTINGS, usageIn } from './parts.ts';

/** `POST /v1/embeddings`: texts go in, numbers come out. */
export const embeddings: Surface = {
  id: 'embeddings',
  dialect: 'openai',
  path: '/v1/embeddings',
  pathTo: () => '/v1/embeddings',
  textsIn: (body) => {
    const input = promptIn(body, 'input');
    if (typeof input === 'string') return input;
    return { slots: [...input, ...slotsBeside(body, KNOWN, 'user')], media: [] };
  },
  textsOut: () => [],
  mostTokens: () => 0,
  usageIn,
  errorBody: openAiError,
  silence: () => {},
  cutAnswer: (answer) => answer,
  stream: null,
};

const KNOWN: ReadonlySet<string> = new Set([...SETTINGS, 'input']);
