import type { JsonObject } from '../../kernel/json.ts';
import { membersOf } from '../members.ts';
import { entriesAt, slotAt, slotsBeside } from '../slot.ts';
import type { Surface } from '../surface.ts';
import { openAiError } from './errors.ts';
import { IMAGE, IMAGE_SETTINGS, imageStream, pictureIn } from './images-stream.ts';
import { labelsIn, NAMES, objectsIn, SETTINGS, usageIn } from './parts.ts';

/** `POST /v1/images/generations` (OpenAI API reference, 'Images'): what OpenAI, LocalAI, SGLang and vLLM-Omni speak. */
export const images: Surface = {
  id: 'images',
  dialect: 'openai',
  path: '/v1/images/generations',
  pathTo: () => '/v1/images/generations',
  textsIn: (body) =>
    typeof body.prompt === 'string'
      ? {
          slots: [...slotAt(body, 'prompt', 'user'), ...labelsIn(body), ...slotsBeside(body, KNOWN, 'user')],
          media: [],
        }
      : 'prompt must be a text',
  textsOut: (answer) => {
    const { objects, strays } = entriesAt(answer, 'data', 'assistant');
    return [
      ...objects.flatMap((image) => slotsBeside(image, IMAGE, 'assistant', false)),
      ...strays,
      ...slotsBeside(answer, ENVELOPE, 'assistant', false),
    ];
  },
  picturesIn: (answer) => [...objectsIn(answer.data).flatMap(pictureIn), ...pictureIn(answer)],
  mostTokens: (body) => wantedIn(body) * TOKENS_PER_IMAGE,
  mostPictures: wantedIn,
  usageIn: (answer, before) => {
    // Of a stream each event that completes a picture is one more.
    const made = objectsIn(answer.data).length + (imageStream.completes(answer) ? 1 : 0);
    if (made === 0) return usageIn(answer);
    const pictures = made + (before?.pictures ?? 0);
    return { ...(usageIn(answer) ?? { input: 0, output: pictures * TOKENS_PER_IMAGE }), pictures };
  },
  errorBody: openAiError,
  silence: () => {},
  cutAnswer: null,
  stream: imageStream,
};

/** What a square picture of middling quality costs with OpenAI's own models (pricing page, gpt-image-1). */
const TOKENS_PER_IMAGE = 1056;
const MOST_IMAGES = 128;

function wantedIn({ n }: JsonObject): number {
  return typeof n === 'number' && n >= 1 && n <= MOST_IMAGES ? n : 1;
}

const KNOWN = membersOf({ read: [...SETTINGS, 'prompt'], names: IMAGE_SETTINGS });
const ENVELOPE = membersOf({ read: ['data'], names: [...NAMES, ...IMAGE_SETTINGS] });
