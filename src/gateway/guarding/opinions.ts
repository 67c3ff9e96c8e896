import type { Advice } from '../../guard/advisers.ts';
import type { Guard } from '../../guard/guard.ts';
import { append } from '../../kernel/append.ts';
import { LIMITS } from '../../kernel/limits.ts';
import { answerIn } from '../../wire/body.ts';
import { createFrameReader, FrameError } from '../../wire/sse.ts';
import type { Slot, Speaker, StreamSurface } from '../../wire/surface.ts';
import type { Caller } from './guard-call.ts';

/** A text of an answer, and who says it. */
type Saying = Pick<Slot, 'speaker' | 'text'>;

/** What judges and classifiers think of an answer's texts. What nobody was asked about is not there: it is unasked for the guard. */
export interface Opinions {
  of(saying: Saying): readonly Advice[] | undefined;
}

/** Asks about each text, in turn, for as long as anybody waits. What is stopped without them is told to nobody. */
export async function opinionsOn(
  sayings: readonly Saying[],
  { guard, caller, isGone }: { readonly guard: Guard; readonly caller: Caller; readonly isGone: () => boolean },
): Promise<Opinions> {
  const known = new Map<string, readonly Advice[]>();
  for (const saying of sayings) {
    const { speaker, text } = saying;
    const id = nameOf(saying);
    if (known.has(id) || !guard.asks(caller[speaker])) continue;
    if (known.size >= LIMITS.gatewayAsked || isGone()) break;
    const first = guard.check(text, caller[speaker], { advice: [] });
    known.set(id, first.stopped === null ? await guard.advise(text, caller[speaker]) : []);
  }
  return { of: (saying) => known.get(nameOf(saying)) };
}

function nameOf({ speaker, text }: Saying): string {
  return `${speaker} ${text}`;
}

/** The same guard, which has heard these. */
export function informed(guard: Guard, caller: Caller, opinions: Opinions): Guard {
  const speakerOf = new Map(SPEAKERS.map((speaker) => [caller[speaker], speaker] as const));
  return {
    ...guard,
    check: (text, context, options) => {
      const speaker = speakerOf.get(context);
      const advice = speaker === undefined ? undefined : opinions.of({ speaker, text });
      return guard.check(text, context, advice === undefined ? options : { ...options, advice });
    },
  };
}

const SPEAKERS: readonly Speaker[] = ['operator', 'user', 'tool', 'assistant', 'tool-call', 'transcript'];

/** The texts of a whole stream: those that came in pieces, by their lanes, and those that came whole. Throws FrameError. */
export function sayingsIn(bytes: Buffer, stream: StreamSurface): Sayings {
  const lanes = new Map<string, { speaker: Speaker; text: string }>();
  const whole: Saying[] = [];
  for (const { data } of createFrameReader(bytes.length + 2).push(Buffer.concat([bytes, Buffer.from('\n\n')]))) {
    if (data === null || data === stream.terminator || data === '[DONE]') continue;
    const event = objectIn(data);
    append(whole, stream.wholeIn(event));
    for (const { lane, speaker, text } of stream.deltasIn(event)) {
      const said = lanes.get(lane);
      if (said === undefined) lanes.set(lane, { speaker, text });
      else said.text += text;
    }
  }
  return { lanes, all: [...lanes.values(), ...whole] };
}

export interface Sayings {
  readonly lanes: ReadonlyMap<string, Saying>;
  readonly all: readonly Saying[];
}

function objectIn(data: string) {
  const event = answerIn(data);
  if (event === null) throw new FrameError('an event is no JSON object that can be read');
  return event;
}
