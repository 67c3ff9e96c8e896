import type { Dispatcher } from 'undici';
import { LIMITS } from '../kernel/limits.ts';
import { FrameError } from '../wire/sse.ts';
import type { Surface } from '../wire/surface.ts';
import type { Call } from './call.ts';
import { createGather, type Gather } from './gather.ts';
import { asksAboutAnswers } from './guard-call.ts';
import { answerHeaders, requestHeaders } from './headers.ts';
import { isProven, type Live, STOP_MESSAGES, type Stop } from './live.ts';
import { type Ended, fail, type Head, type Relay, type Yielded } from './relay.ts';
import { relayAsked } from './relay-asked.ts';
import { relayStream } from './relay-stream.ts';
import { relayWhole } from './relay-whole.ts';
import { type Sent, sentTo } from './sent.ts';
import type { Replica } from './snapshot.ts';
import type { Upstreams } from './upstreams.ts';

/** How many more servers a call may be sent to when the first does not even take it. */
const MORE_TRIES = 1;

/** What exchanges share. */
export interface ExchangeWorld {
  readonly upstreams: Upstreams;
  /** The exchanges of a release that are under way. */
  readonly liveOf: (release: string) => Set<Live>;
  /** Whether it was killed, while a call was read or waited for its limits. */
  readonly isKilled: (release: string) => boolean;
  /** What is called every second while it is in here. */
  readonly looking: Set<() => void>;
  readonly clock: () => number;
  readonly now: () => Date;
  /** Told what we did not expect; the caller is not. */
  readonly fault: (error: unknown) => void;
}

/** Made once: a stack is a large part of what a call costs. */
const OVER = new Error('the answer is over');

/** Sends a call to a server and its answer to the caller. Settles when all is over; never rejects. */
export function exchange(call: Call, world: ExchangeWorld): Promise<Ended | Yielded> {
  const { upstreams, now, isKilled } = world;
  if (isKilled(call.release.id)) return Promise.resolve(stoppedBefore(call, 'release_killed'));
  return new Promise((resolve) => {
    const tried = new Set<Replica>();
    const attempt = (): void => {
      const proven = provenOf(call.release.replicas, now);
      const replica = upstreams.pick(proven, tried, call.yields);
      if (replica === undefined) {
        resolve(unserved(call, proven.length, tried.size));
        return;
      }
      tried.add(replica);
      const sent = sentTo(call, replica);
      if (typeof sent === 'string') {
        resolve(fail(call, 400, 'not_translatable', sent));
        return;
      }
      send(call, { replica, sent }, world, (ended) => {
        const again = ended === 'not-taken' && tried.size <= MORE_TRIES && !call.response.destroyed;
        if (again && upstreams.mayRetry()) attempt();
        else resolve(ended === 'not-taken' ? unserved(call, 1, tried.size) : ended);
      });
    };
    attempt();
  });
}

/** Servers of which it is known, now, what they loaded; those that an operator answers for as well. */
function provenOf(replicas: readonly Replica[], now: () => Date): readonly Replica[] {
  if (replicas.every(({ attestedUntil }) => attestedUntil === null)) return replicas;
  const at = now().getTime();
  return replicas.filter((replica) => isProven(replica, at));
}

function stoppedBefore(call: Call, why: Stop): Ended {
  return fail(call, 403, why, STOP_MESSAGES[why]);
}

function unserved(call: Call, known: number, tried: number): Ended | Yielded {
  const problem = known === 0 ? NOBODY : UNREACHABLE;
  if (call.yields) return { yielded: problem, untried: tried === 0, retryAfter: null };
  return fail(call, problem.status, problem.code, problem.message);
}

const NOBODY = { status: 503, code: 'no_upstream', message: 'no model server is known to serve this release' };
const UNREACHABLE = { status: 502, code: 'upstream_unreachable', message: 'the model server cannot be reached' };

/** A server that is full, down or starting: 529 is Anthropic's word for it. Anything else may be the call's own fault. */
const CANNOT: ReadonlySet<number> = new Set([429, 502, 503, 504, 529]);

function cannot(status: number, retryAfter: unknown): Yielded {
  const seconds = Number(retryAfter);
  return {
    yielded: { status, code: 'upstream_error', message: `the model server cannot answer now: ${status}` },
    untried: false,
    retryAfter: Number.isInteger(seconds) && seconds > 0 ? seconds : null,
  };
}

