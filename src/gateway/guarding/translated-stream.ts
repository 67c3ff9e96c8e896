import { isJsonObject, type JsonObject } from '../../kernel/json.ts';
import { createFrameReader, FrameError, frameText } from '../../wire/sse.ts';
import type { StreamSurface } from '../../wire/surface.ts';
import { type EventTranslator, type Translation, Untranslatable } from '../../wire/translate/translation.ts';
import type { GuardedStream } from './guard-stream.ts';

/** The longest event of ours: what was held and is released is within what a guard holds. */
const FRAME_BYTES = 16 * 1024 * 1024;

/** A guarded stream in the caller's own words. Its terminator is what says that the answer is whole. */
export function createTranslatedStream(
  guarded: GuardedStream,
  given: { readonly translation: Translation; readonly shown: StreamSurface; readonly model: string },
): GuardedStream {
  const { translation, shown, model } = given;
  const translator = translation.stream(model);
  const frames = createFrameReader(FRAME_BYTES);
  const terminator = translation.to.stream?.terminator ?? null;

  const said = (events: readonly JsonObject[]): string =>
    events.map((event) => frameText(event, shown.nameOf(event))).join('');
  const translated = (bytes: Buffer): Buffer => {
    let out = '';
    for (const { data } of bytes.length === 0 ? [] : frames.push(bytes)) {
      if (data === null) out += ':\n\n';
      else if (data === terminator) out += said(translator.done());
      else out += said(eventsOf(translator, data));
    }
    return Buffer.from(out);
  };
  return {
    ...guarded,
    push: (chunk) => translated(guarded.push(chunk)),
    end: () => {
      const { bytes, whole } = guarded.end();
      return { bytes: translated(bytes), whole };
    },
    expire: () => translated(guarded.expire()),
  };
}

function eventsOf(translator: EventTranslator, data: string): readonly JsonObject[] {
  try {
    const event: unknown = JSON.parse(data);
    if (isJsonObject(event)) return translator.event(event);
  } catch (error) {
    if (error instanceof Untranslatable) throw new FrameError(error.message);
    throw error;
  }
  throw new FrameError('an event is not a JSON object');
}
