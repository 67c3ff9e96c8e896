import { isJsonObject, type JsonObject } from '../kernel/json.ts';
import { endOfString } from '../wire/body.ts';
import { createFrameReader, type Frame, frameText } from '../wire/sse.ts';
import type { DeltaSlot, StreamSurface, Surface } from '../wire/surface.ts';

/** What nearly all events of a stream have in common: every byte but those of their one text. */
export interface Mould {
  /** Which text they continue. */
  readonly lane: string;
  /** The events from this mould that stand at a place of bytes, which are given as Latin-1; null when none does. */
  run(bytes: string, from: number): Run | null;
  /** One such event with this text, as it would be written after it was read. */
  saying(text: string): string;
}

/** Events that say one text in pieces, and nothing else. */
export interface Run {
  /** The pieces together, as a reader of each whole event would find them. */
  readonly said: string;
  /** Just past the last of the events. */
  readonly end: number;
}

type Streaming = Surface & { readonly stream: StreamSurface };

/** Stands for the text while the mould is proven; JSON escapes nothing in it. */
const MARK = 'weighbridge-mould-7f3a';

/**
 * The mould of an event that says this text and nothing else. It is proven by reading the event with another text in that place:
 * where that gives the same event with the other text, the same bytes around a text say the same.
 */
export function mouldOf(surface: Streaming, frame: Frame, { lane, speaker, text }: DeltaSlot): Mould | null {
  const raw = frame.raw.toString('latin1');
  const quoted = Buffer.from(JSON.stringify(text)).toString('latin1');
  const at = raw.indexOf(quoted);
  if (at < 0) return null;
  const [before, after] = [raw.slice(0, at + 1), raw.slice(at + quoted.length - 1)];
  const [other, ...rest] = createFrameReader(raw.length + MARK.length).push(
    Buffer.from(before + MARK + after, 'latin1'),
  );
  const event = other?.data == null || rest.length > 0 || other.event !== frame.event ? null : objectIn(other.data);
  if (event === null || saysMore(surface, event)) return null;
  const [delta, ...deltas] = surface.stream.deltasIn(event);
  if (delta?.text !== MARK || delta.lane !== lane || delta.speaker !== speaker || deltas.length > 0) return null;
  surface.silence(event);
  const [head = '', tail, ...more] = frameText(event, frame.event).split(MARK);
  if (tail === undefined || more.length > 0) return null;
  return {
    lane,
    run: (bytes, from) => runOf(bytes, from, { before, after }),
    saying: (said) => head + JSON.stringify(said).slice(1, -1) + tail,
  };
}

/** Whether an event has something beside pieces of texts, which would have to be looked at each time. */
function saysMore(surface: Streaming, event: JsonObject): boolean {
  const { stream } = surface;
  return (
    stream.wholeIn(event).length > 0 ||
    stream.endsIn(event).length > 0 ||
    stream.completes(event) ||
    (surface.picturesIn?.(event) ?? []).length > 0 ||
    surface.usageIn(event, null) !== null
  );
}

function runOf(
  bytes: string,
  from: number,
  { before, after }: { readonly before: string; readonly after: string },
): Run | null {
  let [said, end] = ['', from];
  while (bytes.startsWith(before, end)) {
    const start = end + before.length;
    const close = endOfString(bytes, start - 1) - 1;
    if (close <= start || !bytes.startsWith(after, close)) break;
    const piece = unquoted(bytes.slice(start, close));
    if (piece === null) break;
    said += piece;
    end = close + after.length;
  }
  return end === from ? null : { said, end };
}

/** What stands between a string's quotes, read; null when it is not within one string. */
function unquoted(written: string): string | null {
  if (!SPECIAL.test(written)) return written;
  const text = Buffer.from(written, 'latin1').toString('utf8');
  // Broken characters are none of ours to mend.
  if (text.includes('\ufffd')) return null;
  try {
    return JSON.parse(`"${text}"`) as string;
  } catch {
    return null;
  }
}

/** What must not stand in a JSON string as it is (RFC 8259, section 7), has another meaning there, or is no ASCII. */
const SPECIAL = /[^ !#-[\]-~]/;

function objectIn(text: string): JsonObject | null {
  try {
    const value: unknown = JSON.parse(text);
    return isJsonObject(value) ? value : null;
  } catch {
    return null;
  }
}
