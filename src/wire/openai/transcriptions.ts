import { isJsonObject, type JsonObject } from '../../kernel/json.ts';
import { membersOf } from '../members.ts';
import { slotsBeside, slotsWithin, textOf } from '../slot.ts';
import type { Surface, Usage } from '../surface.ts';
import { openAiError } from './errors.ts';
import { spelledIn } from './logprobs.ts';
import { labelsIn, SETTINGS, usageIn } from './parts.ts';
import { silenceTranscript, transcriptStream } from './transcripts-stream.ts';

/** Recordings to texts (OpenAI API reference, 'Audio'): what OpenAI, vLLM, speaches, whisper.cpp and LocalAI speak. A call is a form. */
function recordings(id: string, path: string, streams: boolean): Surface {
  return {
    id,
    dialect: 'openai',
    path,
    pathTo: () => path,
    file: 'file',
    textsIn: (body) => {
      if (body.response_format === 'diarized_json' && streams && /^true$/i.test(textOf(body.stream)))
        return 'segments of speakers do not come as a stream here';
      return {
        slots: [
          ...slotsWithin(body, 'prompt', 'user', false),
          ...labelsIn(body),
          ...slotsWithin(body, 'known_speaker_names[]', 'user', false),
          ...slotsBeside(body, KNOWN, 'user'),
        ],
        media: [],
      };
    },
    textsOut: (answer) => [
      ...slotsWithin(answer, 'text', 'transcript', false),
      ...spelledIn(answer.logprobs, 'transcript', () => silenceTranscript(answer)),
      ...slotsBeside(answer, ENVELOPE, 'transcript', false),
    ],
    stream: streams ? transcriptStream : null,
    mostTokens: () => null,
    usageIn: usageOf,
    errorBody: openAiError,
    silence: silenceTranscript,
    cutAnswer: null,
  };
}

export const transcriptions = recordings('transcriptions', '/v1/audio/transcriptions', true);
export const translations = recordings('translations', '/v1/audio/translations', false);

/** Fields that tell the server how to work. Voices to compare with are recordings, as the file is. */
const KNOWN = membersOf({
  read: [...SETTINGS, 'prompt', 'known_speaker_names[]'],
  names: ['stream', 'language', 'response_format', 'temperature', 'include[]', 'timestamp_granularities[]'],
  opaque: ['known_speaker_references[]'],
});
/** Members of an answer that are read as tracks, or are no text. */
const ENVELOPE = membersOf({ read: ['text', 'segments', 'words', 'logprobs'], names: ['task', 'usage'] });

/** What OpenAI's models count for a second of sound. */
const TOKENS_PER_SECOND = 10;

/** In tokens; seconds, where the model counts by them, as so many tokens as well. */
function usageOf(answer: JsonObject): Usage | null {
  const { usage, duration } = answer;
  const counted = isJsonObject(usage) && usage.type === 'duration' ? usage.seconds : duration;
  const known = typeof counted === 'number' && Number.isFinite(counted) && counted >= 0;
  const inTokens = isJsonObject(usage) && usage.type !== 'duration' ? usageIn(answer) : null;
  if (!known) return inTokens ?? usageIn(answer);
  return { ...(inTokens ?? { input: Math.ceil(counted * TOKENS_PER_SECOND), output: 0 }), seconds: counted };
}
