import type { JsonObject } from '../../kernel/json.ts';
import { membersOf } from '../members.ts';
import { slotsBeside, textOf } from '../slot.ts';
import type { Picture, StreamSurface } from '../surface.ts';
import { openAiError } from './errors.ts';

/** How a picture is to be made; answers and events repeat it. */
export const IMAGE_SETTINGS = [
  'n',
  'size',
  'quality',
  'style',
  'background',
  'moderation',
  'response_format',
  'output_format',
] as const;
/** Where a picture is. */
export const IMAGE = membersOf({ read: ['b64_json', 'url'] });

/** The picture of one entry of an answer, or of an event. Servers of one's own give addresses with the bytes in them, too. */
export function pictureIn(holder: JsonObject): readonly Picture[] {
  const { b64_json: base64, url } = holder as Record<string, unknown>;
  const put = (key: 'b64_json' | 'url', other: string): void => {
    (holder as Record<string, unknown>)[key] = other;
  };
  const found: Picture[] = [];
  if (typeof base64 === 'string' && base64 !== '')
    found.push({ kind: 'bytes', base64, put: (other) => put('b64_json', other) });
  const [prefix] = /^data:[^,]{0,100};base64,/.exec(textOf(url)) ?? [];
  if (prefix !== undefined)
    found.push({
      kind: 'bytes',
      base64: textOf(url).slice(prefix.length),
      put: (other) => put('url', prefix + other),
    });
  else if (typeof url === 'string' && url !== '') found.push({ kind: 'address' });
  return found;
}

/** Pictures that come again and again, each time with more in them; hardly anything is said in these events. */
export const imageStream: StreamSurface = {
  deltasIn: () => [],
  wholeIn: (event) => slotsBeside(event, EVENT, 'assistant', false),
  endsIn: () => [],
  saying: (event) => event,
  stop: (_event, _lane, message) => [openAiError({ status: 400, code: 'content_filter', message })],
  nameOf: ({ type }) => (typeof type === 'string' && /^[\w.]+$/.test(type) ? type : null),
  completes: ({ type }) => textOf(type) === 'image_generation.completed',
  terminator: null,
};

const EVENT = membersOf({
  read: IMAGE.keys(),
  names: [...IMAGE_SETTINGS, 'type', 'created_at', 'partial_image_index', 'usage'],
});