/** One try. `not-taken`: the server had nothing of it, and another may be asked. */
function send(
  call: Call,
  { replica, sent }: { readonly replica: Replica; readonly sent: Sent },
  { upstreams, liveOf, looking, clock, fault }: ExchangeWorld,
  done: (ended: Ended | Yielded | 'not-taken') => void,
): void {
  const { response } = call;
  const live = liveOf(call.release.id);
  const finished = upstreams.begin(replica);
  let relay: Relay | null = null;
  let gather: Gather | null = null;
  let controller: Dispatcher.DispatchController | null = null;
  let over = false;
  let firstByteAt: number | null = null;
  /** Set when it was broken off: by the caller, or by us. */
  let stoppedBy: 'caller' | Stop | null = null;

  const finish = (ended: Ended | Yielded | 'not-taken'): void => {
    if (over) return;
    over = true;
    finished();
    live.delete(own);
    response.off('close', hungUp);
    looking.delete(look);
    gather?.drop();
    done(ended === 'not-taken' || 'yielded' in ended ? ended : { ...ended, firstByteAt });
  };
  /** A step of the answer. What cannot be read, and what we cannot do, ends it as an error. */
  const step = (work: (relay: Relay) => 'more' | 'enough'): void => {
    if (over || relay === null) return;
    try {
      if (work(relay) === 'more') return;
    } catch (error) {
      if (!(error instanceof FrameError)) fault(error);
      relay.broke(error instanceof FrameError ? 'upstream_invalid' : 'gateway_fault');
    }
    finish(relay.ended());
    controller?.abort(OVER);
  };
  const failedWith = (error: unknown): void =>
    step(() => {
      throw error;
    });
  const look = (): void => step(lookAt);
  const hungUp = (): void => {
    if (over || response.writableFinished) return;
    stoppedBy = 'caller';
    controller?.abort(new Error('the caller hung up'));
    finish({ ...(relay?.ended() ?? NOTHING), status: 499, code: 'caller_gone' });
  };
  const end = (why: Stop): void => {
    stoppedBy = why;
    controller?.abort(new Error(STOP_MESSAGES[why]));
    if (relay !== null && response.headersSent) {
      relay.broke(why);
      finish(relay.ended());
    } else finish(stoppedBefore(call, why));
  };
  const own: Live = { release: call.release, replica, end };
  live.add(own);
  response.on('close', hungUp);

  const handler: Dispatcher.DispatchHandler = {
    onRequestStart: (given) => {
      controller = given;
      if (over) given.abort(OVER);
    },
    onResponseStart: (given, status, headers) => {
      if (status < 200) return;
      if (call.yields && CANNOT.has(status)) {
        finish(cannot(status, headers['retry-after']));
        return given.abort(new Error('another is asked'));
      }
      const packed = headers['content-encoding'];
      if (packed !== undefined && packed !== 'identity') {
        finish(fail(call, 502, 'upstream_invalid', 'the model server sent a packed answer that nobody asked for'));
        return given.abort(new Error('packed'));
      }
      const head = { status, type: String(headers['content-type'] ?? ''), headers: answerHeaders(headers) };
      relay = relayFor(call, sent, head, clock);
      if (!relay.holds) return;
      looking.add(look);
      gather = createGather((bytes) => step((one) => one.data(bytes, given)), clock);
    },
    onResponseData: (given, chunk) => {
      firstByteAt ??= clock();
      if (gather === null) step((one) => one.data(chunk, given));
      else gather.add(chunk);
    },
    onResponseEnd: () => {
      gather?.flush();
      const asking = over ? undefined : relay?.asks?.();
      if (asking === undefined) step(endOf);
      else void asking.then(() => step(endOf), failedWith);
    },
    onResponseError: () => {
      if (over || stoppedBy !== null) return;
      if (relay === null) {
        upstreams.rest(replica);
        return finish('not-taken');
      }
      gather?.flush();
      step(cutOf);
    },
  };
  const payload = sent.payload();
  upstreams.poolOf(replica).dispatch(
    {
      method: 'POST',
      path: pathAt(replica, sent.surface, call),
      headers: requestHeaders(call.request.rawHeaders, replica, { requestId: call.requestId, ...payload }),
      body: payload.body,
    },
    handler,
  );
}

function pathAt({ prefix, model, azureVersion }: Replica, surface: Surface, call: Call): string {
  const path = surface.pathTo(model ?? call.channel.name, call.stream);
  return azureVersion === null
    ? prefix + path
    : `${prefix}${path.replace(/^\/v1/, '')}?api-version=${encodeURIComponent(azureVersion)}`;
}

function relayFor(call: Call, sent: Sent, head: Head, clock: () => number): Relay {
  const { stream } = call.surface;
  const streams = call.stream && stream !== null && head.status === 200 && head.type.startsWith('text/event-stream');
  // Nobody is asked about what was heard in a recording.
  if (call.upload === null && asksAboutAnswers(call.channel.guard, call.caller))
    return relayAsked(call, sent, head, { streams, clock });
  return streams ? relayStream(call, sent, head, { clock }) : relayWhole(call, sent, head, LIMITS.gatewayAnswer);
}

const lookAt = (relay: Relay): 'more' | 'enough' => relay.look();
const endOf = (relay: Relay): 'enough' => {
  relay.end(false);
  return 'enough';
};
const cutOf = (relay: Relay): 'enough' => {
  relay.end(true);
  return 'enough';
};

const NOTHING: Ended = { status: 0, code: null, usage: null, found: [] };
