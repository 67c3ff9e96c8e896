import type { JsonObject } from '../../kernel/json.ts';
import { slotAt, slotsBeside } from '../slot.ts';
import type { Surface } from '../surface.ts';
import { openAiError } from './errors.ts';
import { IMAGE, IMAGE_SETTINGS, imageStream, pictureIn } from './images-stream.ts';
import { objectsIn, SETTINGS, usageIn } from './parts.ts';

/** `POST /v1/images/generations` (OpenAI API reference, 'Images'): what OpenAI, LocalAI, SGLang and vLLM-Omni speak. */
export const images: Surface = {
  id: 'images',
  dialect: 'openai',
  path: '/v1/images/generations',
  pathTo: () => '/v1/images/generations',
  textsIn: (body) =>
    typeof body.prompt === 'string'
      ? { slots: [...slotAt(body, 'prompt', 'user'), ...slotsBeside(body, KNOWN, 'user')], media: [] }
      : 'prompt must be a text',
  textsOut: (answer) => [
    ...objectsIn(answer.data).flatMap((image) => slotsBeside(image, IMAGE, 'assistant', false)),
    ...slotsBeside(answer, ENVELOPE, 'assistant', false),
  ],
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

const KNOWN: ReadonlySet<string> = new Set([...SETTINGS, ...IMAGE_SETTINGS, 'prompt']);
const ENVELOPE: ReadonlySet<string> = new Set([...IMAGE_SETTINGS, 'id', 'object', 'created', 'model', 'data', 'usage']);
