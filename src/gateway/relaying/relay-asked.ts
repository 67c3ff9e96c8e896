import { LIMITS } from '../../kernel/limits.ts';
import type { Call } from '../call.ts';
import { informed, opinionsOn, type Sayings, sayingsIn } from '../guarding/opinions.ts';
import { brokenBy, type Ended, fail, type Head, type Relay } from './relay.ts';
import { type LaneAdvice, relayStream } from './relay-stream.ts';
import { relayWhole, textsOf } from './relay-whole.ts';
import type { Sent } from './sent.ts';

/**
 * An answer about which judges and classifiers are asked before any of it goes out: they judge whole texts, so that a stream
 * waits for its end.
 */
export function relayAsked(
  call: Call,
  sent: Sent,
  head: Head,
  { streams, clock }: { readonly streams: boolean; readonly clock: () => number },
): Relay {
  const { channel, caller, response } = call;
  const { guard } = channel;
  const parts: Buffer[] = [];
  let length = 0;
  let inner: Relay | null = null;
  let ended: Ended = { status: head.status, code: null, usage: null, found: [] };

  const open = (bytes: Buffer, advice: LaneAdvice, heard: Call): Relay => {
    const relay = streams
      ? relayStream(heard, sent, head, { clock, advice })
      : relayWhole(heard, sent, head, LIMITS.gatewayAnswer);
    relay.data(bytes, FLOW);
    return relay;
  };
  return {
    holds: false,
    data: (chunk) => {
      length += chunk.length;
      parts.push(chunk);
      if (length <= LIMITS.gatewayAnswer) return 'more';
      ended = fail(call, 502, 'upstream_invalid', 'the answer is larger than an answer may be');
      return 'enough';
    },
    asks: async () => {
      const bytes = Buffer.concat(parts);
      const { lanes, all } = sayingsOf(sent, head, streams, bytes);
      const opinions = await opinionsOn(all, { guard, caller, isGone: () => response.destroyed });
      if (response.destroyed) return;
      const advice: LaneAdvice = (lane) => {
        const saying = lanes.get(lane);
        return saying === undefined ? undefined : opinions.of(saying);
      };
      inner = open(bytes, advice, { ...call, channel: { ...channel, guard: informed(guard, caller, opinions) } });
    },
    end: (cut) => {
      if (inner !== null) inner.end(cut);
      else if (cut) ended = fail(call, 502, 'upstream_cut', 'the model server broke the answer off');
    },
    look: () => 'more',
    broke: (why) => {
      const { status, code, message } = brokenBy(why);
      ended = fail(call, status, code, message);
      inner = null;
    },
    ended: () => inner?.ended() ?? ended,
  };
}

function sayingsOf({ surface }: Sent, head: Head, streams: boolean, bytes: Buffer): Sayings {
  if (streams && surface.stream !== null) return sayingsIn(bytes, surface.stream);
  return { lanes: new Map(), all: textsOf(surface, head, bytes) };
}

/** All has come already. */
const FLOW = { pause: () => {}, resume: () => {} };
