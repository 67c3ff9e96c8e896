import { LIMITS } from '../../kernel/limits.ts';
import { FrameError } from '../../wire/sse.ts';
import type { Problem, Surface } from '../../wire/surface.ts';
import type { Call } from '../call.ts';
import { asksAboutAnswers } from '../guarding/guard-call.ts';
import { answerHeaders, headerIn, isPacked, requestHeaders } from '../headers.ts';
import { type Live, STOP_MESSAGES, type Stop } from '../live.ts';
import { createGather, type Gather } from '../relaying/gather.ts';
import { type Ended, fail, type Head, type Relay, type Yielded } from '../relaying/relay.ts';
import { relayAsked } from '../relaying/relay-asked.ts';
import { relayStream } from '../relaying/relay-stream.ts';
import { relayWhole } from '../relaying/relay-whole.ts';
import type { Sent } from '../relaying/sent.ts';
import type { Replica, ServedRelease } from '../snapshot.ts';
import type { Asker, Failure, Flow } from '../upstream-http/asking.ts';
import { CANNOT, cannot, unreachable, unreadableBy } from './unanswered.ts';
import type { Upstreams } from './upstreams.ts';

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

type Done = (ended: Ended | Yielded | NotTaken) => void;

/** The server had nothing of it, and another may be asked. */
export interface NotTaken {
  readonly notTaken: Problem;
}

/**
 * A call on its way to one server, and the answer on its way back. A class, since every call makes one: its methods are there
 * already, where closures would have to be made anew.
 */
export class OneTry implements Asker, Live {
  readonly release: ServedRelease;
  readonly replica: Replica;
  readonly #call: Call;
  readonly #sent: Sent;
  readonly #world: ExchangeWorld;
  readonly #done: Done;
  readonly #live: Set<Live>;
  readonly #hungUp = (): void => this.#hangUp();
  #relay: Relay | null = null;
  #gather: Gather | null = null;
  #look: (() => void) | null = null;
  #flow: Flow | null = null;
  #over = false;
  #firstByteAt: number | null = null;
  /** Whether it was sent on a connection that had been kept and was dead, and once more. */
  #again = false;

  constructor(call: Call, replica: Replica, sent: Sent, world: ExchangeWorld, done: Done) {
    this.#call = call;
    this.release = call.release;
    this.replica = replica;
    this.#sent = sent;
    this.#world = world;
    this.#done = done;
    this.#live = world.liveOf(call.release.id);
  }

  begin(): void {
    const { upstreams } = this.#world;
    upstreams.begin(this.replica);
    this.#live.add(this);
    this.#call.response.on('close', this.#hungUp);
    this.#ask();
  }

  #ask(): void {
    const [call, replica, sent, { upstreams }] = [this.#call, this.replica, this.#sent, this.#world];
    const { type, length, body } = sent.payload();
    const path = pathAt(replica, sent.surface, call);
    const headers = requestHeaders(call.request.rawHeaders, replica, { requestId: call.requestId, type });
    this.#flow = upstreams.ask(replica, { path, headers, length, body }, this);
  }

  #finish(ended: Ended | Yielded | NotTaken): void {
    if (this.#over) return;
    this.#over = true;
    this.#world.upstreams.over(this.replica);
    this.#live.delete(this);
    this.#call.response.off('close', this.#hungUp);
    if (this.#look !== null) this.#world.looking.delete(this.#look);
    this.#gather?.drop();
    if ('notTaken' in ended || 'yielded' in ended) this.#done(ended);
    else {
      const { status, code, usage, found } = ended;
      this.#done({ status, code, usage, found, firstByteAt: this.#firstByteAt });
    }
  }

  /** A step of the answer. What cannot be read, and what we cannot do, ends it as an error. */
  #step(work: (relay: Relay) => 'more' | 'enough'): void {
    const relay = this.#relay;
    if (this.#over || relay === null) return;
    try {
      if (work(relay) === 'more') return;
    } catch (error) {
      this.#broke(relay, error);
    }
    this.#finish(relay.ended());
    this.#flow?.abort();
  }

  #broke(relay: Relay, error: unknown): void {
    if (!(error instanceof FrameError)) this.#world.fault(error);
    relay.broke(error instanceof FrameError ? 'upstream_invalid' : 'gateway_fault');
  }

