import type { Advice } from '../../guard/advisers.ts';
import { frameText } from '../../wire/sse.ts';
import type { Problem } from '../../wire/surface.ts';
import { type Call, tokensOf, wantedBy } from '../call.ts';
import { createGuardedStream, type GuardedStream } from '../guarding/guard-stream.ts';
import { pseudonymsOf } from '../guarding/pseudonyms.ts';
import { createTranslatedStream } from '../guarding/translated-stream.ts';
import { brokenBy, type Head, type Relay } from './relay.ts';
import type { Sent } from './sent.ts';

/** What advisers think of the text in a lane; undefined: they were not asked. */
export type LaneAdvice = (lane: string) => readonly Advice[] | undefined;

interface StreamWorld {
  readonly clock: () => number;
  readonly advice?: LaneAdvice;
}

/** An answer of events. What comes in one piece goes on in one piece: writes are what a stream costs. */
export function relayStream(call: Call, sent: Sent, head: Head, world: StreamWorld): Relay {
  const { response, surface } = call;
  const guarded = guardedStream(call, sent, world);
  let code: string | null = null;
  response.writeHead(200, ['cache-control', 'no-store', 'x-request-id', call.requestId, ...head.headers]);

  const cut = (problem: Problem): void => {
    if (response.writableEnded) return;
    ({ code } = problem);
    // An error and no end: a client must not take half an answer for a whole one.
    const error = surface.errorBody(problem);
    response.end(frameText(error, surface.stream?.nameOf(error) ?? null));
  };
  /** Whether the policy ended it. */
  const endedByPolicy = (): boolean => {
    if (!guarded.stopped()) return false;
    code = 'content_filter';
    if (!response.writableEnded) response.end();
    return true;
  };
  return {
    holds: true,
    data: (chunk, flow) => {
      const bytes = guarded.push(chunk);
      if (bytes.length > 0 && !response.write(bytes)) {
        flow.pause();
        response.once('drain', () => flow.resume());
      }
      return endedByPolicy() ? 'enough' : 'more';
    },
    end: (isCut) => {
      if (isCut) return cut(brokenOff('the model server broke the answer off'));
      const { bytes, whole } = guarded.end();
      if (bytes.length > 0) response.write(bytes);
      if (endedByPolicy()) return;
      if (whole) response.end();
      else cut(brokenOff('the model server ended the answer in the middle'));
    },
    look: () => {
      if (guarded.heldSince() === null) return 'more';
      const bytes = guarded.expire();
      if (bytes.length > 0) response.write(bytes);
      return endedByPolicy() ? 'enough' : 'more';
    },
    broke: (why) => cut(brokenBy(why)),
    ended: () => {
      const usage = guarded.usage() ?? { input: call.inputTokens, output: tokensOf(guarded.characters()) };
      return { status: 200, code, usage, found: [...guarded.types] };
    },
  };
}

function brokenOff(message: string): Problem {
  return { status: 502, code: 'upstream_cut', message };
}

/** Guarded in the server's words, and put into the caller's after that. */
function guardedStream(call: Call, { surface, translation }: Sent, world: StreamWorld): GuardedStream {
  const { surface: own, channel, caller } = call;
  const { stream } = surface;
  if (stream === null || own.stream === null) throw new Error(`${surface.id} has no streams`);
  const guarded = createGuardedStream({
    surface: { ...surface, stream },
    guard: channel.guard,
    caller,
    wanted: wantedBy(call),
    pseudonyms: pseudonymsOf(call),
    ...world,
  });
  return translation === null
    ? guarded
    : createTranslatedStream(guarded, { translation, shown: own.stream, model: channel.name });
}