  #take(bytes: Buffer): void {
    const flow = this.#flow;
    if (flow !== null) this.#step((relay) => relay.data(bytes, flow));
  }

  #hangUp(): void {
    if (this.#over || this.#call.response.writableFinished) return;
    this.#flow?.abort();
    this.#finish({ ...(this.#relay?.ended() ?? NOTHING), status: 499, code: 'caller_gone' });
  }

  stop(why: Stop): void {
    const [call, relay] = [this.#call, this.#relay];
    this.#flow?.abort();
    if (relay !== null && call.response.headersSent) {
      relay.broke(why);
      this.#finish(relay.ended());
    } else this.#finish(stoppedBefore(call, why));
  }

  head(status: number, headers: readonly string[]): void {
    const [call, { clock, looking }] = [this.#call, this.#world];
    if (call.yields && CANNOT.has(status)) {
      this.#finish(cannot(status, headerIn(headers, 'retry-after')));
      this.#flow?.abort();
      return;
    }
    if (isPacked(headers)) {
      this.#finish(fail(call, 502, 'upstream_invalid', 'the model server sent a packed answer that nobody asked for'));
      this.#flow?.abort();
      return;
    }
    const head = { status, type: headerIn(headers, 'content-type') ?? '', headers: answerHeaders(headers) };
    this.#relay = relayFor(call, this.#sent, head, clock);
    if (!this.#relay.holds) return;
    this.#look = () => this.#step(lookAt);
    looking.add(this.#look);
    this.#gather = createGather((bytes) => this.#take(bytes), clock);
  }

  data(bytes: Buffer): void {
    this.#firstByteAt ??= this.#world.clock();
    if (this.#gather === null) this.#take(bytes);
    else this.#gather.add(bytes);
  }

  /** The server's answer is over. */
  end(): void {
    this.#gather?.flush();
    const asking = this.#over ? undefined : this.#relay?.asks?.();
    if (asking === undefined) this.#step(endOf);
    else
      void asking.then(
        () => this.#step(endOf),
        (error: unknown) => this.#step(() => thrown(error)),
      );
  }

  failed({ kind, error }: Failure): void {
    if (this.#over) return;
    const { upstreams } = this.#world;
    if (this.#relay !== null) {
      this.#gather?.flush();
      this.#step(kind === 'invalid' ? invalidOf : cutOf);
    } else if (kind === 'invalid') {
      // It took the call: whoever answers so is asked nothing twice.
      this.#finish(unreadableBy(this.#call));
    } else if (kind === 'stale' && !this.#again && upstreams.mayRetry()) {
      this.#again = true;
      upstreams.forgetIdle(this.replica);
      this.#ask();
    } else {
      upstreams.rest(this.replica);
      this.#finish({ notTaken: unreachable(error) });
    }
  }
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

function thrown(error: unknown): never {
  throw error;
}

const lookAt = (relay: Relay): 'more' | 'enough' => relay.look();
const endOf = (relay: Relay): 'enough' => {
  relay.end(false);
  return 'enough';
};
const invalidOf = (relay: Relay): 'enough' => {
  relay.broke('upstream_invalid');
  return 'enough';
};
const cutOf = (relay: Relay): 'enough' => {
  relay.end(true);
  return 'enough';
};

const NOTHING: Ended = { status: 0, code: null, usage: null, found: [] };

/** Nothing went out yet. */
export function stoppedBefore(call: Call, why: Stop): Ended {
  return fail(call, 403, why, STOP_MESSAGES[why]);
}
